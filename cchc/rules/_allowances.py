"""Findings that a plan allows, each with a reason: `# cchc: allow D003 - chờ hướng dẫn của tỉnh`.

At the end of a line the comment speaks of that line. On a line of its own it speaks of the next
entry and everything indented below it; before the first key, of the whole file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cchc.messages import Message, say
from cchc.model.finding import Diagnostic, Finding, Severity, Span
from cchc.read.faults import FIRM

if TYPE_CHECKING:
    from cchc.read.source import Source

BESIDE = ("K", "R", "X")
"""Families that compare a plan with other files: what is not found in this run may be in the next
one, beside those files."""


class AllowanceFault(NamedTuple):
    """A fault of an allowance itself."""

    code: str
    name: str
    about: Message


UNUSED = AllowanceFault(
    "A001", "unused-allow", say("A comment allows something that is not found there (any more).")
)
NO_REASON = AllowanceFault(
    "A002", "allow-without-reason", say("A comment allows something and does not say why.")
)
UNKNOWN = AllowanceFault(
    "A003", "allow-of-unknown-code", say("A comment allows a code that does not exist.")
)
KINDS = (UNUSED, NO_REASON, UNKNOWN)

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*cchc:[ \t]*allow\b(?P<rest>[^\r\n]*)", re.MULTILINE)
_REASON = re.compile(r"\s+[-–—:]\s*(?P<why>.*)$")
_CODE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


@dataclass(slots=True)
class _Allowance:
    code: str
    span: Span
    lines: range
    reason: bool
    used: bool = field(default=False)


def allowed(
    source: Source, found: list[Diagnostic], code_of: Callable[[str], str | None]
) -> list[Diagnostic]:
    """Return `found` without what the file allows, and with what is wrong with its allowances.

    `code_of` gives the code that a word of a comment means, or None.
    """
    if not has_allowances(source.text):
        return found
    known, kept = [], []
    for allowance in _read(source):
        code = code_of(allowance.code)
        if code is None:
            kept.append(_diagnostic(source, allowance, UNKNOWN))
        else:
            allowance.code = code
            known.append(allowance)
    speaking: dict[str, dict[range, list[_Allowance]]] = {}
    for allowance in known:
        of_code = speaking.setdefault(allowance.code, {})
        of_code.setdefault(allowance.lines, []).append(allowance)
    for one in found:
        code = one.finding.code
        about = {} if code.startswith(FIRM) else speaking.get(code, {})
        fits = [a for lines, some in about.items() if one.span.line in lines for a in some]
        for allowance in fits:
            allowance.used = True
        if not fits:
            kept.append(one)
    for allowance in known:
        if not allowance.used and not allowance.code.startswith(BESIDE):
            kept.append(_diagnostic(source, allowance, UNUSED))
        elif not allowance.reason:
            kept.append(_diagnostic(source, allowance, NO_REASON))
    return kept


def has_allowances(text: str) -> bool:
    """Whether something in `text` looks like a comment that allows a finding."""
    return "allow" in text and _COMMENT.search(text) is not None


def allowances(source: Source) -> Iterator[tuple[str, range]]:
    """Yield what the comments of a file allow: the word for it, and the lines they speak of."""
    if has_allowances(source.text):
        yield from ((one.code, one.lines) for one in _read(source))


def _read(source: Source) -> Iterator[_Allowance]:
    text = source.text
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
    lines = [line.rstrip("\r\n") for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)]
    blocks = _YamlBlocks(lines)
    inside = source.places().is_inside_scalar
    for found in _COMMENT.finditer(text):
        if inside(found.start()):
            continue
        line = bisect_right(starts, found.start()) - 1
        own_line = not lines[line][: found.start() - starts[line]].strip()
        covered = blocks.after(line) if own_line else range(line + 1, line + 2)
        rest = found["rest"]
        why = _REASON.search(rest)
        codes = rest[: why.start()] if why else rest
        offset = found.start("rest")
        for code in _CODE.finditer(codes):
            at = offset + code.start() - starts[line]
            span = Span(
                line + 1, at + 1, line + 1, at + 1 + len(code[0]),
                offset + code.start(), offset + code.end(),
            )  # fmt: skip
            reason = bool(why and why["why"].strip())
            yield _Allowance(code[0], span, covered, reason)


class _YamlBlocks:
    """The entries of a file by their lines."""

    def __init__(self, lines: list[str]) -> None:
        self._indents = [None if _is_blank(line) else _indent(line) for line in lines]
        self._contents = [n for n, indent in enumerate(self._indents) if indent is not None]
        self._ends: dict[int, int] = {}

    def after(self, comment: int) -> range:
        """Return the lines (from 1) of the entry that follows the comment on line `comment`."""
        if not self._contents or comment < self._contents[0]:
            return range(1, len(self._indents) + 1)
        following = bisect_left(self._contents, comment)
        if following == len(self._contents):
            return range(comment + 1, comment + 2)
        first = self._contents[following]
        if first not in self._ends:
            self._ends[first] = self._end(first)
        return range(first + 1, self._ends[first] + 1)

    def _end(self, first: int) -> int:
        own, last = self._indents[first] or 0, first + 1
        while last < len(self._indents):
            indent = self._indents[last]
            if indent is not None and indent <= own:
                break
            last += 1
        return last


def _is_blank(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _diagnostic(source: Source, allowance: _Allowance, kind: AllowanceFault) -> Diagnostic:
    code = allowance.code
    if kind == UNUSED:
        message = say("nothing here has to be allowed as {code}", code=code)
        help_ = say("delete the comment")
    elif kind == NO_REASON:
        message = say("{code} is allowed without a reason", code=code)
        help_ = say("write it behind: # cchc: allow {code} - reason", code=code)
    else:
        message = say("there is no code or name “{code}”", code=code)
        help_ = say("“cchc explain --list” shows the codes")
    finding = Finding(
        kind.code, kind.name, Severity.WARNING, message, help=help_, span=allowance.span
    )
    return Diagnostic(str(source.path), allowance.span, finding)

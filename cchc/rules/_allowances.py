"""Findings that a plan allows, each with a reason: `# cchc: allow D003 - chờ hướng dẫn của tỉnh`.

At the end of a line the comment speaks of that line. On a line of its own it speaks of the next
entry and everything indented below it; before the first key, of the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cchc.messages import Message, say
from cchc.model.finding import Diagnostic, Finding, Severity, Span
from cchc.read.load import Source

FIRM = ("Y", "S")
"""Families that nothing hides: a plan that cannot be read has not been checked."""

BESIDE = ("R", "X")
"""Families that compare a plan with other files: what is not found in this run may be in the next
one, beside those files."""


class Kind(NamedTuple):
    """A fault of an allowance itself."""

    code: str
    name: str
    about: Message


UNUSED = Kind(
    "A001", "unused-allow", say("A comment allows something that is not found there (any more).")
)
NO_REASON = Kind(
    "A002", "allow-without-reason", say("A comment allows something and does not say why.")
)
UNKNOWN = Kind("A003", "allow-of-unknown-code", say("A comment allows a code that does not exist."))
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
    if not _COMMENT.search(source.text):
        return found
    allowances, kept = [], []
    for allowance in _read(source):
        code = code_of(allowance.code)
        if code is None:
            kept.append(_diagnostic(source, allowance, UNKNOWN))
        else:
            allowance.code = code
            allowances.append(allowance)
    for one in found:
        fits = [
            allowance
            for allowance in allowances
            if allowance.code == one.finding.code
            and one.span.line in allowance.lines
            and not one.finding.code.startswith(FIRM)
        ]
        for allowance in fits:
            allowance.used = True
        if not fits:
            kept.append(one)
    for allowance in allowances:
        if not allowance.used and not allowance.code.startswith(BESIDE):
            kept.append(_diagnostic(source, allowance, UNUSED))
        elif not allowance.reason:
            kept.append(_diagnostic(source, allowance, NO_REASON))
    return kept


def _read(source: Source) -> Iterator[_Allowance]:
    text = source.text
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]
    lines = [line.rstrip("\r\n") for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)]
    inside = source.places().is_inside_scalar
    for found in _COMMENT.finditer(text):
        if inside(found.start()):
            continue
        line = next(n for n in range(len(starts) - 1, -1, -1) if starts[n] <= found.start())
        own_line = not lines[line][: found.start() - starts[line]].strip()
        covered = _block(lines, line) if own_line else range(line + 1, line + 2)
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


def _block(lines: list[str], comment: int) -> range:
    """Return the lines (from 1) of the entry that follows the comment on line `comment`."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines[:comment]):
        return range(1, len(lines) + 1)
    first = comment + 1
    while first < len(lines) and _is_blank(lines[first]):
        first += 1
    if first == len(lines):
        return range(comment + 1, comment + 2)
    indent = _indent(lines[first])
    last = first + 1
    while last < len(lines) and (_is_blank(lines[last]) or _indent(lines[last]) > indent):
        last += 1
    return range(first + 1, last + 1)


def _is_blank(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _diagnostic(source: Source, allowance: _Allowance, kind: Kind) -> Diagnostic:
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

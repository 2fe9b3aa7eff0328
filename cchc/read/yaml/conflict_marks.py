"""Marks of a merge in git that nobody has settled: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.messages import say
from cchc.model.finding import Finding, Span
from cchc.read import faults

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?:(?<!=) [^\r\n]*|(?=\r?$))", re.MULTILINE)


def unsettled(text: str, *, broken: bool = False) -> list[Finding]:
    """Return one finding for each stretch that a merge left in two versions.

    `broken`: the text is no YAML, so that a lone mark is what is left of such a stretch too; else
    only a stretch that has its first and its last mark counts.
    """
    if not any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "=======", "|||||||")):
        return []
    marks = [(found[1][0], found.start(), found.end()) for found in _MARK.finditer(text)]
    return list(_findings(text, marks, broken=broken))


def _findings(text: str, marks: list[tuple[str, int, int]], *, broken: bool) -> Iterator[Finding]:
    opened: tuple[int, int] | None = None
    settled = True
    for sign, start, stop in marks:
        if sign == "<":
            if opened and broken:
                yield _leftover(text, *opened)
            opened = start, stop
        elif sign == ">" and opened:
            first, last = _line(text, opened[0]), _line(text, start)
            yield faults.MERGE.at(
                say("an unsettled merge: two versions stand here, from line {first} to line {last}",
                    first=first, last=last),
                say("keep the lines that are right, delete the others and the lines that start with “<<<<<<<”, "
                    "“|||||||”, “=======” and “>>>>>>>”"),
                span=_span(text, *opened),
            )  # fmt: skip
            opened, settled = None, False
        elif not opened and broken and settled:
            yield _leftover(text, start, stop)
    if opened and broken:
        yield _leftover(text, *opened)


def _leftover(text: str, start: int, stop: int) -> Finding:
    return faults.MERGE.at(
        say("a mark that git left here in a merge"),
        say("delete the line, and look whether both versions of the lines around it are still there"),
        span=_span(text, start, stop),
    )  # fmt: skip


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _span(text: str, start: int, stop: int) -> Span:
    line = _line(text, start)
    return Span(line, 1, line, stop - start + 1, start, stop)

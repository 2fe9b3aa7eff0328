"""What is wrong with one file, as rows that can be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from cchc.model.finding import Diagnostic
from cchc.store.findings import FindingRow

if TYPE_CHECKING:
    from cchc.read.source import Source


class Verdict(NamedTuple):
    """What is wrong with one file taken by itself, before any settings."""

    found: list[FindingRow]
    lines: dict[int, str]
    """The lines of the file in which it stands, by number."""
    allowed: tuple[tuple[str, int, int], ...] = ()
    """What comments allow of the rules over several plans: code, first line, line after the last."""


def lines_of(source: Source, found: Iterable[Diagnostic]) -> dict[int, str]:
    """Return the lines of `source` in which something was found, by number from 1."""
    wanted = {one.span.line for one in found}
    if not wanted:
        return {}
    lines = source.text.replace("\r\n", "\n").split("\n")
    return {number: lines[number - 1] for number in sorted(wanted) if number <= len(lines)}

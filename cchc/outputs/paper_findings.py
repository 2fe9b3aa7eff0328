"""Findings on a plan that is still an office's paper: named by paragraph and table cell, not by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cchc.messages import Message, say
from cchc.model.finding import Finding
from cchc.outputs.diagnostics import LABELS, LONGEST, REPEATS, printable
from cchc.outputs.terminal import paint

if TYPE_CHECKING:
    from cchc.intake.paper import Place

_NAMED = 10
"""Places of equal findings that are named; --every shows them all."""
_BEFORE = 40
"""Characters shown before the words in question, where the text is long."""


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """One finding, where it stands in the paper, and the words there."""

    path: str
    finding: Finding
    place: Place | None
    """None for what the paper does not have."""
    words: str = ""

    @property
    def where(self) -> Message:
        """The place as a reader looks it up."""
        return self.place.words if self.place and any(self.place) else say("whole paper")


def text(found: Sequence[PaperFinding], *, every: bool, rich: bool) -> str:
    """Return all findings as text; equal ones once, with the places of the others, unless `every`."""
    return "".join(_block(one, others, rich=rich) for one, others in _grouped(found, every=every))


def content(found: Sequence[PaperFinding], papers: int) -> dict[str, Any]:
    """Return the content of the JSON kind `diagnostics`: `place` stands for line and column."""
    levels = [one.finding.severity.value for one in found]
    return {
        "diagnostics": [_entry(one) for one in found],
        "summary": {
            "plans": papers, "errors": levels.count("error"),
            "warnings": levels.count("warning"), "infos": levels.count("info"),
        },
    }  # fmt: skip


def _grouped(
    found: Sequence[PaperFinding], *, every: bool
) -> Iterable[tuple[PaperFinding, list[PaperFinding]]]:
    equal: dict[tuple[str, str, str], list[PaperFinding]] = {}
    for one in found:
        equal.setdefault((one.path, one.finding.code, str(one.finding.message)), []).append(one)
    for one in found:
        same = equal[one.path, one.finding.code, str(one.finding.message)]
        if every or len(same) < REPEATS:
            yield one, []
        elif one is same[0]:
            yield one, same[1:]


def _block(one: PaperFinding, others: Sequence[PaperFinding], *, rich: bool) -> str:
    finding = one.finding
    label = paint(str(LABELS[finding.severity]), finding.severity.value, rich=rich)
    head = paint(f"{printable(one.path)}: {one.where}:", "bold", rich=rich)
    out = [f"{head} {label}: {finding.message} [{finding.code} {finding.name}]"]
    out += _quoted(one, rich=rich)
    if finding.help:
        out.append(f"      = {finding.help}")
    if others:
        named = list(dict.fromkeys(str(other.where) for other in others))
        places = "; ".join([*named[:_NAMED], *(["..."] if len(named) > _NAMED else [])])
        again = say("and {count} more: {places}", count=len(others), places=places)
        out.append(f"      = {again}")
    return "\n".join(out) + "\n\n"


def _quoted(one: PaperFinding, *, rich: bool) -> list[str]:
    line = " ".join(one.words.split())
    if not line:
        return []
    wanted = " ".join((one.finding.within or "").split())
    start = line.find(wanted) if wanted else 0
    size = len(wanted) if wanted and start >= 0 else min(len(line), LONGEST)
    start = max(start, 0)
    first = max(0, start - _BEFORE) if len(line) > LONGEST else 0
    shown = line[first : first + LONGEST]
    before, after = "…" if first else "", "…" if first + LONGEST < len(line) else ""
    marks = paint(
        "^" * max(1, min(size, first + LONGEST - start)), one.finding.severity.value, rich=rich
    )
    return [
        f"      | {before}{shown}{after}",
        f"      | {' ' * (start - first + len(before))}{marks}",
    ]


def _entry(one: PaperFinding) -> dict[str, Any]:
    finding = one.finding
    at = one.place._asdict() if one.place and any(one.place) else {}
    return {
        "path": one.path,
        "line": None,
        "column": None,
        "place": str(one.where),
        "at": {key: value for key, value in at.items() if value},
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": str(finding.message),
        "help": str(finding.help) if finding.help else None,
        "fix": None,
    }

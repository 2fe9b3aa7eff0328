"""Findings on a plan that is still an office's paper: named by paragraph and table cell, not by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cchc.messages import Message, say
from cchc.model.finding import Finding
from cchc.outputs.diagnostics import (
    LONGEST,
    block,
    levels,
    note,
    pointed,
    printable,
    repeated,
)

if TYPE_CHECKING:
    from cchc.intake.office_paper import Place


_NAMED = 10
"""Places of equal findings that are named; --every shows them all."""


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
    blocks = repeated(
        found, lambda one: (one.path, one.finding.code, str(one.finding.message)), every=every
    )
    return "".join(_block(one, others, rich=rich) for one, others in blocks)


def content(found: Sequence[PaperFinding], papers: int) -> dict[str, Any]:
    """Return the content of the JSON kind `diagnostics`: `place` stands for line and column."""
    return {
        "diagnostics": [_entry(one) for one in found],
        "summary": {"plans": papers, **levels(one.finding.severity for one in found)},
    }


def _block(one: PaperFinding, others: Sequence[PaperFinding], *, rich: bool) -> str:
    below = list(_quoted(one, rich=rich))
    if one.finding.help:
        below.append(note(one.finding.help))
    if others:
        named = list(dict.fromkeys(str(other.where) for other in others))
        places = "; ".join([*named[:_NAMED], *(["..."] if len(named) > _NAMED else [])])
        below.append(note(say("and {count} more: {places}", count=len(others), places=places)))
    return block(f"{printable(one.path)}: {one.where}", one.finding, below, rich=rich)


def _quoted(one: PaperFinding, *, rich: bool) -> tuple[str, ...]:
    line = " ".join(one.words.split())
    if not line:
        return ()
    wanted = " ".join((one.finding.within or "").split())
    start = line.find(wanted) if wanted else 0
    size = len(wanted) if wanted and start >= 0 else min(len(line), LONGEST)
    start = max(start, 0)
    return pointed(line, start, start + size, one.finding.severity, rich=rich)


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


_HELP: Mapping[str, Message] = {
    "D002": say("write a deadline: a quarter, a month or a day"),
    "N003": say("attach the appendix, or take out the words that point to it"),
    "N006": say("number it as it follows, or find the part that is lost"),
    "N007": say("number it as it follows"),
    "N008": say("letter it as the Vietnamese alphabet goes: a, b, c, d, đ, e, g"),
    "N010": say("add it; where it is left out on purpose, leave it so"),
    "C001": say("write the documents that the plan rests on (“Căn cứ ...”), one a line"),
    "U003": say("name one unit as lead, and the group as supporting"),
    "U004": say("keep one lead and move the others to those that support"),
    "V004": say("write who signs, or the Quyết định that the plan goes out with"),
    "V006": say("add it under “Nơi nhận”"),
    "V007": say("add the line “Lưu: VT, ...” at the end of “Nơi nhận”"),
    "N004": say("write “(Có Phụ lục kèm theo)” where the text speaks of it"),
    "T002": say("write what comes out of it (the kind of paper) or what must be reached"),
    "U005": say("name the one unit that leads, or why there is none yet"),
    "U014": say("say in its duties which unit leads this field"),
    "V002": say("have the clerk fill it in when the plan is issued"),
    "V003": say("let one and the same issue and sign: the chairman, or the committee (TM.)"),
    "V005": say("write KH-UBND behind the number"),
    "V008": say("lines of “Nơi nhận” end in “;”, the last one in “.”"),
    "V010": say("each base ends in “;”, the last one in “.”"),
}
_MESSAGES: Mapping[str, Message] = {
    "V008": say("this line of “Nơi nhận” has a mark that does not belong there"),
    "V009": say("“./.” stands only at the end of a paper"),
    "V010": say("this base does not end as its place in the list asks"),
}


def in_paper(finding: Finding) -> Finding:
    """Return `finding` in the words of somebody who has the paper open in Word."""
    code = finding.code
    return finding._replace(
        message=_MESSAGES.get(code, finding.message), help=_HELP.get(code, finding.help)
    )

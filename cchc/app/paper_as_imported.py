"""An office's own paper, read as `cchc import` reads it and printed, so that like is compared with like.

A print that comes back has the lines of its plan. An office's own paper has others: recipients in one line,
a heading in the column of numbers, a sum below the table. Line by line these would be changes; as
`cchc import` reads them they are the plan that it wrote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from cchc.app.import_ import as_read
from cchc.document.context import plan_context
from cchc.document.paper import Paper
from cchc.document.papers.plan import TEMPLATE
from cchc.document.print_record import printed_values
from cchc.document.returned.likeness import compared
from cchc.document.returned.paper_lines import PaperLines, PlanColumns, paper_lines_of
from cchc.document.returned.rows import cell_marks
from cchc.document.template.compiled import render_paper
from cchc.intake.exported import read_exported
from cchc.intake.lines import clean
from cchc.intake.office_paper import Block, OfficePaper, Paragraph, Place, Row
from cchc.intake.opening import open_paper
from cchc.intake.recognise import Recognised, recognise
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.read.bases import register_beside, written_out
from cchc.read.blanks import with_blanks
from cchc.read.schema import to_plan
from cchc.read.source import Source
from cchc.read.yaml.tree import parse_yaml
from cchc.temporary_files import temporary_folder

_OWN = ("cchc", "kind", "year", "status", "before", "agency", "commune")
"""Of these the plan knows more than its paper says."""
_KEPT: Mapping[str, Message] = {
    "bases": say("no bases were found in the paper: those of the plan stay"),
    "opening": say("no opening was found in the paper: that of the plan stays"),
    "closing": say("no closing was found in the paper: that of the plan stays"),
    "recipients": say("no recipients were found in the paper: those of the plan stay"),
}
NO_BODY = say("the paper has no body: the text stays as it is")
_NOT_OURS = "__office"
"""Behind the bookmarks of such a print: they are none of the plan's, whatever their words."""


@dataclass(frozen=True, slots=True)
class ImportedPrint:
    """The print of what `cchc import` reads in a paper."""

    lines: PaperLines
    """With the places of the office's file."""
    notes: list[Message]
    """What of the file is not in the print, and what of the plan not in the file."""


def reopened(paper: Paper, template: str, root: Path) -> OfficePaper:
    """Print `paper` and read the print.

    Raises:
        UserError: the template in the workspace `root` cannot be used.
    """
    with temporary_folder() as folder:
        made = Path(folder, "ban-in.docx")
        made.write_bytes(render_paper(paper, template, root))
        return open_paper(made)


def printed_as_imported(
    paper: OfficePaper, source: Source, root: Path, columns: PlanColumns, own: PaperLines
) -> ImportedPrint | None:
    """Return the print of the plan that `cchc import` reads in `paper`; None where it reads none.

    Args:
        paper: the office's file.
        source: the plan it belongs to; what the paper lacks is as there.
        root: the workspace, for its template.
        columns: the columns of that plan's tables.
        own: that plan's own print.
    """
    found = read_exported(paper) or recognise(paper)
    if not found.sections and not found.data.get("appendices"):
        return None
    data, notes = _with_what_it_lacks(found, source)
    outcome = to_plan(data)
    plan = with_blanks(data, outcome) if isinstance(outcome, list) else outcome
    if plan is None:
        return None
    context = plan_context(plan)
    places: dict[str, Place] = {}
    for value in printed_values(context):
        if place := _place(found, value.place):
            places.setdefault(value.mark, place)
    printed = reopened(context, TEMPLATE, root)
    blocks = tuple(_placed(block, places) for block in printed.blocks)
    lines = paper_lines_of(replace(printed, blocks=blocks), columns, own)
    if not found.sections:
        lines.lines[:] = own.lines
    return ImportedPrint(lines, [*notes, *_without_place(found, source)])


def likeness(one: PaperLines, other: PaperLines) -> float:
    """Return how much of two papers is word for word the same, 0 to 1."""
    mine, theirs = Counter(_keys(one)), Counter(_keys(other))
    return 2 * (mine & theirs).total() / max((mine + theirs).total(), 1)


def _keys(lines: PaperLines) -> Iterator[tuple[str, ...]]:
    for row in lines.rows:
        yield ("row", *(compared(cell) for _, cell in sorted(row.cells.items())))
    for line in lines.lines:
        yield "line", compared(line.whole)


def words_of(paper: OfficePaper) -> str:
    """Return all that a paper says, plain."""
    texts: list[str] = []
    for block in (*paper.blocks, *paper.apart):
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            texts += [cell.text for row in block.rows for cell in row.cells]
    return compared(" ".join(clean(text) for text in texts))


def _with_what_it_lacks(found: Recognised, source: Source) -> tuple[dict[str, Any], list[Message]]:
    """Return the data of the plan that was found, and notes on what it has from the plan `source`."""
    data: dict[str, Any] = {key: as_read(value) for key, value in found.data.items()}
    held = parse_yaml(source.text).data
    assert isinstance(held, dict)  # there is a plan in it
    own, _ = written_out(held, partial(register_beside, source.path))
    notes: list[Message] = []
    for key, note in _KEPT.items():
        paper, plan = (data["document"], own["document"]) if key == "recipients" else (data, own)
        if plan.get(key) and not paper.get(key):
            paper[key] = plan[key]
            notes.append(note)
    data["document"] = _filled(data["document"], own["document"])
    data["units"] = data["units"] or own["units"]
    data = {key: value for key, value in data.items() if key not in _OWN}
    data |= {key: own[key] for key in _OWN if key in own}
    return data, notes if found.sections else [NO_BODY]


def _filled(paper: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the paper says, and of the plan what it does not say."""
    made = {**plan, **{key: value for key, value in paper.items() if value}}
    for key, value in made.items():
        if isinstance(value, dict) and isinstance(plan.get(key), dict):
            made[key] = _filled(value, plan[key])
    return made


def _place(found: Recognised, at: KeyPath) -> Place | None:
    """Return where in the office's file the piece at `at` stood."""
    ups = (at[:n] for n in range(len(at), 0, -1))
    return next((place for up in ups if (place := found.places.get(up)) and any(place)), None)


def _placed(block: Block, places: Mapping[str, Place]) -> Block:
    """Return a block of the print with the places of the office's file, and marks of its own."""
    if isinstance(block, Paragraph):
        place = next((places[one] for one in block.marks if one in places), block.place)
        return replace(block, marks=tuple(f"{one}{_NOT_OURS}" for one in block.marks), place=place)
    rows: list[Row] = []
    for row in block.rows:
        cells = tuple(
            replace(cell, blocks=tuple(_placed(one, places) for one in cell.blocks))
            for cell in row.cells
        )
        marks = [mark for cell in row.cells for mark in cell_marks(cell)]
        place = next((places[one] for one in marks if one in places), row.place)
        rows.append(replace(row, cells=cells, place=place))
    return replace(block, rows=tuple(rows))


def _without_place(found: Recognised, source: Source) -> Iterator[Message]:
    """Say what of the paper has no place in a plan, unless the plan has it."""
    known = compared(source.text)
    texts = found.data.get("unplaced")
    for n, text in enumerate(texts if isinstance(texts, list) else ()):
        if compared(text) not in known:
            place = found.places.get(("unplaced", n), Place())
            yield say("{place}: “{text}” has no place in the plan and is not taken",
                      place=place.words, text=" ".join(text.split()))  # fmt: skip

"""From a paper to a plan: what each piece of it is, where it stood, and how sure that is.

    zones       letterhead, title, preface, body, end, appendices
    outline     the body as a tree
    unit_book   every unit once, whatever its spellings
    sections, appendix_data, unit_data, plan_data     plan data

Nothing is dropped: what has no place in a plan is in `unplaced`, and `notes` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from cchc.intake.body.outline import outline
from cchc.intake.body.sections import body_of
from cchc.intake.body.task_blocks import mark_blocks
from cchc.intake.body.units import note_units_of_body as note_body
from cchc.intake.draft import Draft
from cchc.intake.ending import read_ending, take_closing, take_signature
from cchc.intake.front.decision_before import letterhead_of, read_decision, take_decision
from cchc.intake.front.identity import identify
from cchc.intake.front.letterhead import read_attached, read_letterhead
from cchc.intake.front.other_issuer import other_issuer
from cchc.intake.front.owner import letterhead_owner
from cchc.intake.front.preface import Preface, attached_decision, issuing_sentence, read_preface
from cchc.intake.front.title_lines import TITLE, other_kind
from cchc.intake.lines import Line, cell_lines, clean
from cchc.intake.office_paper import OfficePaper, Place, PlanData, Row
from cchc.intake.plan_data import plan_data
from cchc.intake.summary import attached_elsewhere, summary
from cchc.intake.tables.appendix import note_units_of_tables as note_cells
from cchc.intake.tables.appendix import read_sheet
from cchc.intake.tables.appendix_data import appendices_of
from cchc.intake.tables.head import find_head
from cchc.intake.tables.kind import table_kind
from cchc.intake.tables.points import read_criteria
from cchc.intake.tables.short_names import short_names_of, without_units
from cchc.intake.tables.tabbed import with_tabbed_tables
from cchc.intake.tables.targets import Targets, targets_of
from cchc.intake.units.book import UnitBook, legend_of
from cchc.intake.units.data import declared_units
from cchc.intake.zones import Zones, zones_of
from cchc.language.names import bare
from cchc.messages import Message
from cchc.model.finding import KeyPath


@dataclass(frozen=True, slots=True)
class Recognised:
    """A plan as far as a paper holds one."""

    data: Mapping[str, object]
    """Plain plan data under the keys of the model; None where a person must fill in a value."""
    places: Mapping[KeyPath, Place]
    """Where in the paper each piece of `data` stood."""
    comments: Mapping[KeyPath, Message]
    """Where a person should decide."""
    notes: tuple[Message, ...]
    """The report: what was read, with counts, how sure, and where to look."""
    sections: int = 0
    """Parts of the body that were found."""


def recognise(paper: OfficePaper) -> Recognised:
    """Return the plan that `paper` holds, as far as it holds one."""
    draft = _read(paper)
    places: dict[KeyPath, Place] = {}
    comments: dict[KeyPath, Message] = {}
    data = plan_data(draft, places, comments)
    for part in (draft.units, draft.body, draft.appendices):
        places.update(part.places)
        comments.update(part.comments)
    notes = (*summary(draft), *paper.notes)
    return Recognised(data, places, comments, notes, len(draft.parts))


def _read(paper: OfficePaper) -> Draft:
    paper = replace(paper, blocks=tuple(with_tabbed_tables(paper.blocks)))
    zones = zones_of(paper)
    title, title_place = _title(zones)
    decision = read_decision(zones.before)
    over = letterhead_of(zones.before) if decision else zones.before
    head = read_letterhead(zones.head or over)
    if not (head.symbol or zones.before):
        over_body = [one for one in zones.body if isinstance(one, Line) and "èm theo" in one.text]
        attached = (
            read_attached(head, _over_tables(zones))
            or read_attached(head, zones.preface)
            or read_attached(head, over_body)  # below "I. ...", which heads a sheet
        )
        zones.preface = [line for line in zones.preface if line.place != attached]
    head.draft = head.draft or (bool(title) and bare(zones.title[0].text).startswith("du thao"))
    from_text = any(line.place.line for line in zones.body)
    parts = outline(zones.body, from_text=from_text)
    closing = take_closing(parts)
    tables = [table for sheet in zones.sheets for table in read_sheet(sheet)]
    named = title or next((table.title for table in tables), "")
    preface, end = read_preface(zones.preface), read_ending(zones.end)
    if not (zones.head or zones.before or preface.decision):
        preface.decision, preface.decision_place = attached_decision([*_over_tables(zones)])
    apart = take_decision(decision, preface, end) if decision else zones.before
    take_signature(end, [table.stray for table in tables])
    own = [*_own_sentences(zones, title, preface), *(text for text, _ in closing)]
    cited = "\n".join(text for text, _ in (*preface.bases, *preface.opening, *end.recipients))
    everything = _everything(paper)
    who = identify(everything, named, head, own, cited)
    legend = legend_of(everything)
    for table in zones.strange:
        legend = {**short_names_of(table), **legend}
    draft = Draft(
        zones, head, who, preface, end, parts, closing,
        tables, UnitBook(who.name or "", legend), title, title_place,
        decision=decision, apart=apart if zones.head or decision else [],
    )  # fmt: skip
    lines = zones.head or zones.before
    draft.owner = letterhead_owner((line.whole for line in lines), everything, who.province)
    if draft.owner:
        office = bare(f"{draft.owner['level']} {draft.owner['name']}")
        above = re.sub(r"^(?:tinh|thanh pho) ", "", bare(str(draft.owner.get("province") or "-")))
        body_above = re.compile(rf"(?:dang bo|tinh uy|thanh uy)\b.*? {re.escape(above)}")
        head.rest = [line for line in head.rest if bare(line.text) not in office
                     and not body_above.fullmatch(bare(line.text))]  # fmt: skip
    draft.other_kind = other_kind(zones.title[0].text) if zones.title else ""
    draft.other = other_issuer(lines, has_commune=bool(head.name), known=draft.owner is not None)
    year = int(who.year or 2026)
    note_cells(tables, draft.book)
    mark_blocks(parts, year)
    note_body(parts, draft.book, year, has_table=bool(tables))
    draft.book.settle()
    taken: set[str] = set()
    draft.appendices = appendices_of(tables, draft.book, taken, year)
    draft.body = body_of(parts, draft.book, year, taken, zones.holders, has_table=bool(tables))
    draft.units = declared_units(draft.book)
    _drop_short_names(draft)
    draft.targets = _targets(zones, year)
    draft.criteria = [*draft.appendices.criteria, *_criteria(zones, year)]
    # Notes and footers first: behind the lines of an appendix they would look like lines of it.
    draft.unplaced = [(clean(one.text), one.place) for one in paper.apart if clean(one.text)]
    draft.unplaced += _unplaced(draft)
    return draft


def _own_sentences(zones: Zones, title: str, preface: Preface) -> Iterator[str]:
    """Yield what the paper says of itself, the surest first."""
    yield from (line.whole for line in zones.head)
    yield title
    if preface.decision:
        yield str(preface.decision.get("issuer") or "")
    if found := issuing_sentence(" ".join(text for text, _ in preface.opening)):
        yield found[0]
    yield from (line.text for line in _over_tables(zones))


def _over_tables(zones: Zones) -> Iterator[Line]:
    """Yield the lines over the first table of each sheet, those in its own first rows last."""
    for sheet in zones.sheets:
        yield from sheet.head
        for table in sheet.tables[:1]:
            head = find_head(table)
            above = table.rows[: head.first] if head else ()
            yield from (
                Line(line, cell.place)
                for row in above
                for cell in row.cells
                for line in clean(cell.text).splitlines()
            )


def _title(zones: Zones) -> tuple[str, Place]:
    if not zones.title:
        return "", Place()
    first = zones.title[0]
    kind = TITLE.match(bare(first.text))
    own = first.text.split()[len(kind[0].split()) if kind else 0 :]
    words = [*own, *(line.text for line in zones.title[1:])]
    named = first if own else (zones.title[1:] or [first])[0]
    return " ".join(words).lstrip(":. ").rstrip(" .;:"), named.place


def _everything(paper: OfficePaper) -> str:
    texts = []
    for block in paper.blocks:
        if hasattr(block, "rows"):
            texts += [clean(cell.text) for row in block.rows for cell in row.cells]
        else:
            texts.append(clean(block.text))
    return "\n".join(texts)


def _rows_as_lines(rows: Iterable[Row]) -> Iterator[Line]:
    """Return the rows of a table that is no list of tasks, the cells of each parted by bars."""
    for row in rows:
        cells = [" ".join(line.whole for line in cell_lines(cell)) for cell in row.cells]
        if any(cells):
            yield Line(" | ".join(cells) if len(cells) > 1 else cells[0], row.place)


def _criteria(zones: Zones, year: int) -> list[PlanData]:
    """Return the criteria in the tables of criteria that are read whole; these leave the others."""
    made: list[PlanData] = []
    for table in [one for one in zones.strange if table_kind(one) == "criteria"]:
        found, left = read_criteria(table, year)
        if found:
            made += found
            zones.strange.remove(table)
            rest = tuple(row for row in table.rows if row.place in left)
            zones.strange += [replace(table, rows=rest)] if rest else []
    return made


def _targets(zones: Zones, year: int) -> Targets:
    """Return the targets in the tables of targets; these leave the tables that nobody understands."""
    made = Targets()
    for table in [one for one in zones.strange if table_kind(one) == "targets"]:
        found = targets_of(table, year)
        if not found.items:
            continue
        zones.strange.remove(table)
        zones.targets.append(table)
        made.items += found.items
        made.places += found.places
        made.besides += found.besides
        made.left += found.left
    return made


def _drop_short_names(draft: Draft) -> None:
    """Leave out what a table of short names says of declared units: it is their names and aliases now."""
    used = {text for entry in draft.book.entries for text in entry.spellings}
    for table in [one for one in draft.zones.strange if short_names_of(one)]:
        left = without_units(table, used)
        draft.zones.strange.remove(table)
        draft.zones.strange += [left] if left else []


def _unplaced(draft: Draft) -> list[tuple[str, Place]]:
    """Return every line that found no place in the plan, in the order of the paper."""
    strange = [line for table in draft.zones.strange for line in _rows_as_lines(table.rows)]
    lines: list[Line] = list(
        chain(
            draft.apart, draft.head.rest, draft.preface.subtitle, draft.end.rest, strange,
            _rows_as_lines(draft.targets.left),
            (line for line, *_ in attached_elsewhere(draft)),
            (line for table in draft.tables for line in table.stray),
            (line for sheet in draft.zones.sheets if not sheet.tables for line in [*sheet.head, *sheet.tail]),
        )
    )  # fmt: skip
    # "./." alone, below an appendix, is printed by cchc.
    return [(line.whole, line.place) for line in lines if re.search(r"\w", line.whole)]

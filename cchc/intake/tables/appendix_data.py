"""The tables of tasks as plan data: columns, areas, tasks, each with its place in the paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cchc.intake.body.dated_stretch import read_reporting_day
from cchc.intake.body.headings import subject_of
from cchc.intake.office_paper import PlanData
from cchc.intake.slugs import slug, unique
from cchc.intake.tables.appendices import Appendices
from cchc.intake.tables.appendix import NOTHING, PERSON, AppendixTable
from cchc.intake.tables.head import TableHead
from cchc.intake.tables.head_column import HeadColumn
from cchc.intake.tables.heading_words import RECORDED
from cchc.intake.tables.points import criteria_of, points_columns, sums
from cchc.intake.tables.progress_words import Said, progress_of
from cchc.intake.tables.row_numbers import go_on, is_code, last_number, number_pieces
from cchc.intake.tables.stated_targets import stated_targets
from cchc.intake.tables.task_tree import RowNode
from cchc.intake.tables.work_row import WorkRow
from cchc.intake.units.book import UnitBook
from cchc.language.deadline import DeadlineError, read_deadline
from cchc.language.figures_day import figures_day
from cchc.messages import say
from cchc.model.criteria import POINTS
from cchc.model.field_kinds import CUSTOM, extra_name
from cchc.model.finding import KeyPath
from cchc.model.task import PRINTED, TASK_FIELDS

_OWN_WAY = ("number", "title", "note")
"""Fields that are more than the words of one cell."""


def appendices_of(
    tables: list[AppendixTable], book: UnitBook, taken: set[str], year: int
) -> Appendices:  # fmt: skip
    """Return all appendices as data; `taken` are the ids in use, to which the tasks' are added."""
    made = Appendices(year=year)
    for n, table in enumerate(tables):
        made.items.append(_appendix(made, table, ("appendices", n), book, taken))
    return made


def _appendix(
    made: Appendices, table: AppendixTable, at: KeyPath, book: UnitBook, taken: set[str]
) -> PlanData:
    head = table.rows.head
    made.figures = figures_day(table.title)
    made.places[at] = table.sheet.tables[0].place
    made.places[(*at, "title")] = table.sheet.head[0].place if table.sheet.head else made.places[at]
    data: PlanData = {"title": table.title or "DANH MỤC NHIỆM VỤ"}
    if not table.title:
        made.comments[(*at, "title")] = say(
            "the paper names no title for this table: write its own"
        )
    numbering, area_numbering = number_pieces(table.pieces)
    made.goes_on = go_on(table.pieces, made.last)
    made.last = last_number(table.pieces)
    others = {
        column.heading: "điểm" if column.numbers else column.spanner
        for column in head.columns if column.holds == "other"
    }  # fmt: skip
    made.points = points_columns(others, made.year, others)
    if made.points:
        _take_points(made, table)
    data["columns"] = _columns(head, made.points)
    data["numbering"] = numbering
    if any(piece.area for piece in table.pieces):
        data["area_numbering"] = area_numbering
    areas = [piece for piece in table.pieces if piece.area]
    loose = [piece for piece in table.pieces if not piece.area]
    if areas:
        data["areas"] = [
            _piece(made, piece, (*at, "areas", n), book, taken, head)
            for n, piece in enumerate(areas)
        ]
    if table.groups_lead:
        made.remark(
            (*at, "areas"), say("the unit in the heading of each group leads its tasks: check")
        )
    if loose:
        data["tasks"] = [
            _piece(made, piece, (*at, "tasks", n), book, taken, head)
            for n, piece in enumerate(loose)
        ]
    if areas and loose:
        made.comments[(*at, "tasks")] = say(
            "in the paper these tasks stand outside every area; here they are printed after the areas"
        )
    return data


def _take_points(made: Appendices, table: AppendixTable) -> None:
    """Read the criteria; a row of sums that fits them is not left over."""
    before = len(made.criteria)
    made.criteria += criteria_of(table.pieces, made.points, made.codes)
    keys = [key for key in made.points.values() if key in POINTS]
    added = sums(made.criteria[before:], keys)
    table.stray = [line for line in table.stray if line.text.split(" | ")[1:] != added]


def _columns(head: TableHead, points: Mapping[str, str]) -> list[PlanData]:
    found: list[PlanData] = []
    for column in head.columns:
        key = CUSTOM if column.holds == "other" else column.holds
        if key == CUSTOM and column.heading in points:
            key = points[column.heading]
            found.append({"key": key, "heading": column.heading,
                          **({"spanner": column.spanner} if column.spanner else {})})  # fmt: skip
            continue
        if (key not in PRINTED and key != CUSTOM) or not column.heading:
            continue
        if key == CUSTOM and any(_same(one, column) for one in found):
            continue
        one: PlanData = {"key": key, "heading": column.heading}
        if column.spanner:
            one["spanner"] = column.spanner
        found.append(one)
    return found


def _same(one: PlanData, column: HeadColumn) -> bool:
    return one["key"] == CUSTOM and extra_name(str(one["heading"])) == extra_name(column.heading)


def _piece(
    made: Appendices, piece: RowNode, at: KeyPath, book: UnitBook, taken: set[str], head: TableHead
) -> PlanData:
    made.places[at] = piece.row.place
    for key, place in piece.row.cells.items():
        made.places[(*at, key)] = place
    for heading, text in piece.row.internal:
        made.remark(at, say("{heading}: {text}", heading=heading, text=text))
    data: PlanData = {}
    if piece.number is not None and is_code(piece.number):
        made.own_codes += 1
    elif piece.number is not None and made.goes_on:
        made.counted_on += 1
    elif piece.number is not None:
        made.numbers += 1
        made.comments[(*at, "number")] = say(
            "the paper prints this number; delete the line to let cchc number"
        )
    if piece.area:
        made.areas += 1
        data["title"] = _area_title(piece, head, made.points if id(piece) in made.codes else {})
        if id(piece) in made.codes:
            data["criterion"] = made.codes[id(piece)]
        if piece.number is not None:
            data["number"] = piece.number
        if len(at) == 4 and (subject := subject_of(piece.row.title)):
            data["subject"] = subject
        data["tasks"] = [
            _piece(made, one, (*at, "tasks", n), book, taken, head)
            for n, one in enumerate(piece.items)
        ]
        return data
    made.tasks += 1
    _task(data, piece, at, book, taken, made)
    return data


def _area_title(piece: RowNode, head: TableHead, taken: Mapping[str, str]) -> str:
    """Return the name of an area with the points that stand beside it, which an area has no key for."""
    row = piece.row
    called = {column.holds: column.heading for column in head.columns}
    points = [(called.get(key, ""), text) for key, text in row.values.items()
              if key not in ("title", "area") and key not in row.shared and text
              and not NOTHING.fullmatch(text)]  # fmt: skip
    said = "; ".join(f"{heading}: {text}" if heading else text
                     for heading, text in (*row.others, *points) if heading not in taken)  # fmt: skip
    return f"{row.title} ({' '.join(said.split())})" if said else row.title


def _in_one_line(phrase: str, year: int) -> str:
    """Return a deadline in one line; lines that are each a time of their own are parted: "20/01; Hằng tháng"."""
    together = " ".join(phrase.split())
    lines = [one for one in phrase.splitlines() if one.strip()]
    times = len(lines) > 1 and read_reporting_day(together, year) is None
    if times and all(read_reporting_day(one.strip(), year) for one in lines):
        return "; ".join(one.strip(" ;,") for one in lines)
    return together


def _is_recurring(phrase: str, year: int) -> bool:
    try:
        return bool(phrase) and read_deadline(phrase, year=year).kind in ("recurring", "reporting")
    except DeadlineError:
        return False


def _progress(data: PlanData, row: WorkRow, at: KeyPath, made: Appendices) -> None:
    """Record what a tracker says of the work done, where it is one record of one task."""
    said = progress_of(row.values, made.year)
    phrase = row.values.get("deadline", "")
    if said.record and _is_recurring(phrase, made.year):
        said = Said(unread="; ".join(row.values[key] for key in RECORDED if row.values.get(key)))
        made.remark(at, say("recurring work: record each period with cchc progress"))
    if said.record:
        data["progress"] = said.record
        made.records += 1
        when = row.values.get("done", "")
        if re.search(r"\d\s*[/.-]\s*\d", when) and "date" not in said.record:
            made.comments[(*at, "progress")] = say(
                "“{text}” is no day of the calendar; it is in “note”: write the day into “date”",
                text=when,
            )
        if said.guessed:
            made.comments[(*at, "progress")] = say("“x” was taken for done: check")
    elif said.unread:
        data["note"] = "\n".join(str(one) for one in (data.get("note"), said.unread) if one)
        made.remark(
            at, say("what the paper says of the progress was not understood; it is in “note”")
        )
    made.not_yet += said.not_yet
    if said.not_yet and "đến hạn" in row.values.get("state", "").lower():
        _not_yet_due(data, row.values["state"], phrase, made)


def _not_yet_due(data: PlanData, words: str, phrase: str, made: Appendices) -> None:
    """Keep the words "chưa đến hạn" where the day was over when the figures closed: D014 tells of it."""
    try:
        due = read_deadline(phrase, year=made.year).due if phrase and made.figures else ()
    except DeadlineError:
        return
    if made.figures and due and due[-1] < made.figures.day:
        data["note"] = "\n".join(str(one) for one in (data.get("note"), words) if one)


def _task(
    data: PlanData, piece: RowNode, at: KeyPath, book: UnitBook, taken: set[str], made: Appendices
) -> None:
    row = piece.row
    title = row.title or row.values.get("requirement", "") or row.values.get("product", "")
    data["id"] = unique(slug(title), taken)
    if piece.number is not None:
        data["number"] = piece.number
    data["title"] = title or None
    if PERSON.match(row.values.get("lead", "")) and not row.values.get("officer"):
        row.values["officer"] = row.values.pop("lead")
    for key, field_ in TASK_FIELDS.items():
        text = row.values.get(key, "")
        if key in _OWN_WAY or not text or NOTHING.fullmatch(text) or text is title:
            continue
        if field_.kind == "units":
            data[key] = list(book.ids(text))
        elif field_.kind == "deadline":
            data[key] = _in_one_line(text, made.year)
        else:
            data[key] = text if field_.kind == "text" else " ".join(text.split())
    for key in sorted(row.serial):
        at_key = "progress" if key == "done" else key
        made.remark(
            (*at, at_key), say("the sheet has a number here, which is this day to Excel: check")
        )
    for key in row.by_post:
        made.remark((*at, key), say("read from the post of the person named here: check"))
    if targets := stated_targets(str(data.get("requirement") or ""), title):
        data["targets"] = targets
        made.comments[(*at, "targets")] = say("read from the words of the requirement: check")
    notes = [row.values["note"]] if row.values.get("note") else []
    notes += [text for heading, text in row.others if not heading]
    extra: dict[str, str] = {}
    for heading, text in row.others:
        if heading and not (id(piece) in made.codes and heading in made.points):
            extra[heading] = f"{extra[heading]}\n{text}" if heading in extra else text
    if extra:
        data["extra"] = extra
    if notes:
        data["note"] = "\n".join(notes)
    if id(piece) in made.codes:
        data["criteria"] = [made.codes[id(piece)]]
    _progress(data, row, at, made)
    if not row.title and title:
        made.comments[(*at, "title")] = say("the paper leaves the title of this task empty")

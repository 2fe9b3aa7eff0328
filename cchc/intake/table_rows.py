"""The rows of a table of tasks, whole again: repeated headers gone, cut rows joined.

A page break cuts a row in two: the second piece has an empty number cell and goes on in any of the
others. A header repeated by hand may even have such a piece hanging on its last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.intake.lines import clean, is_capitals, words_of
from cchc.intake.marks import read_mark
from cchc.intake.paper import Cell, Place, Row, Table
from cchc.intake.table_head import Head, Holds, find_head
from cchc.intake.unit_words import is_collective, is_proper
from cchc.intake.work_row import WorkRow, cell_text, part_roles, spell_dittos
from cchc.language.names import fold

_TOTAL = re.compile(r"(?:tổng|cộng)(?: cộng| số)?(?: điểm| kinh phí| nhiệm vụ)?")


@dataclass(slots=True)
class Rows:
    """What a list of tables (one list, cut or not) holds."""

    head: Head
    rows: list[WorkRow]
    above: list[str]
    """Lines that stand in the table over its header."""
    totals: list[tuple[str, Place]] = field(default_factory=list)
    """Rows that only sum up the others."""
    joined: int = 0
    repeated: int = 0


def rows_of(tables: Sequence[Table]) -> Rows | None:
    """Return the rows of `tables`, or None when the first has no header of a list of tasks."""
    head = find_head(tables[0])
    if head is None:
        return None
    above = [clean(cell.text) for row in tables[0].rows[: head.first] for cell in row.cells]
    found = Rows(head, [], [text for text in above if text])
    columns = head
    for n, table in enumerate(tables):
        own = head if n == 0 else find_head(table)
        start = own.first + own.rows if own else 0
        if n and own:
            found.repeated += 1
            columns = own
        _read(found, table, columns, start)
    return found


def _read(found: Rows, table: Table, head: Head, start: int) -> None:
    above: dict[int, tuple[Cell, int]] = {}
    for n, row in enumerate(table.rows[:start]):
        _carry(above, row, n)
    for n, row in enumerate(table.rows[start:], start):
        covered = {at: cell for at, (cell, until) in above.items() if until > n}
        _carry(above, row, n)
        if not any(clean(cell.text) for cell in row.cells):
            continue
        repeated, rest = _repeated(row, head)
        if repeated:
            found.repeated += not rest
            if rest and found.rows:
                _append(found.rows[-1], rest)
                found.joined += 1
            continue
        if _counts_columns(row):
            continue
        work = _work_row(row, table, head, covered)
        if _TOTAL.fullmatch(fold(work.title)) and not work.number and not work.given:
            cells = (" ".join(clean(cell.text).split()) for cell in row.cells)
            found.totals.append((" | ".join(text for text in cells if text), row.place))
            continue
        if found.rows and _goes_on(work, found.rows[-1], head):
            _append(found.rows[-1], {**work.values})
            found.rows[-1].others = _others_joined(found.rows[-1].others, work.others)
            found.rows[-1].pieces += 1
            found.joined += 1
        else:
            spell_dittos(work, found.rows)
            found.rows.append(work)


def _carry(above: dict[int, tuple[Cell, int]], row: Row, n: int) -> None:
    for cell in row.cells:
        for at in range(cell.column, cell.column + cell.columns):
            above[at] = (cell, n + cell.rows)


def _repeated(row: Row, head: Head) -> tuple[bool, dict[Holds, str]]:
    """Tell whether `row` repeats a row of the header, and what hangs on its headings."""
    filled = {cell.column: clean(cell.text) for cell in row.cells if clean(cell.text)}
    for texts in head.texts:
        if not set(filled) <= set(texts) or len(filled) < min(2, len(texts)):
            continue
        rest: dict[Holds, str] = {}
        for at, text in filled.items():
            folded = fold(text)
            if folded == texts[at]:
                continue
            more = _after(text, texts[at])
            if more is None:
                break
            holds = next((one.holds for one in head.columns if one.at == at), None)
            if holds:
                rest[holds] = more
        else:
            return True, rest
    return False, {}


def _after(text: str, heading: str) -> str | None:
    words = text.split()
    for n in range(1, len(words)):
        if fold(" ".join(words[:n])) == heading:
            return " ".join(words[n:])
    return None


def _counts_columns(row: Row) -> bool:
    """Tell whether `row` is the row "(1) (2) (3)" under a header."""
    texts = [clean(cell.text).strip("()[] ") for cell in row.cells]
    return len(texts) > 2 and (
        texts == [str(n) for n in range(1, len(texts) + 1)]
        or texts == [str(n) for n in range(len(texts))]
        or texts == list("ABCDEFGHIK"[: len(texts)])
    )


def _work_row(row: Row, table: Table, head: Head, covered: dict[int, Cell]) -> WorkRow:
    by_column = {column.at: column for column in head.columns}
    filled = [cell for cell in row.cells if clean(cell.text)]
    work = WorkRow("", {}, row.place)
    shared: set[Holds] = set()
    for at, cell in covered.items():
        column = by_column.get(at)
        if column and cell.column == at and column.holds != "other" and clean(cell.text):
            shared.add(column.holds)
            work.values[column.holds] = cell_text(words_of(cell))
            work.cells[column.holds] = cell.place
    for cell in filled:
        column = by_column.get(cell.column)
        spans = [
            by_column[at]
            for at in range(cell.column, cell.column + cell.columns)
            if at in by_column
        ]
        wide = len(spans) > 1 and len(spans) >= len(head.columns) // 2
        if wide and any(one.holds == "title" for one in spans):
            column = next(one for one in spans if one.holds == "title")
            work.merged = True
        text = cell_text(words_of(cell))
        if column is None or column.holds == "other":
            work.others.append((column.heading if column else "", text))
        else:
            old = "" if column.holds in shared else work.values.get(column.holds, "")
            shared.discard(column.holds)
            work.values[column.holds] = f"{old}\n{text}" if old else text
            work.cells[column.holds] = cell.place
    if work.merged and "number" not in work.values:
        _number_beside(work)
    if "number" in work.values:
        number = work.values.pop("number")
        work.number = "" if "number" in shared else " ".join(number.split())
    work.shared = frozenset(shared)
    part_roles(work)
    if not work.title and _looks_like_group(work, filled, table):
        # A group name that stands in the number column, or under another heading.
        only = filled[0]
        work.values = {"title": cell_text(words_of(only))}
        work.cells = {"title": only.place}
        work.others, work.number, work.merged = [], "", True
    if not work.number:
        _typed_number(work, head)
    work.bold = bool(filled) and all(
        cell.bold or re.fullmatch(r"\s*<b>.*</b>\s*", cell.text, re.S) for cell in filled
        if cell.column != 0 or len(filled) == 1
    )  # fmt: skip
    return work


def _number_beside(work: WorkRow) -> None:
    """Take the number of a group that stands left of its name, under whatever heading that is."""
    for key, text in work.values.items():
        if key != "title" and re.fullmatch(r"(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\.?", text):
            work.values["number"] = work.values.pop(key)
            work.cells["number"] = work.cells.pop(key, work.place)
            return


def _looks_like_group(work: WorkRow, filled: list[Cell], table: Table) -> bool:
    if len(filled) != 1:
        return False
    text = clean(filled[0].text)
    return (
        len(text) > 6
        and (filled[0].columns > 1 or is_capitals(text) or filled[0].bold)
        and bool(re.search(r"[^\W\d_]{2}", text))
        and (filled[0].column == 0 or filled[0].columns > 1)
    )


def _typed_number(work: WorkRow, head: Head) -> None:
    """Take a number typed before the title for the row's own, where its cell has none."""
    mark, rest = read_mark(work.title)
    has_column = any(column.holds == "number" for column in head.columns)
    if mark is None or mark.kind in ("dash", "plus", "letter") or not rest:
        return
    if has_column and not work.merged and not is_capitals(rest):
        return
    work.number, work.typed = mark.bare, True
    work.values["title"] = rest.strip()


def _goes_on(work: WorkRow, last: WorkRow, head: Head) -> bool:
    """Tell whether `work` is the rest of the row above it."""
    if work.number or work.merged or not any(column.holds == "number" for column in head.columns):
        return not work.number and not work.merged and not work.title and bool(work.values)
    title = work.title
    if work.shared and ("title" in work.shared or "number" in work.shared):
        return "title" in work.shared and not _differs(work, last)
    if not title:
        return True
    if read_mark(title)[0] is None and (title[0].islower() or title[0] in ",;.)"):
        return True
    if work.alone:
        return not (
            is_capitals(title) or (work.bold and not last.alone)
        ) and not last.title.endswith((".", ";"))
    lead = work.values.get("lead", "")
    complete = bool(work.values.get("deadline")) or is_proper(lead) or is_collective(lead)
    return not complete and not last.title.endswith((".", ";"))


def _differs(work: WorkRow, last: WorkRow) -> bool:
    """Tell whether a row that shares its title with the one above is work of its own."""
    keys: Iterator[Holds] = (key for key in ("deadline", "lead") if key not in work.shared)
    return any(work.values.get(key, "") not in ("", last.values.get(key, "")) for key in keys)


def _append(row: WorkRow, more: dict[Holds, str]) -> None:
    for key, text in more.items():
        if not text or (key in row.shared and row.values.get(key) == text):
            continue
        old = row.values.get(key, "")
        if old == text and key in ("lead", "support", "deadline"):
            continue
        sign = "\n" if read_mark(text)[0] is not None else " "
        row.values[key] = f"{old}{sign}{text}" if old else text


def _others_joined(
    old: list[tuple[str, str]], more: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    joined = dict(old)
    for heading, text in more:
        joined[heading] = f"{joined[heading]} {text}" if heading in joined else text
    return list(joined.items())

"""The rows of a table of tasks, whole again: repeated headers gone, cut rows joined.

A page break cuts a row in two: the second piece has an empty number cell and goes on in any of the
others. A header repeated by hand may even have such a piece hanging on its last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.intake.body.dated_stretch import read_reporting_day
from cchc.intake.lines import Line, clean, is_capitals, words_of
from cchc.intake.marks import read_mark
from cchc.intake.office_paper import Cell, Place, Row, Table
from cchc.intake.tables.head import TableHead, find_head
from cchc.intake.tables.head_column import Holds
from cchc.intake.tables.kind import is_note, is_placeholder, is_signing, is_total
from cchc.intake.tables.row_cells import work_row
from cchc.intake.tables.work_row import WorkRow, spell_dittos
from cchc.intake.units.words import is_collective, is_proper
from cchc.language.names import fold


@dataclass(slots=True)
class ReadRows:
    """What a list of tables (one list, cut or not) holds."""

    head: TableHead
    rows: list[WorkRow]
    above: list[str]
    """Lines that stand in the table over its header."""
    apart: list[tuple[str, Place]] = field(default_factory=list)
    """Rows that are no work: sums, signatures, notes."""
    joined: int = 0
    repeated: int = 0


def rows_of(tables: Sequence[Table], groups: Sequence[Line | None] = ()) -> ReadRows | None:
    """Return the rows of `tables`, or None when the first has no header of a list of tasks.

    `groups` are the headings that stand as lines over the tables.
    """
    head = find_head(tables[0])
    if head is None:
        return None
    above = [clean(cell.text) for row in tables[0].rows[: head.first] for cell in row.cells]
    found = ReadRows(head, [], [text for text in above if text])
    columns = head
    for n, table in enumerate(tables):
        own = head if n == 0 else find_head(table)
        start = own.first + own.rows if own else 0
        if n and own:
            found.repeated += 1
            columns = own
        if n < len(groups) and (group := groups[n]) is not None:
            number = group.mark.bare if group.mark else ""
            found.rows.append(
                WorkRow(number, {"title": group.text}, group.place, merged=True, heading=True)
            )
        _read(found, table, columns, start)
    return found


def _read(found: ReadRows, table: Table, head: TableHead, start: int) -> None:
    above: dict[int, tuple[Cell, int]] = {}
    signed = False
    for n, row in enumerate(table.rows[:start]):
        _carry(above, row, n)
    for n, row in enumerate(table.rows[start:], start):
        covered = {at: cell for at, (cell, until) in above.items() if until > n}
        _carry(above, row, n)
        if not any(clean(words_of(cell)) for cell in row.cells):
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
        texts = [" ".join(clean(words_of(cell)).split()) for cell in row.cells]
        texts = [text for text in texts if text]
        if is_placeholder(texts):
            continue
        work = work_row(row, head, covered)
        signed = signed or is_signing([words_of(cell) for cell in row.cells if clean(cell.text)])
        beside = [work.values.get(key) for key in ("lead", "support", "deadline", "number")]
        given = any(text and not is_total([text], given=False) for text in beside)
        if (signed and not work.number) or is_note(texts) or is_total(texts, given=given):
            found.apart.append((" | ".join(texts), row.place))
            continue
        if found.rows and _goes_on(work, found.rows[-1], head):
            own = {key: text for key, text in work.values.items() if key not in work.shared}
            _append(found.rows[-1], own, listed=_is_listed(work, found.rows[-1]))
            found.rows[-1].others = _others_joined(found.rows[-1].others, work.others)
            found.rows[-1].internal += work.internal
            found.rows[-1].pieces += 1
            found.joined += 1
        else:
            spell_dittos(work, found.rows)
            found.rows.append(work)


def _carry(above: dict[int, tuple[Cell, int]], row: Row, n: int) -> None:
    for cell in row.cells:
        for at in range(cell.column, cell.column + cell.columns):
            above[at] = (cell, n + cell.rows)


def _repeated(row: Row, head: TableHead) -> tuple[bool, dict[Holds, str]]:
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


def _goes_on(work: WorkRow, last: WorkRow, head: TableHead) -> bool:
    """Tell whether `work` is the rest of the row above it."""
    if work.number or work.merged or not any(column.holds == "number" for column in head.columns):
        return not work.number and not work.merged and not work.title and bool(work.values)
    title = work.title
    if "number" in work.shared and ("title" in work.shared or not title):
        # One number with several products or days, one below the other; another lead has work of its own.
        return work.values.get("lead", "") in ("", last.values.get("lead", ""))
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


def _is_listed(work: WorkRow, last: WorkRow) -> bool:
    """Tell whether the cells of `work` stand below those above as items of a list, each whole."""
    days = (last.values.get("deadline", ""), work.values.get("deadline", ""))
    return "number" in work.shared or (
        not work.title and all(read_reporting_day(one, 2026) for one in days)
    )


def _append(row: WorkRow, more: dict[Holds, str], *, listed: bool = False) -> None:
    for key, text in more.items():
        if not text or (key in row.shared and row.values.get(key) == text):
            continue
        old = row.values.get(key, "")
        if old == text and key in ("lead", "support", "deadline"):
            continue
        sign = "\n" if read_mark(text)[0] is not None else " "
        if listed and key in ("product", "deadline", "evidence"):
            old, sign = old.rstrip(" ;."), "; "
        row.values[key] = f"{old}{sign}{text}" if old else text


def _others_joined(
    old: list[tuple[str, str]], more: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    joined = dict(old)
    for heading, text in more:
        joined[heading] = f"{joined[heading]} {text}" if heading in joined else text
    return list(joined.items())

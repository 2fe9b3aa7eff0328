"""Which columns of a table hold what is known of the progress of tasks.

Cchc's own headings first, then the words that offices use for a tracker, as `cchc import` reads them;
`cchc.toml` may name odd ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc.edit.progress.cell_values import cell_text
from cchc.edit.progress.request_error import RefusalError, RequestField
from cchc.errors import UserError
from cchc.intake.tables.heading_words import holds
from cchc.language.names import bare
from cchc.messages import Message, say
from cchc.read.configuration import COLUMNS, ProgressColumn
from cchc.read.tables.spreadsheet import CellContent, Sheet, SheetRow

_OWN: dict[ProgressColumn, tuple[str, ...]] = {
    "plan": ("plan", "ke hoach", "ma ke hoach"),
    "task": ("task", "ma", "ma/stt", "stt", "ma nhiem vu", "so thu tu", "tt"),
    "occurrence": ("occurrence", "ky", "ky bao cao"),
    "state": ("state", "tinh trang", "trang thai"),
    "date": ("date", "ngay", "ngay hoan thanh"),
    "evidence": ("evidence", "tai lieu kiem chung", "minh chung"),
    "note": ("note", "ghi chu"),
}
_BY_OWN = {heading: key for key, headings in _OWN.items() for heading in headings}
_BY_OFFICE: dict[str, ProgressColumn] = {
    "number": "task", "title": "title", "deadline": "deadline", "state": "state",
    "percent": "percent", "done": "date", "evidence": "evidence", "note": "note",
}  # fmt: skip
SAID: tuple[ProgressColumn, ...] = ("state", "percent", "date", "evidence", "note")
"""The columns that say something of progress."""
_HEADER_WITHIN = 20
"""Rows in which the header is looked for, below a title and the name of the office."""
NAMES: dict[ProgressColumn, Message] = {
    "plan": say("plan"), "task": say("number or id"), "title": say("task"),
    "occurrence": say("period"), "deadline": say("deadline"), "state": say("state"),
    "percent": say("percent"), "date": say("date"), "evidence": say("evidence"), "note": say("note"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableFault:
    """What is wrong with one cell."""

    where: str
    header: str
    error: UserError


@dataclass(frozen=True, slots=True)
class ProgressTable:
    """A table of progress: its header, where each thing stands in it, and its rows."""

    sheet: Sheet
    header: SheetRow
    columns: Mapping[ProgressColumn, Sequence[int]]
    rows: tuple[SheetRow, ...]

    def value(self, row: SheetRow, key: ProgressColumn) -> CellContent:
        """Return the first filled cell of its columns ("Mã" before "STT" if both)."""
        return next((row.cell(n) for n in self.columns.get(key, ()) if row.cell(n)), "")

    def text(self, row: SheetRow, key: ProgressColumn) -> str:
        """Return that cell as text."""
        return cell_text(self.value(row, key))

    def fault(self, row: SheetRow, error: UserError) -> TableFault:
        """Return `error` at the cell of its field, or at the task when that has no column."""
        field: RequestField = error.field if isinstance(error, RefusalError) else "task"
        held: tuple[ProgressColumn, ...] = (
            field,
            "state" if field == "date" else "task",
            "task",
            "title",
        )
        columns = next(self.columns[key] for key in held if key in self.columns)
        column = next((n for n in columns if row.cell(n)), columns[0])
        return TableFault(self.sheet.where(row, column), str(self.header.cell(column)), error)

    def says_something(self, row: SheetRow) -> bool:
        """Tell whether a row says anything of progress."""
        return any(self.value(row, key) for key in SAID)

    def headings(self) -> Iterator[tuple[str, ProgressColumn | None]]:
        """Yield each heading with what its column holds; None: it is not used."""
        meaning = {n: key for key, columns in self.columns.items() for n in columns}
        for n, cell in enumerate(self.header.cells):
            if cell:
                yield cell_text(cell), meaning.get(n)


def find_table(sheet: Sheet, named: Mapping[str, str], *, with_plan: bool) -> ProgressTable | None:
    """Return the table of a sheet, or None where no row can be its header.

    `named`: headings with what they mean, from `cchc.toml`; `with_plan`: the plan must be a column.
    """
    for index, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns = _columns(row, named)
        about = columns.keys() & {"task", "title"}
        if about and columns.keys() & {"state", "percent", "date"}:
            if with_plan and "plan" not in columns:
                continue
            return ProgressTable(sheet, row, columns, sheet.rows[index + 1 :])
    return None


def nearest_header(
    sheets: Sequence[Sheet], named: Mapping[str, str]
) -> tuple[SheetRow, set[ProgressColumn]]:
    """Return the row that is most like a header, and what its columns hold."""
    rows = [row for sheet in sheets for row in sheet.rows[:_HEADER_WITHIN]]
    found = [(row, set(_columns(row, named))) for row in rows]
    return max(found, key=lambda one: len(one[1]), default=(SheetRow(0, ()), set()))


def _columns(row: SheetRow, named: Mapping[str, str]) -> dict[ProgressColumn, list[int]]:
    meant = {bare(heading): key for heading, key in named.items()}
    columns: dict[ProgressColumn, list[int]] = {}
    for n, cell in enumerate(row.cells):
        heading = bare(cell_text(cell))
        key = (
            meant.get(heading)
            or _BY_OWN.get(heading)
            or _BY_OFFICE.get(holds(cell_text(cell)) or "")
        )
        known = next((one for one in COLUMNS if one == key), None)
        if known:
            columns.setdefault(known, []).append(n)
    return columns

"""A table or sheet of short names: what each means, taken for the names of units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cchc.intake.lines import clean
from cchc.intake.office_paper import Row, Table
from cchc.language.names import fold

_SHORT = re.compile(
    r"(?:(?:từ|chữ|tên|cụm từ|ký hiệu|các (?:từ|chữ)) )*(?:viết tắt|ngắn gọn|rút gọn)(?: (?:đơn vị|cơ quan))?|ký hiệu|tên ngắn|tên gọi tắt"
)
_FULL = re.compile(
    r"(?:tên |cụm từ |nội dung |nghĩa |diễn giải |viết |chữ )*(?:đầy đủ|đơn vị|cơ quan|cơ quan đơn vị|phòng ban|nghĩa|diễn giải|nội dung|cụm từ)"
    r"(?: đầy đủ| viết tắt)?|tên đơn vị đầy đủ|ý nghĩa"
)
_LONGEST_SHORT = 20


def short_names_of(table: Table) -> dict[str, str]:
    """Return what each short name of a table means, the short ones folded; empty: it is another table."""
    if not table.rows:
        return {}
    heads = {cell.column: fold(_flat(cell.text)) for cell in table.rows[0].cells}
    short = next((at for at, text in heads.items() if _SHORT.fullmatch(text)), None)
    full = next((at for at, text in heads.items() if at != short and _FULL.fullmatch(text)), None)
    if short is None or full is None:
        return {}
    found: dict[str, str] = {}
    for row in table.rows[1:]:
        cells = {cell.column: _flat(cell.text) for cell in row.cells}
        if cells.get(short) and cells.get(full) and len(cells[short]) <= _LONGEST_SHORT:
            found.setdefault(fold(cells[short]), cells[full])
    return found


def without_units(table: Table, used: Iterable[str]) -> Table | None:
    """Return the rows of a table of short names that stand for no unit in `used`; None: there are none."""
    names = {fold(one) for one in used}
    left = tuple(row for row in table.rows[1:] if not _texts(row) & names and any(_texts(row)))
    return replace(table, rows=(table.rows[0], *left)) if left else None


def _texts(row: Row) -> set[str]:
    return {fold(text) for cell in row.cells if (text := _flat(cell.text))}


def _flat(text: str) -> str:
    return " ".join(clean(text).split())

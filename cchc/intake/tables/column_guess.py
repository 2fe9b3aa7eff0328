"""What a column holds whose heading does not tell: told from its cells, and said in the report.

A heading that should tell belongs to the field's words (`columns` in `cchc/model/task.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from cchc.intake.lines import clean
from cchc.intake.units.words import is_collective, is_proper
from cchc.language.deadline import DeadlineError, read_deadline
from cchc.language.names import fold
from cchc.language.persons import are_persons

if TYPE_CHECKING:
    from cchc.intake.office_paper import Table
    from cchc.intake.tables.head_column import HeadColumn

_NEITHER = re.compile(
    r".*\b(?:được|chịu) (?:kiểm tra|thanh tra|giám sát|khảo sát)|đối tượng|thành phần|địa (?:điểm|chỉ)|căn cứ|lý do|nguyên nhân|nơi "
)
"""Headings of units and times that are neither who does the work nor when."""
_LOOKED_AT = 12
"""Cells of a column that are looked at."""
_MOST = 0.7
"""So many of them must be of one kind."""
_TOO_FEW = 3
"""Fewer cells do not speak against a heading."""
_FEWEST = 0.2
"""A column of deadlines has more times than that."""


def guess_columns(columns: Sequence[HeadColumn], table: Table, start: int) -> None:
    """Set what unknown columns hold, where tasks, who does them or when has no column by its heading.

    `start` is the first row below the header.
    """
    held = {column.holds for column in columns}
    for holds, fits in _KINDS:
        if holds in held:
            continue
        unknown = [column for column in columns if column.holds == "other" and column.heading
                   and not _NEITHER.match(fold(column.heading))]  # fmt: skip
        found = next((one for one in unknown if fits(_cells(table, start, one.at))), None)
        if found is not None:
            found.holds, found.guessed = holds, True
            held.add(holds)


def names_persons(table: Table, start: int, at: int) -> bool:
    """Tell whether the cells of a column below `start` are names of persons."""
    cells = _cells(table, start, at)
    return bool(cells) and sum(map(are_persons, cells)) >= _MOST * len(cells)


def holds_numbers(table: Table, start: int, at: int) -> bool:
    """Tell whether the cells of a column below `start` are bare numbers."""
    cells = _cells(table, start, at)
    return bool(cells) and all(re.fullmatch(r"\d+(?:[.,]\d+)?", one) for one in cells)


def only_counts(table: Table, start: int, held: Mapping[int, str | None]) -> bool:
    """Tell whether a table only counts: "Lĩnh vực | Số phiếu | Ghi chú", without work, who does it or when.

    `start` is the first row below the header, `held` what each column holds by its heading.
    """
    counted = [
        at
        for at, key in held.items()
        if key != "number" and _mostly(_is_count)(_cells(table, start, at))
    ]
    named = [at for at, key in held.items()
             if at not in counted and key not in ("number", "note", "officer", "leader")]  # fmt: skip
    times = any(held[at] in ("deadline", "period") for at in counted)
    return (
        bool(counted) and not times and len(named) == 1 and held[named[0]] in (None, "area", "lead")
    )


def doubt_deadline(columns: Sequence[HeadColumn], table: Table, start: int) -> None:
    """Take a deadline away from a column whose cells are no times, where those of another one are.

    `start` is the first row below the header.
    """
    for column in columns:
        if column.holds != "deadline" or column.periods:
            continue
        cells = _cells(table, start, column.at)
        if len(cells) < _TOO_FEW or sum(map(_is_time, cells)) > _FEWEST * len(cells):
            continue
        if any(_mostly(_is_time)(_cells(table, start, one.at)) for one in columns
               if one.holds == "other" and one.heading and not _NEITHER.match(fold(one.heading))):  # fmt: skip
            column.holds = "other"


def _cells(table: Table, start: int, at: int) -> list[str]:
    texts = (
        " ".join(clean(cell.text).split())
        for row in table.rows[start:]
        for cell in row.cells
        if cell.column == at and cell.columns == 1
    )
    filled = list(dict.fromkeys(text for text in texts if text))
    return filled[:_LOOKED_AT]


def _mostly(is_one: Callable[[str], bool]) -> Callable[[list[str]], bool]:
    return lambda cells: len(cells) > 1 and sum(map(is_one, cells)) >= _MOST * len(cells)


def _is_time(text: str) -> bool:
    try:
        return read_deadline(text, year=2026, remarks=False).kind != "missing"
    except DeadlineError:
        return False


def _is_count(text: str) -> bool:
    return re.fullmatch(r"\d[\d., ]*(?:%|đồng|triệu đồng|phiếu)?", text) is not None


def _is_unit(text: str) -> bool:
    return is_proper(text) or is_collective(text)


def _is_work(text: str) -> bool:
    return len(text.split()) > 3 and not _is_time(text) and not _is_unit(text)


_KINDS: tuple[tuple[str, Callable[[list[str]], bool]], ...] = (
    ("deadline", _mostly(_is_time)),
    ("title", _mostly(_is_work)),
    ("lead", _mostly(_is_unit)),
    ("support", _mostly(_is_unit)),
)

"""Printed numbers that are kept by hand and are no slip: codes, and tables that go on counting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.intake.tables.task_tree import RowNode

_CODE = re.compile(r"[^\W\d_]{1,6}[-. /]?\d[\w.-]*")


def is_code(number: str) -> bool:
    """Tell whether a number is a code of the office's own: "CĐ01", "TTHC-2"."""
    return _CODE.fullmatch(number) is not None


def tasks_of(pieces: list[RowNode]) -> Iterator[RowNode]:
    """Yield the tasks among `pieces` and below their areas, in printed order."""
    for piece in pieces:
        if piece.area:
            yield from tasks_of(piece.items)
        else:
            yield piece


def last_number(pieces: list[RowNode]) -> int:
    """Return the number of the last task: the printed one, else how many tasks there are."""
    tasks = list(tasks_of(pieces))
    number = (tasks[-1].number or "").rstrip(".)") if tasks else ""
    return int(number) if number.isdecimal() else len(tasks)


def go_on(pieces: list[RowNode], before: int) -> bool:
    """Tell whether the numbers by hand of a table only count on from `before`, the last of the table above."""
    numbers = [(piece.number or "").rstrip(".)") for piece in tasks_of(pieces)]
    return bool(before) and numbers == [str(before + n) for n in range(1, len(numbers) + 1)]

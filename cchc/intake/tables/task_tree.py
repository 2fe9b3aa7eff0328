"""From the rows of a table to areas with tasks: which row is a group, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise

from cchc.intake.lines import is_capitals
from cchc.intake.marks import MarkKind, read_mark
from cchc.intake.tables.work_row import WorkRow


@dataclass(slots=True)
class RowNode:
    """A task, or an area with what stands under it."""

    row: WorkRow
    area: bool = False
    items: list[RowNode] = field(default_factory=list)
    number: str | None = None
    """The printed number, where it is not the one that is computed."""


def bare_number(number: str) -> str:
    """Return a number without its closing sign: "2.1." is "2.1"."""
    return re.sub(r"\s+", "", number).strip(".):-")


@lru_cache(maxsize=4096)
def style(number: str) -> MarkKind | None:
    """Return the kind of number: roman, arabic, decimal, letter or none of them."""
    if not bare_number(number):
        return None
    mark, rest = read_mark(f"{bare_number(number)}. X")
    return mark.kind if mark is not None and rest.strip() == "X" else None


def tree(rows: list[WorkRow]) -> list[RowNode]:
    """Return the tasks and areas of a table in printed order."""
    _fill_gaps(rows)
    work = [one for one in rows if one.given] or [one for one in rows if not one.alone]
    tasks = {style(one.number) for one in work if one.number}
    areas = [_is_area(rows, n, tasks) for n in range(len(rows))]
    root = RowNode(WorkRow("", {}, rows[0].place)) if rows else None
    if root is None:
        return []
    stack: list[tuple[str, RowNode]] = [("", root)]
    group = ""
    for row, area in zip(rows, areas, strict=True):
        if (
            (name := row.values.get("area"))
            and "area" not in row.shared
            and name != group
            and not area
        ):
            group = name
            heading = RowNode(
                WorkRow("", {"title": name}, row.place, {"title": row.cells["area"]}), True
            )
            del stack[1:]
            root.items.append(heading)
            stack.append(("column", heading))
        piece = RowNode(row, area)
        _leave(stack, row, area)
        stack[-1][1].items.append(piece)
        if area:
            stack.append((_level(row), piece))
    return root.items


def _fill_gaps(rows: list[WorkRow]) -> None:
    """Give a row without a number the one that is missing before the next: between 8.1.5 and 8.3
    it is 8.2, and so stands outside 8.1.
    """
    numbers = {bare_number(row.number) for row in rows}
    for row, after in pairwise(rows):
        above, _, last = bare_number(after.number).rpartition(".")
        if row.number or row.alone or not above or not last.isdigit() or int(last) < 2:
            continue
        missing = f"{above}.{int(last) - 1}"
        if missing not in numbers:
            row.number = missing
            numbers.add(missing)


def _level(row: WorkRow) -> str:
    """Return what areas of one level have in common: the style and depth of their numbers."""
    kind = style(row.number)
    if kind == "decimal":
        return f"decimal{bare_number(row.number).count('.')}"
    if kind is not None:
        return kind
    return "capitals" if is_capitals(row.title) else "plain"


def _leave(stack: list[tuple[str, RowNode]], row: WorkRow, area: bool) -> None:
    """Leave the areas that `row` does not stand in."""
    number = bare_number(row.number)
    if area:
        level = _level(row)
        levels = [one for one, _ in stack]
        if level in levels:
            del stack[levels.index(level) :]
            return
        if level in ("roman", "upper", "part"):
            del stack[1:]
            return
    if style(row.number) not in ("decimal", "arabic") or not number:
        return
    while len(stack) > 1:
        above = bare_number(stack[-1][1].row.number)
        decimal = style(stack[-1][1].row.number) == "decimal"
        if _counts_on_above(stack[-1][1], number):
            stack.pop()
            return
        if "." not in number and not decimal:
            return
        if not above or not (decimal or style(above) == "arabic"):
            return
        if number == above or number.startswith(f"{above}."):
            return
        if not decimal and "." in number and not area:
            return
        if "." not in number and not area:
            return
        stack.pop()


def _counts_on_above(area: RowNode, number: str) -> bool:
    """Tell whether task "2" goes on counting the area "1", which holds tasks 1.1, 1.2."""
    above = bare_number(area.row.number)
    inside = [bare_number(one.row.number) for one in area.items if one.row.number]
    return (
        bool(inside)
        and all(one.startswith(f"{above}.") for one in inside)
        and number.isdigit()
        and above.isdigit()
        and int(number) == int(above) + 1
    )


def _counts_on(rows: list[WorkRow], n: int, number: str) -> bool:
    """Tell whether a row goes on counting the tasks before it: 45 after 44, where areas are I, II."""
    if not number.isdigit():
        return False
    before = next(
        (bare_number(one.number) for one in reversed(rows[:n]) if not one.alone and one.number), ""
    )
    return before.isdigit() and int(number) == int(before) + 1 and int(number) > 1


def _is_area(rows: list[WorkRow], n: int, tasks: Collection[MarkKind | None]) -> bool:
    """Tell whether row `n` is a group; `tasks` are the kinds of numbers that rows of work have."""
    row = rows[n]
    if row.heading:
        return True
    if not row.alone:
        return _is_scored_area(rows, n, tasks)
    number, kind = bare_number(row.number), style(row.number)
    if row.merged:
        return not _counts_on(rows, n, number)
    if not number:
        return is_capitals(row.title) or row.bold
    if kind in ("roman", "upper", "part") and kind not in tasks:
        return True
    for other in (bare_number(one.number) for one in islice(rows, n + 1, None)):
        if other.startswith(f"{number}."):
            return True
        if other and other != number:
            break
    if kind not in tasks:
        return True
    following = next((one for one in islice(rows, n + 1, None) if one.number), None)
    return row.bold and following is not None and not following.bold and kind != "decimal"


def _is_scored_area(rows: list[WorkRow], n: int, tasks: Collection[MarkKind | None]) -> bool:
    """Tell whether row `n` is a group that only has points beside its name: "1 THỂ CHẾ | 10".

    Nobody does its work and no day is set for it, the rows it numbers have both.
    """
    row = rows[n]
    number, kind = bare_number(row.number), style(row.number)
    if row.given or not number or not row.title:
        return False
    inside = [one for one in islice(rows, n + 1, None) if one.number]
    if kind in ("roman", "upper", "part") and kind not in tasks:
        return any(one.given for one in inside)
    below = [one for one in inside if bare_number(one.number).startswith(f"{number}.")]
    return bool(below and inside[0] is below[0]) and any(one.given for one in below)

"""The numbers of rows: how a table counts, and which printed numbers are kept by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

from cchc.intake.tables.task_tree import RowNode, bare_number, style
from cchc.language.numbering import AreaNumbering
from cchc.language.numbering import rows as numbered_rows
from cchc.model.plan import Appendix, Area
from cchc.model.task import Task

RowNumbering = Literal["running", "area", "level"]
_LETTER = re.compile("[A-BD-HJ-UW-ZĐ]")
"""A letter that is no Roman number."""
_CODE = re.compile(r"[^\W\d_]{1,6}[-. /]?\d[\w.-]*")
_SHORT_LIST = 12
"""So many rows may have their numbers by hand; more would only be in the way."""


def number_pieces(pieces: list[RowNode]) -> tuple[RowNumbering, AreaNumbering]:
    """Set `number` where the printed number is not the computed one; return the two schemes.

    The schemes are those with the fewest numbers by hand.
    """
    several = _of_one_number(pieces, [])
    best: (
        tuple[int, tuple[RowNumbering, AreaNumbering], list[tuple[RowNode, str | None]]] | None
    ) = None
    numbering: RowNumbering
    area_numbering: AreaNumbering
    area_numberings: tuple[AreaNumbering, ...] = ("roman", "arabic")
    if any(piece.area and _LETTER.fullmatch(bare_number(piece.row.number)) for piece in pieces):
        area_numberings = get_args(AreaNumbering)
    for numbering in ("running", "area", "level"):
        for area_numbering in area_numberings:
            wrong = _mismatches(pieces, numbering, area_numbering)
            count = sum(number is not None for _, number in wrong)
            if best is None or count < best[0]:
                best = (count, (numbering, area_numbering), wrong)
    assert best is not None
    for piece, number in best[2]:
        lettered = number is not None and style(piece.row.number) == "letter"
        piece.number = piece.row.number.strip() if lettered else number
    for piece in several:
        piece.number = bare_number(piece.row.number)
    _keep_odd_signs(pieces)
    return best[1]


def _of_one_number(pieces: list[RowNode], before: list[RowNode]) -> list[RowNode]:
    """Give the tasks beside one merged number that number, and return them: each keeps it by hand."""
    found: list[RowNode] = []
    for piece in pieces:
        if piece.area:
            found += _of_one_number(piece.items, before)
            continue
        if "number" in piece.row.shared and before and before[-1].row.number:
            piece.row.number = before[-1].row.number
            found += [one for one in (before[-1], piece) if one not in found]
        before.append(piece)
    return found


def _keep_odd_signs(pieces: list[RowNode]) -> None:
    """Keep numbers as printed where few have a closing sign, or lack it: "I." beside "II", "III".

    Where a few lack it all are kept, in a short list; cchc prints the numbers of rows without any.
    """
    printed = [piece for piece in pieces if piece.row.number and not piece.row.typed]
    signed = [piece for piece in printed if piece.row.number.strip()[-1] in ".)"]
    bare = len(printed) - len(signed)
    kept = signed if len(signed) < bare else []
    if 0 < bare < len(signed) and len(printed) <= _SHORT_LIST:
        kept = printed
    for piece in kept:
        piece.number = piece.number or "".join(piece.row.number.split())
    for piece in pieces:
        _keep_odd_signs(piece.items)


def _mismatches(
    pieces: list[RowNode], numbering: RowNumbering, area_numbering: AreaNumbering
) -> list[tuple[RowNode, str | None]]:
    order: list[RowNode] = []
    areas = [piece for piece in pieces if piece.area]
    tasks = [piece for piece in pieces if not piece.area]

    def build(piece: RowNode) -> Task | Area:
        return area(piece) if piece.area else task(piece)

    def task(piece: RowNode) -> Task:
        order.append(piece)
        return Task.model_construct(id="x", title="x", number=None)

    def area(piece: RowNode) -> Area:
        order.append(piece)
        inside = tuple(build(inner) for inner in piece.items)
        return Area.model_construct(title="x", number=None, tasks=inside)

    built = tuple(area(piece) for piece in areas)
    loose = tuple(task(piece) for piece in tasks)
    appendix = Appendix.model_construct(
        title="x", numbering=numbering, area_numbering=area_numbering, areas=built, tasks=loose
    )
    found: list[tuple[RowNode, str | None]] = []
    for piece, computed in zip(order, numbered_rows(appendix), strict=True):
        printed = bare_number(piece.row.number)
        same = not printed or printed == computed.number or printed.lstrip("0") == computed.number
        found.append((piece, None if same else printed))
    return found


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

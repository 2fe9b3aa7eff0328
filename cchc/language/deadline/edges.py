"""Grammar of the first days, the beginning and the middle of any month or quarter."""

from __future__ import annotations

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import WHOLE_MONTH
from cchc.language.deadline.nodes import Anchor, NamedDay
from cchc.language.deadline.stretches import early_doubt
from cchc.language.deadline.words import Sign

_ANCHORS: dict[Sign, Anchor] = {"month": "month", "quarter": "quarter"}


def first_days(c: Cursor) -> NamedDay | None:
    """`[trong] 05 ngày đầu tháng`, `10 ngày đầu của quý`."""
    start = c.at
    number = c.take("number")
    if number and 1 <= number.value <= 28 and c.take("day") and c.take("first"):
        c.take("of")
        c.take("every", "each")
        unit = c.take("month", "quarter")
        if unit and c.sign() not in ("number", "numeral", "roman", "ordinal"):
            return NamedDay((number.value,), anchor=_ANCHORS[unit.sign], place=1)
    c.at = start
    return None


def bare_edge(c: Cursor) -> NamedDay | None:
    """`đầu tháng`, `giữa quý` of no month or quarter in particular."""
    start = c.at
    edge = c.take("first", "middle")
    c.take("every")
    unit = c.take("month", "quarter")
    if edge is None or unit is None or c.sign() in ("number", "numeral", "roman", "ordinal"):
        c.at = start
        return None
    doubt = early_doubt(c.between(start, c.at))
    if unit.sign == "month":
        return NamedDay((10 if edge.sign == "first" else 15,), anchor="month", doubt=doubt)
    if edge.sign == "first":
        return NamedDay((WHOLE_MONTH,), anchor="quarter", place=1, doubt=doubt)
    return NamedDay((15,), anchor="quarter", place=2, doubt=doubt)

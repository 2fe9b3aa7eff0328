"""One measure has two values in the same plan.

Why: 90 % in one row and 100 % in another: whoever reports picks the easier one, and the appraiser the
harder.

Source: the principle of sáu rõ, "rõ kết quả".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            requirement: Đạt từ 90% trở lên
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, at_least: 90, unit: "%"}]
          - id: b
            title: Cấp kết quả
            requirement: Đạt 100%
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, exactly: 100, unit: "%"}]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            requirement: Đạt 100%
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, exactly: 100, unit: "%"}]
"""

import re
from datetime import date
from typing import NamedTuple

from cchc.language.names import fold
from cchc.model.work import Target
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "T005"
SEVERITY = Severity.WARNING

_EMPTY = re.compile(r"^(?:(?:tỷ|tỉ) lệ|mức|thực hiện) ")
"""Words before a measure that do not make it another."""


class _Stated(NamedTuple):
    """A value given to a measure, how great it is, and by when; None: no one day."""

    shown: str
    size: float
    due: date | None


def check(facts: Facts) -> Hits:
    """Find targets whose measure was given another value before.

    A value that rises from one last day to a later one is no conflict.
    """
    first: dict[tuple[str, str], list[_Stated]] = {}
    for place, target, _ in facts.targets:
        key = (_EMPTY.sub("", fold(target.measure)), target.unit or "")
        stated = _Stated(_value(target), _size(target), facts.last_days.get(place[:-2]))
        values = first.setdefault(key, [])
        earlier = next((one for one in values if _conflict(one, stated)), None)
        values.append(stated)
        if earlier:
            yield Hit(
                place,
                say("“{measure}” is {value} here and {earlier} further up",
                    measure=target.measure, value=stated.shown, earlier=earlier.shown),
                say("give the measure one value, or say what is different here"),
            )  # fmt: skip


def _conflict(one: _Stated, other: _Stated) -> bool:
    if one.shown == other.shown:
        return False
    if one.due is None or other.due is None or one.due == other.due:
        return True
    return (one.due < other.due) != (one.size < other.size)


def _size(target: Target) -> float:
    number = target.exactly or target.at_least or target.at_most or "0"
    return float(str(number).replace(",", "."))


def _value(target: Target) -> str:
    marks = (("≥ ", target.at_least), ("≤ ", target.at_most), ("", target.exactly))
    return ", ".join(f"{mark}{value}" for mark, value in marks if value)

"""The date of a cited document does not exist.

Why: 31/6 or 30/02 is a typing slip that every later report would repeat.

Source: the calendar.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 31/6/2021 của Chính phủ ban hành Chương trình tổng thể
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._citations import hits
from cchc.rules._facts import Facts

CODE = "C008"
NAME = "impossible-cited-date"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Find cited dates that the calendar does not have."""
    yield from hits(facts, "impossible-date")

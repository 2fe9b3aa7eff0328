"""A date is padded with a zero, or lacks one, against the decree.

Why: days below 10 and the months 1 and 2 get a zero, the other months do not; mixed forms in one
paper are sent back by the clerk.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b.

Bad:
    bases:
      - Căn cứ Nghị quyết số 66-NQ/TW ngày 30/04/2025 của Bộ Chính trị về đổi mới công tác xây
        dựng pháp luật
Good:
    bases:
      - Căn cứ Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác xây dựng
        pháp luật
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._citations import hits
from cchc.rules._facts import Facts

CODE = "C009"
NAME = "date-padding"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Find dates of citations whose zeros are not the decree's."""
    yield from hits(facts, "date-padding")

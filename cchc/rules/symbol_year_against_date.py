"""The year in the symbol is not the year of the date.

Why: one of the two is a typing slip, and only the original tells which.

Source: docs/citations.md, checks beyond the form.

Bad:
    bases:
      - Căn cứ Nghị định số 118/2024/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành
        chính
Good:
    bases:
      - Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành
        chính
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._citations import hits
from cchc.rules._facts import Facts

CODE = "C005"
NAME = "symbol-year-against-date"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Find symbols whose year differs from the cited date."""
    yield from hits(facts, "year-against-date")

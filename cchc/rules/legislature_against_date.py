"""The legislature in the symbol did not sit on the date cited.

Why: QH15 sat from 2021 to early 2026, QH16 after it: "72/2025/QH16" is a slip.

Source: docs/citations.md, checks beyond the form.

Bad:
    bases:
      - Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH16 ngày 16/6/2025 của Quốc hội
Good:
    bases:
      - Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025 của Quốc hội
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._citations import hits
from cchc.rules._facts import Facts

CODE = "C010"
NAME = "legislature-against-date"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Find National Assembly numbers that do not fit the date."""
    yield from hits(facts, "legislature-against-date")

"""The word for the kind of document does not fit the code in its symbol.

Why: "Kế hoạch số 12/QĐ-UBND" names either a plan or a decision; the reader cannot tell which.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, the codes of kinds; Party papers: Quy định 399-QĐ/TW.

Bad:
    bases:
      - Thực hiện Kế hoạch số 1735/QĐ-UBND ngày 30/12/2025 của UBND tỉnh Tuyên Quang về cải cách
        hành chính
Good:
    bases:
      - Thực hiện Quyết định số 1735/QĐ-UBND ngày 30/12/2025 của UBND tỉnh Tuyên Quang về cải cách
        hành chính
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._citations import hits
from cchc.rules._facts import Facts

CODE = "C006"
NAME = "kind-word-against-symbol"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Find kind words that contradict the code."""
    yield from hits(facts, "kind-against-code")

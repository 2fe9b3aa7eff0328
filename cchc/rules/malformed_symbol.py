"""A document's symbol is broken: a hyphen is lost, or a space stands inside it.

Why: a symbol that is wrong by one character finds no document; text copied from a PDF loses the
hyphen every time.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQCP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
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

CODE = "C002"
NAME = "malformed-symbol"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Find symbols that the grammar of citations can only read after a repair."""
    yield from hits(facts, "malformed-symbol")

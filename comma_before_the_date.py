"""A comma stands between symbol and date.

Why: Party papers write it so; state papers do not, and one paper keeps to one style.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 05-HD/VPTW for Party papers.

Bad:
    bases:
      - Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa
        học
Good:
    bases:
      - Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa
        học
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._citations import hits
from cchc.rules._facts import Facts

CODE = "C011"
NAME = "comma-before-the-date"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Find commas between symbol and date."""
    yield from hits(facts, "party-comma")

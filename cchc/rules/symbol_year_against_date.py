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

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C005"
SEVERITY = Severity.ERROR
check = problems("year-against-date")

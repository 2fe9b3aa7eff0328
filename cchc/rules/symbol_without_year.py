"""A symbol lacks the year that its class carries.

Why: the numbers of decrees and circulars start again each year, so 118/NĐ-CP names no document.

Source: Luật Ban hành văn bản quy phạm pháp luật; docs/citations.md, which symbols carry the year.

Bad:
    bases:
      - Căn cứ Nghị định số 118/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính
Good:
    bases:
      - Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành
        chính
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C003"
SEVERITY = Severity.ERROR
check = problems("year-missing")

"""A symbol carries a year that its class does not have.

Why: administrative papers (kế hoạch, báo cáo, công văn) and Party papers have no year in the symbol;
with it the paper cannot be found in any register.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I; docs/citations.md, which symbols carry the year.

Bad:
    bases:
      - Thực hiện Kế hoạch số 188/2025/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về cải
        cách hành chính
Good:
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về cải cách
        hành chính
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C004"
SEVERITY = Severity.ERROR
check = problems("year-not-allowed")

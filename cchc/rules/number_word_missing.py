"""The word "số" is missing before the number of a cited document.

Why: a citation is written "Nghị quyết số 66-NQ/TW"; without "số" it is not found by search.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.

Bad:
    bases:
      - Căn cứ Nghị quyết 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác xây dựng
        pháp luật
Good:
    bases:
      - Căn cứ Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác xây dựng
        pháp luật
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C012"
SEVERITY = Severity.INFO
check = problems("without-so")

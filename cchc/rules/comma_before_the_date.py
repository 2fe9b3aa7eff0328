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

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C011"
SEVERITY = Severity.INFO
check = problems("party-comma")

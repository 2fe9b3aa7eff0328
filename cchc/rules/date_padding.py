"""A date is padded with a zero, or lacks one, against the decree.

Why: days below 10 and the months 1 and 2 get a zero, the other months do not; mixed forms in one
paper are sent back by the clerk.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b.

Bad:
    bases:
      - Căn cứ Nghị quyết số 66-NQ/TW ngày 30/04/2025 của Bộ Chính trị về đổi mới công tác xây
        dựng pháp luật
Good:
    bases:
      - Căn cứ Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về đổi mới công tác xây dựng
        pháp luật
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C009"
SEVERITY = Severity.WARNING
check = problems("date-padding")

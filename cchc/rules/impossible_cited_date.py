"""The date of a cited document does not exist.

Why: 31/6 or 30/02 is a typing slip that every later report would repeat.

Source: the calendar.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 31/6/2021 của Chính phủ ban hành Chương trình tổng thể
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C008"
SEVERITY = Severity.ERROR
check = problems("impossible-date")

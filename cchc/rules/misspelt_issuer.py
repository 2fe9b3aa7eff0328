"""The name of an issuer has a wrong letter or tone mark.

Why: a citation is copied by those who read the plan; a body by a wrong name is found in no search.

Source: the names of bodies in their own papers; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.

Bad:
    bases:
      - Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tưởng Chính phủ phê duyệt Bộ chỉ số
Good:
    bases:
      - Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ phê duyệt Bộ chỉ số
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C020"
SEVERITY = Severity.WARNING
check = problems("issuer-slip")

"""The word for the kind of document does not fit the code in its symbol.

Why: "Kế hoạch số 12/QĐ-UBND" names either a plan or a decision; the reader cannot tell which.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, the codes of kinds; Party papers: Quy định 399-QĐ/TW.

Bad:
    bases:
      - Thực hiện Kế hoạch số 1735/QĐ-UBND ngày 30/12/2025 của UBND tỉnh Tuyên Quang về cải cách
        hành chính
Good:
    bases:
      - Thực hiện Quyết định số 1735/QĐ-UBND ngày 30/12/2025 của UBND tỉnh Tuyên Quang về cải cách
        hành chính
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C006"
SEVERITY = Severity.ERROR
check = problems("kind-against-code")

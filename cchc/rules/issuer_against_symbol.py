"""The issuer named does not issue documents with this symbol.

Why: NQ-CP is issued by the Government, QĐ-TTg by the Prime Minister; a wrong issuer sends the reader
to a document that does not exist.

Source: docs/citations.md, which issuer fits which symbol.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Thủ tướng Chính phủ ban hành Chương trình
        tổng thể
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C007"
SEVERITY = Severity.ERROR
check = problems("issuer-against-suffix")

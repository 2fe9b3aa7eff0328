"""The legislature in the symbol did not sit on the date cited.

Why: QH15 sat from 2021 to early 2026, QH16 after it: "72/2025/QH16" is a slip.

Source: docs/citations.md, checks beyond the form.

Bad:
    bases:
      - Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH16 ngày 16/6/2025 của Quốc hội
Good:
    bases:
      - Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025 của Quốc hội
"""

from cchc.rules._citations import problems
from cchc.rules._rule import Severity

CODE = "C010"
SEVERITY = Severity.ERROR
check = problems("legislature-against-date")

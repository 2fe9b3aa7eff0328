"""A report is asked for, and no day can be worked out.

Why: whoever has to write it is not reminded, and the collecting office waits.

Source: Nghị định 09/2019/NĐ-CP, Điều 12: reports have closing days and days to send.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - text: Báo cáo kết quả
            units: [vh-xh]
            deadline: theo chế độ báo cáo của UBND tỉnh
            report: {to: Sở Nội vụ}
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - text: Báo cáo kết quả
            units: [vh-xh]
            deadline: Hàng quý, trước ngày 15 tháng cuối quý
            report: {to: Sở Nội vụ}
"""

from cchc.rules._reports import undated
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "D006"
SEVERITY = Severity.WARNING
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find report rules whose deadline gives no date and is no condition."""
    for place, text in undated(facts):
        yield Hit(
            place,
            say("“{text}” gives no day for this report", text=text),
            say("name the day, such as “trước ngày 15 tháng cuối quý”"),
        )

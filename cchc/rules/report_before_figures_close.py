"""A periodic report is due before its figures close.

Why: figures close on the 14th of the last month of the period; a report due on the 4th rests on
estimates.

Source: Nghị định 09/2019/NĐ-CP, Điều 12.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - text: Báo cáo kết quả
            units: [vh-xh]
            deadline: Hàng quý, trước ngày 05 tháng cuối quý
            report: {to: Sở Nội vụ}
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - text: Báo cáo kết quả
            units: [vh-xh]
            deadline: Hàng quý, trước ngày 20 tháng cuối quý
            report: {to: Sở Nội vụ}
"""

from cchc.model.dates import CLOSING_DAY
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "D007"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Find report rules with a due date before the 14th of March, June, September or December."""
    for place, _, reading in facts.deadlines:
        if place in facts.report_deadlines:
            early = [day for day in reading.due if day.month % 3 == 0 and day.day < CLOSING_DAY]
            if early:
                yield Hit(
                    place,
                    say("due on {day}, before the figures close on the {closing}th",
                        day=f"{early[0]:%d/%m/%Y}", closing=CLOSING_DAY),
                    say("expect estimates, or move the day behind the closing day"),
                )  # fmt: skip

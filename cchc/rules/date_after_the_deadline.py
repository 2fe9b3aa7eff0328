"""The requirement or the product of a task names a day after its deadline.

Why: the row says two last days, and everybody keeps to the one that suits.

Source: the principle of sáu rõ, "rõ thời gian".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Rà soát thủ tục hành chính
            requirement: Hoàn thành trước ngày 30/11/2026
            product: Báo cáo
            deadline: Quý III/2026
            lead: [vh-xh]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Rà soát thủ tục hành chính
            requirement: Hoàn thành trước ngày 30/9/2026
            product: Báo cáo
            deadline: Quý III/2026
            lead: [vh-xh]
"""

import re
from datetime import date, timedelta

from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "D012"
SEVERITY = Severity.WARNING

_DAY = re.compile(
    r"(?:trước|đến|đến hết|chậm nhất|muộn nhất|xong|hoàn thành|trong)(?: là)? (?:ngày )?"
    r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:/(?P<year>20[0-9]{2}))?(?![0-9/%])",
    re.IGNORECASE,
)
_MAY = re.compile(r"/[0-9]")
"""What every day has: a search that starts with one letter costs a thirtieth of that for `_DAY`."""
_FIELDS = ("title", "requirement", "product")


def check(facts: Facts) -> Hits:
    for place, text in facts.texts_holding(_MAY):
        last = facts.last_days.get(place[:-1])
        if last is None or place[-1] not in _FIELDS or place[0] != "appendices":
            continue
        for found in _DAY.finditer(text):
            named = _date(found, facts.plan.year)
            if named and named > last + timedelta(days=1):
                yield hit_in(
                    place, text, *found.span(),
                    say("“{words}” lies after the deadline of this task, {day}",
                        words=found[0], day=f"{last:%d/%m/%Y}"),
                    say("write one last day"),
                )  # fmt: skip


def _date(found: re.Match[str], year: int) -> date | None:
    try:
        return date(int(found["year"] or year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None

"""The plan has its own drafting among its tasks.

Why: "Ban hành kế hoạch CCHC năm 2026" is done on the day the plan is signed; it only raises the share
of tasks that are done.

Source: domain practice: reports count tasks by result.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Ban hành kế hoạch cải cách hành chính năm 2026
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Ban hành kế hoạch kiểm tra cải cách hành chính năm 2026
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "T006"
SEVERITY = Severity.INFO

_DRAFTING = re.compile(
    r"(?:tham mưu|soạn thảo|dự thảo)[^;.]{0,60}? kế hoạch (?:cchc|cải cách hành chính)(?: nhà nước)?"
    r"(?: của (?:ubnd )?(?:xã|phường|đặc khu))?(?: năm (?P<year>[0-9]{4}))(?=\s*[;,.]|\s*$)",
    re.IGNORECASE,
)
_PLAN = re.compile(" kế hoạch (?:cchc|cải cách hành chính)")
"""What is drafted, in small letters."""
_OWN = re.compile(
    r"(?:xây dựng|ban hành|xây dựng,? ban hành) kế hoạch (?:cchc|cải cách hành chính)"
    r"(?: (?:nhà nước|của xã|xã [\w ]+?))?(?: năm (?P<year>[0-9]{4}))?\.?",
    re.IGNORECASE,
)


def check(facts: Facts) -> Hits:
    """Find the task to issue this very plan, or the duty to draft it, in a plan of kind `cchc`."""
    if facts.plan.kind != "cchc":
        return
    for place, task, _ in facts.tasks:
        found = _OWN.fullmatch(task.title)
        if found and found["year"] in (None, str(facts.plan.year)):
            yield Hit(
                (*place, "title"),
                say("this is the plan itself"),
                say("leave it out, or name the plans that the units have to make"),
            )
    for at, text in facts.texts_holding(_PLAN, lowercase=True):
        drafted = _DRAFTING.search(text) if at[0] == "body" else None
        if drafted and drafted["year"] == str(facts.plan.year):
            yield Hit(
                at,
                say("the plan orders its own drafting"),
                say("leave it out: the plan is there when it is read"),
                within=drafted[0],
            )

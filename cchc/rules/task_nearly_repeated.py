"""Two tasks have the same title, or nearly.

Why: both are reported, counted and asked for; if they are one task, one row is too many, and if
they are two, the titles do not say so.

Source: the principle of sáu rõ, "rõ việc".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Kiểm tra công tác cải cách hành chính tại các đơn vị
            product: Kế hoạch
            deadline: Quý I
            lead: [vh-xh]
          - id: b
            title: Kiểm tra công tác cải cách hành chính tại đơn vị
            product: Báo cáo
            deadline: Quý II
            lead: [vh-xh]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Kiểm tra công tác cải cách hành chính tại các đơn vị
            product: Kế hoạch; Báo cáo
            deadline: Quý II
            lead: [vh-xh]
"""

from cchc.language.names import fold
from cchc.rules._likeness import Earlier
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N014"
SEVERITY = Severity.WARNING

SHORT = 20
"""Titles of fewer letters are alike by nature."""
ALIKE = 0.9


def check(facts: Facts) -> Hits:
    """Find task titles that stood before, but for a mistyped or added word.

    Rows that share a title because its cell is merged differ in what they require.
    """
    same: dict[str, str] = {}
    required: dict[str, str] = {}
    earlier = Earlier(ALIKE)
    for place, task, number in facts.tasks:
        title = fold(task.title)
        if len(title) <= SHORT:
            continue
        first = same.get(title) or earlier.find(title)
        requirement = fold(task.requirement or "")
        merged = title in same and requirement != required[title]
        if first is not None and not merged:
            yield Hit(
                (*place, "title"),
                say("this is nearly the title of task {number}", number=first),
                say("say what is different, or make them one task"),
            )
        if title not in same:
            same[title] = number
            required[title] = requirement
            earlier.add(title, number)

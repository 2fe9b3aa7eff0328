"""No task of the plan names this criterion.

Why: points that nobody works for are won by chance; and nobody is told when they are at risk.

Source: the plan's tasks and their `criteria`. Criteria of surveys and those that do not arise are left alone.

Bad:
    criteria:
      - {code: "1", title: Kiểm tra, maximum: 3}
Good:
    criteria:
      - {code: "1", title: Kiểm tra, maximum: 3}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks: [{id: kiem-tra, title: Kiểm tra, product: Kết luận, deadline: Quý I, lead: [vh-xh], criteria: ["1"]}]
"""

from cchc.model.criteria import walked
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "P005"
SEVERITY = Severity.WARNING
WHOLE = True


def check(facts: Facts) -> Hits:
    named = {code for task in facts.plan.tasks for code in task.criteria}
    for one, place, _ in walked(facts.plan.criteria):
        if one.parts or one.survey == "yes" or one.arising == "no" or one.code in named:
            continue
        yield Hit(
            (*place, "code"),
            say("no task names criterion {code}", code=one.code),
            say("add “criteria: [{code}]” to the task that wins its points", code=one.code),
        )

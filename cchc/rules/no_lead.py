"""Nobody leads a task.

Why: a task without a lead cannot be assigned, reminded or followed.

Source: the principle of sáu rõ, "rõ người". A task that is marked `incomplete` is left alone.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: sang-kien, title: Sáng kiến, product: Quyết định, deadline: Quý I}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: sang-kien, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U005"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    for place, task, _ in facts.tasks:
        if not (task.lead or task.officer or task.incomplete):
            yield Hit(
                place,
                say("this task has no lead"),
                say("add “lead: [unit]”, or “incomplete:” with the reason why there is none"),
            )

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
from cchc.rules._task_blocks import blocks_without

CODE = "U005"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    """Find tasks without a lead, and task blocks of the body without a line for it where the others have one."""
    for place, task, _ in facts.tasks:
        if not (task.lead or task.officer or task.incomplete):
            yield Hit(
                place,
                say("this task has no lead"),
                say("add “lead: [unit]”, or “incomplete:” with the reason why there is none"),
            )
    for block in blocks_without(facts, "lead"):
        if not block.section.units:
            yield Hit(
                block.place,
                say("this task has no lead"),
                say("add the line “Đơn vị chủ trì: ...” that the tasks around it have"),
            )

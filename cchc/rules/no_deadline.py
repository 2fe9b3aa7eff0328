"""A task has no deadline.

Why: a task without a deadline is never due and never late: of the six clarities "rõ thời gian" is
missing.

Source: the principle of sáu rõ. A task that is marked `incomplete` is left alone.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: sang-kien, title: Sáng kiến, product: Quyết định, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: sang-kien, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

from cchc.rules._columns import is_of_targets, tables_without
from cchc.rules._rule import Facts, Hit, Hits, Severity, say
from cchc.rules._task_blocks import blocks_without

CODE = "D002"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    """Find tasks without a deadline; of a table without a column for it, the table; and task blocks of the body
    without a line for it where the others have one."""
    bare = set()
    for place, appendix in tables_without(facts, "deadline"):
        bare.add(place[1])
        if not is_of_targets(appendix):
            yield Hit(
                place,
                say("no column of this table is for deadlines"),
                say("add a column “deadline”, and fill it in"),
            )
    for place, task, _ in facts.tasks:
        if place[1] not in bare and not task.deadline and not task.incomplete:
            yield Hit(
                place,
                say("this task has no deadline"),
                say("add “deadline: Quý I/{year}” or the like", year=facts.plan.year),
            )
    for block in blocks_without(facts, "deadline"):
        if not block.section.deadline:
            yield Hit(
                block.place,
                say("this task has no deadline"),
                say("add the line “Thời gian: ...” that the tasks around it have"),
            )

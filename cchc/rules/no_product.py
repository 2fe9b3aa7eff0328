"""A task says neither what comes out of it nor what must be reached.

Why: without a product or a requirement nobody can say whether the task is done, and there is no
proof for the index.

Source: the principle of sáu rõ, "rõ kết quả". A task that is marked `incomplete` is left alone.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, deadline: Quý I, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

from cchc.rules._columns import is_of_targets, tables_without
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "T002"
NAME = "no-product"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find tasks with neither product, requirement nor target; of a table without a column, itself."""
    bare = set()
    for place, appendix in tables_without(facts, "product", "requirement", "targets"):
        bare.add(place[1])
        if not is_of_targets(appendix):
            yield Hit(
                place,
                say("no column of this table says what comes out of the tasks"),
                say("add a column “product” or “requirement”, and fill it in"),
            )
    for place, task, _ in facts.tasks:
        if place[1] not in bare and not (
            task.product or task.requirement or task.targets or task.incomplete
        ):
            yield Hit(
                place,
                say("this task has no product and no requirement"),
                say("add “product:” (the kind of paper) or “requirement:”"),
            )

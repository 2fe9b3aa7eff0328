"""A unit is declared, and neither a task nor a duty nor a group names it.

Why: either it was forgotten in the assignments, or the declaration is left over.

Source: docs/decisions/0001-plan-format.md.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U006"
SEVERITY = Severity.INFO
WHOLE = True


def check(facts: Facts) -> Hits:
    used = {ref for _, ref in facts.references}
    for index, unit in enumerate(facts.plan.units):
        if unit.id not in used:
            yield Hit(
                ("units", index, "id"),
                say("{name} is declared but has no task, duty or group", name=unit.name),
                say("give it its work, or delete the declaration"),
            )

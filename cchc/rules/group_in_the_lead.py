"""A task is led by a collective name, so by nobody in particular.

Why: "các cơ quan, đơn vị" cannot be reminded or asked; of the six clarities (sáu rõ) "rõ người" is
missing.

Source: Nghị quyết số 76/NQ-CP and the principle of sáu rõ: one named unit leads, others support.

Bad:
    groups:
      - {id: tat-ca, name: "Các cơ quan, đơn vị thuộc UBND xã", members: all}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: sang-kien, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [tat-ca]}
Good:
    groups:
      - {id: tat-ca, name: "Các cơ quan, đơn vị thuộc UBND xã", members: all}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: sang-kien
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            support: [tat-ca]
"""

from cchc.model.units import Group
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U003"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    for place, task, _ in facts.tasks:
        for index, ref in enumerate(task.lead):
            unit = facts.units.get(ref)
            if isinstance(unit, Group):
                yield Hit(
                    (*place, "lead", index),
                    say("“{name}” leads: nobody in particular", name=unit.name),
                    say("name one unit as lead and move the group to “support”"),
                )

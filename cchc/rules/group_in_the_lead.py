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

import re

from cchc.model.units import Group
from cchc.rules._rule import Facts, Hit, Hits, Severity, say
from cchc.rules._stage import OF_OTHERS

CODE = "U003"
SEVERITY = Severity.WARNING


_THOSE_IT_IS_ABOUT = re.compile(
    r"được (?:thanh tra|kiểm tra|giám sát|khảo sát|đánh giá|cử đi|đào tạo|bồi dưỡng|tập huấn)\b"
)
"""Whom a plan looks at, asks or trains: it lists them, and each does its own part."""


def check(facts: Facts) -> Hits:
    """Find groups that lead, but not those whom a plan of inspection or training is about."""
    about_others = OF_OTHERS.match(facts.plan.document.title) is not None
    for place, task, _ in facts.tasks:
        for index, ref in enumerate(task.lead):
            unit = facts.units.get(ref)
            if isinstance(unit, Group) and not (
                about_others and _THOSE_IT_IS_ABOUT.search(unit.name.casefold())
            ):
                yield Hit(
                    (*place, "lead", index),
                    say("“{name}” leads: nobody in particular", name=unit.name),
                    say("name one unit as lead and move the group to “support”"),
                )

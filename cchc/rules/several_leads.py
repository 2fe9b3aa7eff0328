"""A task has more than one lead.

Why: with two leads each waits for the other; one leads, the others support.

Source: the principle of sáu rõ, "rõ trách nhiệm".

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: sang-kien
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh, kinh-te]
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: sang-kien
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            support: [kinh-te]
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U004"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    for place, task, _ in facts.tasks:
        if len(task.lead) > 1:
            yield Hit(
                (*place, "lead"),
                say("{count} units lead this task", count=len(task.lead)),
                say("keep one lead and move the others to “support”"),
                key=True,
            )

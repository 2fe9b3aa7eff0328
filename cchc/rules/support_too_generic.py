"""The only support of a task is a collective name such as "các cơ quan, đơn vị liên quan".

Why: nobody in particular is asked to help, so nobody does; "liên quan" has to be worked out by the
lead each time.

Source: the principle of sáu rõ, "rõ trách nhiệm".

Bad:
    groups:
      - {id: lien-quan, name: "Các cơ quan, đơn vị liên quan", members: all}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            support: [lien-quan]
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    groups:
      - {id: lien-quan, name: "Các cơ quan, đơn vị liên quan", members: all}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            support: [kinh-te, lien-quan]
"""

from cchc.language.names import fold
from cchc.model.units import Group
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U013"
SEVERITY = Severity.INFO
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find tasks whose one support is a group "liên quan" of everybody or nobody."""
    for place, task, _ in facts.tasks:
        if len(task.support) != 1:
            continue
        group = facts.units.get(task.support[0])
        if (
            isinstance(group, Group)
            and group.members in ("all", ())
            and "liên quan" in fold(group.name)
        ):
            yield Hit(
                (*place, "support", 0),
                say("“{name}” asks nobody in particular to help", name=group.name),
                say("name the units whose help the task needs"),
            )

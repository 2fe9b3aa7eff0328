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

from cchc.language.names import fold
from cchc.model.units import Unit
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U004"
SEVERITY = Severity.WARNING

_FEW = 3
"""A longer list is of those who each do it for themselves."""
_EACH = ("trường ", "thôn ", "xóm ", "bản ", "ấp ", "khu phố ", "tổ dân phố ")
"""Where all leads are such, each does it for itself."""


def check(facts: Facts) -> Hits:
    """Find tasks led by several units. A collective name among them is U003's; under a heading that
    tells no lead from support ("Đơn vị thực hiện"), and for lists, it is only an info."""
    shared = {
        index
        for index, appendix in enumerate(facts.plan.appendices)
        for column in appendix.columns
        if column.key == "lead" and "chủ trì" not in fold(column.heading)
    }
    for place, task, _ in facts.tasks:
        units = [facts.units.get(ref) for ref in task.lead]
        names = [unit.name for unit in units if isinstance(unit, Unit)]
        if not 1 < len(names) == len(task.lead):
            continue
        if all(fold(name).startswith(_EACH) for name in names):
            continue
        yield Hit(
            (*place, "lead"),
            say("{names} lead this task together: who answers for it?", names=", ".join(names)),
            say("keep one lead and move the others to “support”"),
            key=True,
            severity=Severity.INFO if len(names) > _FEW or place[1] in shared else None,
        )

"""Two units or groups have the same id.

Why: only one of them can be meant where the id is used, and nobody can tell which.

Source: docs/decisions/0001-plan-format.md, units are declared once.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: vh-xh, name: Phòng Kinh tế}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    groups:
      - {id: cac-phong, name: Các phòng chuyên môn, members: [vh-xh, kinh-te]}
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U002"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    for at, unit in facts.declared:
        first = facts.units[unit.id]
        if unit is not first:
            yield Hit(
                (*at, "id"),
                say("id “{id}” already belongs to {name}", id=unit.id, name=first.name),
                say("give this one an id of its own"),
            )

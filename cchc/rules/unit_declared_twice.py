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

from cchc.rules._rule import Facts, Hit, Hits, Place, Severity, say

CODE = "U002"
NAME = "unit-declared-twice"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    seen: dict[str, str] = {}
    declared: list[tuple[Place, str, str]] = [
        (("units", n, "id"), unit.id, unit.name) for n, unit in enumerate(facts.plan.units)
    ]
    declared += [
        (("groups", n, "id"), group.id, group.name) for n, group in enumerate(facts.plan.groups)
    ]
    for place, key, name in declared:
        first = seen.setdefault(key, name)
        if (place, key, name) != next(entry for entry in declared if entry[1] == key):
            yield Hit(
                place,
                say("id “{id}” already belongs to {name}", id=key, name=first),
                say("give this one an id of its own"),
            )

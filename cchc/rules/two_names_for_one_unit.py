"""Two declared units have the same name, but for spelling.

Why: half of the work lands on one of them and half on the other, and no list shows it all.

Source: docs/decisions/0001-plan-format.md, units are declared once.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: vhxh, name: Phòng VH-XH}
    groups:
      - {id: cac-phong, name: Các phòng chuyên môn, members: [vh-xh, vhxh]}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội, aliases: [Phòng VH-XH]}
"""

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "U011"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    owners: dict[str, str] = {}
    for at, unit in facts.declared:
        mine: dict[str, KeyPath] = {}
        for place, name in [
            ((*at, "name"), unit.name),
            *(((*at, "aliases", n), alias) for n, alias in enumerate(unit.aliases)),
        ]:
            mine.setdefault(fold(name), place)
        for name, place in mine.items():
            owner = owners.setdefault(name, unit.id)
            if owner != unit.id:
                yield Hit(
                    place,
                    say("“{id}” has this name already", id=owner),
                    say("keep one of the two; other spellings go under “aliases”"),
                )

"""The names of two declared units differ by so little that one may be meant for the other.

Why: work given to a body that does not exist is done by nobody; whoever filters by unit misses it.

Source: docs/decisions/0001-plan-format.md, units are declared once; "Trung tâm Dịch vụ Hành chính
công" beside "Trung tâm Phục vụ hành chính công" in a plan that was issued.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: pvhcc, name: Trung tâm Phục vụ hành chính công}
      - {id: dvhcc, name: Trung tâm Dịch vụ hành chính công}
    groups:
      - {id: trung-tam, name: Các trung tâm của xã, members: [pvhcc, dvhcc]}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: pvhcc, name: Trung tâm Phục vụ hành chính công}
      - {id: dich-vu, name: Trung tâm Dịch vụ tổng hợp}
    groups:
      - {id: trung-tam, name: Các trung tâm của xã, members: [pvhcc, dich-vu]}
"""

from cchc.intake.units.keys import alike_keys, unit_key
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U015"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find units of the commune's own whose name is an earlier one's but for a word or two."""
    commune = facts.plan.owner.place_name
    earlier: list[tuple[str, str]] = []
    for n, unit in enumerate(facts.plan.units):
        if unit.kind != "own":
            continue
        key = unit_key(unit.name, commune)
        other = next(
            (name for seen, name in earlier if seen != key and alike_keys(seen, key)), None
        )
        if other is not None:
            yield Hit(
                ("units", n, "name"),
                say(
                    "“{name}” looks much like “{other}”: one body or two?",
                    name=unit.name,
                    other=other,
                ),
                say("if it is one body, keep one name and put the other under “aliases”"),
            )
        earlier.append((key, unit.name))

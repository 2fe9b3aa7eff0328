"""Two plans of one commune call the same unit differently.

Why: lists over several plans then show two units, and neither has all its work.

Source: docs/decisions/0001-plan-format.md: one id is one unit in all plans of a commune.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: dich-vu, name: Trung tâm Dịch vụ tổng hợp}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, dich-vu]}
    ---
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: dich-vu, name: Trung tâm Dịch vụ công}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, dich-vu]}
    kind: kstthc
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
    ---
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
    kind: kstthc
"""

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan

CODE = "X001"
SEVERITY = Severity.WARNING


def claims(facts: Facts) -> Claims:
    """Yield the name and the aliases of each unit, by its id."""
    owner = facts.plan.owner
    for index, unit in enumerate(facts.plan.units):
        key = (owner.full_name, owner.home, unit.id)
        yield Claim(key, [unit.name, *unit.aliases], ("units", index, "name"))


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
    """Find ids whose name differs from that in an earlier plan of the same commune."""
    name = earlier.value[0]
    if fold(name) in map(fold, later.value):
        return None
    return Hit(
        later.place,
        say("{path} calls this unit {name}", path=of.path, name=name),
        say("use one name, and list the other under “aliases”"),
    )

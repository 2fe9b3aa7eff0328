"""A unit is named that the plan does not declare.

Why: views and reminders find a unit by its declaration; a slip in the id loses the task for
everyone.

Source: docs/decisions/0001-plan-format.md, units are declared once.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: sang-kien, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vhxh]}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: sang-kien, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

from difflib import get_close_matches

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U001"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    for place, ref in facts.references:
        if ref in facts.units:
            continue
        near = _meant(ref, facts)
        yield Hit(
            place,
            say("unit “{id}” is not declared", id=ref),
            say("did you mean “{id}” ({name})?", id=near, name=facts.units[near].name)
            if near
            else say("declare it under “units”, or use one of: {ids}", ids=", ".join(facts.units)),
            replacement=near,
        )


def _meant(ref: str, facts: Facts) -> str | None:
    for unit in facts.units.values():
        if fold(ref) in (fold(unit.name), *map(fold, unit.aliases)):
            return unit.id
    near = get_close_matches(ref, facts.units, n=1, cutoff=0.75)
    return near[0] if near else None

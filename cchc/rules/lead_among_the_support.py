"""A unit leads a task, or a duty, and stands among those that support it too.

Why: nobody supports itself; one of the two cells was filled by mistake, and another unit may have been meant.

Source: the principle of sáu rõ, "rõ trách nhiệm".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: [vh-xh], support: [vh-xh]}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: [vh-xh], support: [kinh-te]}
"""

from collections.abc import Sequence

from cchc.model.finding import KeyPath
from cchc.model.units import Unit
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U016"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find single units that stand on both sides; a group that holds the lead says "the others"."""
    for place, task, _ in facts.tasks:
        yield from _both(facts, place, task.lead, task.support)
    for found in facts.sections:
        yield from _both(facts, found.place, found.section.units, found.section.support)


def _both(facts: Facts, place: KeyPath, lead: Sequence[str], support: Sequence[str]) -> Hits:
    for index, ref in enumerate(support):
        unit = facts.units.get(ref)
        if ref in lead and isinstance(unit, Unit):
            yield Hit(
                (*place, "support", index),
                say("{name} leads this task and supports it", name=unit.name),
                say("take it out of the support, or name the unit that was meant"),
            )

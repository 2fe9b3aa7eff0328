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

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.names import fold
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.together import InRun

CODE = "X001"
NAME = "unit-named-otherwise"
SEVERITY = Severity.WARNING


def check(plans: Sequence[InRun]) -> Iterator[tuple[InRun, Hit]]:
    """Find ids whose name differs from that in an earlier plan of the same commune."""
    first: dict[tuple[tuple[str, str], str], tuple[str, InRun]] = {}
    for one in plans:
        for index, unit in enumerate(one.plan.units):
            name, earlier = first.setdefault((one.commune, unit.id), (unit.name, one))
            known = {fold(name), *map(fold, unit.aliases)}
            if fold(unit.name) not in known and fold(name) not in map(fold, unit.aliases):
                yield (
                    one,
                    Hit(
                        ("units", index, "name"),
                        say("{path} calls this unit {name}", path=earlier.source.id, name=name),
                        say("use one name, and list the other under “aliases”"),
                    ),
                )

"""A task is led by a body that does not belong to the People's Committee.

Why: the committee cannot order a Party office, the Front or a department of the province; it asks them
to support, and one of its own units leads.

Source: Luật Tổ chức chính quyền địa phương: the committee directs its own bodies.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: so-noi-vu, name: Sở Nội vụ, kind: outside}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [so-noi-vu]
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: so-noi-vu, name: Sở Nội vụ, kind: outside}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            support: [so-noi-vu]
"""

from cchc.language.names import fold
from cchc.model.units import Unit
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "U009"
SEVERITY = Severity.WARNING


_BESIDE = ("công an ", "ban chỉ huy quân sự", "ban chqs", "bch quân sự")
"""Forces that stand beside the committee at each level and lead work of their own, such as Đề án 06."""
_OF_PROVINCE = (
    "sở ",
    "ban ",
    "văn phòng ",
    "thanh tra ",
    "trung tâm ",
    "ubnd ",
    "báo ",
    "đài ",
    "trường ",
    "ủy ban nhân dân ",
)
"""What belongs to a province, or does its work in the communes."""


_OF_DEPARTMENT = (
    "văn phòng ",
    "chi cục ",
    "chi nhánh ",
    "trung tâm ",
    "trường ",
    "ban quản lý ",
    "hạt ",
    "trạm ",
    "quỹ ",
    "bệnh viện ",
)
"""What belongs to a department of a province."""
_ABOVE = ("sở ", "bộ ", "ủy ban nhân dân ", "văn phòng ủy ban nhân dân ", "thanh tra ")
"""Whom a commune cannot order at all. The Front, companies, tax offices and the like lead work of their own
in the commune, which many plans list."""


def check(facts: Facts) -> Hits:
    """Find leads that are units of the Party, the Front or outside the agency; the agencies of a
    province are no outsiders in its plan. Beside a lead of its own it is only an info."""
    level = facts.plan.owner.of_level
    own: tuple[str, ...] = ()
    if level.at == "province":
        own = _OF_DEPARTMENT if level.kind == "office" else _OF_PROVINCE
    for place, task, _ in facts.tasks:
        units = [facts.units.get(ref) for ref in task.lead]
        own_too = any(isinstance(unit, Unit) and unit.kind == "own" for unit in units)
        for index, ref in enumerate(task.lead):
            unit = facts.units.get(ref)
            if not isinstance(unit, Unit) or unit.kind not in ("party", "front", "outside"):
                continue
            if unit.kind == "party" and level.kind == "party":
                continue
            outside = unit.kind == "outside"
            if not f"{fold(unit.name)} ".startswith((*_BESIDE, *(own if outside else ()))):
                told = unit.kind == "party" or fold(unit.name).startswith(_ABOVE)
                yield Hit(
                    (*place, "lead", index),
                    say(
                        "{name} does not belong to the committee, which can only ask it",
                        name=unit.name,
                    ),
                    say(
                        "let one of the own units of the {agency} lead, and this one support",
                        agency=facts.plan.owner.worded("{place}"),
                    ),
                    severity=None if told and not own_too else Severity.INFO,
                )

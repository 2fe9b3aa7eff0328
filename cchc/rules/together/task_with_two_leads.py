"""Two plans of one commune and year give the same task to two leads.

Why: each unit finds itself named and waits, or both do the work.

Source: the principle of sáu rõ, "rõ trách nhiệm".

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, kinh-te]}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý I
            lead: [vh-xh]
    ---
    kind: kstthc
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: kinh-te, name: Phòng Kinh tế}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, kinh-te]}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: b
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý I
            lead: [kinh-te]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý I
            lead: [vh-xh]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.names import fold
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.together import InRun
from cchc.rules.together._same_task import same_tasks

CODE = "X003"
NAME = "task-with-two-leads"
SEVERITY = Severity.WARNING


def check(plans: Sequence[InRun]) -> Iterator[tuple[InRun, Hit]]:
    """Find tasks that an earlier plan gives to other leads."""
    for earlier, first, one, second in same_tasks(plans):
        before, now = _leads(earlier, first.task.lead), _leads(one, second.task.lead)
        if before and now and {fold(name) for name in before} != {fold(name) for name in now}:
            yield one, Hit(
                (*second.place, "lead"),
                say(
                    "{plan} {number} gives the same task to {names}",
                    plan=earlier.source.id, number=first.number, names="; ".join(before),
                ),
                say("agree on one lead, or say how the two tasks differ"),
                key=True,
            )  # fmt: skip


def _leads(one: InRun, refs: tuple[str, ...]) -> list[str]:
    return [one.facts.units[ref].name for ref in refs if ref in one.facts.units]

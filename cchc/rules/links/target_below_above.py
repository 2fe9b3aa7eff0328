"""A target is below that of the task above.

Why: the commune can reach its own target and the province still misses its.

Source: a plan of a commune carries out the plan of its province, and keeps to its targets.

Bad:
    # tinh#dung-han: Hồ sơ giải quyết đúng hạn, tối thiểu 98 %
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Giải quyết hồ sơ đúng hạn
            product: Báo cáo
            deadline: Quý II/2026
            lead: [vh-xh]
            targets:
              - {measure: Hồ sơ giải quyết đúng hạn, at_least: "95", unit: "%"}
            carries_out:
              - {task: tinh#dung-han, seen: 109a63.-.4313a7.4601ef.b52138.ecc94e.-}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Giải quyết hồ sơ đúng hạn
            product: Báo cáo
            deadline: Quý II/2026
            lead: [vh-xh]
            targets:
              - {measure: Hồ sơ giải quyết đúng hạn, at_least: "99", unit: "%"}
            carries_out:
              - {task: tinh#dung-han, seen: 109a63.-.4313a7.4601ef.b52138.ecc94e.-}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cchc.language.names import fold
from cchc.messages import say
from cchc.model.above import target_bounds
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.links import ResolvedLink

CODE = "K004"
SEVERITY = Severity.WARNING

Bounds = Sequence[tuple[str, str]]
"""Signs and values."""


def check(link: ResolvedLink) -> Iterator[Hit]:
    """Find targets of one measure that ask for less than the task above."""
    if link.task is None:
        return
    above = {fold(target_bounds(line)[0]): line for line in link.task.targets}
    for n, line in enumerate(link.entry.targets):
        measure, own = target_bounds(line)
        wanted = above.get(fold(measure))
        if wanted is None or not _is_less(own, target_bounds(wanted)[1]):
            continue
        yield Hit(
            (*link.entry.place[:-2], "targets", n),
            say("{task} asks for more: “{target}”", task=link.entry.task, target=wanted),
            say("raise the target, or say why this commune has another one"),
        )


def _is_less(own: Bounds, wanted: Bounds) -> bool:
    """Whether what is promised leaves room for less than what is wanted."""
    promised = [(sign, _number(value)) for sign, value in own]
    for sign, value in wanted:
        bound = _number(value)
        if sign == "<=":
            if any(number > bound for _, number in promised):
                return True
        elif any(number < bound for _, number in promised):
            return True
    return False


def _number(value: str) -> Decimal:
    return Decimal(value.replace(",", "."))

"""A task is due later than the task above that it carries out.

Why: the unit keeps its own date and is late all the same.

Source: a plan of a commune carries out the plan of its province, and keeps to its dates.

Bad:
    # tinh#tap-huan: Quý II/2026
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Tập huấn công tác cải cách hành chính
            product: Báo cáo
            deadline: Quý III/2026
            lead: [vh-xh]
            carries_out:
              - {task: tinh#tap-huan, seen: 7d9323.-.4313a7.4601ef.b52138.-.-}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Tập huấn công tác cải cách hành chính
            product: Báo cáo
            deadline: Quý I/2026
            lead: [vh-xh]
            carries_out:
              - {task: tinh#tap-huan, seen: 7d9323.-.4313a7.4601ef.b52138.-.-}
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.links import ResolvedLink

CODE = "K003"
SEVERITY = Severity.WARNING


def check(link: ResolvedLink) -> Iterator[Hit]:
    """Find tasks whose last day is after that of the task above."""
    task, due = link.task, link.entry.due
    if task is None or task.due is None or due is None or due <= task.due:
        return
    yield Hit(
        (*link.entry.place[:-2], "deadline"),
        say("due {day}, but {task} is due {above} (“{deadline}”)",
            day=f"{due:%d/%m/%Y}", task=link.entry.task, above=f"{task.due:%d/%m/%Y}",
            deadline=task.values.get("deadline", "")),
        say("finish it by then, or ask the body above for another date"),
    )  # fmt: skip

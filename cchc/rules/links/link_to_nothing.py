"""A task carries out a task that is in no plan above.

Why: nobody can see that the work asked for is done, and a change of it goes unnoticed.

Source: docs/decisions/0010-links.md: a link is `PLAN#ID`, and both exist.

Bad:
    # tinh: các nhiệm vụ tap-huan, dung-han, cong-khai
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Tập huấn công tác cải cách hành chính
            product: Báo cáo
            deadline: Quý II/2026
            lead: [vh-xh]
            carries_out:
              - {task: tinh#tap-huan-khac}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Tập huấn công tác cải cách hành chính
            product: Báo cáo
            deadline: Quý II/2026
            lead: [vh-xh]
            carries_out:
              - {task: tinh#tap-huan, seen: 7d9323.-.4313a7.4601ef.b52138.-.-}
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.errors import closest, did_you_mean
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.links import ResolvedLink, plan_and_task

CODE = "K001"
SEVERITY = Severity.ERROR


def check(link: ResolvedLink) -> Iterator[Hit]:
    """Find links whose plan or task is nowhere."""
    if link.task is not None:
        return
    place = (*link.entry.place, "task")
    name, task = plan_and_task(link.entry.task)
    if link.plan is None:
        yield Hit(
            place,
            say("there is no plan “{plan}” above", plan=name),
            say("put it below plans/, or name it under [upstream] of cchc.toml"),
        )
        return
    if task in link.plan.withdrawn:
        yield Hit(
            place,
            say("“{task}” was withdrawn from {plan}", task=task, plan=name),
            say("look whether the work goes on; take the link out, or name another task"),
        )
        return
    near = closest(task, [one.id for one in link.plan.tasks])
    yield Hit(
        place,
        say("{plan} has no task “{task}”", plan=name, task=task),
        did_you_mean(near and f"{name}#{near}", say("“cchc link” proposes tasks above")),
    )

"""The task above has changed since somebody looked at it.

Why: the task here was written for what the plan above said then; its deadline, target or product may
no longer be enough.

Source: docs/decisions/0010-links.md: a link keeps a digest of what was seen.

Bad:
    # tinh#tap-huan: nay hạn Quý II/2026
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Tập huấn công tác cải cách hành chính
            product: Báo cáo
            deadline: Quý II/2026
            lead: [vh-xh]
            carries_out:
              - {task: tinh#tap-huan, seen: 7d9323.-.4313a7.000000.b52138.-.-}
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

from cchc.messages import Listed, say
from cchc.model.above import changed_keys
from cchc.model.finding import Severity
from cchc.model.task import TASK_FIELDS
from cchc.rules import Hit
from cchc.rules.links import ResolvedLink

CODE = "K002"
SEVERITY = Severity.WARNING


def check(link: ResolvedLink) -> Iterator[Hit]:
    """Find links whose task above says something else now, or was never looked at."""
    task, entry = link.task, link.entry
    if task is None:
        return
    if not entry.seen:
        yield Hit(
            (*entry.place, "task"),
            say("to be looked at: nobody has confirmed this link to {task}", task=entry.task),
            say("compare the two tasks, then run “cchc link PLAN --accept”"),
            severity=Severity.INFO,
        )
        return
    differing = changed_keys(entry.seen, task)
    if differing:
        said = Listed(
            (
                Listed(
                    (
                        TASK_FIELDS[key].called,
                        f"“{task.values[key]}”" if key in task.values else "–",
                    ),
                    ": ",
                )
                for key in differing
            ),
            "; ",
        )
        yield Hit(
            (*entry.place, "task"),
            say(
                "to be looked at: {task} has changed since; now {said}", task=entry.task, said=said
            ),
            say("adapt this task where needed, then run “cchc link PLAN --accept”"),
        )

"""Two plans of one commune and year give the same task two deadlines.

Why: the unit keeps the later one, the office that checks the earlier.

Source: the principle of sáu rõ, "rõ thời gian".

Bad:
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
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: b
            title: Công khai thủ tục hành chính tại nơi giải quyết
            product: Danh mục
            deadline: Quý III
            lead: [vh-xh]
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

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.together import InRun
from cchc.rules.together._same_task import same_tasks

CODE = "X002"
NAME = "task-with-two-deadlines"
SEVERITY = Severity.WARNING


def check(plans: Sequence[InRun]) -> Iterator[tuple[InRun, Hit]]:
    """Find tasks that an earlier plan has with due dates of its own."""
    for earlier, first, one, second in same_tasks(plans):
        dates = [
            {phrase.place[:-1]: phrase.reading for phrase in run.facts.phrases}[task.place]
            for run, task in ((earlier, first), (one, second))
            if task.task.deadline
        ]
        if len(dates) == 2 and getattr(dates[0], "due", ()) != getattr(dates[1], "due", ()):
            yield one, Hit(
                (*second.place, "deadline"),
                say(
                    "{plan} {number} has the same task due “{deadline}”",
                    plan=earlier.source.id, number=first.number, deadline=first.task.deadline,
                ),
                say("agree on one deadline, or say how the two tasks differ"),
            )  # fmt: skip

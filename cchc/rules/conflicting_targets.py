"""One measure has two values in the same plan.

Why: 90 % in one row and 100 % in another: whoever reports picks the easier one, and the appraiser the
harder.

Source: the principle of sáu rõ, "rõ kết quả".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            requirement: Đạt từ 90% trở lên
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, at_least: 90, unit: "%"}]
          - id: b
            title: Cấp kết quả
            requirement: Đạt 100%
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, exactly: 100, unit: "%"}]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            requirement: Đạt 100%
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, exactly: 100, unit: "%"}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.language.names import fold
from cchc.messages import say
from cchc.model.finding import Place, Severity
from cchc.model.plan import Target
from cchc.rules import Hit
from cchc.rules._facts import Facts

CODE = "T005"
NAME = "conflicting-targets"
SEVERITY = Severity.WARNING

_EMPTY = re.compile(r"^(?:(?:tỷ|tỉ) lệ|mức|thực hiện) ")
"""Words before a measure that do not make it another."""


def check(facts: Facts) -> Iterator[Hit]:
    """Find targets whose measure was given another value before.

    Values that are due at different times rise from one to the next.
    """
    held: list[tuple[Place, tuple[Target, ...], str]] = [(("targets",), facts.plan.targets, "")]
    held += [((*found.place, "targets"), found.section.targets, "") for found in facts.sections]
    held += [
        ((*place, "targets"), task.targets, fold(task.deadline or ""))
        for place, task, _ in facts.tasks
    ]
    first: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for place, targets, due in held:
        for index, target in enumerate(targets):
            key = (_EMPTY.sub("", fold(target.measure)), target.unit or "")
            value = _value(target)
            values = first.setdefault(key, [])
            earlier = next((one for one, at in values if "" in (at, due) or at == due), value)
            values.append((value, due))
            if earlier != value:
                yield Hit(
                    (*place, index),
                    say("“{measure}” is {value} here and {earlier} further up",
                        measure=target.measure, value=value, earlier=earlier),
                    say("give the measure one value, or say what is different here"),
                )  # fmt: skip


def _value(target: Target) -> str:
    marks = (("≥ ", target.at_least), ("≤ ", target.at_most), ("", target.exactly))
    return ", ".join(f"{mark}{value}" for mark, value in marks if value)

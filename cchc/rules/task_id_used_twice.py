"""Two tasks, or a task and a dated section, have the same id.

Why: progress and calendars refer to a task by its id; with two of them a record lands on the wrong
one.

Source: docs/decisions/0001-plan-format.md, permanent ids.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
          - {id: a, title: Kiểm tra, product: Kế hoạch, deadline: Quý II, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
          - {id: b, title: Kiểm tra, product: Kế hoạch, deadline: Quý II, lead: [vh-xh]}
"""

from cchc.language.labels import label_words
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "N001"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    """Find the second and later uses of an id among sections and tasks."""
    used: list[tuple[KeyPath, str, str]] = [
        (found.place, found.section.id, found.label) for found in facts.sections if found.section.id
    ]
    used += [(place, task.id, number) for place, task, number in facts.tasks]
    first: dict[str, str] = {}
    for place, key, label in used:
        if key in first:
            yield Hit(
                (*place, "id"),
                say("id “{id}” is already used by {label}", id=key, label=label_words(first[key])),
                say("give this task an id of its own"),
            )
        first.setdefault(key, label)

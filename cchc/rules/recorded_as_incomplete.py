"""A part of the plan is recorded as missing from its source.

Why: what is missing is no error, and must not be forgotten either.

Source: docs/decisions/0001-plan-format.md, `incomplete`.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        incomplete: Bản gốc mất trang cuối
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "V001"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Repeat every `incomplete` with its reason."""
    marked: list[tuple[KeyPath, str | None]] = [
        (found.place, found.section.incomplete) for found in facts.sections
    ]
    marked += [
        (("appendices", n), appendix.incomplete) for n, appendix in enumerate(facts.plan.appendices)
    ]
    marked += [(place, task.incomplete) for place, task, _ in facts.tasks]
    for place, reason in marked:
        if reason:
            yield Hit(
                (*place, "incomplete"),
                say("recorded as incomplete: {reason}", reason=reason),
                say("fill it in and delete “incomplete” when the source turns up"),
                key=True,
            )

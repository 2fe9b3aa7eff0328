"""The text points to an appendix that the plan does not have.

Why: the reader of "(Có Phụ lục kèm theo)" finds nothing, and the tasks it promises are neither
assigned nor followed.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: a paper with an appendix points to it, and the appendix
is part of the paper. An appendix marked `incomplete` is left alone.

Bad:
    body:
      - title: NHIỆM VỤ
        items:
          - {role: appendix, text: (Có Phụ lục kèm theo)}
    appendices: []
Good:
    body:
      - title: NHIỆM VỤ
        items:
          - {role: appendix, text: (Có Phụ lục kèm theo)}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N003"
NAME = "appendix-absent"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find sentences that point to an appendix in a plan without any, and appendices without rows."""
    appendices = facts.plan.appendices
    if not appendices:
        for found in facts.sections:
            if found.section.role == "appendix":
                yield Hit(
                    (*found.place, "text"),
                    say("the text points to an appendix, and there is none"),
                    say("add it under “appendices”, or delete this sentence"),
                )
    for index, appendix in enumerate(appendices):
        if not appendix.areas and not appendix.tasks and not appendix.incomplete:
            yield Hit(
                ("appendices", index, "title"),
                say("the appendix has no tasks"),
                say("add “areas” or “tasks”, or “incomplete:” with the reason"),
            )

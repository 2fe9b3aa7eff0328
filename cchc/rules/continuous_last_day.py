"""A column of last days holds "Thường xuyên".

Why: the heading promises the day by which the work is done at the latest; work without an end has none.

Source: the principle of sáu rõ, "rõ thời gian".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        columns:
          - {key: title, heading: Nhiệm vụ}
          - {key: deadline, heading: Thời gian chậm nhất phải hoàn thành}
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Thường xuyên, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        columns:
          - {key: title, heading: Nhiệm vụ}
          - {key: deadline, heading: Thời gian thực hiện}
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Thường xuyên, lead: [vh-xh]}
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "D008"
SEVERITY = Severity.INFO

_LAST = ("chậm nhất", "hạn cuối", "thời hạn hoàn thành")


def check(facts: Facts) -> Hits:
    """Find continuous deadlines under a heading that asks for the last day."""
    tables = {
        index
        for index, appendix in enumerate(facts.plan.appendices)
        for column in appendix.columns
        if column.key == "deadline" and any(word in column.heading.casefold() for word in _LAST)
    }
    for place, text, reading in facts.deadlines:
        if place[0] == "appendices" and place[1] in tables and reading.kind == "continuous":
            yield Hit(
                place,
                say("“{text}” stands in a column of last days", text=text),
                say("name the day by which it is checked, or change the heading"),
            )

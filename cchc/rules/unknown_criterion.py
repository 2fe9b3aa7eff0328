"""A task or heading names a criterion that the plan does not have, or two criteria have one code.

Why: its points are counted nowhere, or with the wrong one.

Source: the plan's `criteria`.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks: [{id: kiem-tra, title: Kiểm tra, product: Kết luận, deadline: Quý I, lead: [vh-xh], criteria: ["9"]}]
Good:
    criteria:
      - {code: "9", title: Kiểm tra, maximum: 3}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks: [{id: kiem-tra, title: Kiểm tra, product: Kết luận, deadline: Quý I, lead: [vh-xh], criteria: ["9"]}]
"""

from cchc.model.criteria import walked
from cchc.model.plan import Area
from cchc.model.task import Task
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "P006"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find codes that are not there, and codes that are there twice."""
    known: set[str] = set()
    for one, place, _ in walked(facts.plan.criteria):
        if one.code in known:
            yield Hit(
                (*place, "code"),
                say("two criteria have the code {code}", code=one.code),
                say("give each its own, as the set of criteria numbers them"),
            )
        known.add(one.code)
    for row in facts.rows:
        named = [((*row.place, "criteria", n), code) for n, code in enumerate(_named(row.row))]
        if isinstance(row.row, Area) and row.row.criterion:
            named.append(((*row.place, "criterion"), row.row.criterion))
        for at, code in named:
            if code not in known:
                yield Hit(
                    at,
                    say("the plan has no criterion {code}", code=code),
                    say("declare it under “criteria”, or correct the code"),
                )


def _named(row: Area | Task) -> tuple[str, ...]:
    return row.criteria if isinstance(row, Task) else ()

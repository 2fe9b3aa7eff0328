"""A criterion has more points than its maximum.

Why: nobody can be given them; one of the two numbers is wrong, and every sum above with it.

Source: the set of criteria that the plan follows; the maximum is the plan's own.

Bad:
    criteria:
      - {code: "1", title: Kiểm tra, maximum: 3, target: 4}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks: [{id: kiem-tra, title: Kiểm tra, product: Kết luận, deadline: Quý I, lead: [vh-xh], criteria: ["1"]}]
Good:
    criteria:
      - {code: "1", title: Kiểm tra, maximum: 3, target: 3}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks: [{id: kiem-tra, title: Kiểm tra, product: Kết luận, deadline: Quý I, lead: [vh-xh], criteria: ["1"]}]
"""

from cchc.model.criteria import POINTS, printed_points, total, walked
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "P001"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    for one, place, _ in walked(facts.plan.criteria):
        written, summed = one.points("maximum"), total(one, "maximum")
        maximum = max((most for most in (written, summed) if most is not None), default=None)
        for key in POINTS:
            points = one.points(key)
            if key != "maximum" and points is not None and maximum is not None and points > maximum:
                yield Hit(
                    (*place, key),
                    say("criterion {code} has {points} points as “{key}”, its maximum is {maximum}",
                        code=one.code, points=printed_points(points), key=POINTS[key],
                        maximum=printed_points(maximum)),
                    say("correct the points or the maximum"),
                )  # fmt: skip

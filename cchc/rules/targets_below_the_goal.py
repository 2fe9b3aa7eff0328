"""The targets of the criteria do not add up to the points that the plan wants.

Why: when every criterion reaches its target the goal is still missed, so nobody can have planned it.

Source: the plan's own target for the index (measure "Chỉ số cải cách hành chính", unit "điểm").

Bad:
    opening: UBND xã An Bình phấn đấu đạt 90 điểm, với các nhiệm vụ tại Phụ lục kèm theo
    targets: [{measure: Chỉ số cải cách hành chính của xã, at_least: 90, unit: điểm}]
    criteria:
      - {code: "1", title: Khảo sát, maximum: 100, target: 88, survey: yes}
Good:
    opening: UBND xã An Bình phấn đấu đạt 90 điểm, với các nhiệm vụ tại Phụ lục kèm theo
    targets: [{measure: Chỉ số cải cách hành chính của xã, at_least: 90, unit: điểm}]
    criteria:
      - {code: "1", title: Khảo sát, maximum: 100, target: 90, survey: yes}
"""

from decimal import Decimal

from cchc.language.goal import goals, stated_goal
from cchc.model.criteria import is_full, printed_points, total
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "P003"
SEVERITY = Severity.WARNING
WHOLE = True


def check(facts: Facts) -> Hits:
    """Compare the sum of the targets with the goal, when every criterion has one."""
    criteria = facts.plan.criteria
    if not criteria or not all(is_full(one, "target") for one in criteria):
        return
    goal = stated_goal(facts.plan)
    if goal is None:
        return
    added = sum((total(one, "target") or Decimal(0) for one in criteria), Decimal(0))
    if added < goal:
        place, _ = next(goals(facts.plan))
        yield Hit(
            place,
            say("the targets of the criteria add up to {added}, the plan wants {goal}",
                added=printed_points(added), goal=printed_points(goal)),
            say("raise targets where points can be won (“cchc score” lists them), or lower the goal"),
        )  # fmt: skip

"""A self-score names no evidence.

Why: whoever appraises gives no points for what is not proved (tài liệu kiểm chứng).

Source: the guides to scoring the index ask for evidence with each criterion; surveys need none.

Bad:
    criteria:
      - {code: "1", title: Kiểm tra, maximum: 3, self: 3}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks: [{id: kiem-tra, title: Kiểm tra, product: Kết luận, deadline: Quý I, lead: [vh-xh], criteria: ["1"]}]
Good:
    criteria:
      - {code: "1", title: Kiểm tra, maximum: 3, self: 3, evidence: Thông báo số 12/TB-UBND}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks: [{id: kiem-tra, title: Kiểm tra, product: Kết luận, deadline: Quý I, lead: [vh-xh], criteria: ["1"]}]
"""

from cchc.model.criteria import printed_points, walked
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "P004"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find self-scores above nothing that no evidence and no record of a task proves."""
    proved = {
        code
        for task in facts.plan.tasks
        if any(record.evidence for record in task.progress)
        for code in task.criteria
    }
    for one, place, _ in walked(facts.plan.criteria):
        points = one.points("self")
        if one.parts or not points or one.survey == "yes" or one.arising == "no":
            continue
        if one.evidence is None and one.code not in proved:
            yield Hit(
                (*place, "self"),
                say("{points} points for criterion {code} without evidence",
                    points=printed_points(points), code=one.code),
                say("name the documents under “evidence”, or in the records of its tasks"),
            )  # fmt: skip

"""The points of a criterion are not the sum of its parts.

Why: the book is handed in with these sums; one that does not fit is sent back.

Source: arithmetic; a part that does not arise (arising: no) takes its maximum off.

Bad:
    criteria:
      - code: "1"
        title: CHỈ ĐẠO, ĐIỀU HÀNH
        maximum: 5
        parts:
          - {code: "1.1", title: Kiểm tra, maximum: 3, survey: yes}
          - {code: "1.2", title: Báo cáo, maximum: "1,5", survey: yes}
Good:
    criteria:
      - code: "1"
        title: CHỈ ĐẠO, ĐIỀU HÀNH
        maximum: "4,5"
        parts:
          - {code: "1.1", title: Kiểm tra, maximum: 3, survey: yes}
          - {code: "1.2", title: Báo cáo, maximum: "1,5", survey: yes}
"""

from cchc.model.criteria import POINTS, misfits, printed_points
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "P002"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    for one in misfits(facts.plan.criteria):
        yield Hit(
            one.place,
            say("criterion {code} has {written} points as “{key}”, its parts add up to {added}",
                code=one.code, written=printed_points(one.written), key=POINTS[one.key],
                added=printed_points(one.added)),
            say("correct it or one of its parts, or delete it: cchc adds up"),
        )  # fmt: skip

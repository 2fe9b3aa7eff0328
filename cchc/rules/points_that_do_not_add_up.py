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

from cchc.model.criteria import POINTS, misfits, printed_points, walked
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "P002"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find sums that do not fit. Where half of the fields have more points than the criteria below them, the
    table lists only some, as one of what was lost does: that is told once."""
    wrong = list(misfits(facts.plan.criteria))
    more = [one for one in wrong if one.key == "maximum" and one.added < one.written]
    fields = sum(
        bool(one.parts) and one.maximum is not None for one, *_ in walked(facts.plan.criteria)
    )
    some = {one.place[:-1] for one in more} if 2 * len(more) >= fields > 1 else set()
    if some:
        yield Hit(
            more[0].place,
            say("criterion {code} has {written} points, the criteria listed below it {added}: only some are listed",
                code=more[0].code, written=printed_points(more[0].written), added=printed_points(more[0].added)),
            say("“cchc score” needs all of them"),
            severity=Severity.INFO,
        )  # fmt: skip
    for one in wrong:
        if one.place[:-1] in some:
            continue
        yield Hit(
            one.place,
            say("criterion {code} has {written} points as “{key}”, its parts add up to {added}",
                code=one.code, written=printed_points(one.written), key=POINTS[one.key],
                added=printed_points(one.added)),
            say("correct it or one of its parts, or delete it: cchc adds up"),
        )  # fmt: skip

"""Words of the imported paper have no place in the plan yet.

Why: what stands under `unplaced` is not printed, assigned or followed: a duty may be among it.

Source: `cchc import` drops nothing; what it does not understand it keeps there for a person to move.

Bad:
    unplaced:
      - Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý.
Good:
    closing: Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý.
"""

from cchc.intake.unplaced import way_to_settle
from cchc.rules._citations import own_symbol
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V015"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find every text that was read from a paper and not placed; a broken symbol is C002's."""
    for n, text in enumerate(facts.plan.unplaced):
        if own_symbol(text):
            continue
        yield Hit(
            ("unplaced", n),
            say("this was in the document and has no place in the plan yet"),
            way_to_settle(text),
        )

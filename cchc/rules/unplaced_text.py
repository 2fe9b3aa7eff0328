"""Words of the imported paper have no place in the plan yet.

Why: what stands under `unplaced` is not printed, assigned or followed: a duty may be among it.

Source: `cchc import` drops nothing; what it does not understand it keeps there for a person to move.

Bad:
    unplaced:
      - Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý.
Good:
    closing: Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý.
"""

import re
from itertools import groupby

from cchc.intake.unplaced import is_left_over, is_row, is_schedule, way_to_settle
from cchc.rules._citations import own_symbol
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V015"
SEVERITY = Severity.WARNING

_HEAD = re.compile(r"(?:s?tt|số tt|số thứ tự)\.? \| ", re.IGNORECASE)


def check(facts: Facts) -> Hits:
    """Find every text that was read from a paper and not placed, the rows of a table as one; a broken
    symbol is C002's. What is no part of a plan is no more than told."""
    texts = [(n, text) for n, text in enumerate(facts.plan.unplaced) if not own_symbol(text)]
    for of_table, group in groupby(texts, lambda one: is_row(one[1])):
        rows = list(group)
        for some in _tables(rows) if of_table else [[one] for one in rows]:
            yield _hit(some)


def _tables(rows: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Return the rows of each table: one begins with the heading of its numbers."""
    found: list[list[tuple[int, str]]] = []
    for one in rows:
        if found and not _HEAD.match(one[1]):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _hit(rows: list[tuple[int, str]]) -> Hit:
    place, first = rows[0]
    left_over = is_schedule(first) or all(is_left_over(text) for _, text in rows)
    message = (
        say(
            "{count} rows of a table in the document have no place in the plan yet", count=len(rows)
        )
        if len(rows) > 1
        else say("this was in the document and has no place in the plan yet")
    )
    severity = Severity.INFO if left_over else SEVERITY
    return Hit(("unplaced", place), message, way_to_settle(first), severity=severity)

"""What falls due in 2026 in all five plans, by a table written by hand from their sources."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from cchc.read.load import load, required_plan
from cchc.read.workspace import plan_files
from cchc.views.occurrences import occurrences
from tests.conftest import ROOT

# Phú Thịnh: every task that is neither continuous nor due on a day of its own says "Trong năm".
IN_THE_YEAR = (
    "1.2 1.3 1.4 2.1.1 2.1.2 2.2.1 2.2.2 2.3 3.2.1 3.2.2 3.2.3 4.1.1 4.1.2 4.2.1 4.2.2 4.2.3 "
    "5.1 5.2 5.3 5.4 6.1.1 6.1.2 6.1.3 6.2.1 6.2.2 6.2.3 7.1 7.2.1 7.2.2 7.2.3 "
    "7.3.1 7.3.2 7.3.3 7.3.4 7.3.5 8.1.1 8.1.2 8.1.3 8.1.4 8.1.5 8.2 8.3 9.1 9.2"
)

BY_HAND = """
    2026-01-19  nam-dan          IV.8.1
    2026-03-04  thanh-mien       IV.1.c
    2026-03-14  nam-dan          IV.8.2
    2026-03-31  dinh-hoa-kstthc  2.3
    2026-03-31  nam-dan          1 17 18
    2026-03-31  thanh-mien       IV.2.c
    2026-06-04  thanh-mien       IV.1.c
    2026-06-14  nam-dan          IV.8.2
    2026-06-30  dinh-hoa-kstthc  2.3
    2026-09-04  thanh-mien       IV.1.c
    2026-09-14  nam-dan          IV.8.2
    2026-09-30  dinh-hoa-kstthc  2.3
    2026-11-29  phu-thinh        1.1
    2026-12-06  thanh-mien       IV.1.c
    2026-12-14  nam-dan          IV.8.2
    2026-12-31  dinh-hoa-kstthc  2.3
"""


def by_hand() -> dict[tuple[str, str], list[str]]:
    table = {}
    for line in BY_HAND.strip().splitlines():
        day, plan, *numbers = line.split()
        table[day, plan] = numbers
    table["2026-12-31", "nam-dan"] = [str(n) for n in (*range(3, 17), *range(19, 45))]
    table["2026-12-31", "phu-thinh"] = IN_THE_YEAR.split()
    return table


def test_a_year_of_all_five_plans_agrees_with_the_table():
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in plan_files(ROOT / "plans"):
        for item in occurrences(path.stem, required_plan(load(path)), date(2026, 1, 1)):
            if item.due:
                found[item.due.isoformat(), item.plan].append(item.number)
    assert dict(found) == by_hand()


def test_the_table_counts_as_the_sources_do():
    table = by_hand()
    assert len(table["2026-12-31", "nam-dan"]) == 40
    assert len(table["2026-12-31", "phu-thinh"]) == 40 + 4

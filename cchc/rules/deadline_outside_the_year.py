"""A deadline lies in another year than the plan.

Why: a plan is copied from last year's, and a date left from it makes a task overdue on its first
day.

Source: a plan covers one year; Nghị quyết số 76/NQ-CP asks for yearly plans. A plan whose title names
a stage, "giai đoạn 2026 - 2030", covers all its years.

Bad:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I/2025, lead: [vh-xh]}
Good:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I/2026, lead: [vh-xh]}
"""

import re
from collections import Counter
from collections.abc import Mapping

from cchc.language.deadline import Deadline
from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say
from cchc.rules._stage import EACH_YEAR, last_year
from cchc.rules._year_in_doubt import OtherYear, other_years

CODE = "D005"
SEVERITY = Severity.WARNING
_MADE_READY = re.compile(
    r"\b(?:dự toán|kế hoạch|chương trình công tác|chỉ tiêu|biên chế|đăng ký)\b"
)
"""What is made, given or asked for a year before it begins."""


def check(facts: Facts) -> Hits:
    last = last_year(facts.plan)
    if last > facts.plan.year and any(_each_year(one) for _, _, one in facts.deadlines):
        yield Hit(
            ("document", "title"),
            say(
                "the plan runs to {last}, but of work done every year only the days of {year} are listed",
                last=last,
                year=facts.plan.year,
            ),
            say("write the days of the later years as well, or make a plan for each year"),
            severity=Severity.INFO,
        )
    doubted = other_years(facts) if last == facts.plan.year else {}
    yield from _of_the_plan(facts, doubted)
    for place, text, reading in facts.deadlines:
        if last > facts.plan.year and EACH_YEAR.search(text):
            continue
        table = doubted.get(int(place[1])) if place[0] == "appendices" else None
        if table and all(day.year == table.year for day in reading.due):
            continue  # told once, of the plan
        outside = any(note.code == "outside-year" for note in reading.notes)
        if outside and not (
            _in_time(reading, facts.plan.year, last) or _prepares(facts, place, reading)
        ):
            yield Hit(
                place,
                say(
                    "“{text}” is not in {year}, the year of the plan",
                    text=text,
                    year=facts.plan.year,
                ),
                say("correct the year, or keep it if the task really ends in another year"),
            )


def _of_the_plan(facts: Facts, doubted: Mapping[int, OtherYear]) -> Hits:
    """Find the years that most days of a table name in place of the plan's, each once."""
    days: Counter[int] = Counter()
    for table in doubted.values():
        days[table.year] += table.days
    in_title = str(facts.plan.year) in facts.plan.document.title
    for year, count in days.items():
        yield Hit(
            ("document", "title") if in_title else ("year",),
            say(
                "{count} days of the tasks are in {other}, and the plan is of {year}",
                count=count,
                other=year,
                year=facts.plan.year,
            ),
            say("correct the year of the plan and of its title, or the year of these days"),
            within=str(facts.plan.year) if in_title else None,
        )


def _each_year(reading: Deadline) -> bool:
    """Whether it comes back by itself, and its days are listed for one year."""
    return reading.kind == "recurring" and len({day.year for day in reading.due}) == 1


def _prepares(facts: Facts, place: KeyPath, reading: Deadline) -> bool:
    """Whether the year is made ready before it begins: its budget is given and its plans are made in the
    last quarter of the year before, and nothing of it was over when the plan was issued."""
    before = facts.plan.year - 1
    work = facts.work[place[:-1]]
    words = fold(f"{work.title} {getattr(work, 'text', None)}")
    written = facts.plan.document.issue_date
    return (
        bool(reading.due)
        and all((day.year, day.month) >= (before, 10) for day in reading.due)
        and all(day.year == before for day in reading.due)
        and (written is None or written.first <= reading.due[0])
        and _MADE_READY.search(words) is not None
        and str(before) not in words
    )


def _in_time(reading: Deadline, first: int, last: int) -> bool:
    """Whether all is due in the plan's years, or in the January after them, as self-scores and year
    reports are."""
    january = (last + 1, 1)
    return bool(reading.due) and all(
        first <= day.year <= last or (day.year, day.month) == january for day in reading.due
    )

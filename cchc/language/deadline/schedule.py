"""The last days of rhythms: every month, quarter, half-year and year, with a named day or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cchc.language.deadline.day_counts import later
from cchc.language.deadline.days import WHOLE_MONTH
from cchc.language.deadline.listing import no_month
from cchc.language.deadline.nodes import DayCount, DayMark, NamedDay, Rhythm
from cchc.language.deadline.outcome import Occurrence
from cchc.language.deadline.periods import CalendarPeriod, DateSpan, Size, date_span, month_end
from cchc.language.working_days import working_day

_SIZES: dict[int, Size] = {1: "month", 3: "quarter", 6: "half", 9: "nine", 12: "year"}


class Turn(NamedTuple):
    """One period of a rhythm and its last day."""

    start: date
    end: date
    """The last day of the period itself."""
    occurrence: Occurrence
    named: bool
    """A day is named, so it is not just the period's end."""


class Schedule(NamedTuple):
    """A rhythm with what is said about its days."""

    rhythm: Rhythm
    day: NamedDay | None = None
    fixed: tuple[Occurrence, ...] = ()
    """Named dates, each the last day of the period it belongs to."""
    after: DayCount | None = None
    """Days counted from the end of each period."""
    window: tuple[date, date] | None = None
    """The first and last day between which its periods end; None: the whole year."""

    def in_year(self, year: int | None) -> Schedule:
        """Return the plan in `year`, unless its rhythm names one itself."""
        return self._replace(rhythm=self.rhythm._replace(year=self.rhythm.year or year))


def schedule(
    plans: Iterable[Schedule], year: int, *, inclusive: bool, merged: bool = True
) -> list[Occurrence]:
    """Return the last days of all rhythms, one for each period.

    Where a coarser rhythm ends with a finer one (6 tháng with Quý II, năm with Quý IV) there is
    one last day: the coarser rhythm's if it names one, under the key of the finer. Unless `merged`,
    a month keeps its own beside a coarser rhythm's.
    """
    turns: dict[date, list[Turn]] = {}
    ordered = sorted(plans, key=lambda plan: plan.rhythm.months or 0)
    once = any(plan.rhythm.months == 9 for plan in ordered)
    for plan in ordered:
        for turn in _turns(plan, year, inclusive, once):
            if plan.window and not plan.window[0] <= turn.end <= plan.window[1]:
                continue
            there = turns.setdefault(turn.end, [])
            first = there[0].start if there else turn.start
            apart = turn.end in (first, turn.start)  # one day of the week
            apart = apart or (not merged and first == turn.end.replace(day=1))
            if not there or apart or there[0].start == turn.start:
                there.append(turn)
            elif turn.named:
                key, start = there[0].occurrence.key, there[0].start
                kept = turn.occurrence._replace(key=key, start=start)
                there[:] = [Turn(start, turn.end, kept, named=True)]
    found = [turn.occurrence for there in turns.values() for turn in there]
    return sorted(found, key=lambda one: one.due)


def _turns(plan: Schedule, year: int, inclusive: bool, once: bool) -> Iterator[Turn]:
    rhythm = plan.rhythm
    when = rhythm.year or year
    if rhythm.weekdays:
        for day in _weekdays(rhythm, when):
            yield Turn(day, day, Occurrence(day.isoformat(), day), named=True)
        return
    if rhythm.months is None:
        return
    waiting = list(plan.fixed)
    for stretch in periods(rhythm.months, once=once):
        span = date_span(stretch, when)
        if fixed := next((one for one in waiting if _belongs(one.due, span, rhythm)), None):
            waiting.remove(fixed)
            own = fixed._replace(key=span.key, start=span.start)
            yield Turn(span.start, span.end, own, named=True)
        elif plan.after is not None:
            due = later(span.end, plan.after)
            yield Turn(span.start, span.end, Occurrence(span.key, due, span.start), named=True)
        elif plan.day is not None:
            for mark in plan.day.marks:
                named = named_date(plan.day, mark, when, stretch)
                key = span.key if len(plan.day.marks) == 1 else named.isoformat()
                due = named - timedelta(days=1) if plan.day.before and not inclusive else named
                yield Turn(span.start, span.end, Occurrence(key, due, span.start), named=True)
        elif not (plan.fixed and ((rhythm.bare and rhythm.months > 3) or rhythm.months == 12)):
            own = Occurrence(span.key, span.end, span.start)
            yield Turn(span.start, span.end, own, named=False)
    for extra in waiting:
        yield Turn(extra.due, extra.due, extra, named=True)


def _weekdays(rhythm: Rhythm, year: int) -> list[date]:
    """Return the weekdays of a year, or the first or last one of each month or quarter."""
    first = date(year, 1, 1)
    whole = [first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1)]
    found = [day for day in whole if day.weekday() in rhythm.weekdays]
    if rhythm.months is None:
        return found
    edges: dict[int, date] = {}
    for day in found:
        period = (day.month - 1) // rhythm.months
        edges[period] = edges.get(period, day) if rhythm.first else day
    return list(edges.values())


def periods(months: int, *, once: bool = False) -> list[CalendarPeriod]:
    """Return the periods of a year; `once`: only the first half-year, beside "9 tháng"."""
    if months == 9:
        return [CalendarPeriod("nine", 1, 9)]
    size = _SIZES.get(months, "months")
    # "6 tháng, 9 tháng, năm" are three reports: the second half is the year's.
    count = 1 if months == 6 and once else 12 // months
    return [CalendarPeriod(size, n * months + 1, (n + 1) * months) for n in range(count)]


def _belongs(due: date, span: DateSpan, rhythm: Rhythm) -> bool:
    """Whether a named date is the last day for a period: inside it, or the month after it.

    The first month of a quarter or half-year still belongs to the report of the one before.
    """
    if rhythm.months == 1:
        return span.start <= due <= span.end
    late = span.end + timedelta(days=30)
    own = rhythm.months == 12 or (due.year, due.month) != (span.start.year, span.start.month)
    return own and span.start <= due <= late


def named_date(day: NamedDay, mark: DayMark, year: int, stretch: CalendarPeriod) -> date:
    """Return the date that a named day means in one period of a rhythm.

    In a month too short for it, the month's last day.
    """
    month = stretch.last
    if day.later:
        month += 1 if day.anchor == "month" else mark.place
    elif day.anchor != "month" and stretch.last > stretch.first:
        month += mark.place - 3
    end = month_end(year, month)
    named = end.replace(day=min(mark.day, end.day))
    return working_day(named, 1 if mark.day == 1 else -1) if day.working else named


def rhythm_of(day: NamedDay) -> Rhythm | None:
    """Return the rhythm that a named day brings along ("tháng cuối quý" is quarterly).

    Raises:
        DeadlineError: it brings none, and none is written beside it.
    """
    if day.anchor == "given":
        raise no_month(day.marks[0].day)
    if day.anchor == "term":
        return None
    return Rhythm(1 if day.anchor == "month" else 3, day.year)


def is_short(day: NamedDay, rhythm: Rhythm, year: int) -> bool:
    """Whether some period of the rhythm has a month too short for the named day."""
    return any(
        named_date(day, mark, rhythm.year or year, stretch).day < mark.day < WHOLE_MONTH
        for stretch in periods(rhythm.months or 12)
        for mark in day.marks
    )


def in_order(occurrences: list[Occurrence]) -> tuple[Occurrence, ...]:
    """Sort by last day; beside quarters, "6 tháng" is Quý II and "năm" Quý IV; neither key nor day twice.

    Two last days of one period ("đầu và cuối tháng 6") are both kept, the later one under its day.
    """
    quarterly = len(occurrences) > 1 and any("-Q" in one.key for one in occurrences)
    days: dict[date, Occurrence] = {}
    keys: set[str] = set()
    for one in sorted(occurrences, key=lambda one: one.due):
        if one.due in days:
            continue
        own, day = one.key, one.due.isoformat()
        wanted = (_quarter_key(own) if quarterly else own, own, day, f"{own}/{day}")
        key = next(key for key in wanted if key not in keys)
        keys.add(key)
        days[one.due] = one._replace(key=key)
    return tuple(days.values())


def _quarter_key(key: str) -> str:
    year, _, part = key.partition("-")
    quarter = {"": "Q4", "H1": "Q2", "H2": "Q4", "9M": "Q3"}.get(part)
    return f"{year}-{quarter}" if quarter else key

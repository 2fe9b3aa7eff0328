"""Which named days belong to which rhythms and periods of a phrase."""

from __future__ import annotations

from datetime import date, timedelta

from cchc.language.deadline.days import WHOLE_MONTH
from cchc.language.deadline.limits import DatedLimit, exclusive
from cchc.language.deadline.listing import doubtful_month
from cchc.language.deadline.nodes import Condition, NamedDay, Rhythm, Rhythms
from cchc.language.deadline.outcome import Note, NotUnderstoodError, Occurrence
from cchc.language.deadline.periods import CalendarPeriod
from cchc.language.deadline.schedule import Schedule, is_short, named_date
from cchc.messages import Message, say


class RhythmDays:
    """Collects the rhythms of one phrase with the days named for them."""

    def __init__(self, year: int, issued: date | None, *, inclusive: bool) -> None:
        self.year = year
        self.issued = issued
        self.inclusive = inclusive
        self.report = False
        self.notes: list[Note] = []
        self.marks: set[str] = set()
        self.conditions: list[Condition] = []
        self.counts: list[Occurrence] = []
        self.counted: list[str] = []
        """The words of each of them."""
        self.since_date = False
        self.limits: list[DatedLimit] = []
        self.plans: list[Schedule] = []
        self.pending: list[Rhythm] = []
        self.waiting: NamedDay | None = None
        self.bracketed = False
        """Whether the node at hand stands in brackets."""

    def doubt(self, message: Message | None) -> None:
        """Keep `message`, if there is one, as a way in which people read the phrase otherwise."""
        if message is not None:
            self.notes.append(Note("ambiguous", message))

    def take_rhythms(self, node: Rhythms) -> None:
        """Take in rhythms, with the day that waits for them."""
        if self._tells_which(node):
            return
        self.doubt(node.doubt)
        if self.limits and node.link == "and":
            self.limits[-1] = self.limits[-1]._replace(beside=True)
        if self.waiting is not None:
            self._attach(list(node.items), self.waiting)
            self.waiting = None
        elif node.items[0].weekdays and node.items[0].bare:
            self.pending = [one for one in self.pending if not one.weekly] + [
                one._replace(weekdays=node.items[0].weekdays, bare=False)
                for one in self.pending
                if one.weekly
            ] or list(node.items)
        else:
            self.pending += node.items

    def _tells_which(self, node: Rhythms) -> bool:
        """Whether brackets only say what a day is for: "10/12 (báo cáo năm)", "(hằng năm)"."""
        if not self.bracketed or self.pending:
            return False
        months = node.items[0].months
        if self.plans and self.plans[-1].day and self.plans[-1].rhythm.months == months:
            return True  # "ngày 12 của tháng cuối quý (báo cáo quý)"
        if not (self.limits and self.limits[-1].single_days):
            return False
        if self.plans and len(node.items) == 1 and months in (6, 12):
            own = self.limits.pop()  # one of its reports: "..., 10/6 (báo cáo 6 tháng)"
            self.plans.append(Schedule(node.items[0], fixed=own.occurrences))
            return True
        return all((one.bare and not one.weekdays) or one.months == 12 for one in node.items)

    def take_named_day(self, node: NamedDay) -> None:
        """Take in a named day: of the rhythms or periods before it, of its own, or of what follows.

        Raises:
            NotUnderstoodError: brackets name a day before the one they explain.
        """
        self.doubt(node.doubt)
        self.report = self.report or node.anchor == "term"
        if self.bracketed and self.waiting:
            if self.waiting.marks[0].day > node.marks[-1].day:
                raise beyond()
            return  # "ngày 01 (đầu tháng) hằng tháng"
        if self.pending and not self._one_more(node):
            pending, self.pending = self.pending, []
            self._attach(pending, node)
        elif node.link != "and" and (self._goes_through(node) or self._placed(node)):
            return
        elif node.anchor in ("month", "quarter"):
            self._attach([Rhythm(1 if node.anchor == "month" else 3, node.year)], node)
        else:
            self.waiting = node

    def _one_more(self, node: NamedDay) -> bool:
        """Whether a named day is not of the rhythms before it: "hằng quý và ngày 25 hằng tháng"."""
        months = {"month": 1, "quarter": 3}.get(node.anchor, 0)
        apart = node.link != "" and not node.later
        return apart and months > 0 and all(one.months != months for one in self.pending)

    def _goes_through(self, node: NamedDay) -> bool:
        """Repeat a named day through the longer time before it: "Năm 2026, ngày 15 tháng cuối quý"."""
        months = {"month": 1, "quarter": 3}.get(node.anchor, 0)
        last = self.limits[-1] if self.limits else None
        if not (months and last) or last.single_days or last.refined:
            return False
        if any(
            12 * end.year + end.month - 12 * start.year - start.month < months
            for start, end, *_ in last.spans
        ):
            return False
        self.limits.pop()
        self.notes = [note for note in self.notes if note not in last.notes]
        for start, end, *_ in last.spans:
            before = len(self.plans)
            self._attach([Rhythm(months, node.year or end.year)], node)
            self.plans[before:] = [
                plan._replace(window=(start, end)) for plan in self.plans[before:]
            ]
        return True

    def _placed(self, node: NamedDay) -> bool:
        """Put a named day into the periods before it: "Quý I, Quý III, trước ngày 15 tháng cuối"."""
        if not self.limits or self.limits[-1].single_days or self.limits[-1].refined:
            return False
        last = self.limits[-1]
        of_quarter = node.anchor == "quarter" and not node.later
        if of_quarter and any(one.size != "quarter" for one in last.parts):
            return False
        if len(node.marks) != 1 or any(span.start.year != span.end.year for span in last.parts):
            return False
        dates: list[Occurrence] = []
        for span in last.parts:
            period = CalendarPeriod(span.size, span.start.month, span.end.month)
            due = named_date(node, node.marks[0], span.end.year, period)
            due -= timedelta(days=1 if node.before and not self.inclusive else 0)
            dates.append(Occurrence(span.key, due, span.start))
        self.notes = [note for note in self.notes if note not in last.notes]
        if node.before and not self.inclusive:
            self.notes += [exclusive(one.due) for one in dates]
        if node.anchor == "given" and any(one.size != "month" for one in last.parts):
            self.doubt(doubtful_month(node.marks[0].day))
        self.limits[-1] = last._replace(occurrences=tuple(dates), refined=True)
        return True

    def _attach(self, rhythms: list[Rhythm], day: NamedDay) -> None:
        """Give a named day to the rhythms it fits: "tháng cuối quý" is nothing for each month."""
        least = 3 if day.anchor == "quarter" else 1
        fitting = [one for one in rhythms if (one.months or 0) % least == 0]
        if not any(one.months for one in fitting):
            fitting = [Rhythm(least)]
        self.plans += [Schedule(one) for one in rhythms if one not in fitting]
        self.plans += [Schedule(one, day) for one in fitting]
        days = [mark.day for mark in day.marks]
        if (
            day.anchor == "given"
            and WHOLE_MONTH not in days
            and any(one.months not in (1, None) for one in fitting)
        ):
            self.doubt(doubtful_month(days[0]))
        if any(is_short(day, one, self.year) for one in fitting):
            text = say(
                "not every month has a day {day}: the last day of the month is taken there",
                day=max(number for number in days if number < WHOLE_MONTH),
            )
            self.notes.append(Note("short-month", text))


def beyond() -> NotUnderstoodError:
    """Return the error for a second time that does not fit the first."""
    return NotUnderstoodError(
        say("the last day lies outside the time before it"), say("write one of the two")
    )

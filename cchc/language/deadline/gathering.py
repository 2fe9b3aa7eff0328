"""What the nodes of one phrase say together: limits, rhythms with their days, conditions."""

from __future__ import annotations

from datetime import timedelta

from cchc.language.deadline.day_counts import counted, working_note
from cchc.language.deadline.limits import DatedLimit, dated
from cchc.language.deadline.nodes import (
    Condition,
    DayCount,
    Limit,
    NamedDay,
    Node,
    Plain,
    Qualifier,
    Rhythm,
    Rhythms,
    StretchItem,
    plain_nodes,
)
from cchc.language.deadline.outcome import Note, NotUnderstoodError, Occurrence
from cchc.language.deadline.periods import CalendarPeriod
from cchc.language.deadline.rhythm_days import RhythmDays, beyond
from cchc.language.deadline.schedule import Schedule, rhythm_of
from cchc.messages import say

_WITHOUT_A_DAY = Note(
    "ambiguous", say("the other periods have no day of their own: their last day is taken")
)


class Gathering(RhythmDays):
    """Collects what the nodes of one phrase say, in their order."""

    def read(self, nodes: list[Node], *, report: bool) -> None:
        """Take in all nodes."""
        self.report = report
        self.marks = {one.what for one, _ in plain_nodes(nodes) if isinstance(one, Qualifier)}
        for one, bracketed in plain_nodes(self._settled(nodes)):
            self.bracketed = bracketed
            self._take(one)
        if any(one.bare and one.months is None for one in self.pending):
            raise NotUnderstoodError(
                say("of which months or days the deadline is meant is not said"),
                say("write for example {example}", example="08 tháng (từ tháng 3 đến tháng 10)"),
            )
        said = {plan.rhythm.months for plan in self.plans if plan.day}
        self.plans += [Schedule(one) for one in self.pending if one.months not in said - {None}]
        if self.waiting is not None:
            own = rhythm_of(self.waiting)
            self.plans.append(Schedule(own or Rhythm(None)))
            self.marks.add("scheme")

    def _take(self, node: Plain) -> None:
        match node:
            case Limit():
                self._limit(node)
            case Rhythms():
                self.take_rhythms(node)
            case NamedDay():
                self.take_named_day(node)
            case Condition():
                self.conditions.append(node)
                self.doubt(node.doubt)
            case DayCount():
                self._count(node)
            case Qualifier():
                pass

    def _settled(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes with a lone "năm", "9 tháng" as the period that it stands for."""
        timed = [node for node in nodes if isinstance(node, Limit | Rhythms | NamedDay)]
        if len(timed) == 1 and isinstance(timed[0], NamedDay) and not self.report:
            self.doubt(timed[0].lone)
        listed = [node for node in nodes if isinstance(node, Rhythms)]
        only = listed[0].items[0] if len(listed) == 1 else Rhythm(None)
        if not listed or len(listed[0].items) > 1 or not only.bare or "regular" in self.marks:
            return nodes
        others = any(isinstance(node, Limit | NamedDay) for node in nodes)
        if others or (self.report and only.months != 6):
            return nodes
        doubt = say("“{text}” alone is read in more than one way", text=listed[0].text)
        if only.months in (9, 12):
            months = only.months
            stretch = CalendarPeriod(
                "nine" if months == 9 else "year", 1, months, only.year, doubt=doubt
            )
            return [Limit((StretchItem(stretch),)) if node is listed[0] else node for node in nodes]
        return [node._replace(doubt=doubt) if node is listed[0] else node for node in nodes]

    def _count(self, node: DayCount) -> None:
        if node.period is not None:
            self.notes += working_note(node)
            months = node.period.months
            self.pending = [one for one in self.pending if one.months != months]
            self.plans.append(Schedule(node.period, after=node))
            return
        found, notes = counted(node, self.year, self.issued)
        self.notes += notes
        self.since_date = self.since_date or node.since is not None
        if found is not None:
            self.counts.append(found)
            self.counted.append(node.text)

    def _illustrates(self, found: DatedLimit) -> bool:
        """Whether a period only says where the date before it lies: "15/3/2026 (Quý I)"."""
        if not self.limits or found.single_days or len(found.spans) != 1:
            return False
        last = self.limits[-1]
        span = found.spans[0]
        if found.limit.link == ";" and not found.whole_year:
            return False
        around = last.single_days or (self.bracketed and last.spans != found.spans)
        return around and all(span.start <= one.due <= span.end for one in last.occurrences)

    def _limit(self, node: Limit) -> None:
        found = dated(node, self.year, inclusive=self.inclusive, report=self.report)
        if self.limits and node.opening:
            raise beyond()
        if self.limits and self.limits[-1].limit.opening:
            begins = self.limits.pop()  # "bắt đầu từ tháng 3, kết thúc trước 30/11"
            self.notes = [note for note in self.notes if note not in begins.notes]
        self.notes += found.notes
        if self.bracketed and self.pending and self.pending[-1].bare and not found.single_days:
            self.pending.pop()  # "02 tháng (tháng 4 và tháng 8)": how many, and which
            self.limits.append(found)
        elif self.bracketed and self.pending and self.pending[-1].months is None:
            self.pending.pop()  # "02 lần/năm (tháng 6, tháng 12)"
            self.limits.append(found)
        elif self.bracketed and self.pending and self._each_period(found):
            self.pending.pop()  # "Hằng quý (tháng 1, 4, 7, 10)"
            self.limits.append(found)
        elif (
            any(one.months for one in self.pending)
            and (found.single_days or self.bracketed)
            and not found.goes_on
            and not self._one_more_date(node)
        ):
            self._fix(found.occurrences)
        elif node.link == "and" or not (
            self._refined(found) or self._illustrates(found) or self._narrowed(found)
        ):
            if found.whole_year and self.limits and "continuous" in self.marks:
                return  # "Quý I/2026 và thường xuyên trong năm"
            if self.limits and (not node.apart or found.is_year_after(self.limits[-1])):
                raise beyond()
            self.limits.append(found)

    def _one_more_date(self, node: Limit) -> bool:
        """Whether a date stands beside the rhythm before it and is none of its days: "Hằng năm và 15/7"."""
        return node.link == "and" and not self.bracketed and not self.pending[-1].bare

    def _each_period(self, found: DatedLimit) -> bool:
        """Whether brackets name a month for each period of the rhythm before them."""
        months = self.pending[-1].months or 0
        return not found.single_days and months < 12 and months * len(found.occurrences) == 12

    def _narrowed(self, found: DatedLimit) -> bool:
        """Put days, or what stands in brackets, in the place of the period they lie in.

        "Quý II/2026 (ngày 20/5)", "Quý II/2026, ngày 20/5": one last day, not two.

        Raises:
            NotUnderstoodError: brackets name another time than the period before them.
        """
        if not (self.limits and (self.bracketed or found.single_days)):
            return False
        if found.limit.link == ";" and not self.bracketed:
            return False
        last = self.limits[-1]
        within = [
            any(span.start <= one.due <= span.end for one in found.occurrences)
            for span in last.spans
        ]
        inside = all(
            any(span.start <= one.due <= span.end for span in last.spans)
            for one in found.occurrences
        )
        if not (last.single_days or last.refined) and all(within) and inside:
            self.notes = [note for note in self.notes if note not in last.notes]
            self.limits[-1] = found
            return True
        if self.bracketed:
            raise NotUnderstoodError(
                say("the brackets name another time than what stands before them"),
                say("write one of the two"),
            )
        return False

    def _fix(self, dates: tuple[Occurrence, ...]) -> None:
        """Give named dates to the rhythm they follow: one date to the last, more to the finest."""
        pending, self.pending = self.pending, []
        at = len(pending) - 1 if len(dates) == 1 else 0
        for n, rhythm in enumerate(pending):
            self.plans.append(Schedule(rhythm, fixed=dates if n == at else ()))
        months = pending[at].months
        named = (
            (pending[at].bare and months in (6, 9))
            or months == 12
            or len(dates) * (months or 12) >= 12
        )
        if not named:
            self.notes.append(_WITHOUT_A_DAY)
        if months == 12 and any(plan.rhythm.months == 6 for plan in self.plans):
            # "6 tháng trước 15/6, hằng năm trước 15/12": the year's day is that of its second half
            self.notes = [note for note in self.notes if note != _WITHOUT_A_DAY]

    def _refined(self, found: DatedLimit) -> bool:
        """Put a date behind a period in its place: "Quý I/2026, xong trước ngày 15/3"."""
        if not (self.limits and found.single_days and found.limit.pointed):
            return False
        last = self.limits[-1]
        ended = last.limit.pieces[0].first.close and found.limit.link == ";"
        if last.single_days or last.refined or ended or len(found.occurrences) != 1:
            return False
        due = found.occurrences[0].due
        grace = timedelta(days=31 if self.report else 0)
        for n, span in enumerate(last.spans):
            if span.start <= due <= span.end + grace:
                changed = list(last.occurrences)
                changed[n] = changed[n]._replace(due=due)
                self.limits[-1] = last._replace(occurrences=tuple(changed), refined=True)
                return True
        return False

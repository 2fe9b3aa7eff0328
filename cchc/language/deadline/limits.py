"""Named dates and periods as last days; which year each item of a list is in, when only some say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cchc.language.deadline.nodes import Limit, StretchItem
from cchc.language.deadline.outcome import DeadlineError, Note, Occurrence
from cchc.language.deadline.periods import CalendarPeriod, DateSpan, adjacent, date_span, join, show
from cchc.language.weekdays import weekday
from cchc.messages import Message, say


class Settled(NamedTuple):
    """A piece as dates."""

    span: DateSpan
    cut: date
    """The first day of its last part: "trước" ends the day before."""


def settle_pieces(pieces: Sequence[StretchItem], year: int) -> tuple[list[Settled], list[Message]]:
    """Return the pieces as dates, and what had to be assumed about their years.

    A year counts for the items before it ("Quý I, Quý III năm 2026") and, when nothing else is
    said, for those after it; without any, it is the plan's `year`. A year after the plan's does not
    count for what is later in the year than the item it stands with. A range never runs backwards:
    "từ tháng 11 đến tháng 3" ends in the next year.

    Raises:
        DeadlineError: a day does not exist in its year, or a range with years runs backwards.
    """
    years = _spread(pieces, year)
    spans: list[Settled] = []
    doubts: list[Message] = []
    at = 0
    for piece in pieces:
        first = date_span(piece.first, years[at])
        at += 1
        if piece.last is None:
            spans.append(Settled(first, first.start))
            continue
        last = date_span(piece.last, years[at])
        if last.end < first.start:
            first, last = _forwards(piece.first, piece.last, years[at - 1], years[at])
            doubts.append(
                say(
                    "the end is taken in the year after the beginning: {start} to {end}",
                    start=show(first.start),
                    end=show(last.end),
                )
            )
        at += 1
        spans.append(Settled(join(first, last), last.start))
    return spans, doubts


def _spread(pieces: Sequence[StretchItem], year: int) -> list[int]:
    flat: list[CalendarPeriod] = []
    ranged: list[bool] = []
    for piece in pieces:
        ends = [piece.first] if piece.last is None else [piece.first, piece.last]
        flat += ends
        ranged += [piece.last is not None] * len(ends)
    known: list[int | None] = [
        one.year if one.year is not None else (year + one.shift if one.shift is not None else None)
        for one in flat
    ]
    later: int | None = None
    for at in range(len(known) - 1, -1, -1):
        if (
            later is not None
            and later > year
            and not ranged[at]
            and flat[at].first > flat[at + 1].first
        ):
            later -= 1  # "tháng 7, tháng 10 và tháng 01 năm sau"
        later = known[at] = known[at] if known[at] is not None else later
    earlier = year
    spread: list[int] = []
    for one in known:
        earlier = earlier if one is None else one
        spread.append(earlier)
    return spread


def _forwards(
    first: CalendarPeriod, last: CalendarPeriod, begins: int, ends: int
) -> tuple[DateSpan, DateSpan]:
    """Return both ends of a range that runs over New Year, the year named once or not at all."""
    if first.year is None and last.year is not None:
        return date_span(first, begins - 1), date_span(last, ends)
    if last.year is None:
        return date_span(first, begins), date_span(last, ends + 1)
    start, end = date_span(first, begins).start, date_span(last, ends).end
    raise DeadlineError(
        say("the end {end} is before the beginning {start}", end=show(end), start=show(start)),
        say("write for example {example}", example="từ ngày 01/3/2026 đến ngày 30/9/2026"),
    )


class DatedLimit(NamedTuple):
    """A limit with its dates."""

    limit: Limit
    spans: tuple[DateSpan, ...]
    parts: tuple[DateSpan, ...]
    """The same before neighbours were joined."""
    occurrences: tuple[Occurrence, ...]
    notes: tuple[Note, ...]
    single_days: bool
    """Each item is a last day, not a period: a date, or something with "trước"."""
    whole_year: bool
    """Just "(trong) năm 2026", with no word that makes it a limit."""
    refined: bool = False
    """A date behind the period names its last day."""

    beside: bool = False
    """A rhythm is named with it, by "và"."""

    @property
    def goes_on(self) -> bool:
        """Whether it names, beside a rhythm, the time in which that goes on."""
        only = self.limit.pieces[0] if len(self.limit.pieces) == 1 else None
        if self.beside or self.limit.link == "and":
            return False
        if only is None or self.whole_year or self.limit.yearly or self.refined:
            return False
        limit = self.limit
        ranged = only.last is not None or limit.opening or limit.until or limit.since_event
        return ranged or not (limit.pointed or limit.apart or self.single_days)

    def is_year_after(self, days: DatedLimit) -> bool:
        """Whether it is a whole year behind a day of another: "31/3 năm 2026 [và 2027]"."""
        years = {span.start.year for span in self.spans if span.size == "year"}
        another = years - {one.due.year for one in days.occurrences}
        return days.single_days and bool(another) and not self.limit.pointed


def dated(limit: Limit, year: int, *, inclusive: bool, report: bool) -> DatedLimit:
    """Find the last days of a limit.

    Raises:
        DeadlineError: a day does not exist in its year, or a range runs backwards.
    """
    settled, doubts = settle_pieces(limit.pieces, year)
    named = [one for piece in limit.pieces for one in piece[:2] if isinstance(one, CalendarPeriod)]
    doubts += [one.doubt for one in named if one.doubt is not None]
    if limit.doubt is not None:
        doubts.append(limit.doubt)
    notes = [Note("ambiguous", doubt) for doubt in doubts]
    notes += _weekday_notes(limit.pieces, settled)
    spans = parts = [one.span for one in settled]
    if limit.opening:
        occurrences = [_opening(settled[0].span, year, after=limit.after)]
        notes.append(Note("ambiguous", ONLY_BEGINNING))
    elif _one_stretch(limit, spans):
        whole = join(spans[0], spans[-1])
        spans = [whole]
        occurrences = [Occurrence(whole.key, whole.end, whole.start)]
        notes += _joined(whole, report=report)
    else:
        occurrences = [
            _occurrence(piece, one, inclusive, notes)
            for piece, one in zip(limit.pieces, settled, strict=True)
        ]
    if limit.yearly and len(occurrences) == 1:
        occurrences = [occurrences[0]._replace(key=str(spans[0].end.year))]
    if limit.open_end and not limit.opening:
        notes.append(Note("ambiguous", say("the work goes on in later years, without a last day")))
    first = limit.pieces[0]
    return DatedLimit(
        limit,
        tuple(spans),
        tuple(parts),
        tuple(occurrences),
        tuple(notes),
        single_days=all(_is_point(piece) for piece in limit.pieces)
        and not (limit.opening or limit.since_event)
        and len(occurrences) == len(limit.pieces),
        whole_year=len(limit.pieces) == 1
        and first.first.size == "year"
        and not (first.last or first.before or first.first.close)
        and not (limit.pointed or limit.opening or limit.yearly),
    )


ONLY_BEGINNING = say("only the beginning is named: the end of that year is taken as the last day")


def _is_point(piece: StretchItem) -> bool:
    return piece.last is None and (piece.before or piece.first.size == "day")


def _opening(span: DateSpan, year: int, *, after: bool) -> Occurrence:
    start = span.end + timedelta(days=1) if after else span.start
    end = date(max(year, start.year), 12, 31)
    return Occurrence(f"{span.key}/{end.year}", end, start)


def _one_stretch(limit: Limit, spans: list[DateSpan]) -> bool:
    """Whether a list is one stretch of time: neighbours, but not a whole year in parts."""
    if len(spans) < 2 or not adjacent(spans) or any(piece.before for piece in limit.pieces):
        return False
    if spans[0].size not in ("month", "quarter", "half"):
        return True
    first, last = spans[0].start, spans[-1].end
    return not (first == date(first.year, 1, 1) and last == date(first.year, 12, 31))


def _joined(whole: DateSpan, *, report: bool) -> list[Note]:
    text = say(
        "neighbouring periods are read as one stretch, {start} to {end}",
        start=show(whole.start),
        end=show(whole.end),
    )
    found = [Note("joined", text)]
    if report:
        found.append(
            Note("ambiguous", say("one report at the end, or one for each period, is not said"))
        )
    return found


def _occurrence(piece: StretchItem, one: Settled, inclusive: bool, notes: list[Note]) -> Occurrence:
    span, start = one.span, None if _is_point(piece) else one.span.start
    if not piece.before or inclusive:
        return Occurrence(span.key, span.end, start)
    end = piece.last or piece.first
    if end.close and end.size != "day":
        notes.append(
            Note("ambiguous", say("“trước cuối ...” is read as up to the end of the period"))
        )
        return Occurrence(span.key, span.end, start)
    due = one.cut - timedelta(days=1)
    notes.append(exclusive(due))
    return Occurrence(span.key, due, start)


def exclusive(due: date) -> Note:
    """Return the note that "trước" leaves out the day it names."""
    return Note(
        "exclusive",
        say("“trước” leaves out the time it names: the last day is {date}", date=show(due)),
    )


def _weekday_notes(pieces: tuple[StretchItem, ...], settled: list[Settled]) -> list[Note]:
    found: list[Note] = []
    for piece, one in zip(pieces, settled, strict=True):
        for stretch, day in ((piece.first, one.span.start), (piece.last, one.span.end)):
            if stretch and stretch.weekday is not None and stretch.weekday != day.weekday():
                text = say("{date} is a {weekday}", date=show(day), weekday=weekday(day))
                found.append(Note("ambiguous", text))
    return found

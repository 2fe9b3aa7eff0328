"""Which year each item of a list is in, when only some of them say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cchc.language.deadline.nodes import StretchItem
from cchc.language.deadline.outcome import DeadlineError
from cchc.language.deadline.periods import CalendarPeriod, DateSpan, join, settle, show
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
        first = settle(piece.first, years[at])
        at += 1
        if piece.last is None:
            spans.append(Settled(first, first.start))
            continue
        last = settle(piece.last, years[at])
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
        return settle(first, begins - 1), settle(last, ends)
    if last.year is None:
        return settle(first, begins), settle(last, ends + 1)
    start, end = settle(first, begins).start, settle(last, ends).end
    raise DeadlineError(
        say("the end {end} is before the beginning {start}", end=show(end), start=show(start)),
        say("write for example {example}", example="từ ngày 01/3/2026 đến ngày 30/9/2026"),
    )

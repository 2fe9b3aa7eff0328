"""What the grammar finds in a phrase: limits, rhythms, named days, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from cchc.language.deadline.periods import CalendarPeriod
from cchc.messages import Message

Anchor = Literal["given", "month", "quarter", "term"]
"""Where a named day stands: "given" in the rhythm written beside it, "month" in every month,
"quarter" in a month of every quarter, "term" in every reporting period."""


Conjunction = Literal["", "and", ";"]
"""What stands before a node. Behind "và" it is one more time, not the one before said more exactly."""


class StretchItem(NamedTuple):
    """One item of a list: a stretch, or everything from one stretch to another."""

    first: CalendarPeriod
    last: CalendarPeriod | None = None
    before: bool = False
    """Ends before it: "trước"."""


class Limit(NamedTuple):
    """Named dates or periods: "Trước 30/11/2026", "Quý I, Quý III", "từ 01/3 đến 30/9"."""

    pieces: tuple[StretchItem, ...]
    pointed: bool = False
    """A limit word (trước, chậm nhất, đến ...) stands in front."""
    until: bool = False
    """Only the end is named: "đến tháng 9"."""
    opening: bool = False
    """Only the beginning is named: "từ tháng 3"."""
    after: bool = False
    """... and is left out: "sau ngày 15/3"."""
    yearly: bool = False
    open_end: bool = False
    """"... và các năm tiếp theo"."""
    apart: bool = True
    """Something stands between it and the date before."""
    link: Conjunction = ""
    since_event: bool = False
    """It begins with an event: "từ ngày ký ban hành đến hết ngày 30/11"."""
    doubt: Message | None = None


class Rhythm(NamedTuple):
    """How often: every `months` months (None: no dates can be listed)."""

    months: int | None
    year: int | None = None
    bare: bool = False
    """Neither "hàng" nor "lần" stands with it: "6 tháng", "năm"."""
    weekly: bool = False
    weekdays: tuple[int, ...] = ()
    """Days of every week, Monday is 0; or of every month or quarter, where `months` is 1 or 3."""
    first: bool = False
    """The first such weekday of it, not the last."""


class Rhythms(NamedTuple):
    """Rhythms listed together: "hàng quý, 6 tháng và hàng năm"."""

    items: tuple[Rhythm, ...]
    text: str
    doubt: Message | None = None
    link: Conjunction = ""


class DayMark(NamedTuple):
    """A day of a month, or of a quarter or reporting period."""

    day: int
    """32: the last day of the month."""
    place: int = 3
    """Which month of the quarter or period: 1, 2 or 3 (the last)."""


class NamedDay(NamedTuple):
    """A day of the month without its month: "trước ngày 15 tháng cuối quý", "đầu và cuối tháng"."""

    marks: tuple[DayMark, ...]
    before: bool = False
    anchor: Anchor = "given"
    later: bool = False
    """In the period that follows."""
    working: bool = False
    """The last working day, or the first."""
    year: int | None = None
    link: Conjunction = ""
    lone: Message | None = None
    """The doubt where nothing else says when: "cuối quý"."""
    doubt: Message | None = None


class Condition(NamedTuple):
    """An event to wait for, or a rule elsewhere."""

    text: str
    vague: bool = False
    doubt: Message | None = None


class DayCount(NamedTuple):
    """A number of days, weeks or months from an event."""

    number: int
    unit: Literal["day", "workday", "week", "month"]
    since: CalendarPeriod | None
    """The day to count from; None: the day on which the plan is issued."""
    text: str
    period: Rhythm | None = None
    """Counted from the end of each of its periods: "10 ngày sau khi kết thúc quý"."""


class Qualifier(NamedTuple):
    """A word that colours the whole phrase."""

    what: Literal["continuous", "report", "scheme", "regular"]
    text: str


Plain = Limit | Rhythms | NamedDay | Condition | DayCount | Qualifier


class Bracket(NamedTuple):
    """What stands in brackets behind a date or rhythm, and says it more exactly."""

    nodes: tuple[Plain, ...]


Node = Plain | Bracket


def plain_nodes(nodes: Iterable[Node]) -> Iterator[tuple[Plain, bool]]:
    """Yield each node, and whether it stands in brackets."""
    for node in nodes:
        if isinstance(node, Bracket):
            yield from ((one, True) for one in node.nodes)
        else:
            yield node, False

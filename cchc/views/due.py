"""What falls due in a stretch of time, and what is overdue, for whom; a long answer also in short.

Items are put together by unit, by plan or by day, each group under its own heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from cchc.language.names import bare, fold
from cchc.model.plan_kinds import KINDS
from cchc.model.subject import SUBJECTS
from cchc.views.agencies import Agencies, NamedAgency, of_agency
from cchc.views.calendar import Calendar, DayOff
from cchc.views.membership import groups_of
from cchc.views.occurrences import Item, State, occurrences

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.views.agenda import Agenda, Job

NO_AGENCIES = Agencies()
GroupBy = Literal["unit", "plan", "date"]


class ItemGroup(NamedTuple):
    """One group: what it is called, and what is in it."""

    key: str | date | None
    """The name of a unit or plan, or a day; None for what belongs to none."""
    items: tuple[Item, ...]


def grouped(
    items: Iterable[Item], by: GroupBy, agencies: Agencies | None = None
) -> list[ItemGroup]:
    """Return `items` in groups, in their own order inside each.

    Units and plans come by name, days by date, and what belongs to none last. An item that
    several units lead stands under each of them; names that differ only in spelling are one, in
    one agency of `agencies`; in several each has a unit of its own.
    """
    parts: dict[str | date, tuple[str | date, list[Item]]] = {}
    rest: list[Item] = []
    for item in items:
        found_keys = keys(item, by, agencies or NO_AGENCIES)
        for key in found_keys:
            same = fold(key) if by == "unit" and isinstance(key, str) else key
            parts.setdefault(same, (key, []))[1].append(item)
        if not found_keys:
            rest.append(item)
    found = [ItemGroup(parts[same][0], tuple(parts[same][1])) for same in sorted(parts, key=_rank)]
    return [*found, ItemGroup(None, tuple(rest))] if rest else found


def keys(item: Item, by: GroupBy, agencies: Agencies) -> tuple[str | date, ...]:
    """Return what an item is put under: units with their agency where there are several."""
    if by == "unit":
        agency = agencies.apart(item.plan)
        return tuple(of_agency(agency, unit) for unit in item.units)
    if by == "plan":
        return (item.plan,)
    return (item.due,) if item.due else ()


def _rank(key: str | date) -> str:
    return key.isoformat() if isinstance(key, date) else key


DueOrder = Literal["date", "plan", "unit", "state"]

STATES: tuple[State, ...] = (
    "overdue", "due", "upcoming", "done-late", "done", "recurring", "continuous", "conditional",
)  # fmt: skip
"""Every state, the one that needs somebody most first."""

NO_TALLY: Counter[State] = Counter()


class Wanted(NamedTuple):
    """Which items are asked for; what is left empty keeps everything."""

    first: date | None = None
    last: date | None = None
    units: Mapping[str, Sequence[str]] | None = None
    """For each plan the ids of units; an item counts when one of them leads or supports it,
    directly or through a group."""
    lead_only: bool = False
    area: str = ""
    """A part of an area's heading or of its field's name; accents may be left out."""
    kinds: frozenset[str] = frozenset()
    """Kinds of plan (`par-index`) and kinds of work (`report`); within each kind any fits."""
    states: frozenset[State] = frozenset()
    leader: str = ""
    """A part of the name of the leader in charge; accents may be left out."""


class Due(NamedTuple):
    """The answer: four lists, each by date and then in printed order unless asked otherwise."""

    today: date
    wanted: Wanted
    carried: Sequence[Item] = ()
    """Overdue from before the first day."""
    dated: Sequence[Item] = ()
    """Due in the stretch of time that was asked for."""
    begun: Sequence[Item] = ()
    """Due later, but its start has come."""
    undated: Sequence[Item] = ()
    """Continuous and conditional: never overdue."""
    tally: Counter[State] = NO_TALLY
    """How many items have each state."""
    days_off: Mapping[date, DayOff] = {}
    """The due dates on which nobody works."""
    agencies: Agencies = NO_AGENCIES
    """Whose plans they are."""

    @property
    def items(self) -> Sequence[Item]:
        """All of them, in the order they are shown."""
        return (*self.carried, *self.dated, *self.begun, *self.undated)


def due(
    plans: Iterable[tuple[str, Plan | Agenda]],
    today: date,
    wanted: Wanted | None = None,
    *,
    order: DueOrder = "date",
    days_off: Callable[[Iterable[date]], Mapping[date, DayOff]] | None = None,
) -> Due:
    """Return what falls due from `wanted.first` to `wanted.last`, both included.

    What is overdue from before the first day is carried over; what has no date stands apart.
    `days_off` gives those of some days that are no working days (None: as the law has them).
    """
    ask = wanted or Wanted()
    first, last = ask.first or date.min, ask.last or date.max
    carried: list[Item] = []
    dated: list[Item] = []
    begun: list[Item] = []
    undated: list[Item] = []
    agencies: dict[str, NamedAgency] = {}
    for plan_id, plan in plans:
        agencies[plan_id] = plan.owner
        units = None if ask.units is None else groups_of(plan, ask.units.get(plan_id, ()))
        for item in occurrences(plan_id, plan, today, first, last):
            if _fits(item, ask, units):
                if item.due is None:
                    part = undated
                elif item.due < first:
                    part = carried
                else:
                    part = dated if item.due <= last else begun
                part.append(item)
    for part in (carried, dated, begun, undated):
        part.sort(key=_KEYS[order])
    days = {item.due for item in chain(carried, dated, begun) if item.due}
    tally = Counter(item.state for item in chain(carried, dated, begun, undated))
    off = (days_off or Calendar().days_off)(days)
    return Due(today, ask, carried, dated, begun, undated, tally, off, Agencies(agencies))


def _fits(item: Item, ask: Wanted, units: set[str] | None) -> bool:
    if units is not None:
        holders = item.lead_ids if ask.lead_only else (*item.lead_ids, *item.support_ids)
        if units.isdisjoint(holders):
            return False
    if ask.states and item.state not in ask.states:
        return False
    if ask.kinds:
        for one, known in ((item.kind, _PLAN_KINDS), (item.source, _SOURCES)):
            if ask.kinds & known and one not in ask.kinds:
                return False
    if not is_led(item.leader, ask.leader):
        return False
    return not ask.area or is_in_area(item, ask.area)


def is_led(leader: str, query: str) -> bool:
    """Whether the name of the `leader` in charge holds `query`; accents may be left out."""
    return not query or bare(query) in bare(leader)


_PLAN_KINDS = frozenset(KINDS)
_SOURCES = frozenset({"task", "report", "duty"})


def area_names(item: Item | Job) -> tuple[str, ...]:
    """Return the headings over an item, and the id and name of its field."""
    field = (item.subject, str(SUBJECTS[item.subject])) if item.subject else ()
    return (*item.areas, *field)


def is_in_area(item: Item | Job, query: str) -> bool:
    """Whether one of these names holds `query`; accents may be left out."""
    return any(bare(query) in bare(name) for name in area_names(item))


def _by_date(item: Item) -> tuple[date, str, int]:
    return (item.due or date.max, item.plan, item.order)


_KEYS: dict[DueOrder, Callable[[Item], tuple[object, ...]]] = {
    "date": _by_date,
    "plan": lambda item: (item.plan, item.due or date.max, item.order),
    "unit": lambda item: (item.units, *_by_date(item)),
    "state": lambda item: (STATES.index(item.state), *_by_date(item)),
}


class Share(NamedTuple):
    """How much of an answer one unit, plan or day has."""

    key: str | date | None
    total: int
    overdue: int


class Summary(NamedTuple):
    """The answer in short."""

    shares: Sequence[Share]
    """Those with most overdue items, then with most items, on top."""
    nearest: Sequence[Item]
    """What is not done and nearest to today: first what is to come, then what is overdue."""


def summed_up(answer: Due, by: GroupBy, *, nearest: int) -> Summary:
    """Return the summary of `answer`, one share for each `by` and so many `nearest` items.

    An item that several units lead counts for each of them. Memory does not grow with the items.
    """
    total: Counter[str | date | None] = Counter()
    overdue: Counter[str | date | None] = Counter()

    def counted() -> Iterator[Item]:
        for item in answer.items:
            for key in keys(item, by, answer.agencies) or (None,):
                total[key] += 1
                overdue[key] += item.state == "overdue"
            if item.due and item.state not in ("done", "done-late"):
                yield item

    near = nsmallest(nearest, counted(), key=lambda item: _distance(item, answer.today))
    shares = [Share(key, count, overdue[key]) for key, count in total.items()]
    shares.sort(key=lambda share: (-share.overdue, -share.total, str(share.key)))
    return Summary(shares, near)


def _distance(item: Item, today: date) -> tuple[bool, int]:
    days = (item.due - today).days if item.due else 0
    return days < 0, abs(days)

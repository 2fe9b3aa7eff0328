"""How far the plans have come, as a whole and by plan, agency, field and unit.

Tasks and periods are counted by `cchc.views.counting`. A `Tally` counts due dates: the very items
that `cchc due` lists, so the two agree to the last one: `upcoming` there is running, suspended or
not recorded here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from cchc.language.names import fold
from cchc.model.subject import SUBJECTS
from cchc.views.agencies import Agencies, NamedAgency
from cchc.views.counting import Count, count, percentage
from cchc.views.due import is_led
from cchc.views.occurrences import Item, occurrences

if TYPE_CHECKING:
    from cchc.messages import Message
    from cchc.model.plan import Plan

Standing = Literal[
    "done", "done-late", "overdue", "due", "running", "suspended", "not-recorded",
    "recurring", "continuous", "conditional",
]  # fmt: skip
COUNTED: tuple[Standing, ...] = (
    "done", "done-late", "overdue", "due", "running", "suspended", "not-recorded",
)  # fmt: skip
"""What makes up the whole; work without last days and without a record is counted apart."""
APART: tuple[Standing, ...] = ("recurring", "continuous", "conditional")
CountedBy = Literal["plan", "commune", "area", "unit", "parent"]


StatusOrder = Literal["overdue", "done"]
"""Most overdue first; least done first."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many due dates have each standing."""

    counts: Counter[Standing]

    def __getitem__(self, standing: Standing) -> int:
        return self.counts[standing]

    @property
    def total(self) -> int:
        """Everything but what is counted apart."""
        return sum(self.counts[one] for one in COUNTED)

    @property
    def done_percent(self) -> Decimal | None:
        """The share that is done, late or not, with two decimals; None when there is nothing."""
        return percentage(self["done"] + self["done-late"], self.total)


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """One plan, agency, field or unit with its figures."""

    id: str
    name: str | Message
    tally: Tally
    count: Count
    agency: str = ""
    """Whose unit it is, when the plans are of several agencies."""


@dataclass(frozen=True, slots=True)
class Status:
    """The answer for one day."""

    today: date
    total: Tally
    count: Count
    groups: dict[CountedBy, list[StatusGroup]]
    years: Mapping[int, int] = field(default_factory=dict)
    """How many plans are of each year."""
    left_out: dict[CountedBy, int] = field(default_factory=dict)
    """How many groups `ranked` has cut off."""


def standing(item: Item) -> Standing:
    """Return how `item` counts."""
    if item.state != "upcoming":
        return item.state
    if item.record and item.record.state == "running":
        return "running"
    return "suspended" if item.record and item.record.state == "suspended" else "not-recorded"


def status(
    plans: Iterable[tuple[str, Plan]],
    today: date,
    by: Sequence[CountedBy] = ("plan", "area", "unit"),
    leader: str = "",
    parents: Mapping[str, str] | None = None,
) -> Status:
    """Return the standing of `plans` on `today`, as a whole and grouped in each way of `by`.

    `leader`: only of what this leader is in charge of; `parents`: the titles of tasks above, by
    the link to them.

    An item that several units lead counts for each of them, so units may add up to more than the
    whole. Units of one name are one in an agency, and not over several agencies.
    """
    titles: dict[str, str] = {}
    years: Counter[int] = Counter()
    whose: dict[str, NamedAgency] = {}
    declared: list[tuple[str, str, str]] = []
    items: list[Item] = []
    for plan_id, plan in plans:
        titles[plan_id] = plan.document.title
        years[plan.year] += 1
        whose[plan_id] = plan.owner
        declared += [(plan_id, unit.name, unit.id) for unit in plan.units]
        found = occurrences(plan_id, plan, today)
        items += (item for item in found if is_led(item.leader, leader))
    agencies = Agencies(whose)
    groups: dict[CountedBy, list[StatusGroup]] = {}
    for way in by:
        match way:
            case "plan":
                groups[way] = _groups(
                    [(item.plan, titles[item.plan], item) for item in items], list(titles), today
                )
            case "commune":
                named = [(agencies.name(item.plan), item) for item in items]
                groups[way] = _groups(
                    [(name, name, item) for name, item in named],
                    [*map(agencies.name, titles)],
                    today,
                )
            case "area":
                groups[way] = _groups(
                    [(*_area(item), item) for item in items], [str(one) for one in SUBJECTS], today
                )
            case "parent":
                groups[way] = _groups(
                    [
                        (link, (parents or {}).get(link, ""), item)
                        for item in items
                        for link, _ in item.links or (("", ""),)
                    ],
                    [*(parents or {})],
                    today,
                )
            case "unit":
                groups[way] = _units(items, declared, agencies, today)
    return Status(today, _tally(items), count(items, today), groups, years)


def ranked(answer: Status, order: StatusOrder | None, top: int | None = None) -> Status:
    """Return the answer with its groups in another order, and only the `top` first of each way."""
    groups = {
        by: sorted(found, key=_ORDERS[order]) if order else found
        for by, found in answer.groups.items()
    }
    kept = {by: found[:top] for by, found in groups.items()}
    left_out = {by: len(found) - len(kept[by]) for by, found in groups.items()}
    return replace(answer, groups=kept, left_out=left_out)


def _least_done(group: StatusGroup) -> tuple[bool, Decimal, int]:
    share = group.count.rate("tasks.rate")
    return share is None, share or Decimal(0), -group.count["tasks.total"]


_ORDERS: dict[StatusOrder, Callable[[StatusGroup], Any]] = {
    "overdue": lambda group: (
        -group.count["tasks.overdue"],
        -group.count["periods.open"],
        _least_done(group),
    ),
    "done": _least_done,
}


def _units(
    items: Iterable[Item],
    declared: Iterable[tuple[str, str, str]],
    agencies: Agencies,
    today: date,
) -> list[StatusGroup]:
    """Return a group for each unit of each agency: `declared` has plan, name and id of each."""
    ids: dict[str, str] = {}
    for plan, name, unit in declared:
        ids.setdefault(_unit(plan, name, agencies), unit)
    whose: dict[str, str] = {}
    found: list[tuple[str, str, Item]] = []
    for item in items:
        for name in item.units or ("",):
            key = _unit(item.plan, name, agencies) if name else ""
            whose.setdefault(key, agencies.apart(item.plan) if name else "")
            found.append((key, name, item))
    return [
        replace(one, id=ids.get(one.id, ""), agency=whose[one.id])
        for one in _groups(found, list(ids), today)
    ]


def _unit(plan: str, name: str, agencies: Agencies) -> str:
    return f"{agencies.key(plan)}\n{fold(name)}"


def _area(item: Item) -> tuple[str, str | Message]:
    """Return the id and name of the field of `item`; without a field, its heading stands for it."""
    if item.subject:
        return item.subject, SUBJECTS[item.subject]
    heading = item.areas[0] if item.areas else ""
    return fold(heading), heading


def _groups(
    found: Iterable[tuple[str, str | Message, Item]], order: Sequence[str], today: date
) -> list[StatusGroup]:
    """Return a group for each id: those in `order` first, then as they come, "" at the end."""
    names: dict[str, str | Message] = {}
    items: dict[str, list[Item]] = {}
    for key, name, item in found:
        names.setdefault(key, name)
        items.setdefault(key, []).append(item)
    known = {key: None for key in order if key in items}
    others = [key for key in items if key and key not in known]
    last = [""] if "" in items else []
    return [
        StatusGroup(key, names[key], _tally(items[key]), count(items[key], today))
        for key in (*known, *others, *last)
    ]


def _tally(items: Iterable[Item]) -> Tally:
    return Tally(Counter(standing(item) for item in items))

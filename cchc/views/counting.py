"""How tasks and the periods of recurring work are counted: the one definition of every figure.

`status`, the report, the brief, the export and the trend all count with `count`; docs/counting.md
says the same in words, with the source of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from cchc.views.occurrences import Item

OneOff = Literal["done", "done_late", "running", "overdue", "not_recorded", "not_yet_due"]
Other = Literal["recurring", "continuous", "conditional"]
TaskFigure = OneOff | Other

ONE_OFF: tuple[OneOff, ...] = (
    "done", "done_late", "running", "overdue", "not_recorded", "not_yet_due",
)  # fmt: skip
"""The parts of the tasks with one last day."""
OTHERS: tuple[Other, ...] = ("recurring", "continuous", "conditional")
"""The parts of all other tasks; of each it is also counted how many are recorded done."""

TASKS = (
    "total", "one_off", *ONE_OFF, *(name for one in OTHERS for name in (one, f"{one}_done")),
    "due", "due_done",
)  # fmt: skip
PERIODS = ("total", "done", "done_late", "open", "year_total", "year_done")
FIGURES: tuple[str, ...] = (
    *(f"tasks.{name}" for name in TASKS),
    *(f"{kind}.{name}" for kind in ("periods", "duties") for name in PERIODS),
)
"""Every figure, as the JSON kind `status` names it."""


class Rate(NamedTuple):
    """A share: what is done of what."""

    done: tuple[str, ...]
    whole: str


def _of_periods(kind: str) -> dict[str, Rate]:
    return {
        f"{kind}.rate": Rate((f"{kind}.done", f"{kind}.done_late"), f"{kind}.total"),
        f"{kind}.year_rate": Rate((f"{kind}.year_done",), f"{kind}.year_total"),
    }


RATES: Mapping[str, Rate] = {
    "tasks.rate": Rate(("tasks.due_done",), "tasks.due"),
    "tasks.year_rate": Rate(("tasks.done", "tasks.done_late"), "tasks.one_off"),
    **_of_periods("periods"),
    **_of_periods("duties"),
}
"""Every share, by its name: of what was due by the day, and of the whole year."""


def percentage(part: int, whole: int) -> Decimal | None:
    """Return a share in percent with two decimals; None of nothing."""
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of some tasks on one day, each with the items behind it.

    Of a task with periods one item without a date stands for all.
    """

    behind: Mapping[str, Sequence[Item]] = field(default_factory=dict)

    def __getitem__(self, figure: str) -> int:
        """Return a figure of `FIGURES`."""
        return len(self.behind.get(figure, ()))

    def rate(self, name: str) -> Decimal | None:
        """Return a share of `RATES` in percent with two decimals; None of nothing."""
        done, whole = RATES[name]
        return percentage(sum(self[one] for one in done), self[whole])

    def items(self, name: str) -> Sequence[Item]:
        """Return what stands behind a figure, or behind the whole of a share."""
        return self.behind.get(RATES[name].whole if name in RATES else name, ())

    @property
    def recorded(self) -> bool:
        """Whether any result at all is recorded."""
        every = ("tasks.total", "periods.year_total", "duties.year_total")
        return any(item.record for name in every for item in self.items(name))


def count(items: Iterable[Item], today: date) -> Count:
    """Return the figures of `items` as they stand on `today`, the closing day.

    A task is a row of an appendix; reports and dated duties of the body are counted apart
    (`duties`), each of their due dates once.
    """
    behind: dict[str, list[Item]] = defaultdict(list)
    for whole in tasks(items):
        first = whole[0] if len(whole) == 1 else _without_date(whole)
        if first.source != "task":
            _count_periods("duties", whole, today, behind)
            continue
        part = part_of(whole)
        names = ["total", part]
        if part in ONE_OFF:
            names += _of_one_off(first, today)
        elif is_done(whole):
            names.append(f"{part}_done")
        for name in names:
            behind[f"tasks.{name}"].append(first)
        if part == "recurring":
            _count_periods("periods", whole, today, behind)
    return Count(behind)


def tasks(items: Iterable[Item]) -> Iterable[list[Item]]:
    """Return the items of each task, report or duty together, in the order of the first."""
    found: dict[tuple[str, int], list[Item]] = {}
    for item in items:
        found.setdefault((item.plan, item.order), []).append(item)
    return found.values()


def part_of(whole: Sequence[Item]) -> TaskFigure:
    """Return the one part in which a task counts; `whole` are all its items."""
    item = whole[0]
    if item.timing != "one-off":
        return item.timing
    if item.state == "done":
        return "done"
    if item.state == "done-late":
        return "done_late"
    if item.state == "overdue":
        return "overdue"
    if item.record:
        return "running"
    return "not_recorded" if item.days == 0 else "not_yet_due"


def is_done(whole: Sequence[Item]) -> bool:
    """Return whether a task is recorded done, with all the periods it has in the year."""
    return all(item.state in ("done", "done-late") for item in whole)


def _without_date(whole: Sequence[Item]) -> Item:
    return whole[0]._replace(
        due=None, days=None, occurrence="", record=None,
        state="done" if is_done(whole) else "recurring",
    )  # fmt: skip


def _of_one_off(item: Item, today: date) -> Iterable[str]:
    yield "one_off"
    if item.due and item.due <= today:
        yield "due"
        if is_done([item]):
            yield "due_done"


def _count_periods(
    kind: str, whole: Sequence[Item], today: date, behind: dict[str, list[Item]]
) -> None:
    for item in whole:
        if item.due is None:
            continue
        names = ["year_total"]
        done = is_done([item])
        if done:
            names.append("year_done")
        if item.due <= today:
            names.append("total")
            names.append(("done_late" if item.state == "done-late" else "done") if done else "open")
        for name in names:
            behind[f"{kind}.{name}"].append(item)

"""What falls due in a stretch of time, and what is overdue, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc.model.plan import Plan
from cchc.views.membership import groups_of
from cchc.views.occurrences import Item, occurrences

_UNDATED = ("continuous", "conditional")


@dataclass(frozen=True, slots=True)
class Due:
    """The answer: three lists, each by date and then in printed order."""

    today: date
    first: date | None
    last: date | None
    carried: tuple[Item, ...]
    """Overdue from before `first`."""
    dated: tuple[Item, ...]
    """Due from `first` to `last`, whatever their state."""
    undated: tuple[Item, ...]
    """Continuous and conditional: never overdue."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All of them, in the order they are shown."""
        return (*self.carried, *self.dated, *self.undated)


def due(
    plans: Iterable[tuple[str, Plan]],
    today: date,
    first: date | None,
    last: date | None,
    *,
    units: Mapping[str, Sequence[str]] | None = None,
    overdue_only: bool = False,
) -> Due:
    """Return what falls due from `first` to `last` (None: without limit), both included.

    `units` keeps only the items in which one of these unit ids leads or supports, directly or
    through a group; it maps each plan to its own ids.
    """
    carried: list[Item] = []
    dated: list[Item] = []
    undated: list[Item] = []
    for plan_id, plan in plans:
        wanted = None if units is None else groups_of(plan, units.get(plan_id, ()))
        for item in occurrences(plan_id, plan, today):
            if wanted is not None and wanted.isdisjoint((*item.lead_ids, *item.support_ids)):
                continue
            if item.due is None:
                if not overdue_only and item.state in _UNDATED:
                    undated.append(item)
            elif overdue_only and item.state != "overdue":
                continue
            elif first is not None and item.due < first:
                if item.state == "overdue":
                    carried.append(item)
            elif last is None or item.due <= last:
                dated.append(item)
    return Due(today, first, last, _ordered(carried), _ordered(dated), tuple(undated))


def _ordered(items: list[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.due or date.max, item.plan, item.order)))

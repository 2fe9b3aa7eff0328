"""Items put together by unit, by plan or by day, each group under its own heading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from cchc.language.names import fold
from cchc.views.agencies import Agencies, of_agency
from cchc.views.occurrences import Item

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

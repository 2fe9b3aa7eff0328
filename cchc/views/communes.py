"""Which commune each plan of a run is of; units are told apart by it when there are several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from cchc.language.names import fold


class Commune(Protocol):
    """What a commune is called, in a plan or in an agenda."""

    @property
    def level(self) -> str:
        """The kind of commune: xã, phường or đặc khu."""

    @property
    def name(self) -> str:
        """Its own name."""

    @property
    def province(self) -> str:
        """The province it lies in, with its kind."""


class Communes:
    """The communes of a run, by the ids of the plans."""

    def __init__(self, of: Mapping[str, Commune] | None = None) -> None:
        keys = {plan: _key(one) for plan, one in (of or {}).items()}
        names: dict[str, str] = {}
        for plan, one in (of or {}).items():
            names.setdefault(keys[plan], f"{one.level} {one.name}")
        provinces = {keys[plan]: one.province for plan, one in (of or {}).items()}
        spelt = [fold(name) for name in names.values()]
        self._names = {
            key: name if spelt.count(fold(name)) == 1 else f"{name}, {provinces[key]}"
            for key, name in names.items()
        }
        self._keys = keys

    @property
    def several(self) -> bool:
        """Whether the plans are of more than one commune."""
        return len(self._names) > 1

    def key(self, plan: str) -> str:
        """Return what the plans of one commune have in common, however it is spelt."""
        return self._keys.get(plan, "")

    def name(self, plan: str) -> str:
        """Return the name of a plan's commune: "xã An Lập"; with its province if need be."""
        return self._names.get(self.key(plan), "")

    def apart(self, plan: str) -> str:
        """Return that name when it tells units apart; nothing in a run over one commune."""
        return self.name(plan) if self.several else ""


def of_commune(commune: str, unit: str) -> str:
    """Return the name of a unit with its commune before it, if one is given."""
    return f"{commune} - {unit}" if commune else unit


def _key(one: Commune) -> str:
    return "\n".join(map(fold, (one.level, one.name, one.province)))

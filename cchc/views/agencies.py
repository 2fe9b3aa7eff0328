"""The agency of each plan of a run; where there are several, units are shown with theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from cchc.language.names import fold


class NamedAgency(Protocol):
    """What an agency is called, in a plan or in an agenda."""

    @property
    def full_name(self) -> str:
        """Its name with its kind: xã An Lập, tỉnh Thái Nguyên."""

    @property
    def home(self) -> str:
        """The province it is or lies in, with its kind."""


class Agencies:
    """The agencies of a run, by the ids of their plans."""

    def __init__(self, of: Mapping[str, NamedAgency] | None = None) -> None:
        keys = {plan: _key(one) for plan, one in (of or {}).items()}
        names: dict[str, str] = {}
        for plan, one in (of or {}).items():
            names.setdefault(keys[plan], one.full_name)
        provinces = {keys[plan]: one.home for plan, one in (of or {}).items()}
        spelt = [fold(name) for name in names.values()]
        self._names = {
            key: name if spelt.count(fold(name)) == 1 else f"{name}, {provinces[key]}"
            for key, name in names.items()
        }
        self._keys = keys

    @property
    def several(self) -> bool:
        """Whether the plans are of more than one agency."""
        return len(self._names) > 1

    def key(self, plan: str) -> str:
        """Return what the plans of one agency have in common, however it is spelt."""
        return self._keys.get(plan, "")

    def name(self, plan: str) -> str:
        """Return the name of a plan's agency: "xã An Lập"; with its province if need be."""
        return self._names.get(self.key(plan), "")

    def apart(self, plan: str) -> str:
        """Return that name in a run over several agencies; nothing in a run over one."""
        return self.name(plan) if self.several else ""


def of_agency(agency: str, unit: str) -> str:
    """Return the name of a unit with its agency before it, if one is given."""
    return f"{agency} - {unit}" if agency else unit


def _key(one: NamedAgency) -> str:
    return "\n".join(map(fold, (one.full_name, one.home)))

"""Printed words back to values of the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc.document.returned.rows import points_of
from cchc.document.words import without_end
from cchc.intake.slugs import slug, unique
from cchc.intake.units.keys import unit_key, unit_kind, usual_id
from cchc.intake.units.words import split_names
from cchc.language.deadline import DeadlineError, read_deadline
from cchc.model.field_kinds import extra_heading
from cchc.model.plan import Plan
from cchc.model.task import TASK_FIELDS

_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>\d{1,5}[a-zđ]?)?\s*/\s*(?P<symbol>\S.*)", re.IGNORECASE)
_DATE = re.compile(
    r"ngày\s*(?P<day>\d{1,2})?\s*tháng\s*(?P<month>\d{1,2})?\s*năm\s*(?P<year>\d{4})",
    re.IGNORECASE,
)


def number_and_symbol(line: str) -> tuple[str | None, str] | None:
    """Return the number (None while it is blank) and symbol of "Số: 05/KH-UBND"."""
    found = _NUMBER.fullmatch(" ".join(line.split()))
    return (found["number"], found["symbol"]) if found else None


def written_date(line: str) -> str | None:
    """Return the date of "An Lập, ngày 12 tháng 01 năm 2026" as plans write it."""
    found = _DATE.search(" ".join(line.split()))
    if found is None or not found["month"]:
        return None
    month = int(found["month"])
    if not found["day"]:
        return f"{month}/{found['year']}"
    return f"{int(found['day']):02}/{month:02}/{found['year']}"


class UnitNames:
    """The units of a plan by the names that a cell may call them by; new ones are declared."""

    def __init__(self, plan: Plan) -> None:
        self._commune = plan.owner.place_name
        self._ids: dict[str, str] = {}
        for unit in plan.declared:
            for name in (*unit.aliases, unit.name):
                self._ids[self._key(name)] = unit.id
        self._taken = {unit.id for unit in plan.declared}
        self.new: list[dict[str, str]] = []
        """Declarations of units that the plan did not have."""

    def ids(self, text: str) -> list[str]:
        """Return the ids of the units that a cell names, each once, in its order."""
        if not text.strip():
            return []
        names = split_names(text, lambda name: self._key(name) in self._ids)
        if self._key(text) in self._ids:
            names = [text]
        return list(dict.fromkeys(self._id(name) for name in names))

    def known(self, text: str) -> list[str] | None:
        """Return the ids of the units that `text` names; None when one is not declared."""
        names = split_names(text, lambda name: self._key(name) in self._ids)
        ids = [self._ids.get(self._key(name), "") for name in names]
        return ids if ids and all(ids) else None

    def _id(self, name: str) -> str:
        key = self._key(name)
        if key not in self._ids:
            made = unique(usual_id(key) or slug(name, 4), self._taken)
            self._ids[key] = made
            declared = {"id": made, "name": name[:1].upper() + name[1:]}
            kind = unit_kind(key)
            self.new.append(declared if kind == "own" else {**declared, "kind": kind})
        return self._ids[key]

    def _key(self, name: str) -> str:
        return unit_key(" ".join(name.split()), self._commune)


@dataclass(slots=True)
class Sentence:
    """A sentence of a section with its deadline."""

    text: str
    deadline: str | None
    unsure: bool = field(default=False)
    """Whether the words of the deadline changed and are not understood as one."""


def sentence(old: str, new: str, text: str, deadline: str | None, year: int) -> Sentence:
    """Return what a section's last sentence says after an edit.

    Args:
        old: as it was printed, with its deadline in brackets where the text does not name it.
        new: as it reads now.
        text: what the plan has as its text.
        deadline: what the plan has as its deadline.
        year: the plan's year, by which the new phrase is read.
    """
    if not deadline:
        return Sentence(new, None)
    added = f" ({deadline})"
    if added in old and deadline.casefold() not in " ".join(text.split()).casefold():
        found = re.fullmatch(r"(?P<body>.*?)\s*\((?P<phrase>[^()]*)\)(?P<end>[.;,]*)", new)
        if found is None:
            return Sentence(new, None)
        return Sentence(found["body"] + found["end"], found["phrase"] or None)
    at = old.casefold().find(deadline.casefold())
    if at < 0 or deadline.casefold() in new.casefold():
        return Sentence(new, deadline)
    before, after = old[:at], old[at + len(deadline) :]
    if new.startswith(before) and new.endswith(after) and len(new) > len(before) + len(after):
        phrase = new[len(before) : len(new) - len(after)].strip()
        if understood(phrase, year):
            return Sentence(new, phrase)
    return Sentence(new, deadline, unsure=True)


def understood(phrase: str, year: int) -> bool:
    """Tell whether a phrase is read as a deadline."""
    try:
        read_deadline(phrase, year=year)
    except DeadlineError:
        return False
    return True


def ended_as(new: str, old: str, shown: str) -> str:
    """Return `new` with the closing marks that `old` has and its print (`shown`) lacks."""
    rest = old[len(shown) :] if old.startswith(shown) else ""
    return without_end(new) + rest if rest and not rest.strip(" ;,./") else new


def new_task(cells: Mapping[str, str], units: UnitNames, taken: set[str]) -> dict[str, object]:
    """Return the data of a task from the cells of a row; its id is made from its title."""
    title = " ".join(cells["title"].split())
    data: dict[str, object] = {"id": unique(slug(title), taken)}
    extra: dict[str, str] = {}
    for key, text in cells.items():
        if key == "number" or points_of(key) or not text.strip():
            continue
        if heading := extra_heading(key):
            extra[heading] = text
        else:
            data[key] = units.ids(text) if is_units(key) else text
    data["title"] = title
    return {**data, "extra": extra} if extra else data


def is_units(key: str) -> bool:
    """Tell whether a field of a task holds units."""
    return key in TASK_FIELDS and TASK_FIELDS[key].kind == "units"

"""The file `plans/holidays.yaml` of a workspace: days that the government swaps or gives off each year.

    days_off:
      - {date: 02/01/2026, name: Nghỉ hoán đổi dịp Tết Dương lịch, made_up_on: 10/01/2026}
    working_days: [22/8/2026]

`made_up_on` is the day worked in return. `working_days` also takes a holiday back.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.model.announced import NOTHING, Announced
from cchc.model.dates import PartialDate, why_no_date
from cchc.model.finding import Finding, KeyPath
from cchc.read import faults
from cchc.read.files import read_text
from cchc.read.folders import HOLIDAYS, find_root
from cchc.read.source import Source
from cchc.read.yaml.tree import Tree, parse_yaml

NAME = HOLIDAYS
_KEYS = ("days_off", "working_days")
_DAY_KEYS = ("date", "name", "made_up_on")
_EXAMPLE = say("write “- date: 02/01/2026”, and below it “name: Nghỉ hoán đổi”")


def load_holidays(root: Path) -> Announced:
    """Return what `plans/holidays.yaml` below `root` says; nothing when there is no such file.

    Raises:
        UserError: the file has a fault; the message names its line and column.
    """
    path = root / "plans" / NAME
    if not path.exists():
        return Announced()
    text = read_text(path)
    if isinstance(text, Finding):
        raise UserError(say("{path}: {message}", path=NAME, message=text.message), text.help)
    tree = parse_yaml(text)
    try:
        return _File(tree).read()
    except _WrongError as error:
        at = tree.places().locate(error.finding)
        raise UserError(
            say(
                "{path}:{line}:{column}: {message}",
                path=NAME, line=at.line, column=at.column, message=error.finding.message,
            ),
            error.finding.help,
        ) from None  # fmt: skip


def holidays_beside(path: Path) -> Announced:
    """Return what the workspace of the plan in `path` says; nothing while its file has a fault,
    which `cchc validate` tells of the file itself."""
    there = find_root(path.absolute().parent) / "plans" / NAME
    text = read_text(there) if there.exists() else None
    return _read(text) if isinstance(text, str) else NOTHING


@lru_cache(maxsize=4)
def _read(text: str) -> Announced:
    """Return what a file with this text says, read once for all the plans beside it."""
    try:
        return _File(parse_yaml(text)).read()
    except _WrongError:
        return NOTHING


def read_holidays(path: Path, text: str) -> Source:
    """Read `text` as such a file; the source has no plan, and the first fault as its finding."""
    tree = parse_yaml(text)
    try:
        _File(tree).read()
    except _WrongError as error:
        return Source(path, text, None, [error.finding], tree)
    return Source(path, text, None, [], tree)


class _WrongError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


class _File:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def read(self) -> Announced:
        data = self.tree.data
        unusable = (faults.EMPTY.code, faults.NOT_A_MAPPING.code)
        for problem in self.tree.problems:
            if problem.code not in unusable:
                self._refuse((), problem.message, problem.help, problem)
        if data is None:
            return Announced()  # only comments, or nothing at all
        if not isinstance(data, dict):
            self._refuse(
                (), say("this file holds two lists: {keys}", keys=", ".join(_KEYS)), _EXAMPLE
            )
        self._known(data, _KEYS, ())
        off: dict[date, str] = {}
        working: set[date] = set()
        for n, entry in enumerate(self._list(data, "days_off")):
            place: KeyPath = ("days_off", n)
            if not isinstance(entry, dict):
                self._refuse(place, say("a day off has a date and a name"), _EXAMPLE)
            self._known(entry, _DAY_KEYS, place)
            for key in ("date", "name"):
                if not entry.get(key):
                    self._refuse(place, say("“{key}” is missing", key=key), _EXAMPLE)
            day = self._date(entry["date"], (*place, "date"))
            if day in off:
                self._refuse((*place, "date"), say("this day stands here a second time"))
            if not isinstance(entry["name"], str):
                self._refuse((*place, "name"), say("the name must be a text"))
            off[day] = entry["name"]
            if entry.get("made_up_on"):
                working.add(self._date(entry["made_up_on"], (*place, "made_up_on")))
        for n, entry in enumerate(self._list(data, "working_days")):
            working.add(self._date(entry, ("working_days", n)))
        for n, day in enumerate(off):
            if day in working:
                self._refuse(
                    ("days_off", n, "date"), say("this day is given both as off and as worked")
                )
        return Announced(off, frozenset(working))

    def _list(self, data: dict[str, Any], key: str) -> list[Any]:
        found = data.get(key)
        if found is None:
            return []
        if not isinstance(found, list):
            self._refuse((key,), say("“{key}” must be a list", key=key), _EXAMPLE)
        return list(found)

    def _known(self, data: dict[str, Any], keys: tuple[str, ...], at: KeyPath) -> None:
        for key in data:
            if key not in keys:
                self._refuse(
                    (*at, key), say("unknown key “{key}”", key=key),
                    say("keys known here: {keys}", keys=", ".join(keys)), key=True,
                )  # fmt: skip

    def _date(self, value: Any, at: KeyPath) -> date:
        try:
            found = PartialDate.parse(value).full if isinstance(value, str) else None
        except ValueError:
            found = None
        if found is None:
            self._refuse(at, *why_no_date(str(value)))
        return found

    def _refuse(
        self,
        place: KeyPath,
        message: Message,
        hint: Message | None = None,
        found: Finding | None = None,
        *,
        key: bool = False,
    ) -> NoReturn:
        raise _WrongError(found or faults.HOLIDAYS.at(message, hint, place=place, key=key))

"""The answer of `cchc status`: its words, and its content as the JSON kind `status`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from cchc.messages import Message, say
from cchc.outputs.due_words import EXPLAINED, cells, entry, headings, shown_day
from cchc.outputs.table import CellValue
from cchc.views.agencies import of_agency
from cchc.views.counting import ONE_OFF, OTHERS, PERIODS, RATES, TASKS, Count, TaskFigure
from cchc.views.due import Due, Wanted
from cchc.views.occurrences import Item
from cchc.views.status import APART, COUNTED, CountedBy, Status, StatusGroup, Tally
from cchc.views.trend import MonthEnd

PARTS: dict[TaskFigure, Message] = {
    "done": say("done on time"),
    "done_late": say("done late"),
    "running": say("running"),
    "overdue": say("overdue"),
    "not_recorded": say("due today, not recorded"),
    "not_yet_due": say("not yet due"),
    "recurring": say("recurring"),
    "continuous": say("continuous"),
    "conditional": say("no date yet"),
}
_TASKS = say("Tasks")
_SHARE = say("% of those due")
_YEAR_SHARE = say("% of the whole year")
_ENDED, _ENDED_DONE = say("periods ended"), say("periods done")
_ENDED_SHARE = say("% of periods")
COLUMN_OF_FIGURE: dict[str, Message] = {
    "tasks.total": _TASKS, **{f"tasks.{name}": words for name, words in PARTS.items()},
    "tasks.rate": _SHARE, "tasks.year_rate": _YEAR_SHARE,
    "periods.total": _ENDED, "periods.rate": _ENDED_SHARE,
}  # fmt: skip
"""The columns of the table by the figure that `--explain` opens; `periods done` is a part of `periods.rate`."""
_HEADINGS: dict[CountedBy, Message] = {
    "plan": say("Plan"), "commune": say("Commune"), "area": say("Area"), "unit": say("Unit"),
    "parent": say("Task above"),
}  # fmt: skip
_NAMES: dict[CountedBy, str] = {
    "plan": "plans", "commune": "communes", "area": "areas", "unit": "units",
    "parent": "parents",
}  # fmt: skip
_NOTHING: dict[CountedBy, Message] = {
    "area": say("Outside the areas"),
    "unit": say("Nobody leads"),
    "parent": say("Carries out nothing above"),
}


_NAME, _NUMBER = 44, 12
"""Widths of columns in letters."""


class StatusTable(NamedTuple):
    """A table of the answer for every format; shares are in percent."""

    name: str
    title: str
    about: str
    headings: list[str]
    cells: list[list[CellValue]]
    widths: list[int]
    counts: Sequence[Count | None] = ()
    """The figures of each row; None where nothing is known: the numbers of that row are blank."""
    left_out: int = 0
    """Rows that were cut off."""

    @property
    def rows(self) -> list[list[str]]:
        """Each row as text."""
        return [[_shown(cell) for cell in row] for row in self.cells]


class StandingNow(NamedTuple):
    """How far the plans have come, counted in one way or several."""

    status: Status

    def tables(self) -> list[StatusTable]:
        """Return a table for each way to count."""
        return [table(self.status, way) for way in self.status.groups]

    def content(self) -> dict[str, Any]:
        """Return the content of the JSON kind `status`."""
        return content(self.status)


class StatusHistory(NamedTuple):
    """The standing at the end of each month."""

    months: Sequence[MonthEnd]
    today: date

    def tables(self) -> list[StatusTable]:
        """Return one row for each month's end."""
        named = [(shown_day(month.day), month.count) for month in self.months]
        return [_table(say("Month's end"), named, self.today)]

    def content(self) -> dict[str, Any]:
        """Return the content of the JSON kind `status`."""
        return {"today": self.today, **_history(self.months)}


class Explained(NamedTuple):
    """What stands behind one figure: tasks or periods."""

    status: Status
    figure: str

    def tables(self) -> list[StatusTable]:
        """Return a row for each task or period."""
        asked = Due(self.status.today, Wanted())
        rows: list[list[CellValue]] = [[*cells(item, asked, EXPLAINED)] for item in self._items()]
        widths = [field.width for field in EXPLAINED]
        title = self.figure.upper()
        return [StatusTable(self.figure, title, self.heading(), headings(EXPLAINED), rows, widths)]

    def content(self) -> dict[str, Any]:
        """Return the content of the JSON kind `status` for one figure."""
        asked = Due(self.status.today, Wanted())
        share = self.status.count.rate(self.figure) if self.figure in RATES else None
        whole = len(self._items()) if self.figure not in RATES else None
        return {
            "today": self.status.today,
            "figure": self.figure,
            "value": whole if share is None else float(share),
            "items": [entry(item, asked) for item in self._items()],
        }

    def heading(self) -> str:
        """Return the figure with its value: `tasks.overdue on 30/06/2026: 6`."""
        today, count = shown_day(self.status.today), self.status.count
        if self.figure not in RATES:
            value = str(len(self._items()))
        else:
            done, whole = RATES[self.figure]
            parts = f"{sum(count[one] for one in done)}/{count[whole]}"
            value = f"{parts} {shown_percent(count.rate(self.figure))}".rstrip()
        return str(
            say("{figure} on {today}: {value}", figure=self.figure, today=today, value=value)
        )

    def _items(self) -> Sequence[Item]:
        return self.status.count.items(self.figure)


StatusAnswer = StandingNow | StatusHistory | Explained


def shown_percent(share: Decimal | None) -> str:
    """Return a share as printed: 62,50%; nothing when there is nothing to share."""
    return "" if share is None else f"{share:.2f}%".replace(".", ",")


def in_words(found: Count) -> str:
    """Return the figures that are not 0: `hoàn thành 3, quá hạn 6; 5 kỳ, trong đó xong 2`."""
    parts = ", ".join(
        f"{words} {found[f'tasks.{one}']}" for one, words in PARTS.items() if found[f"tasks.{one}"]
    )
    periods = found["periods.total"]
    if not periods:
        return parts
    done = periods - found["periods.open"]
    told = say("periods ended: {count}, done: {done}", count=periods, done=done)
    return f"{parts}; {told}" if parts else str(told)


def table(answer: Status, by: CountedBy) -> StatusTable:
    """Return the groups of one way, and under them the whole."""
    groups = answer.groups[by]
    named = [(_name(group, by), group.count) for group in groups]
    sheet = _table(_HEADINGS[by], [*named, (str(say("Whole")), answer.count)], answer.today)
    return sheet._replace(left_out=answer.left_out.get(by, 0))


def _name(group: StatusGroup, by: CountedBy) -> str:
    if by == "plan":
        return group.id
    if by == "parent" and group.id:
        return f"{group.id} {group.name}".rstrip()
    return of_agency(group.agency, str(group.name)) or str(_NOTHING[by])


def _table(first: Message, named: Sequence[tuple[str, Count | None]], today: date) -> StatusTable:
    heads = [
        first, _TASKS, *(PARTS[one] for one in (*ONE_OFF, *OTHERS)), _SHARE, _YEAR_SHARE, _ENDED,
        _ENDED_DONE, _ENDED_SHARE,
    ]  # fmt: skip
    return StatusTable(
        str(first), str(say("Standing by {what}", what=str(first).lower())).upper(),
        str(say("As of {today}", today=shown_day(today))), [str(one) for one in heads],
        [[name, *_figures_shown(found)] for name, found in named],
        [_NAME, *(_NUMBER for _ in heads[1:])], [found for _, found in named],
    )  # fmt: skip


def _figures_shown(found: Count | None) -> list[int | Decimal | None]:
    if found is None:
        return [None] * (len(ONE_OFF) + len(OTHERS) + 6)
    periods = found["periods.total"]
    return [
        found["tasks.total"], *(found[f"tasks.{one}"] for one in (*ONE_OFF, *OTHERS)),
        found.rate("tasks.rate"), found.rate("tasks.year_rate"),
        periods, periods - found["periods.open"], found.rate("periods.rate"),
    ]  # fmt: skip


def _shown(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return shown_day(value)
    return shown_percent(value) if isinstance(value, Decimal) else str(value)


def content(answer: Status) -> dict[str, Any]:
    """Return the content of the JSON kind `status`."""
    return {
        "today": answer.today,
        "total": _numbers(answer.total),
        **_figures(answer.count),
        **{
            _NAMES[by]: [
                {
                    "id": group.id, "name": str(group.name),
                    **({"commune": group.agency or None} if by == "unit" else {}),
                    **_numbers(group.tally),
                    **_figures(group.count),
                }
                for group in groups
            ]
            for by, groups in answer.groups.items()
        },
    }  # fmt: skip


def _history(found: Sequence[MonthEnd]) -> dict[str, Any]:
    return {
        "history": [
            {
                "date": month.day,
                "commit": month.commit,
                "plans": month.plans,
                "unreadable": list(month.unreadable),
                "why": None if month.why is None else str(month.why),
                **_numbers(month.tally),
                **_figures(month.count),
            }
            for month in found
        ]
    }


def _numbers(tally: Tally | None) -> dict[str, Any]:
    share = tally.done_percent if tally else None
    return {
        "total": tally.total if tally else None,
        **{one.replace("-", "_"): tally[one] if tally else None for one in (*COUNTED, *APART)},
        "done_percent": None if share is None else float(share),
    }


def _figures(found: Count | None) -> dict[str, Any]:
    """Return `tasks`, `periods` and `duties` with their figures and shares."""
    return {
        kind: dict(_figures_of(found, kind, names))
        for kind, names in (("tasks", TASKS), ("periods", PERIODS), ("duties", PERIODS))
    }


def _figures_of(
    found: Count | None, kind: str, names: Sequence[str]
) -> Iterator[tuple[str, int | float | None]]:
    for name in names:
        yield name, found[f"{kind}.{name}"] if found else None
    for name in RATES:
        if name.startswith(f"{kind}."):
            share = found.rate(name) if found else None
            yield name.partition(".")[2], None if share is None else float(share)

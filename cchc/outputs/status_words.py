"""The answer of `cchc status`: its words, and its content as the JSON kind `status`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from cchc.messages import Message, say
from cchc.outputs.due_words import day
from cchc.views.agencies import of_agency
from cchc.views.counting import ONE_OFF, OTHERS, PERIODS, RATES, TASKS, Count, Part
from cchc.views.status import APART, COUNTED, By, Status, StatusGroup, Tally
from cchc.views.trend import Month

PARTS: dict[Part, Message] = {
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
_HEADINGS: dict[By, Message] = {
    "plan": say("Plan"), "commune": say("Commune"), "area": say("Area"), "unit": say("Unit"),
    "parent": say("Task above"),
}  # fmt: skip
_NAMES: dict[By, str] = {
    "plan": "plans", "commune": "communes", "area": "areas", "unit": "units",
    "parent": "parents",
}  # fmt: skip
_NOTHING: dict[By, Message] = {
    "area": say("Outside the areas"),
    "unit": say("Nobody leads"),
    "parent": say("Carries out nothing above"),
}


class StatusTable(NamedTuple):
    """A table of the answer: its headings, and each row as text; `counts` are its figures."""

    headings: list[str]
    rows: list[list[str]]
    counts: Sequence[Count | None]
    """None where nothing is known: the numbers of that row are blank."""
    left_out: int = 0
    """Rows that were cut off."""

    def numbers(self) -> list[list[str | int | Decimal | None]]:
        """Return each row with numbers in place of words; shares are in percent."""
        return [[row[0], *_cells(found)] for row, found in zip(self.rows, self.counts, strict=True)]


def percent(share: Decimal | None) -> str:
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


def table(answer: Status, by: By) -> StatusTable:
    """Return the groups of one way, and under them the whole."""
    groups = answer.groups[by]
    named = [(_name(group, by), group.count) for group in groups]
    sheet = _sheet(_HEADINGS[by], [*named, (str(say("Whole")), answer.count)])
    return sheet._replace(left_out=answer.left_out.get(by, 0))


def _name(group: StatusGroup, by: By) -> str:
    if by == "plan":
        return group.id
    if by == "parent" and group.id:
        return f"{group.id} {group.name}".rstrip()
    return of_agency(group.agency, str(group.name)) or str(_NOTHING[by])


def months(found: Sequence[Month]) -> StatusTable:
    """Return one row for each month's end."""
    return _sheet(say("Month's end"), [(day(month.day), month.count) for month in found])


def _sheet(first: Message, named: Sequence[tuple[str, Count | None]]) -> StatusTable:
    headings = [
        first, say("Tasks"), *(PARTS[one] for one in (*ONE_OFF, *OTHERS)), say("% of those due"),
        say("% of the whole year"), say("periods ended"), say("periods done"), say("% of periods"),
    ]  # fmt: skip
    rows = [[name, *map(_shown, _cells(found))] for name, found in named]
    return StatusTable([str(one) for one in headings], rows, [found for _, found in named])


def _cells(found: Count | None) -> list[int | Decimal | None]:
    if found is None:
        return [None] * (len(ONE_OFF) + len(OTHERS) + 6)
    periods = found["periods.total"]
    return [
        found["tasks.total"], *(found[f"tasks.{one}"] for one in (*ONE_OFF, *OTHERS)),
        found.rate("tasks.rate"), found.rate("tasks.year_rate"),
        periods, periods - found["periods.open"], found.rate("periods.rate"),
    ]  # fmt: skip


def _shown(value: int | Decimal | None) -> str:
    if value is None:
        return ""
    return percent(value) if isinstance(value, Decimal) else str(value)


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


def history_content(found: Sequence[Month]) -> dict[str, Any]:
    """Return the part `history` of the JSON kind `status`."""
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

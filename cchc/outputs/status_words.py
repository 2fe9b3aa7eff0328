"""The answer of `cchc status`: its words, and its content as the JSON kind `status`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from cchc.messages import Message, say
from cchc.outputs.due_words import day
from cchc.views.communes import of_commune
from cchc.views.status import APART, COUNTED, By, Group, Standing, Status, Tally
from cchc.views.trend import Month

STANDINGS: dict[Standing, Message] = {
    "done": say("done on time"),
    "done-late": say("done late"),
    "overdue": say("overdue"),
    "due": say("due soon"),
    "running": say("running"),
    "suspended": say("suspended"),
    "not-recorded": say("not recorded"),
    "continuous": say("continuous"),
    "conditional": say("no date yet"),
}
_HEADINGS: dict[By, Message] = {
    "plan": say("Plan"), "commune": say("Commune"), "area": say("Area"), "unit": say("Unit"),
}  # fmt: skip
_NAMES: dict[By, str] = {
    "plan": "plans", "commune": "communes", "area": "areas", "unit": "units",
}  # fmt: skip
_NOTHING: dict[By, Message] = {"area": say("Outside the areas"), "unit": say("Nobody leads")}


class Sheet(NamedTuple):
    """A table of the answer: its headings, and each row as text; `tallies` are its numbers."""

    headings: list[str]
    rows: list[list[str]]
    tallies: Sequence[Tally | None]
    """None where nothing is known: the numbers of that row are blank."""
    left_out: int = 0
    """Rows that were cut off."""

    def numbers(self) -> list[list[str | int | Decimal | None]]:
        """Return each row with numbers in place of words; the last is the share in percent."""
        rows: list[list[str | int | Decimal | None]] = []
        for row, tally in zip(self.rows, self.tallies, strict=True):
            counts = (int(one) if one else None for one in row[1:-1])
            rows.append([row[0], *counts, tally.done_percent if tally else None])
        return rows


def percent(share: Decimal | None) -> str:
    """Return a share as printed: 62,50%; nothing when there is nothing to share."""
    return "" if share is None else f"{share:.2f}%".replace(".", ",")


def in_words(tally: Tally) -> str:
    """Return the numbers that are not 0: `hoàn thành 3, quá hạn 6`."""
    return ", ".join(f"{words} {tally[one]}" for one, words in STANDINGS.items() if tally[one])


def columns(tallies: Sequence[Tally]) -> list[Standing]:
    """Return the standings a table shows: "suspended" and those counted apart only if needed."""
    needed = {one for one in (*COUNTED, *APART) if any(tally[one] for tally in tallies)}
    optional = {"suspended", *APART}
    return [one for one in (*COUNTED, *APART) if one not in optional or one in needed]


def table(answer: Status, by: By) -> Sheet:
    """Return the groups of one way, and under them the whole."""
    groups = answer.groups[by]
    named = [(_name(group, by), group.tally) for group in groups]
    sheet = _sheet(_HEADINGS[by], [*named, (str(say("Whole")), answer.total)])
    return sheet._replace(left_out=answer.left_out.get(by, 0))


def _name(group: Group, by: By) -> str:
    if by == "plan":
        return group.id
    return of_commune(group.commune, group.name) or str(_NOTHING[by])


def months(found: Sequence[Month]) -> Sheet:
    """Return one row for each month's end."""
    return _sheet(say("Month's end"), [(day(month.day), month.tally) for month in found])


def _sheet(first: Message, named: Sequence[tuple[str, Tally | None]]) -> Sheet:
    tallies = [tally for _, tally in named]
    shown = columns([tally for tally in tallies if tally])
    headings = [str(first), str(say("In all")), *(str(STANDINGS[one]) for one in shown)]
    rows = []
    for name, tally in named:
        if tally is None:
            rows.append([name, "", *("" for _ in shown), ""])
            continue
        numbers = (tally.total, *(tally[one] for one in shown))
        rows.append([name, *map(str, numbers), percent(tally.done_percent)])
    return Sheet([*headings, str(say("% done"))], rows, tallies)


def content(answer: Status) -> dict[str, Any]:
    """Return the content of the JSON kind `status`."""
    return {
        "today": answer.today,
        "total": _numbers(answer.total),
        **{
            _NAMES[by]: [
                {
                    "id": group.id, "name": group.name,
                    **({"commune": group.commune or None} if by == "unit" else {}),
                    **_numbers(group.tally),
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

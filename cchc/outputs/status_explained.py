"""What stands behind one figure of `cchc status`, as a list of tasks or periods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc.messages import say
from cchc.outputs.due_fields import EXPLAINED, Cell, cells, headings
from cchc.outputs.due_words import day, entry
from cchc.outputs.status_words import percent
from cchc.views.counting import RATES
from cchc.views.due import Due, Wanted
from cchc.views.occurrences import Item
from cchc.views.status import Status

WEIGHTS = (0, 0, 0, 4, 0, 2, 2, 0, 0, 0, 1)
"""How the columns give way on a narrow terminal."""


def table(answer: Status, figure: str) -> tuple[list[str], list[list[Cell]]]:
    """Return the headings and the rows."""
    asked = Due(answer.today, Wanted())
    rows = [cells(item, asked, EXPLAINED) for item in _items(answer, figure)]
    return headings(EXPLAINED), rows


def content(answer: Status, figure: str) -> dict[str, Any]:
    """Return the content of the JSON kind `status` for one figure."""
    asked = Due(answer.today, Wanted())
    share = answer.count.rate(figure) if figure in RATES else None
    items = _items(answer, figure)
    return {
        "today": answer.today,
        "figure": figure,
        "value": len(items) if figure not in RATES else None if share is None else float(share),
        "items": [entry(item, asked) for item in items],
    }


def _items(answer: Status, figure: str) -> Sequence[Item]:
    return answer.count.items(figure)


def heading(answer: Status, figure: str) -> str:
    """Return the figure with its value: `tasks.overdue on 30/06/2026: 6`."""
    today = day(answer.today)
    if figure not in RATES:
        value = str(len(_items(answer, figure)))
    else:
        done, whole = RATES[figure]
        parts = f"{sum(answer.count[one] for one in done)}/{answer.count[whole]}"
        value = f"{parts} {percent(answer.count.rate(figure))}".rstrip()
    return str(say("{figure} on {today}: {value}", figure=figure, today=today, value=value))

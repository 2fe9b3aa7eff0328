"""The document that an appendix says it goes with, held against the plan's own number and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.intake.draft import Draft
from cchc.intake.letterhead import date_in
from cchc.messages import Message, say

_DOCUMENT = re.compile(
    r"theo\s+[^\W\d_]+\s[^\W\d_]+(?:\s+số)?\s*:?\s*(?P<number>\d{1,5}[a-zđ]?)\s*/\s*"
    r"(?P<symbol>[A-ZĐ][A-Za-zĐđ]*\s*-\s*[A-ZĐ]+(?:[-.&][A-ZĐ]+)*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def unlike_numbers(draft: Draft) -> Iterator[Message]:
    """Yield what to say of appendices that go with a document of another number or date."""
    decision, head = draft.preface.decision or {}, draft.head
    own = (
        decision if decision else {"number": head.number, "symbol": head.symbol, "date": head.date}
    )
    ours = _written(own.get("number"), own.get("symbol"), own.get("date"))
    for table in draft.tables:
        for text, place in table.attached:
            found = _DOCUMENT.search(text)
            if found is None:
                continue
            symbol, date = re.sub(r"\s", "", found["symbol"]), date_in(found["rest"])
            same_date = not (date and own.get("date")) or date == own.get("date")
            if (found["number"], symbol) == (own.get("number"), own.get("symbol")) and same_date:
                continue
            yield say(
                "{place}: the appendix goes with {theirs}, the plan is {ours}: check which is right",
                place=place.words, theirs=_written(found["number"], symbol, date), ours=ours,
            )  # fmt: skip


def _written(number: object, symbol: object, date: object) -> str:
    return f"{number or '...'}/{symbol or '...'}" + (f" ({date})" if date else "")

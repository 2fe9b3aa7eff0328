"""Slips of the paper that are not in the plan, because cchc writes the place itself.

The marks at the ends of lines, the symbol and its blanks are computed in print: reading mends them,
and whoever goes on with the paper wants to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.intake.draft import Draft
from cchc.intake.lines import Line
from cchc.messages import Message, say

_CLOSED = re.compile(r"\.?\s*/\s*[.-]\s*[)”\"]?\s*$|\./\s*$")
"""The end of a text: "./.", and what is typed for it."""
_SYMBOL = re.compile(
    r"(?P<number>\d{1,5}[a-zđ]?)?(?P<a>\s*)/(?P<b>\s*)(?P<kind>[A-ZĐ][A-ZĐa-z]{0,4})(?P<c>\s*)-(?P<d>\s*)(?P<body>[A-ZĐ]{2,}\S*)"
)
_OWN = re.compile(
    r"\s*(?:Số|SỐ)\s*[:.]?\s*(?=[\d/.…_])|\(?\s*(?:ban hành\s+)?kèm theo kế hoạch", re.IGNORECASE
)
_LOOSE_END = re.compile(r"[^\s;,.]\s+[;,]$")


def slips(draft: Draft) -> Iterator[Message]:
    """Yield what the paper of `draft` has and its plan does not show."""
    zones = draft.zones
    for line in [
        *(zones.head or zones.before),
        *(one for sheet in zones.sheets for one in sheet.head),
    ]:
        if symbol := _spaced_symbol(line.whole):
            yield say("{place}: a blank inside the symbol “{symbol}”; it is read without",
                      place=line.place.words, symbol=symbol)  # fmt: skip
    for line in zones.end:
        if line.mark is not None and _LOOSE_END.search(line.text):
            yield say("{place}: a blank before the mark at the end of “{text}”",
                      place=line.place.words, text=line.text)  # fmt: skip
    if zones.body and zones.end and not any(map(_is_closed, _last_lines(draft))):
        yield say("{place}: the text does not end with “./.”; cchc prints it",
                  place=zones.body[-1].place.words)  # fmt: skip


def _spaced_symbol(text: str) -> str | None:
    """Return the paper's own symbol as written where there is a blank in it."""
    own = _OWN.match(text)
    found = _SYMBOL.search(text, own.end()) if own else None
    if found is None:
        return None
    blanks = (found["a"] if found["number"] else "", found["b"], found["c"], found["d"])
    return found[0] if any(blanks) else None


def _last_lines(draft: Draft) -> Iterator[Line]:
    zones = draft.zones
    yield from zones.body[-3:]
    yield from zones.end
    for sheet in zones.sheets:
        yield from sheet.tail


def _is_closed(line: Line) -> bool:
    return _CLOSED.search(line.text) is not None

"""Where a plan spells its abbreviations out, and where it uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cchc.language.hygiene import rows
from cchc.model.finding import Place
from cchc.rules._facts import Facts

FAMILIAR = frozenset({"UBND", "HĐND", "MTTQ", "UBMTTQ", "BHXH", "BHYT", "VNeID"})
"""What every reader of a commune plan knows, and names that nobody spells out."""


class Mention(NamedTuple):
    """One place where an abbreviation stands; `spelled` when it follows its full form."""

    short: str
    place: Place
    start: int
    stop: int
    spelled: bool


@cache
def full_forms() -> dict[str, str]:
    """Return the abbreviations of `data/abbreviations.tsv` with their full forms."""
    return {row[0]: row[1] for row in rows("abbreviations")}


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(full_forms(), key=len, reverse=True)))
    # Not inside a symbol (01/2023/TT-VPCP) or a longer word.
    return re.compile(rf"(?<![\w/&-])(?:{forms})(?![\w&]|[/-]\w)")


_BEFORE = re.compile(
    r"\w\s*\(\s*(?:(?:sau đây\s+)?(?:gọi tắt|gọi chung|gọi|viết tắt|được viết tắt)\s*(?:là)?\s*:?)?"
    r"\s*[“\"']?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[”\"']?\s*\)")


def mentions(facts: Facts) -> Iterator[Mention]:
    """Yield every abbreviation of the list in the texts of the plan, in printed order."""
    for place, text in facts.texts:
        for found in _pattern().finditer(text):
            start, stop = found.span()
            before = _BEFORE.search(text, max(0, start - 60), start)
            spelled = bool(before and _AFTER.match(text, stop)) or _explained(text, stop, found[0])
            yield Mention(found[0], place, start, stop, spelled)


def _explained(text: str, stop: int, short: str) -> bool:
    """Whether the full form follows in brackets: `CCHC (cải cách hành chính)`."""
    return bool(re.compile(rf"\s*\(\s*{re.escape(full_forms()[short])}", re.I).match(text, stop))

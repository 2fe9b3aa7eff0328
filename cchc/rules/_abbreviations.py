"""Where a plan spells its abbreviations out, and where it uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cchc.language.hygiene import data_rows
from cchc.model.finding import KeyPath
from cchc.rules._facts import Facts
from cchc.rules._words import any_of

FAMILIAR = frozenset({"UBND", "HĐND", "MTTQ", "UBMTTQ", "BHXH", "BHYT", "VNeID"})
"""What every reader of a commune plan knows, and names that nobody spells out."""


class Mention(NamedTuple):
    """One place where an abbreviation stands; `spelled` when it follows its full form."""

    short: str
    place: KeyPath
    start: int
    stop: int
    spelled: bool


@cache
def full_forms() -> dict[str, str]:
    """Return the abbreviations of `data/abbreviations.tsv` with their full forms."""
    return {row[0]: row[1] for row in data_rows("abbreviations")}


@lru_cache
def _pattern(shorts: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(shorts, key=len, reverse=True)))
    return re.compile(rf"(?:{forms})(?![\w&]|[/-]\w)")


_JOINED = re.compile(r"[\w/&-]")
"""What an abbreviation does not follow: inside a symbol (01/2023/TT-VPCP) or a longer word. Asked
after the search, which can then run from one capital to the next."""


_BEFORE = re.compile(
    r"\w\s*\(\s*[“\"']?$"
    r"|\w\s*[(,]\s*(?:(?:sau|dưới) đây\s+)?(?:được\s+)?(?:gọi tắt|gọi chung|gọi|viết tắt)\s*(?:là)?"
    r"\s*:?\s*[“\"']?(?:[^\W\d_]+\s+){0,3}[“\"']?$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(\s*")
_AFTER = re.compile(r"[”\"']?\s*[),.;]|[”\"']?$")


@lru_cache(maxsize=1)
def mentions(facts: Facts) -> tuple[Mention, ...]:
    """Return every abbreviation of the list in the texts of the plan, in printed order."""
    return tuple(_mentions(facts))


def _mentions(facts: Facts) -> Iterator[Mention]:
    shorts = tuple(filter(facts.vocabulary.may_have, full_forms()))
    for place, text in facts.texts_holding(*any_of(*shorts)) if shorts else ():
        for found in _pattern(shorts).finditer(text):
            start, stop = found.span()
            if start and _JOINED.match(text, start - 1):
                continue
            near = max(0, start - 60)
            before = ("(" in text[near:start] or "," in text[near:start]) and _BEFORE.search(
                text, near, start
            )
            spelled = bool(before and _AFTER.match(text, stop)) or _explained(text, stop, found[0])
            yield Mention(found[0], place, start, stop, spelled)


def _explained(text: str, stop: int, short: str) -> bool:
    """Whether the full form follows in brackets: `CCHC (cải cách hành chính)`."""
    bracket = _BRACKET.match(text, stop)
    full = full_forms()[short].casefold()
    return bool(bracket and text[bracket.end() : bracket.end() + len(full)].casefold() == full)

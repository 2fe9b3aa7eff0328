"""The province of a paper: stated by the paper, else told from the list or from what it cites.

Only what the paper states of itself is sure. What is read from the list of communes or from the bases
is marked; where two of them differ, the province stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cchc.intake.front.letterhead import Letterhead
from cchc.language.names import bare
from cchc.language.persons import CAPITALS
from cchc.language.places import (
    LIST_DATE,
    ListedCommune,
    Province,
    find_former_province,
    find_province,
)
from cchc.messages import Message, say

_AFTER = (
    r"(?P<level>tỉnh|thành phố|tp\.?)[ \t]+"
    r"(?P<words>(?:(?![ \t](?:tỉnh|thành phố)[ \t])[^\n,;:().\d])+)"
)
_NAMED = re.compile(rf"(?<!\w){_AFTER}", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?<!\w)(?:xã|phường|đặc khu)[ \t]+[^\n,;:().\d]+?,?[ \t]+{_AFTER}", re.IGNORECASE
)
_ALONE = re.compile(r"(?P<level>TỈNH|THÀNH PHỐ|TP\.?)[ \t]+(?P<words>[^\n,;:().\d]+)")
_PARTY = re.compile(r"(?<!\w)(?:Tỉnh|Thành) ủy[ \t]+(?P<words>[^\n,;:().\d]+)", re.IGNORECASE)
_PREFIX = re.compile(r"^.*?(?<!\w)(?=(?:TỈNH|THÀNH PHỐ|TP\.?)\s)", re.IGNORECASE)

_OF_OLD = re.compile(r"[\s(,]*(?:cũ|trước đây)\b", re.IGNORECASE)


class OwnProvince(NamedTuple):
    """The province a paper belongs to, None where it is not sure; and what to look at."""

    full_name: str | None = None
    remark: Message | None = None


def own_province(
    communes: Iterable[ListedCommune], text: str, head: Letterhead, own: Sequence[str], cited: str
) -> OwnProvince:
    """Return the province, with a remark where the paper does not state it itself.

    Args:
        communes: those of today's list that have the name of the plan's commune.
        text: all of the paper.
        head: the letterhead.
        own: sentences that state whose paper it is, the surest first.
        cited: bases, opening and recipients, which name the province above as a rule.
    """
    above = _PREFIX.sub("", head.superior) if head.superior else ""
    if above and (stated := _stated(above)):
        return stated
    for line in own:
        alone = _ALONE.fullmatch(line.strip()) if line.isupper() else None
        if alone and (place := _place(alone["level"], alone["words"])):
            return OwnProvince(place.full_name)
        for match in _BEHIND.finditer(line):
            if place := _place(match["level"], match["words"]):
                return OwnProvince(place.full_name)
            if now := _former_behind(line, match):
                return now
    listed = {one.province for one in communes}
    if len(listed) > 1 and len(kinds := _kinds_above(text)) == 1:
        listed = {one for one in listed if bare(one.kind) in kinds} or listed
    named = set(_provinces(cited)) or set(_provinces(text))
    if len(listed) == 1:
        (only,) = listed
        if named and only not in named:
            return OwnProvince(None, say(
                "left blank: by the list of communes it is {listed}, but the paper speaks of {named}",
                listed=only.full_name, named=_names(named),
            ))  # fmt: skip
        if set(_provinces(cited, today=True)) == {only}:
            return OwnProvince(only.full_name)  # the paper names it, and the list says the same
        return OwnProvince(only.full_name, say(
            "not stated in the paper: read from the list of communes of {date}; check",
            date=LIST_DATE,
        ))  # fmt: skip
    possible = named & listed if listed else named
    if len(possible) == 1:
        return OwnProvince(next(iter(possible)).full_name, say(
            "not stated in the paper: taken from the documents and bodies it names; check"
        ))  # fmt: skip
    if named:
        return OwnProvince(
            None, say("left blank: the paper names {named}; fill in", named=_names(named))
        )
    return OwnProvince()


_ABOVE = re.compile(
    rf"(?:(?:UBND|[Ủủ]y ban nhân dân|Uỷ ban nhân dân|HĐND) (?P<kind>tỉnh|thành phố)(?! [{CAPITALS}])"
    r"|(?<!\w)(?P<party>Tỉnh|Thành) (?:ủy|uỷ)(?!\w))"
)


def _kinds_above(text: str) -> set[str]:
    """Return what the paper calls the level above it, without a name: "UBND thành phố", "Thành ủy"."""
    parties = {"Tỉnh": "tinh", "Thành": "thanh pho"}
    return {
        bare(found["kind"]) if found["kind"] else parties[found["party"]]
        for found in _ABOVE.finditer(text)
    }


def _former_behind(line: str, match: re.Match[str]) -> OwnProvince | None:
    """Read a former province behind the name of the commune: "xã Phong Nha, tỉnh Quảng Bình", but not "... cũ"."""
    parts = match["words"].split()
    for n in range(min(len(parts), 4), 0, -1):
        if bare(match["level"]) == "tinh" and find_former_province(" ".join(parts[:n])):
            behind = f"{' '.join(parts[n:])} {line[match.end() :]}"
            return None if _OF_OLD.match(behind) else _stated(f"tỉnh {' '.join(parts[:n])}")
    return None


def _stated(above: str) -> OwnProvince | None:
    """Read the line above the issuer in the letterhead: "UBND TỈNH SƠN LA"."""
    level, _, name = above.partition(" ")
    if bare(above).startswith("thanh pho "):
        level, name = "thành phố", above.split(None, 2)[2]
    place = _place(level, name)
    if place is not None:
        return OwnProvince(place.full_name)
    if bare(level) != "tinh":
        return None
    written = f"tỉnh {' '.join(word.capitalize() for word in name.split())}"
    now = find_former_province(name)
    return OwnProvince(
        written,
        say("{name} is a name of before {date}: today {now}",
            name=written, date=LIST_DATE, now=now.full_name)
        if now else
        say("{name} is not in the list of provinces of {date}: check the spelling",
            name=written, date=LIST_DATE),
    )  # fmt: skip


def _place(level: str, words: str) -> Province | None:
    """Return the province of this level that `words` begin with."""
    parts = words.split()
    for n in range(min(len(parts), 6), 0, -1):
        place = find_province(" ".join(parts[:n]))
        if place is not None:
            return place if bare(place.kind).startswith(bare(level)[:1]) else None
    return None


def _provinces(text: str, *, today: bool = False) -> Iterator[Province]:
    """Yield the provinces that a text names; `today`: not those it calls by a former name."""
    for match in _NAMED.finditer(text):
        if (place := _place(match["level"], match["words"])) is not None:
            yield place
        elif today or bare(match["level"]) != "tinh":
            continue
        elif now := _former(match["words"]):
            yield now
    for match in _PARTY.finditer(text):
        if (place := _place("t", match["words"])) is not None:
            yield place


def _former(words: str) -> Province | None:
    parts = words.split()
    places = (find_former_province(" ".join(parts[:n])) for n in range(min(len(parts), 6), 0, -1))
    return next((place for place in places if place is not None), None)


def _names(places: set[Province]) -> str:
    return ", ".join(sorted(one.full_name for one in places))

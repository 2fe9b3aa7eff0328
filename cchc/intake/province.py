"""The province of a paper: stated by the paper, else told from the list or from what it cites.

Only what the paper states of itself is sure. What is read from the list of communes or from the bases
is marked; where two of them differ, the province stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cchc.intake.letterhead import Letterhead
from cchc.language.names import bare
from cchc.language.places import (
    LIST_DATE,
    Province,
    find_communes,
    find_former_province,
    find_province,
)
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.intake.identity import Identity

_AFTER = (
    r"(?P<level>tỉnh|thành phố|tp\.?)[ \t]+"
    r"(?P<words>(?:(?![ \t](?:tỉnh|thành phố)[ \t])[^\n,;:().\d])+)"
)
_NAMED = re.compile(rf"(?<!\w){_AFTER}", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?<!\w)(?:xã|phường|đặc khu)[ \t]+[^\n,;:().\d]+?,?[ \t]+{_AFTER}", re.IGNORECASE
)
_PARTY = re.compile(r"(?<!\w)(?:Tỉnh|Thành) ủy[ \t]+(?P<words>[^\n,;:().\d]+)", re.IGNORECASE)
_PREFIX = re.compile(r"^.*?(?<!\w)(?=(?:TỈNH|THÀNH PHỐ|TP\.?)\s)", re.IGNORECASE)


def own_province(
    found: Identity, text: str, head: Letterhead, own: Sequence[str], cited: str
) -> None:
    """Set the province of `found`, with a remark where the paper does not state it itself."""
    if head.superior and (stated := _PREFIX.sub("", head.superior)) and _set_stated(found, stated):
        return
    for line in own:
        for match in _BEHIND.finditer(line):
            if place := _place(match["level"], match["words"]):
                found.province = place.full_name
                return
    listed = {one.province for one in find_communes(found.level or "", found.name or "")}
    if len(listed) > 1 and len(kinds := _kinds_above(text)) == 1:
        listed = {one for one in listed if bare(one.kind) in kinds} or listed
    named = set(_provinces(cited)) or set(_provinces(text))
    if len(listed) == 1:
        (only,) = listed
        if named and only not in named:
            found.remarks["province"] = say(
                "left blank: by the list of communes it is {listed}, but the paper speaks of {named}",
                listed=only.full_name, named=_names(named),
            )  # fmt: skip
            return
        found.province = only.full_name
        found.remarks["province"] = say(
            "not stated in the paper: read from the list of communes of {date}; check",
            date=LIST_DATE,
        )
        return
    possible = named & listed if listed else named
    if len(possible) == 1:
        found.province = next(iter(possible)).full_name
        found.remarks["province"] = say(
            "not stated in the paper: taken from the documents and bodies it names; check"
        )
    elif named:
        found.remarks["province"] = say(
            "left blank: the paper names {named}; fill in", named=_names(named)
        )


_ABOVE = re.compile(
    r"(?:(?:UBND|[Ủủ]y ban nhân dân|Uỷ ban nhân dân|HĐND) (?P<kind>tỉnh|thành phố)(?! [^\W\d_a-zà-ỹđ])"
    r"|(?<!\w)(?P<party>Tỉnh|Thành) (?:ủy|uỷ)(?!\w))"
)


def _kinds_above(text: str) -> set[str]:
    """Return what the paper calls the level above it, without a name: "UBND thành phố", "Thành ủy"."""
    parties = {"Tỉnh": "tinh", "Thành": "thanh pho"}
    return {
        bare(found["kind"]) if found["kind"] else parties[found["party"]]
        for found in _ABOVE.finditer(text)
    }


def _set_stated(found: Identity, stated: str) -> bool:
    """Take the line above the issuer in the letterhead: "UBND TỈNH SƠN LA"."""
    level, _, name = stated.partition(" ")
    if bare(stated).startswith("thanh pho "):
        level, name = "thành phố", stated.split(None, 2)[2]
    place = _place(level, name)
    if place is not None:
        found.province = place.full_name
        return True
    if bare(level) != "tinh":
        return False
    found.province = f"tỉnh {' '.join(word.capitalize() for word in name.split())}"
    now = find_former_province(name)
    found.remarks["province"] = (
        say("{name} is a name of before {date}: today {now}",
            name=found.province, date=LIST_DATE, now=now.full_name)
        if now else
        say("{name} is not in the list of provinces of {date}: check the spelling",
            name=found.province, date=LIST_DATE)
    )  # fmt: skip
    return True


def _place(level: str, words: str) -> Province | None:
    """Return the province of this level that `words` begin with."""
    parts = words.split()
    for n in range(min(len(parts), 6), 0, -1):
        place = find_province(" ".join(parts[:n]))
        if place is not None:
            return place if bare(place.kind).startswith(bare(level)[:1]) else None
    return None


def _provinces(text: str) -> Iterator[Province]:
    for match in _NAMED.finditer(text):
        if (place := _place(match["level"], match["words"])) is not None:
            yield place
        elif now := _former(match["words"]) if bare(match["level"]) == "tinh" else None:
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

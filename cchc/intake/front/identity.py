"""Whose plan it is and of which year and kind: each from the place where such papers state it.

The letterhead, the title, the sentence that issues, the decision behind the plan, "Kèm theo ..." over
an appendix, the date line and the closing words speak of the paper itself; other sentences speak of
others, and only tell how a name in capitals is written small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc.intake.front.letterhead import Letterhead, proper
from cchc.intake.front.province import own_province
from cchc.language.names import bare, fold
from cchc.language.places import (
    LIST_DATE,
    find_communes,
    find_former_commune,
    find_former_province,
    find_province,
)
from cchc.messages import Message, say
from cchc.model.plan import Kind
from cchc.model.plan_kinds import KINDS

CAPITAL = "A-Z" + "".join(chr(n) for n in range(0xC0, 0x1EFA) if chr(n).isupper())
"""The capital letters of Vietnamese, for a class of a pattern."""
_WORD = rf"[{CAPITAL}][^\W\d_]*(?:[-'’][^\W\d_]+)?"
_NAMED = re.compile(
    rf"(?<!\w)(?P<level>[Xx]ã|[Pp]hường|[Đđ]ặc khu)[ \t]+"
    rf"(?P<name>{_WORD}(?:[ \t]+(?:-[ \t]+)?{_WORD}){{0,3}}|\d{{1,2}}(?![\d/]))"
)
_CAPITALS = re.compile(
    r"(?<!\w)(?P<level>XÃ|PHƯỜNG|ĐẶC KHU)[ \t]+(?!HỘI\b)"
    rf"(?P<name>[{CAPITAL}]+(?:[ \t]+(?!NĂM\b|GIAI\b|VÀ\b|TRONG\b|TRÊN\b|THÁNG\b|QUÝ\b|TỈNH\b)[{CAPITAL}]+){{0,3}})"
)
_NOT_NAMES = frozenset(
    {"Hội", "Đảng", "Nghị", "Quyết", "Kế", "Luật", "Phòng", "Trung", "Sở", "Chủ", "Ủy", "UBND"}
)
_NAME_ENDS = frozenset({"Năm", "Giai", "Quý", "Tháng", "Trung", "Phòng", "Tỉnh", "Kế", "Ban", "Về"})
_YEAR = re.compile(r"năm\s+(20\d\d)", re.IGNORECASE)
_HORIZON = re.compile(
    r"(?:đến|tới)(?: hết)?(?: năm)? 20\d\d|(?:định hướng|tầm nhìn)(?: đến)?(?: hết)?(?: năm)? 20\d\d"
    r"|(?:giai đoạn|nhiệm kỳ)\s+20\d\d\s*[-–]\s*20\d\d",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Identity:
    """The commune and the plan's year and kind; None where the paper does not say."""

    level: str | None = None
    name: str | None = None
    province: str | None = None
    year: str | None = None
    kind: Kind = "cchc"
    kind_is_sure: bool = True
    variants: dict[str, int] = field(default_factory=dict)
    """Other spellings of the commune's name, with how often they stand."""
    remarks: dict[str, Message] = field(default_factory=dict)
    """What a person should look at, by the key under `commune`."""


def identify(text: str, title: str, head: Letterhead, own: Sequence[str], cited: str) -> Identity:
    """Find whose plan it is.

    Args:
        text: all of the paper, for the spelling of a name that is known.
        title: that of the plan, else of its first table.
        head: the letterhead.
        own: sentences that state whose paper it is, the surest first.
        cited: bases, opening and recipients, which name the province above as a rule.
    """
    found = Identity(level=head.level, name=head.name)
    names = Counter(
        (match["level"].lower(), name)
        for match in _NAMED.finditer(text)
        if (name := _name(match["level"], match["name"]))
    )
    if head.place:
        head.place = re.sub(r"^(?:xã|phường|đặc khu)\s+(?=\S)", "", head.place, flags=re.I)
    if not found.name:
        found.level, found.name = next(
            (one for line in own if (one := _stated(line))), (found.level, None)
        )
    _settle_name(found, names, head)
    communes = find_communes(found.level or "", found.name or "")
    found.province, remark = own_province(communes, text, head, own, cited)
    if remark:
        found.remarks["province"] = remark
    said = {bare(name) for _, name in names}
    place = bare(found.name or "")
    if (
        place
        and not head.name
        and place not in said
        and bare(found.province or "").endswith(f" {place}")
    ):
        found.level = found.name = None  # "Hà Giang, ngày ..." tells where a province signs
    found.kind, found.kind_is_sure = _kind(title)
    found.year = _year(title, head, own)
    _look_up(found)
    return found


def _name(level: str, words: str) -> str:
    """Return the name at the start of `words`, as far as the list knows it; empty: it is none."""
    parts = words.split()
    if not parts or parts[0] in _NOT_NAMES:
        return ""
    for n in range(len(parts), 0, -1):
        if find_communes(level.lower(), " ".join(parts[:n])):
            return " ".join(parts[:n])
    end = next((n for n, part in enumerate(parts) if n and part in _NAME_ENDS), len(parts))
    alone = end == 1 and parts[0] in _NAME_ENDS  # "xã Năm 2026", but "xã Năm Dẫn"
    return "" if alone else " ".join(parts[:end]).rstrip(" -")


def _stated(line: str) -> tuple[str, str] | None:
    """Return level and name of the commune that a sentence about the paper itself names."""
    for match in _NAMED.finditer(line):
        if name := _name(match["level"], match["name"]):
            return match["level"].lower(), name
    capitals = _CAPITALS.search(line)
    return (capitals["level"].lower(), proper(capitals["name"])) if capitals else None


def _settle_name(found: Identity, names: Counter[tuple[str, str]], head: Letterhead) -> None:
    if head.place and head.place.isupper():
        head.place = proper(head.place)
    place = head.place
    if place and (find_province(place) or find_former_province(place)) and not any(
        bare(name) == bare(place) for _, name in names
    ):  # fmt: skip
        place = None  # where a province signs
    anchor = found.name or place
    if not found.name and anchor and bare(head.superior or "").endswith(f" {bare(anchor)}"):
        return  # the paper of a province or district, which is no commune's
    if not anchor:
        return
    # Capitals and misread accents hide the spelling that the text uses.
    alike = Counter({key: count for key, count in names.items() if bare(key[1]) == bare(anchor)})
    own = alike.copy()
    if place and bare(place) == bare(anchor):
        level = next(iter(alike), (found.level or "xã", ""))[0]
        own[(level, place)] += 1
    if not own:
        found.name = anchor
        return
    level, name = max(own, key=lambda key: (own[key], key[1] == place))
    if found.name:
        # The paper's own statement is right; the text only tells how its capitals are written small.
        said = next((key[1] for key in own if fold(key[1]) == fold(found.name or "")), None)
        name = said or found.name
    found.level, found.name = found.level or (level if alike else None), name
    found.variants = {key[1]: count for key, count in own.items() if fold(key[1]) != fold(name)}


def _look_up(found: Identity) -> None:
    """Hold the name against the list of communes of today."""
    if not found.name or not found.level or find_communes(found.level, found.name):
        return
    if former := find_former_commune(found.level, found.name):
        found.remarks["name"] = say(
            "{name} is a name of before {date}: today {now}",
            name=f"{found.level} {found.name}", date=LIST_DATE,
            now=", ".join(dict.fromkeys(one.full_name for one in former[:3])),
        )  # fmt: skip
    else:
        found.remarks["name"] = say(
            "{name} is not in the list of communes of {date}: check the spelling",
            name=f"{found.level} {found.name}", date=LIST_DATE,
        )  # fmt: skip


def _kind(title: str) -> tuple[Kind, bool]:
    """Return the kind that a title tells, and whether it tells no other: one that begins with "Cải cách
    hành chính" and goes on with the index may be of either."""
    folded = fold(title)
    usual = next(iter(KINDS))
    begins = re.match(KINDS[usual].title, folded) is not None
    for kind, described in reversed(list(KINDS.items())):
        if re.search(described.title, folded):
            return kind, kind == usual or not begins
    return usual, False


def _year(title: str, head: Letterhead, own: Sequence[str]) -> str | None:
    """Return the year of the plan: that of its title, of its date, of a sentence that issues it."""
    if years := _YEAR.findall(_HORIZON.sub(" ", title)):
        return str(years[-1])
    for line in own:
        if years := _YEAR.findall(
            _HORIZON.sub(" ", re.sub(r"ngày[^,;]{0,40}?năm\s+20\d\d", " ", line))
        ):
            return str(years[-1])
    # A plan of December is for the next year as a rule: its date does not say.
    if head.date and not re.search(r"(?:^|/)1[12]/20\d\d$", head.date):
        return head.date[-4:]
    return None

"""Whose plan it is and of which year and kind: from the letterhead, else from the text itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from cchc.intake.letterhead import OWN_LEVELS, Letterhead, proper
from cchc.language.names import bare, fold
from cchc.model.plan import Kind
from cchc.model.plan_kinds import KINDS

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-ỸỲ"
_WORD = rf"[{_UPPER}][^\W\d_]*(?:[-'’][^\W\d_]+)?"
_NAMED = re.compile(
    rf"(?<!\w)(?P<level>[Xx]ã|[Pp]hường|[Đđ]ặc khu)\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}}|\d{{1,2}}(?!\d))"
)
_PROVINCE = re.compile(
    rf"(?<!\w)(?P<level>[Tt]ỉnh|[Tt]hành phố)\s+"
    rf"(?P<name>Bà Rịa\s*-\s*Vũng Tàu|{_WORD}(?:\s+{_WORD}){{0,3}})"
)
_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"})
"""The cities that stand directly under the Government; other cities are parts of a province."""
_NOT_NAMES = frozenset(
    {"Hội", "Đảng", "Nghị", "Quyết", "Kế", "Luật", "Phòng", "Trung", "Sở", "Chủ"}
)
_YEAR = re.compile(r"năm\s+(20\d\d)", re.IGNORECASE)
_CAPITALS = re.compile(
    rf"(?<!\w)(?P<level>XÃ|PHƯỜNG|ĐẶC KHU)\s+(?!HỘI\b)(?P<name>[{_UPPER}]+(?:\s+(?!NĂM\b|GIAI\b|VÀ\b)[{_UPPER}]+){{0,3}})"
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


def identify(text: str, title: str, head: Letterhead) -> Identity:
    """Find whose plan it is; `text` is all of the paper."""
    found = Identity(level=head.level, name=head.name)
    names = Counter(
        (match["level"].lower(), " ".join(match["name"].split()))
        for match in _NAMED.finditer(text)
        if match["name"].split()[0] not in _NOT_NAMES
    )
    if head.place and re.match(_NAMED, head.place):
        head.place = re.sub(r"^(?:xã|phường|đặc khu)\s+", "", head.place, flags=re.I)
    _settle_name(found, names, head)
    if not found.name and (capitals := _CAPITALS.search(text)):
        found.level, found.name = capitals["level"].lower(), proper(capitals["name"])
    _settle_province(found, text, head)
    said = {bare(name) for _, name in names}
    own = bare(found.name or "")
    if own and not head.name and own not in said and bare(found.province or "").endswith(f" {own}"):
        found.level = found.name = None  # "Hà Giang, ngày ..." tells where a province signs
    found.kind, found.kind_is_sure = _kind(title)
    year = _YEAR.findall(title)
    if year:
        found.year = year[-1]
    elif head.date:
        found.year = head.date[-4:]
    else:
        years = Counter(_YEAR.findall(text))
        found.year = years.most_common(1)[0][0] if years else None
    return found


def _settle_name(found: Identity, names: Counter[tuple[str, str]], head: Letterhead) -> None:
    if head.place and head.place.isupper():
        head.place = proper(head.place)
    anchor = found.name or head.place
    if not found.name and anchor and bare(head.superior or "").endswith(f" {bare(anchor)}"):
        return  # the paper of a province or district, which is no commune's
    if anchor:
        # Capitals and misread accents hide the spelling that the text uses.
        alike = Counter(
            {key: count for key, count in names.items() if bare(key[1]) == bare(anchor)}
        )
        own = alike.copy()
        if head.place and bare(head.place) == bare(anchor):
            level = next(iter(alike), (found.level or "xã", ""))[0]
            own[(level, head.place)] += 1
        if own:
            level, name = max(own, key=lambda key: (own[key], key[1] == head.place))
            if found.name:
                # The letterhead is right; the text only tells how its capitals are written small.
                said = next((key[1] for key in own if fold(key[1]) == fold(found.name or "")), None)
                name = said or found.name
            found.level, found.name = found.level or level, name
            found.variants = {
                key[1]: count for key, count in own.items() if fold(key[1]) != fold(name)
            }
            return
        found.name = anchor
        found.level = found.level or next((key[0] for key, _ in names.most_common(1)), None)
        return
    if names:
        (level, name), _ = names.most_common(1)[0]
        found.level, found.name = level, name
        found.variants = {
            key[1]: count for key, count in names.items()
            if bare(key[1]) == bare(name) and fold(key[1]) != fold(name)
        }  # fmt: skip


def _settle_province(found: Identity, text: str, head: Letterhead) -> None:
    if head.superior:
        words = re.sub(r"^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s+", "", head.superior)
        level, _, name = words.partition(" ")
        if words.startswith("THÀNH PHỐ"):
            level, name = "thành phố", words.removeprefix("THÀNH PHỐ").strip()
        if level.lower() == "tỉnh" or (level.lower() == "thành phố" and _is_central(name)):
            wanted = bare(name)
            spelled = [m["name"] for m in _PROVINCE.finditer(text) if bare(m["name"]) == wanted]
            proper = Counter(spelled).most_common(1)[0][0] if spelled else name.title()
            found.province = _province(level.lower(), proper)
            return
    counted = Counter(
        (match["level"].lower(), " ".join(match["name"].split()))
        for match in _PROVINCE.finditer(text)
        if match["name"].split()[0] not in _NOT_NAMES | set(OWN_LEVELS)
        and (match["level"].lower() == "tỉnh" or _is_central(match["name"]))
    )
    if counted:
        (level, name), _ = counted.most_common(1)[0]
        found.province = _province(level, name)


def _is_central(city: str) -> bool:
    return bare(city) in {bare(one) for one in _CITIES}


def _province(level: str, name: str) -> str:
    return f"{'Thành phố' if name == 'Hồ Chí Minh' else level} {name}"


def _kind(title: str) -> tuple[Kind, bool]:
    folded = fold(title)
    for key, kind in reversed([*KINDS.items()]):
        if re.search(kind.title, folded):
            return key, True
    return next(iter(KINDS)), False

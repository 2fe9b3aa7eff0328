"""Whose plan a paper is, where it is not a commune's: told from its letterhead alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cchc.intake.front.letterhead import proper
from cchc.language.places import find_communes, find_former_province, find_province

OwnerData = dict[str, object]

_COMMITTEE = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s+(?P<level>TỈNH|THÀNH PHỐ|TP\.?|XÃ|PHƯỜNG|ĐẶC KHU)"
    r"\s+(?P<name>[^\n|]+)"
)
_OFFICE = re.compile(
    r"^[ \t]*(?P<level>SỞ|PHÒNG|TRUNG TÂM|VĂN PHÒNG|BAN(?![ \t]+CHỈ ĐẠO)|THANH TRA|TRƯỜNG|TRẠM)[ \t]+(?P<name>[^\n|]+)",
    re.MULTILINE,
)
_CUT = re.compile(r"^([ \t]*(?:SỞ|PHÒNG|TRUNG TÂM|VĂN PHÒNG))[ \t]*\n[ \t]*", re.MULTILINE)
"""A kind of office alone on its line: the name stands on the next one."""
_WHOLE = ("văn phòng", "ban", "thanh tra", "trường", "trạm")
"""Words that are part of a name and no level. A steering committee (Ban Chỉ đạo) is no agency."""
_SHORT = frozenset({"TH", "THCS", "THPT", "PTDTBT", "PTDTNT", "PTCS", "MN"})
_SCHOOL = re.compile("Tiểu Học|Mầm Non|Mẫu Giáo|Trung Học Cơ Sở|Trung Học Phổ Thông|Phổ Thông")
"""What kind of school it is: the first word alone has a capital."""
_PARTY = re.compile(r"(?P<level>TỈNH|THÀNH|ĐẢNG)[ \t]+(?:ỦY|UỶ)[ \t]+(?P<name>[^\n|]+)")
_FIXED = re.compile(r"CỘNG|SỐ|ĐỘC LẬP|KẾ HOẠCH|UBND|ỦY BAN|UỶ BAN|DỰ THẢO")
_BRANCH = re.compile(r"ĐẢNG BỘ\s+(?P<name>(?:TỈNH|THÀNH PHỐ)\s+[^\n|]+)")
_KIND = re.compile(r"(?P<kind>XÃ|PHƯỜNG|ĐẶC KHU)\s+(?P<name>.+)")


def letterhead_owner(
    letterhead: Iterable[str], text: str, province: str | None
) -> OwnerData | None:
    """Return the agency of a letterhead that is no commune's; None where it is one or is not told.

    `text` is the whole paper, which writes names in small letters; `province` what it says of its
    province.
    """
    head = re.sub(r"\n(?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\s)", " ", "\n".join(letterhead))
    head = _CUT.sub(r"\1 ", head)
    if parties := [one for one in _PARTY.finditer(head) if one["name"].isupper()]:
        return _party(parties[-1], head, province)
    committees, office = list(_COMMITTEE.finditer(head)), _OFFICE.search(head)
    if not committees:
        return None
    committee = committees[-1]
    above = _place(committee["level"], committee["name"])
    if office is not None and office["name"].isupper():
        level = office["level"].lower()
        in_commune = not isinstance(above, str)
        name = _spelt(level, _whole(office["name"], head[office.end() :]), text)
        if level in _WHOLE:
            name = f"{level[:1].upper()}{level[1:]} {name}"
            level = "đơn vị cấp xã" if in_commune else "đơn vị cấp tỉnh"
        elif in_commune == (level == "sở"):
            return None
        found: OwnerData = {"level": level, "name": name}
        if isinstance(above, str):
            return {**found, "province": above}
        return {**found, "commune": f"{above[0]} {above[1]}", "province": province}
    if not isinstance(above, str):
        return None
    if (known := find_province(above)) is not None:
        return {"level": known.kind, "name": known.name}
    former = find_former_province(committee["name"])
    return {"level": "tỉnh", "name": proper(committee["name"])} if former else None


def _party(found: re.Match[str], head: str, province: str | None) -> OwnerData:
    level = f"{found['level'].lower()} ủy"
    name = " ".join(found["name"].split())
    if level != "đảng ủy":
        return {"level": level, "name": proper(name)}
    kind = _KIND.match(name)
    own = f"{kind['kind'].lower()} {proper(kind['name'])}" if kind else proper(name)
    branch = _BRANCH.search(head)
    known = find_province(branch["name"]) if branch else None
    return {"level": level, "name": own, "province": known.full_name if known else province}


def _place(level: str, name: str) -> str | tuple[str, str]:
    """Return a province with its kind, or kind and name of a commune."""
    name = " ".join(name.split())
    if level in ("XÃ", "PHƯỜNG", "ĐẶC KHU"):
        kind = level.lower()
        listed = find_communes(kind, proper(name))
        return kind, listed[0].name if listed else proper(name)
    known = find_province(name)
    return known.full_name if known else f"{level.lower()} {proper(name)}"


def _whole(name: str, rest: str) -> str:
    """Return a name with the lines in capitals on which it goes on."""
    for line in rest.split("\n")[1:]:
        own = line.partition("|")[0].strip(" _-–")
        if not own.isupper() or _FIXED.match(own):
            break
        name = f"{name} {own}"
    return name


def _spelt(level: str, name: str, text: str) -> str:
    """Return the name of an office as the text writes it; without a place behind it."""
    words = " ".join(name.split()).lower()
    for line in text.splitlines():
        at = line.lower().find(f"{level} {words}")
        written = line[at + len(level) + 1 : at + len(level) + 1 + len(words)]
        if at >= 0 and not written.isupper():
            return written
    if level == "trường":
        own = " ".join(word if word in _SHORT else word.capitalize() for word in name.split())
        return _SCHOOL.sub(lambda found: found[0].capitalize(), own).replace(" Và ", " và ")
    return words[:1].upper() + words[1:]

"""The units and groups of a paper as plan data, with what a person should decide about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cchc.intake.office_paper import Place, PlanData
from cchc.intake.units.book import UnitBook, UnitEntry
from cchc.language.names import fold
from cchc.messages import Message, say
from cchc.model.finding import KeyPath


@dataclass(slots=True)
class Declared:
    """The two lists of a plan that declare names."""

    units: list[PlanData] = field(default_factory=list)
    groups: list[PlanData] = field(default_factory=list)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    comments: dict[KeyPath, Message] = field(default_factory=dict)
    spellings: int = 0
    """Units written in more than one way."""


def declared_units(book: UnitBook) -> Declared:
    """Return the settled `book` as data."""
    made = Declared()
    for n, entry in enumerate(book.units):
        at: KeyPath = ("units", n)
        data = _named(made, entry, at)
        if entry.kind != "own":
            data["kind"] = entry.kind
        if head := book.head_of(entry):
            data["head"] = head
        made.units.append(data)
        if entry.likeness:
            made.comments[at] = say(
                "“{name}” looks much like “{other}”: one body or two?",
                name=entry.name,
                other=entry.likeness,
            )
    for n, entry in enumerate(book.groups):
        at = ("groups", n)
        data = _named(made, entry, at)
        members = _members(entry, book)
        if members:
            data["members"] = members
        made.groups.append(data)
        if members is None:
            made.comments.setdefault(
                at, say("list the units that “{name}” means under “members”", name=entry.name)
            )
    return made


def _named(made: Declared, entry: UnitEntry, at: KeyPath) -> PlanData:
    name = entry.name
    made.places[at] = next((place for text, place in entry.places), Place())
    data: PlanData = {"id": entry.id, "name": name}
    aliases = [text for text in entry.spellings if _words(text) != _words(name)]
    unique: dict[str, str] = {}
    for alias in aliases:
        unique.setdefault(_words(alias), alias)
    if unique:
        data["aliases"] = list(unique.values())
    if len(entry.spellings) > 1:
        made.comments[at] = say("also written {others}", others=", ".join(_others(entry)))
    if entry.merged:
        made.comments[at] = say(
            "{others} is taken for this name misread or mistyped; correct it if it is another body",
            others=", ".join(f"“{text}”" for text in entry.merged),
        )
    made.spellings += len(entry.spellings) > 1
    return data


def _others(entry: UnitEntry) -> list[str]:
    """Return the spellings that are not the name, each with the first place where it stands."""
    first: dict[str, Place] = {}
    for text, place in entry.places:
        first.setdefault(text[:1].upper() + text[1:], place)
    return [
        f"“{text}” ({first[text].words})" if text in first else f"“{text}”"
        for text in entry.spellings if text != entry.name
    ]  # fmt: skip


def _words(name: str) -> str:
    """Return a name by its words alone: dashes, commas, capitals and tone places do not count."""
    last = name.split()[-1].casefold() if name.split() else ""
    ends = f" {last}" if last in ("xã", "phường") else ""
    joined = " và" if " và " in name or " & " in name else ""
    return f"{fold(name)}{ends}{joined}"


_NOT_OUR_OWN = re.compile(
    r"(?<!cơ )\bsở\b|\b(?:cấp trên|cấp tỉnh|trung ương|doanh nghiệp|bộ ngành|tỉnh|thành phố)\b"
    r"|được (?:thanh tra|kiểm tra|giám sát|khảo sát|đánh giá|tập huấn|đào tạo|bồi dưỡng|giao|phân công)\b"
)
"""Names of bodies above the commune, and of some of its own that a list or another paper tells."""
_CONTRACTORS = re.compile(r"trúng thầu|nhà thầu|tư vấn|cung cấp|thi công|có năng lực")
_EVERYONE = ("cơ quan", "đơn vị", "tổ chức", "ban ngành", "bộ phận", "phòng ban")


def _members(entry: UnitEntry, book: UnitBook) -> str | list[str] | None:
    """Return the members of a group where its name tells them: "all", a list, or nothing."""
    key = entry.key
    if _CONTRACTORS.search(key):
        return None
    if _NOT_OUR_OWN.search(key) or key.startswith("thành viên "):
        return None
    if key.startswith("các phòng") and "chuyên môn" in key and "đơn vị" not in key:
        offices = [
            one.id for one in book.units if one.key.startswith(("phòng ", "văn phòng hội đồng"))
        ]
        return offices or None
    if "chính trị xã hội" in key or "đoàn thể" in key or "tổ chức thành viên" in key:
        fronts = [one.id for one in book.units if one.kind == "front" and "mặt trận" not in one.key]
        return fronts or None
    if "doanh nghiệp" in key.split("các ")[-1][:12] or "cá nhân" in key[:12]:
        return None
    if any(word in key for word in (*_EVERYONE, "phòng", "ban", "ngành", "quan tổ chức")):
        return "all"
    return None

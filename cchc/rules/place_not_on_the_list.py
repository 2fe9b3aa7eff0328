"""A province or commune is not called so today, or lies elsewhere.

Why: plans of one province are put together by these names; a half name, an old one or a commune under
another province falls out of every list, and the letterhead is wrong.

Source: the list of the 34 provinces and 3,321 communes of 01/7/2025 (Nghị quyết số 202/2025/QH15 and
the resolutions of Ủy ban Thường vụ Quốc hội on each province), `cchc/language/places.py`.

Bad:
    commune: {level: xã, name: An Bình, province: Phú Thọ}
Good:
    commune: {level: xã, name: An Bình, province: tỉnh Phú Thọ}
"""

from collections.abc import Sequence

from cchc.language.names import bare, fold
from cchc.language.places import (
    LIST_DATE,
    ListedCommune,
    Province,
    communes_like,
    find_communes,
    find_former_commune,
    find_former_province,
    find_province,
)
from cchc.model.agency import Agency
from cchc.model.levels import COMMUNES, PROVINCES
from cchc.rules._districts import after_districts
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Message, Severity, say

CODE = "L002"
SEVERITY = Severity.WARNING

_MOST = 4
"""Provinces that are named at most."""


def check(facts: Facts) -> Hits:
    """Hold the names and codes under `commune` or `agency` against the list."""
    if not after_districts(facts.plan):
        return
    owner, at = facts.plan.owner, (facts.plan.owner_key,)
    if owner.level in PROVINCES:
        yield from _own_province(owner, at)
        return
    if owner.of_level.kind == "party":
        return
    province = find_province(owner.province or "")
    yield from _province(owner.province or "", (*at, "province"))
    if province is None:
        return
    if owner.level in COMMUNES:
        yield from _commune(owner, province, at)
    elif owner.commune:
        yield from _commune_above(owner.commune, province, (*at, "commune"))


def _own_province(owner: Agency, at: KeyPath) -> Hits:
    found = find_province(owner.name)
    if found is None:
        yield from _province(owner.body, (*at, "name"), own=True)
        return
    if found.kind != owner.level:
        yield _wrong((*at, "level"), owner.body, found.full_name, found.kind)
    if fold(found.name) != fold(owner.name):
        yield _wrong((*at, "name"), owner.body, found.full_name, found.name)
    yield from _code(owner.code, found.code, found.full_name, at)


def _province(text: str, place: KeyPath, *, own: bool = False) -> Hits:
    if found := find_province(text):
        if fold(text) != fold(found.full_name):
            yield _wrong(place, text, found.full_name, found.full_name)
    elif former := find_former_province(text):
        yield Hit(
            place,
            say("{name} is a name of before {date}: today {now}",
                name=text, date=LIST_DATE, now=former.full_name),
            say("write “{right}”", right=former.full_name),
            replacement=former.name if own else former.full_name,
        )  # fmt: skip
    else:
        yield Hit(
            place,
            say("{name} is not in the list of provinces of {date}: check the spelling",
                name=text, date=LIST_DATE),
        )  # fmt: skip


def _commune(owner: Agency, province: Province, at: KeyPath) -> Hits:
    if found := find_communes(owner.level, owner.name, province):
        if found[0].code:
            yield from _code(owner.code, found[0].code, found[0].full_name, at)
        return
    now = _today(owner.level, owner.name, province)
    if len(now) == 1:
        for key, value in (("level", now[0].kind), ("name", now[0].name)):
            if fold(getattr(owner, key)) != fold(value):
                yield _wrong((*at, key), owner.body, now[0].full_name, value)
        return
    yield Hit((*at, "name"), *_nowhere(owner.body, province, now))


def _commune_above(text: str, province: Province, place: KeyPath) -> Hits:
    kind = next((one for one in COMMUNES if text.casefold().startswith(f"{one} ")), "")
    name = text[len(kind) :].strip()
    if kind and find_communes(kind, name, province):
        return
    now = _today(kind, name, province)
    if len(now) == 1:
        yield _wrong(place, text, now[0].full_name, now[0].full_name)
    else:
        yield Hit(place, *_nowhere(text, province, now))


def _today(kind: str, name: str, province: Province) -> Sequence[ListedCommune]:
    """Return the communes of the province that the name can mean."""
    alike = communes_like(name, province)
    same = [one for one in alike if one.kind == kind] or list(alike)
    if same or find_communes(kind, name):
        return same  # a commune of another province, rather than an old name
    return list(dict.fromkeys(find_former_commune(kind, name, province)))


def _nowhere(
    name: str, province: Province, now: Sequence[ListedCommune]
) -> tuple[Message, Message]:
    told = say(
        "{province} has no {name} in the list of {date}",
        province=province.full_name, name=name, date=LIST_DATE,
    )  # fmt: skip
    if now:
        names = ", ".join(one.full_name for one in now[:_MOST])
        return told, say("today it can be {names}", names=names)
    own = name.split(" ", 1)[-1]
    others = list(
        dict.fromkeys(one.province.full_name for one in communes_like(own) if _is(one, own))
    )
    if others:
        return told, say(
            "there is one in {provinces}: check name and province",
            provinces=", ".join(others[:_MOST]),
        )
    return told, say("check the spelling; a name newer than the list is right as it is")


def _is(commune: ListedCommune, name: str) -> bool:
    return fold(commune.name) == fold(name) or bare(commune.name) == bare(name)


def _code(code: str | None, listed: str, name: str, at: KeyPath) -> Hits:
    if code and listed and code.isdigit() and code != listed:
        yield Hit(
            (*at, "code"),
            say("{code} is not the code of {name}", code=code, name=name),
            say("write “{right}”", right=listed),
            replacement=listed,
        )


def _wrong(place: KeyPath, written: str, right: str, replacement: str) -> Hit:
    return Hit(
        place,
        say("“{written}” is called “{right}” today", written=written, right=right),
        say("write “{right}”", right=replacement),
        replacement=replacement,
    )

"""Whose a new plan is, from what one types: `xã Phú Thịnh`, `tỉnh Thái Nguyên`, `Sở Nội vụ`."""

from __future__ import annotations

import re
import unicodedata

from cchc.errors import UserError
from cchc.language.names import bare
from cchc.messages import say
from cchc.model.levels import COMMUNES, LEVELS, lacks

OwnerKeys = dict[str, str]
"""The keys under `commune` or `agency`."""

_NAME = re.compile(r"\w[\w .,’'()/–-]*")
_PROVINCE = re.compile(r"(?:Thủ đô|tỉnh|thành phố)\s+\w", re.IGNORECASE)
_BEHIND = {
    "commune": re.compile(r",?\s+(?=(?:xã|phường|đặc khu) (?P<own>\w))"),
    "province": re.compile(r",?\s+(?=(?:tỉnh|[Tt]hành phố) (?P<own>\w))"),
}
"""Where a place may begin behind the name of an office; its own name has a capital or a number."""
_WHOLE = re.compile(r"(?:Văn phòng|Ban|Thanh tra|Chi cục|Trạm|Đội)\s", re.IGNORECASE)
"""How names begin that have no level of their own."""


def owner_of(name: str, level: str | None, province: str | None) -> OwnerKeys:
    """Return what a plan says of its owner: `xã Phú Thịnh` has level and name.

    A commune or province behind the name of an office is taken from it.

    Raises:
        UserError: the level is unknown, contradicts the name, or the name is not one; it is not said
            where the agency lies; it is a committee of the Party.
    """
    own = " ".join(unicodedata.normalize("NFC", name).split())
    wanted = _level(level) if level is not None else None
    said, own = _stated(own, wanted)
    found: OwnerKeys = {"level": said or wanted or COMMUNES[0]}
    if LEVELS[found["level"]].kind == "party":
        raise UserError(
            say("plans of the Party have a form of their own, which cchc does not write"),
            say("“cchc import” reads such a plan, so that it can be followed"),
        )
    if said and wanted and said != wanted:
        raise UserError(
            say("--commune says “{said}”, --level says “{level}”", said=said, level=wanted),
            say("write the commune's own name in --commune: {name}", name=own),
        )
    for key in ("province", "commune"):
        if lacks(found["level"], key) and (behind := _behind(own, key)):
            own, found[key] = own[: behind.start()], own[behind.end() :]
    found["name"] = checked_name(own, "--commune", "Phú Thịnh")
    if province:
        found["province"] = province_of(province)
    return {key: found[key] for key in ("level", "name", "commune", "province") if key in found}


def _behind(name: str, key: str) -> re.Match[str] | None:
    found = _BEHIND[key].finditer(name)
    return next((one for one in found if one["own"].isupper() or one["own"].isdigit()), None)


def missing_of(owner: OwnerKeys) -> UserError | None:
    """Return what to say when the owner does not say where it lies."""
    if lacks(owner["level"], "commune") and "commune" not in owner:
        return UserError(
            say("it is not said in which commune “{name}” is", name=owner["name"]),
            say('put the commune behind the name: --commune "Phòng Kinh tế xã Phú Thịnh"'),
        )
    if lacks(owner["level"], "province") and "province" not in owner:
        return UserError(
            say("it is not said in which province “{name}” is", name=owner["name"]),
            say('add --province "tỉnh Thái Nguyên"'),
        )
    return None


def _stated(own: str, wanted: str | None) -> tuple[str | None, str]:
    """Return the level that the name begins with, and the name without it."""
    folded = re.sub(r"^tp\.?\s+", "thành phố ", own.casefold())
    for one in sorted(LEVELS, key=len, reverse=True):
        if folded.startswith(f"{one} ") and LEVELS[one].named != "name":
            return one, own[len(own) - len(folded) + len(one) + 1 :]
    if wanted is None and _WHOLE.match(own):
        return ("đơn vị cấp xã" if _behind(own, "commune") else "đơn vị cấp tỉnh"), own
    return None, own


def _level(level: str) -> str:
    found = next((one for one in LEVELS if bare(one) == bare(level.replace("-", " "))), None)
    if found is None:
        raise UserError(
            say("--level: “{level}” is not a level", level=level),
            say("one of: {known}", known=", ".join(LEVELS)),
        )
    return found


def province_of(name: str) -> str:
    """Return a province as plans write it: `tỉnh Thái Nguyên`, `thành phố Hải Phòng`.

    Raises:
        UserError: the word for its kind is missing.
    """
    own = " ".join(unicodedata.normalize("NFC", name).split())
    if not _PROVINCE.match(own):
        raise UserError(
            say("--province: “{name}” does not say whether it is a province or a city", name=own),
            say('write --province "tỉnh {name}" or "thành phố {name}"', name=own),
        )
    if own.casefold().startswith("tỉnh "):
        own = f"tỉnh {own[5:]}"
    return checked_name(own, "--province", "tỉnh Thái Nguyên")


def checked_name(name: str, option: str, example: str) -> str:
    """Return `name` when it has the letters and signs of a name.

    Raises:
        UserError: it has not.
    """
    if not _NAME.fullmatch(name):
        raise UserError(
            say("{option}: “{name}” is not a name", option=option, name=name),
            say('for example: {option} "{example}"', option=option, example=example),
        )
    return name


def key_of(owner: OwnerKeys) -> str:
    """Return the key under which a plan names this owner."""
    return "commune" if owner["level"] in COMMUNES else "agency"

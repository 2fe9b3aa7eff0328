"""The first text of a new plan: the headings of its kind, with places marked to fill in.

Sources of the skeletons: the parts that plans of communes have in practice, under Nghị định
30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4; the six fields of Nghị quyết 76/NQ-CP; the offices of a commune
by Nghị định 150/2025/NĐ-CP.
"""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from string import Template
from typing import NamedTuple

from cchc.errors import UserError
from cchc.language.names import bare
from cchc.messages import say
from cchc.model.levels import COMMUNES
from cchc.model.plan import Kind
from cchc.read.layout import RESERVED

LEVELS: tuple[str, ...] = COMMUNES
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60
_NAME = re.compile(r"\w[\w .’'()/–-]*")
_PROVINCE = re.compile(r"(?:Thủ đô|tỉnh|thành phố)\s+\w", re.IGNORECASE)


class Beginning(NamedTuple):
    """What a new plan is told about itself."""

    kind: Kind
    level: str
    commune: str
    province: str
    year: int


def checked_id(wanted: str) -> str:
    """Return `wanted` as the id of a new plan.

    Raises:
        UserError: it has other characters than small Latin letters, digits and single hyphens, is
            longer than 60, or is the name of a file in plans/ that is no plan.
    """
    if f"{wanted}.yaml" in RESERVED:
        raise UserError(
            say("“{id}” cannot be the id of a plan: plans/{id}.yaml is something else", id=wanted),
            say("choose another id, such as {id}", id="phu-thinh-2027"),
        )
    if _ID.fullmatch(wanted) and len(wanted) <= _LONGEST_ID:
        return wanted
    near = re.sub(r"[^a-z0-9]+", "-", bare(wanted.removesuffix(".yaml"))).strip("-")[:_LONGEST_ID]
    raise UserError(
        say("“{id}” cannot be the id of a plan", id=wanted),
        say("small letters without accents, digits and hyphens, for example: {id}",
            id=near.strip("-") or "phu-thinh-2027"),
    )  # fmt: skip


def commune_of(name: str, level: str | None) -> tuple[str, str]:
    """Return level and own name of a commune: `xã Phú Thịnh` says both.

    Raises:
        UserError: the level is unknown, contradicts the name, or the name is not one.
    """
    own = " ".join(unicodedata.normalize("NFC", name).split())
    said = None
    for one in LEVELS:
        if own.casefold().startswith(f"{one} "):
            said, own = one, own[len(one) + 1 :]
    if level is not None:
        wanted = next((one for one in LEVELS if bare(one) == bare(level.replace("-", " "))), None)
        if wanted is None:
            raise UserError(
                say("--level: “{level}” is not a level of communes", level=level),
                say("one of: {known}", known=", ".join(LEVELS)),
            )
        if said not in (None, wanted):
            raise UserError(
                say("--commune says “{said}”, --level says “{level}”", said=said, level=wanted),
                say("write the commune's own name in --commune: {name}", name=own),
            )
        said = wanted
    return said or LEVELS[0], _name(own, "--commune", "Phú Thịnh")


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
    return _name(own, "--province", "tỉnh Thái Nguyên")


def _name(name: str, option: str, example: str) -> str:
    if not _NAME.fullmatch(name):
        raise UserError(
            say("{option}: “{name}” is not a name", option=option, name=name),
            say('for example: {option} "{example}"', option=option, example=example),
        )
    return name


def new_text(start: Beginning, schema: str) -> str:
    """Return the text of a new plan; `schema` is the address behind `$schema=`."""
    skeleton = files("cchc.edit.skeletons").joinpath(f"{start.kind}.yaml").read_text("utf-8")
    office = "Phòng Kinh tế, Hạ tầng và Đô thị" if start.level == "phường" else "Phòng Kinh tế"
    filled = Template(skeleton).substitute(
        level=start.level,
        commune=start.commune,
        province=start.province,
        province_kind="tỉnh" if start.province.startswith("tỉnh ") else "thành phố",
        year=start.year,
        last=start.year - 1,
        economy=office,
        economy_short=office[0].lower() + office[1:],
    )
    return f"# yaml-language-server: $schema={schema}\n{filled}"

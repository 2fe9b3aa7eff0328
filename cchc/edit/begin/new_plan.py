"""The first text of a new plan: the headings of its kind, with places marked to fill in.

Sources of the skeletons: the parts that such plans have in practice, under Nghị định 30/2020/NĐ-CP,
Phụ lục III, Mẫu 1.4; the six fields of Nghị quyết 76/NQ-CP. The words of each level and its usual
units are those of `cchc.model.levels`.
"""

from __future__ import annotations

import re
from importlib.resources import files
from string import Template

from cchc.edit.begin.owner import OwnerKeys, key_of
from cchc.errors import UserError
from cchc.language.names import bare
from cchc.messages import say
from cchc.model.agency import Agency, initials
from cchc.model.plan import Kind
from cchc.read.folders import RESERVED

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60


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


def new_text(kind: Kind, owner: OwnerKeys, year: int, schema: str) -> str:
    """Return the text of a new plan; `schema` is the address behind `$schema=`."""
    skeleton = files("cchc.edit.skeletons").joinpath(f"{kind}.yaml").read_text("utf-8")
    words = {**_words(owner), **_units(owner)}
    filled = Template(skeleton).substitute(words, year=year, last=year - 1)
    return f"# yaml-language-server: $schema={schema}\n{filled}"


def _words(keys: OwnerKeys) -> dict[str, str]:
    """Return how the plan speaks of its owner: the words of the level, with its names in them."""
    owner = Agency.model_validate(keys)
    level, worded = owner.of_level, owner.worded
    informed = [
        level.above, level.reports_to, *level.informed, level.leaders, level.all_units,
    ]  # fmt: skip
    listed = dict.fromkeys(worded(one) for one in informed)
    said = ", ".join(f"{key}: {value}" for key, value in keys.items())
    return {
        "owner": f"{key_of(keys)}: {{{said}}}",
        "initials": owner.initials,
        "name": owner.full_name,
        "us_name": f"UBND {owner.body}" if level.kind == "committee" else owner.full_name,
        "papers": worded("HĐND, UBND {place}") if level.kind == "committee" else worded(level.us),
        "recipients": "".join(f"    - {one}\n" for one in listed),
        **{
            key: worded(getattr(level, key))
            for key in (
                "us", "whose", "area", "budget", "government", "reports_to", "procedures_to",
                "above", "all_units",
            )
        },
    }  # fmt: skip


def _units(keys: OwnerKeys) -> dict[str, str]:
    owner = Agency.model_validate(keys)
    found: dict[str, str] = {}
    for role, unit in owner.of_level.units._asdict().items():
        name = owner.worded(unit.name)
        found |= {
            role: name, f"{role}_id": unit.id, f"{role}_head": owner.worded(unit.head),
            f"{role}_initials": initials(name),
        }  # fmt: skip
    return found

"""Last year's plan for `cchc new --from`: found, carried forward, given the names asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cchc.edit.carry_forward import carry_forward, summary
from cchc.edit.new_plan import commune_of, province_of
from cchc.edit.plan_text import plan_text
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.model.plan import Plan
from cchc.read.load import broken, load
from cchc.read.source import Source
from cchc.read.tree import parse
from cchc.read.workspace import choose

Told = tuple[Message, tuple[str, ...]]
"""Something that was done, and its lines."""

_REMARK = re.compile(r"^\s*#(?! yaml-language-server)", re.MULTILINE)


def carried_text(
    last_year: str, given: Mapping[str, Any], level: str | None, schema: str, cwd: Path
) -> tuple[str, list[Told]]:
    """Return the text of the new plan, and what was done.

    Args:
        last_year: the plan as it was asked for.
        given: `--kind`, `--commune`, `--province` and `--year`, each None unless asked for.
        level: `--level`, likewise.
        schema: the address behind `$schema=`.
        cwd: the folder one stands in.

    Raises:
        UserError: there is no such plan, it has errors, or what is asked contradicts it.
    """
    source, plan = _one_plan(last_year, cwd)
    if given["--kind"] not in (None, plan.kind):
        raise UserError(
            say("{id} is a plan of kind {kind}", id=source.id, kind=plan.kind),
            say("leave --kind out, or begin without --from"),
        )
    data: Any = parse(source.text).data
    carried = carry_forward(data, source.id, given["--year"] or plan.year + 1)
    commune = carried.data["commune"]
    if given["--commune"]:
        commune["level"], commune["name"] = commune_of(given["--commune"], level)
    elif level:
        commune["level"] = commune_of(plan.commune.name, level)[0]
    if given["--province"]:
        commune["province"] = province_of(given["--province"])
    text = plan_text(carried.data, carried.comments, schema=schema)
    done = list(summary(carried, int(carried.data["year"])))
    done += _besides(source, plan.commune.name, commune["name"], text)
    return text, done


def _besides(source: Source, former: str, name: str, text: str) -> list[Told]:
    told: list[Told] = []
    if remarks := len(_REMARK.findall(source.text)):
        gone = say(
            "left out: {count} lines of comments, and what they allow in “cchc validate”",
            count=remarks,
        )
        told.append((gone, ()))
    if name != former and (places := text.count(former)):
        still = say("check: “{name}” still stands in {count} places", name=former, count=places)
        told.append((still, ()))
    return told


def _one_plan(wanted: str, cwd: Path) -> tuple[Source, Plan]:
    paths = choose([wanted], cwd)
    if len(paths) > 1:
        raise UserError(
            say("--from: {folder} is a folder", folder=wanted), say("name one plan in it")
        )
    source = load(paths[0])
    if source.plan is None:
        raise broken(source)
    return source, source.plan

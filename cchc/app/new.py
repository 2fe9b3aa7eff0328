"""A new plan: begun with the parts of its kind, or last year's carried forward."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cchc.app.out_file import check_place
from cchc.edit.begin.carry_forward import carry_forward, summary
from cchc.edit.begin.new_plan import checked_id, new_text
from cchc.edit.begin.owner import key_of, missing_of, owner_of, province_of
from cchc.edit.files.write import STDOUT, write_bytes
from cchc.edit.yaml.plan_text import plan_text, schema_address
from cchc.errors import UserError
from cchc.messages import Message, quoted, say
from cchc.read.folders import SUFFIXES, find_root, plan_id, shown_path
from cchc.read.load import read_source, required_plan
from cchc.read.records import records_in_file
from cchc.read.source import Source
from cchc.read.workspace import one_plan, plan_files
from cchc.read.yaml.tree import parse_yaml

DoneNote = tuple[Message, tuple[str, ...]]
"""Something that was done, and its lines."""

_REMARK = re.compile(r"^\s*#(?! yaml-language-server)", re.MULTILINE)


class NewPlan(NamedTuple):
    """A plan that was written."""

    path: Path
    """Its file, as one would name it from the current folder."""
    name: str
    """What other commands call it: its id, or its file where an id would not find it."""
    done: list[DoneNote]
    """What was done with last year's plan."""
    has_schema: bool
    """Whether the schema is there that editors read."""


def new_plan(
    plan: str, given: Mapping[str, Any], cwd: Path, *, level: str | None = None,
    last_year: str | None = None, output: Path | None = None, force: bool = False,
) -> NewPlan:  # fmt: skip
    """Write the file of a new plan.

    Args:
        plan: its id.
        given: `--kind`, `--commune`, `--province` and `--year`, each None unless asked for.
        cwd: the folder one stands in.
        level: the level of the commune (xã, phường, đặc khu), if asked for.
        last_year: the plan that is carried forward; None to begin with the parts of the kind.
        output: the folder or the file, if not plans/ID.yaml of the workspace; `-`: standard output.
        force: write over a file that is there.

    Raises:
        UserError: something is missing or contradicts last year's plan, or the id or the file is
            taken, or progress is recorded in the file.
    """
    root = find_root(cwd)
    to_stdout = output == STDOUT
    path = _place(checked_id(plan), None if to_stdout else output, root, cwd)
    was = None if to_stdout else _free(plan, path, root, cwd, force=force)
    schema = schema_address(path, root)
    done: list[DoneNote] = []
    if last_year is None:
        text = _begun(given, level, schema)
    else:
        text, done = carried_text(last_year, given, level, schema, cwd)
    required_plan(read_source(path, text))  # nothing is written that other commands could not read
    if to_stdout:
        write_bytes(STDOUT, text.encode())
        return NewPlan(STDOUT, plan, done, has_schema=True)
    write_bytes(path, text.encode(), was)
    name = plan if (root / "plans") in path.parents else str(shown_path(path, cwd))
    return NewPlan(shown_path(path, cwd), name, done, (path.parent / schema).exists())


def carried_text(
    last_year: str, given: Mapping[str, Any], level: str | None, schema: str, cwd: Path
) -> tuple[str, list[DoneNote]]:
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
    source, plan = one_plan(last_year, cwd)
    if given["--kind"] not in (None, plan.kind):
        raise UserError(
            say("{id} is a plan of kind {kind}", id=source.id, kind=plan.kind),
            say("leave --kind out, or begin without --from"),
        )
    data: Any = parse_yaml(source.text).data
    carried = carry_forward(data, source.id, given["--year"] or plan.year + 1)
    key = plan.owner_key
    owner = dict(carried.data[key])
    if given["--commune"]:
        new = owner_of(given["--commune"], level, None)
        owner = {**({"province": plan.owner.home} if key_of(new) == "commune" else {}), **new}
    elif level:
        owner["level"] = owner_of(plan.owner.name, level, None)["level"]
    if given["--province"]:
        owner["province"] = province_of(given["--province"])
    _must_lie_somewhere(owner)
    carried.data[key] = owner
    if key_of(owner) != key and (key == "commune" or given["--commune"]):
        raise UserError(
            say("{id} is a plan of {name}", id=source.id, name=plan.owner.full_name),
            say("begin a plan of another level without --from"),
        )
    text = plan_text(carried.data, carried.comments, schema=schema)
    done = list(summary(carried, int(carried.data["year"])))
    done += _besides(source, plan.owner.name, owner["name"], text)
    return text, done


def _place(plan: str, output: Path | None, root: Path, cwd: Path) -> Path:
    if output is None:
        return root / "plans" / f"{plan}.yaml"
    check_place(output, "yaml")
    if output.suffix not in SUFFIXES:
        return cwd / output / f"{plan}.yaml"
    if output.stem != plan:
        raise UserError(
            say("the file is named after the id: “{id}” cannot be in {path}",
                id=plan, path=output.name),
            say("write -o {path}", path=quoted(output.with_stem(plan))),
        )  # fmt: skip
    return cwd / output


def _free(plan: str, path: Path, root: Path, cwd: Path, *, force: bool) -> bytes | None:
    """Return what is in the file `path` that may be written over; None: there is none."""
    same = [file for file in plan_files(root / "plans") if plan_id(file) == plan]
    other = next((file for file in same if file.resolve() != path.resolve()), None)
    if other:
        raise UserError(
            say("there is a plan “{id}” already: {path}", id=plan, path=shown_path(other, cwd)),
            say("choose another id"),
        )
    if path.exists() and not force:
        raise UserError(
            say("{path} is there already; nothing was written", path=shown_path(path, cwd)),
            say("choose another id, or write over it with --force"),
        )
    was = path.read_bytes() if path.is_file() else None
    if was is not None and (count := records_in_file(path, was)):
        raise UserError(
            say("{path} holds {count} records of progress, which --force would lose",
                path=shown_path(path, cwd), count=count),
            say("choose another id, or delete the file first if the records are not needed"),
        )  # fmt: skip
    return was


def _begun(given: Mapping[str, Any], level: str | None, schema: str) -> str:
    missing = [option for option, value in given.items() if value is None]
    if [one for one in missing if one != "--province"]:
        raise _missing(missing)
    owner = owner_of(given["--commune"], level, given["--province"])
    if key_of(owner) == "commune" and "province" not in owner:
        raise _missing(["--province"])
    _must_lie_somewhere(owner)
    return new_text(given["--kind"], owner, given["--year"], schema)


def _missing(options: list[str]) -> UserError:
    return UserError(
        say("{name} is missing", name=", ".join(options)),
        say("a new plan needs them; with --from PLAN they come from last year's plan"),
    )


def _must_lie_somewhere(owner: Mapping[str, str]) -> None:
    if told := missing_of(dict(owner)):
        raise told


def _besides(source: Source, former: str, name: str, text: str) -> list[DoneNote]:
    notes: list[DoneNote] = []
    if remarks := len(_REMARK.findall(source.text)):
        gone = say(
            "left out: {count} lines of comments, and what they allow in “cchc validate”",
            count=remarks,
        )
        notes.append((gone, ()))
    if name != former and (places := text.count(former)):
        still = say("check: “{name}” still occurs in {count} places", name=former, count=places)
        notes.append((still, ()))
    return notes

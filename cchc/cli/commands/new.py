"""`cchc new`: a new plan with the headings of its kind, or carried forward from last year's."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cchc.cli.options import choices
from cchc.errors import UserError
from cchc.messages import _, say
from cchc.model.plan_kinds import KINDS

if TYPE_CHECKING:
    from cchc.app.new import Told

GROUP = "draft"
HELP = say(
    "Begin a new plan: plans/ID.yaml, with the parts of its kind and places to fill in.\n\n"
    "With --from, last year's plan is carried forward: units, areas, text and tasks are kept, the "
    "plan's own year moves in titles, texts and deadlines; number, dates and progress are left "
    "out. Documents cited stay as they are and are listed to be checked; tasks that do not come "
    "again by themselves get a remark. What was done is listed.\n\n"
    "Examples:\n\n"
    '  cchc new phu-thinh-2027 --kind cchc --commune "xã Phú Thịnh" --province "tỉnh Thái Nguyên" '
    "--year 2027\n\n"
    "  cchc new phu-thinh-2027 --from phu-thinh-2026"
)


if TYPE_CHECKING:
    NewKind = StrEnum
else:
    NewKind = choices("NewKind", KINDS)


def command(
    plan: Annotated[str, typer.Argument(metavar="ID", help=_("The id: the name of the file."))],
    kind: Annotated[
        NewKind | None,
        typer.Option(
            "--kind",
            help="; ".join(f"{key}: {kind.called}" for key, kind in KINDS.items()) + ".",
        ),
    ] = None,
    commune: Annotated[
        str | None, typer.Option("--commune", help=_('The commune: "xã Phú Thịnh".'))
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", help=_("xã (default), phường or đặc khu."))
    ] = None,
    province: Annotated[
        str | None, typer.Option("--province", help=_('The province: "tỉnh Thái Nguyên".'))
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", min=2000, max=2100,
            help=_("The year of the plan (with --from: the year after, unless given)."),
        ),
    ] = None,
    last_year: Annotated[
        str | None,
        typer.Option("--from", metavar="PLAN", help=_("Last year's plan: its id or its file.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("The folder or the file, if not plans/ID.yaml.")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Write over the file if it is there."))
    ] = False,
) -> int:  # fmt: skip
    from cchc.edit.new_plan import checked_id
    from cchc.edit.plan_text import schema_address
    from cchc.edit.write import NOW, write_bytes
    from cchc.read.layout import find_root, shown

    cwd = Path.cwd()
    root = find_root(cwd)
    path = _place(checked_id(plan), output, root, cwd)
    _free(plan, path, root, cwd, force=force)
    schema = schema_address(path, root)
    given = {"--kind": kind, "--commune": commune, "--province": province, "--year": year}
    done: list[Told] = []
    if last_year is None:
        text = _begun(given, level, schema)
    else:
        from cchc.app.new import carried_text

        text, done = carried_text(last_year, given, level, schema, cwd)
    _must_be_sound(path, text)
    write_bytes(path, text.encode(), NOW if force else None)
    name = plan if (root / "plans") in path.parents else str(shown(path, cwd))
    _report(done, name, shown(path, cwd), schema_file=path.parent / schema)
    return 0


def _place(plan: str, output: Path | None, root: Path, cwd: Path) -> Path:
    from cchc.read.layout import SUFFIXES

    if output is None:
        return root / "plans" / f"{plan}.yaml"
    if output.suffix not in SUFFIXES:
        return cwd / output / f"{plan}.yaml"
    if output.stem != plan:
        raise UserError(
            say("the id is the name of the file: “{id}” cannot lie in {path}",
                id=plan, path=output.name),
            say("write -o {path}", path=output.with_stem(plan)),
        )  # fmt: skip
    return cwd / output


def _free(plan: str, path: Path, root: Path, cwd: Path, *, force: bool) -> None:
    from cchc.read.layout import plan_id, shown
    from cchc.read.workspace import plan_files

    same = [file for file in plan_files(root / "plans") if plan_id(file) == plan]
    other = next((file for file in same if file.resolve() != path.resolve()), None)
    if other:
        raise UserError(
            say("there is a plan “{id}” already: {path}", id=plan, path=shown(other, cwd)),
            say("choose another id"),
        )
    if path.exists() and not force:
        raise UserError(
            say("{path} is there already; nothing was written", path=shown(path, cwd)),
            say("choose another id, or write over it with --force"),
        )


def _begun(given: dict[str, Any], level: str | None, schema: str) -> str:
    from cchc.edit.new_plan import Beginning, commune_of, new_text, province_of

    if missing := [option for option, value in given.items() if value is None]:
        raise UserError(
            say("{name} is missing", name=", ".join(missing)),
            say("a new plan needs them; with --from PLAN they come from last year's plan"),
        )
    known, name = commune_of(given["--commune"], level)
    start = Beginning(
        given["--kind"].value, known, name, province_of(given["--province"]), given["--year"]
    )
    return new_text(start, schema)


def _must_be_sound(path: Path, text: str) -> None:
    """Refuse to write what the other commands could not read."""
    from cchc.read.load import broken, read_source

    source = read_source(path, text)
    if source.plan is None:
        raise broken(source)


def _report(done: list[Told], plan: str, path: Path, *, schema_file: Path) -> None:
    lines = []
    for heading, details in done:
        lines += [str(heading), *(f"  {line}" for line in details)]
    look = say("open {path} and search for “ĐIỀN” and “KIỂM TRA”", path=path)
    lines += [
        str(say("written: {path}", path=path)),
        str(say("Next:")),
        f"  1. {look}",
        f"  2. cchc validate {plan}",
        f"  3. cchc render {plan}",
    ]
    if not schema_file.exists():
        hint = say("“cchc init” adds the schema with which editors explain every key")
        lines.append(f"  {hint}")
    for line in lines:
        typer.echo(line, err=True)

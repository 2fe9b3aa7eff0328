"""`cchc merge`: two versions of a plan, merged by ids; git calls it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.output import tell
from cchc.messages import _, say

GROUP = "exchange"
HELP = say(
    "Merge two versions of one plan, entry by entry.\n\n"
    "Two branches that each add a task, or change other fields of one task, merge without a conflict. A "
    "real one is marked at its field, and “cchc validate” says where. The result goes to OURS, as git "
    "wants of a merge driver; exit code 1 when there are conflicts. “cchc init --merge-driver” makes git "
    "in this clone use it; the merge button of a server does not.\n\n"
    "Examples:\n\n"
    "  cchc merge base.yaml ours.yaml theirs.yaml -o -\n\n"
    "  git merge nhanh-phong-kinh-te"
)


def command(
    base: Annotated[
        Path, typer.Argument(metavar="BASE", help=_("The common ancestor of both versions."))
    ],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help=_("Our version."))],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help=_("Their version."))],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("The file to write in place of OURS; - prints.")),
    ] = None,
    path: Annotated[
        str | None, typer.Option("--path", help=_("The name of the plan in messages."))
    ] = None,
) -> int:
    from cchc.app.merge import merge_files, takes_result
    from cchc.app.out_file import refuse_plan
    from cchc.cli.output import deliver

    found = merge_files(base, ours, theirs)
    if output is None:
        found.write()
    else:
        if not takes_result(output, (base, ours, theirs)):
            refuse_plan(output)
        deliver(found.text, output, "yaml")
    name = path or str(output or ours)
    if not found.by_entries:
        told = say("{path}: one version is no YAML; merged line by line", path=name)
        tell(f"cchc: {told}")
    for line in found.conflicts:
        told = say("{path}:{line}: both versions changed this; choose one", path=name, line=line)
        tell(f"cchc: {told}")
    return int(bool(found.conflicts))

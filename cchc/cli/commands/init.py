"""`cchc init`: a folder to work in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.output import tell
from cchc.errors import UserError
from cchc.messages import _, one_line, quoted, say

GROUP = "set up"
HELP = say(
    "Set up a folder for plans: plans/, cchc.toml, the schema and settings for editors, checks "
    "before each commit and in pull requests.\n\n"
    "Existing files are kept. Run it again after updating cchc to renew the schema. Templates "
    "are not copied; to change one, use “cchc template copy”.\n\n"
    "Examples:\n\n"
    "  cchc init\n\n"
    "  cchc init ke-hoach-cchc"
)
_FATES = {
    "written": say("written"),
    "renewed": say("renewed"),
    "kept": say("kept as it is"),
}


def command(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR", help=_("The folder, created if needed (default: the current one).")
        ),
    ] = None,
    merge_driver: Annotated[
        bool,
        typer.Option(
            "--merge-driver", help=_("Also let git in this clone merge plans with “cchc merge”.")
        ),
    ] = False,
) -> int:
    from cchc.app.merge import set_driver
    from cchc.app.new_workspace import set_up

    where = folder or Path()
    made = list(set_up(where))  # all of it before a word: whoever reads may leave after the first
    set_here = merge_driver and set_driver(where)
    tell(*(f"{one_line(where / placed.path)}: {_FATES[placed.fate]}" for placed in made))
    asks = any(placed.asks for placed in made)
    steps: list[object] = [f"cd {quoted(folder)}"] if folder and folder != Path() else []
    steps += [
        'cchc import "KH CCHC 2026.docx"',
        'cchc new phu-thinh-2027 --kind cchc --commune "xã Phú Thịnh" '
        '--province "tỉnh Thái Nguyên" --year 2027',
        say("“cchc new --help” explains how to begin from last year's plan"),
    ]
    if asks:
        steps.append(
            say("for checks in pull requests: put the source of cchc in place of OWNER in "
                ".github/workflows/cchc.yml or .gitlab-ci.yml; delete the one not used")
        )  # fmt: skip
    if merge_driver and not set_here:
        raise UserError(
            say("{folder} is no git repository: no merge driver was set", folder=where),
            say("run “git init” there, then “cchc init --merge-driver” again"),
        )
    if not merge_driver:
        steps.append(
            say("“cchc init --merge-driver”: git merges branches of one plan by its tasks")
        )
    tell(say("Next:"))
    for number, step in enumerate(steps, start=1):
        tell(f"  {number}. {one_line(str(step))}")
    return 0

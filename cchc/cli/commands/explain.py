"""`cchc explain`: what a code means, why it matters, and how it looks done right."""

from __future__ import annotations

from typing import Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

HELP = say(
    "Explain a code of `cchc validate`: what is wrong, why it matters, where the rule comes from, "
    "and an example of each kind.\n\n"
    "Examples:\n\n"
    "  cchc explain D003\n\n"
    "  cchc explain vague-deadline\n\n"
    "  cchc explain --list"
)


def command(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help=_("A code or its name."))
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help=_("List every code."))] = False,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the answer."))
    ] = Format.TEXT,
) -> int:
    from difflib import get_close_matches

    from cchc.outputs import explain as written
    from cchc.rules._catalogue import catalogue, code_of

    if listing == (code is not None):
        raise UserError(
            say("name one code, or use --list"), say("for example: cchc explain vague-deadline")
        )
    if code is None:
        written.write_list(list(catalogue().values()), as_json=form is Format.JSON)
        return 0
    found = code_of(code)
    if found is None:
        names = [name for entry in catalogue().values() for name in (entry.code, entry.name)]
        near = get_close_matches(code, names, n=1)
        raise UserError(
            say("there is no code or name “{code}”", code=code),
            say("did you mean “{near}”?", near=near[0])
            if near
            else say("“cchc explain --list” shows the codes"),
        )
    written.write(catalogue()[found], as_json=form is Format.JSON)
    return 0

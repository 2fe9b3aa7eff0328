"""`cchc explain`: what a code means, why it matters, and how it looks done right."""

from __future__ import annotations

from typing import Annotated

import typer

from cchc.cli.options import AnswerFormat, Format
from cchc.errors import UserError
from cchc.messages import _, say

GROUP = "check"
HELP = say(
    "Explain a code of `cchc validate` or `cchc check-docx`: what is wrong, why it matters, where the rule comes from, "
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
    form: AnswerFormat = Format.TEXT,
) -> int:
    from cchc.app.explain import all_codes, explain
    from cchc.outputs import explain as page

    if listing and code is not None:
        raise UserError(
            say("name one code, or use --list"), say("for example: cchc explain vague-deadline")
        )
    if code is None:
        page.write_list(list(all_codes().values()), as_json=form is Format.JSON)
    else:
        page.write(explain(code), as_json=form is Format.JSON)
    return 0

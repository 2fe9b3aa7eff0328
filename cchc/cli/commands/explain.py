"""`cchc explain`: what a code means, why it matters, and how it looks done right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.rules._catalogue import Entry

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
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the answer."))
    ] = Format.TEXT,
) -> int:
    from difflib import get_close_matches

    from cchc.outputs import explain as written
    from cchc.rules._catalogue import catalogue, code_of

    if listing and code is not None:
        raise UserError(
            say("name one code, or use --list"), say("for example: cchc explain vague-deadline")
        )
    known = {**catalogue(), **_of_documents()}
    if code is None:
        written.write_list(list(known.values()), as_json=form is Format.JSON)
        return 0
    wanted = code.strip()
    found = code_of(wanted) or next(
        (
            one.code
            for one in known.values()
            if wanted.upper() == one.code or wanted.lower() == one.name
        ),
        None,
    )
    if found is None:
        names = [name for entry in known.values() for name in (entry.code, entry.name)]
        near = get_close_matches(code, names, n=1)
        raise UserError(
            say("there is no code or name “{code}”", code=code),
            say("did you mean “{near}”?", near=near[0])
            if near
            else say("“cchc explain --list” shows the codes"),
        )
    written.write(known[found], as_json=form is Format.JSON)
    return 0


def _of_documents() -> dict[str, Entry]:
    """Return the codes of `cchc check-docx`."""
    from cchc.document.check import all_faults
    from cchc.rules._catalogue import Entry

    return {
        fault.code: Entry(fault.code, fault.name, fault.severity, about, None, fault.source)
        for fault, about in all_faults()
    }

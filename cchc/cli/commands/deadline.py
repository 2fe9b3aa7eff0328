"""`cchc deadline`: what a deadline phrase means."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from cchc.cli.options import AnswerFormat, Format, date_option
from cchc.messages import _, say

GROUP = "draft"
HELP = say(
    "Explain a deadline phrase: its dates, their days of the week, and how it was read.\n\n"
    "Exit code 1 when the phrase cannot be understood.\n\n"
    "Examples:\n\n"
    '  cchc deadline "Trước 30/11/2026" --year 2026\n\n'
    '  cchc deadline "Định kỳ hàng quý, năm" --year 2026'
)


def command(
    phrase: Annotated[str, typer.Argument(help=_("The phrase as a plan prints it."))],
    year: Annotated[
        int | None,
        typer.Option(
            "--year", min=2000, max=2100, help=_("The year of the plan; default: this year.")
        ),
    ] = None,
    issued: Annotated[
        str | None,
        typer.Option(
            "--issued",
            help=_("The day on which the plan was issued; recurring work begins with it."),
        ),
    ] = None,
    inclusive: Annotated[
        bool, typer.Option("--inclusive", help=_("Include the day named after “trước”."))
    ] = False,
    form: AnswerFormat = Format.TEXT,
) -> int:
    from cchc.language.deadline import DeadlineError, described, read_deadline
    from cchc.outputs import json
    from cchc.views.deadlines import from_day

    found, told = None, []
    day = date_option(issued, "--issued")
    try:
        found = read_deadline(
            phrase,
            year=year or date.today().year,
            issued=day,
            before="inclusive" if inclusive else "exclusive",
        )
        found = from_day(found, day) if day else found
        told = [str(note.message) for note in found.notes]
    except DeadlineError as error:
        told = [str(one) for one in (error.message, error.hint) if one]
    if form is Format.JSON:
        content = {
            "phrase": phrase, "deadline_kind": found and found.kind,
            "due": [day.isoformat() for day in found.due] if found else [],
            "vague": bool(found and found.vague), "notes": told,
        }  # fmt: skip
        json.write("deadline", content)
    else:
        lines = map(str, described(found)) if found else ("\n  ".join(told),)
        for line in lines:
            typer.echo(line)
    return int(found is None)

"""`cchc brief`: one page for a meeting, or a few lines for a chat."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cchc.cli import options
from cchc.cli.options import Format, today_or
from cchc.errors import UserError
from cchc.messages import _, say

GROUP = "print"
HELP = say(
    "Print one page for the Monday meeting or the end of a month.\n\n"
    "Totals with bars, what is late by unit and by leader, what is due by the end of the month, "
    "who has recorded nothing, and the figures of last month's end, read from git. It is one A4 page "
    "whatever the size of the plan.\n\n"
    "Examples:\n\n"
    "  cchc brief nam-dan\n\n"
    "  cchc brief nam-dan --pdf --open\n\n"
    "  cchc brief nam-dan --format chat"
)

FOLDER = "giao-ban"
"""The folder in out/ that pages go to."""


def command(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help=_("A plan id or file."))],
    docx: options.Docx = False,
    pdf: options.Pdf = False,
    text: options.AsText = False,
    output: options.PaperOutput = None,
    force: options.PaperForce = False,
    show: options.Open = False,
    today: options.Today = None,
    form: Annotated[
        Literal["text", "json", "chat"],
        typer.Option(
            "--format",
            help=_("text, json: the files are listed; chat: ten lines to paste into a chat."),
        ),
    ] = "text",
) -> int:
    from cchc.app.brief import chat_brief, load_brief, print_brief

    loaded = load_brief(plan, today_or(today), Path.cwd())
    if form == "chat":
        from cchc.cli.output import deliver

        if docx or pdf or text or show:
            raise UserError(
                say("--format chat writes lines, no paper"),
                say("leave --docx, --pdf, --text and --open out"),
            )
        deliver(chat_brief(loaded), output, "text")
        return 0
    from cchc.app.paper_paths import formats_of
    from cchc.cli.papers import PaperOptions, write_papers

    formats = formats_of(docx=docx, pdf=pdf, text=text)
    listed = Format(form)
    return write_papers(
        [print_brief(loaded, Path.cwd())], 1,
        PaperOptions(formats, FOLDER, output, force, show, listed),
    )  # fmt: skip

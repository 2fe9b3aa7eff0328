"""`cchc report`: the periodic report on a plan, with the numbers worked out and the words kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cchc.cli import options
from cchc.cli.options import Format, today_or
from cchc.cli.output import tell
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.app.report import PeriodicReport

GROUP = "print"
HELP = say(
    "Print the report on administrative reform for a period.\n\n"
    "Counts and rates come from the progress recorded in the plan, as “cchc status --today” "
    "gives them for the last day of the period (or for today, while the period runs). The "
    "office's own words go into reports/PLAN-PERIOD.md: --words writes that file with a "
    "heading for each part, and printing again never loses them.\n\n"
    "Examples:\n\n"
    "  cchc report nam-dan --period Q1\n\n"
    "  cchc report nam-dan --period H1 --words\n\n"
    "  cchc report nam-dan --period Y --today 2026-12-14 --pdf"
)


FOLDER = "bao-cao"
"""The folder in out/ that reports go to."""


def command(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help=_("A plan id or file."))],
    period: Annotated[
        Literal["Q1", "H1", "Q3", "9M", "Y"],
        typer.Option(
            "--period",
            case_sensitive=False,
            help=_("Q1: quý I; H1: 6 tháng; Q3: quý III; 9M: 9 tháng; Y: năm."),
        ),
    ],
    words: Annotated[
        bool,
        typer.Option("--words", help=_("Write the file for the office's own words, and stop.")),
    ] = False,
    docx: options.Docx = False,
    pdf: options.Pdf = False,
    text: options.AsText = False,
    signer: Annotated[
        str | None, typer.Option("--signer", help=_("Who signs, in place of the plan's signer."))
    ] = None,
    output: options.PaperOutput = None,
    force: options.PaperForce = False,
    show: options.Open = False,
    today: options.Today = None,
    form: options.FilesFormat = Format.TEXT,
) -> int:
    from cchc.app.paper_paths import formats_of
    from cchc.app.report import print_report, start_words
    from cchc.cli.papers import PaperOptions, write_papers

    now = today_or(today)
    if words:
        typer.echo(start_words(plan, period, Path.cwd()).as_posix())
        return 0
    report = print_report(plan, period, now, Path.cwd(), signer)
    _tell_what_is_missing(report)
    formats = formats_of(docx=docx, pdf=pdf, text=text)
    return write_papers(
        [report.rendered], 1, PaperOptions(formats, FOLDER, output, force, show, form)
    )


def _tell_what_is_missing(report: PeriodicReport) -> None:
    lines = []
    if report.numbers.nothing_recorded:
        lines.append(
            say("no result is recorded by {day}: the report says so and gives no shares; “cchc "
                "progress” records results", day=f"{report.numbers.as_of:%d/%m/%Y}")
        )  # fmt: skip
    if report.missing:
        lines.append(
            say("the office's own words are missing for: {places}; write them in {path} (“--words” "
                "starts the file)", places="; ".join(report.missing), path=report.words.as_posix())
        )  # fmt: skip
    if report.unsigned:
        lines.append(
            say("nobody is named who signs, so the name is blank; name the signer: --signer "
                "“Nguyễn Văn An”")
        )  # fmt: skip
    tell(*lines)

"""`cchc report`: the periodic report on a plan, with the numbers worked out and the words kept."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format, today_or
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.views.report import Report

HELP = say(
    "Print the report on administrative reform for a period.\n\n"
    "Counts and shares come from what is recorded in the plan, the same as “cchc status --today” "
    "on the last day of the period (or on today, while the period runs). The office's own words "
    "stand in reports/PLAN-PERIOD.md: --words writes that file with a place for each heading, and "
    "printing again never loses them.\n\n"
    "Examples:\n\n"
    "  cchc report nam-dan --period Q1\n\n"
    "  cchc report nam-dan --period H1 --words\n\n"
    "  cchc report nam-dan --period Y --today 2026-12-14 --pdf"
)


class PeriodName(StrEnum):
    """The periods that are reported on."""

    Q1 = "Q1"
    H1 = "H1"
    Q3 = "Q3"
    M9 = "9M"
    Y = "Y"


def command(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help=_("A plan id or file."))],
    period: Annotated[
        PeriodName,
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
    docx: Annotated[bool, typer.Option("--docx", help=_("A Word document; the default."))] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help=_("A PDF, through LibreOffice."))] = False,
    text: Annotated[bool, typer.Option("--text", help=_("The words as plain text."))] = False,
    signer: Annotated[
        str | None, typer.Option("--signer", help=_("Who signs, in place of the plan's signer."))
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help=_("The file or folder to write."))
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Write even over a file that was changed by hand."))
    ] = False,
    show: Annotated[bool, typer.Option("--open", help=_("Open what was written."))] = False,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help=_("Answer as if today were this day.")),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to list the files written."))
    ] = Format.TEXT,
) -> int:
    from cchc.cli.rendering import Job, formats_of, write_papers
    from cchc.document.papers.report import TEMPLATE, report_paper
    from cchc.document.report_parts import missing
    from cchc.document.report_words import PLACES
    from cchc.read.layout import find_root, shown
    from cchc.read.prose import prose_path, read_prose
    from cchc.read.workspace import load_plans

    now = today_or(today)
    (source,) = load_plans([plan], Path.cwd())
    assert source.plan is not None  # load_plans gives sources with plans only
    root = find_root(Path.cwd())
    place = prose_path(root, source.id, period.value)
    if words:
        return _start_words(place, source.id, period)
    found = _report(source.id, source.plan, period, now)
    prose = read_prose(place, PLACES)
    _tell(found, shown(place, Path.cwd()), missing(prose))
    paper = report_paper(found, source.plan, prose, signer)
    return write_papers(
        [Job(source.id, f"{source.id}-{period.value.lower()}", TEMPLATE, paper)],
        formats_of(docx=docx, pdf=pdf, text=text),
        folder="bao-cao",
        output=output,
        force=force,
        show=show,
        form=form,
    )


def _report(plan_id: str, plan: Plan, period: PeriodName, today: date) -> Report:
    from cchc.views.report import bounds, report

    first, last = bounds(period.value, plan.year)
    if today < first:
        raise UserError(
            say("the period begins on {day}, after today", day=f"{first:%d/%m/%Y}"),
            say("choose an earlier period, or give the day with --today"),
        )
    return report(plan_id, plan, period.value, min(today, last))


def _start_words(place: Path, plan_id: str, period: PeriodName) -> int:
    from cchc.document.report_words import skeleton
    from cchc.edit.write import write_bytes
    from cchc.read.layout import shown

    path = shown(place, Path.cwd())
    if place.exists():
        raise UserError(
            say("{path} is there already", path=path), say("open it and write your words there")
        )
    write_bytes(place, skeleton(plan_id, period.value).encode(), was=None)
    typer.echo(path.as_posix())
    return 0


def _tell(found: Report, place: Path, missing: list[str]) -> None:
    """Say on standard error what the report lacks."""
    from cchc.document.report_words import PLACES

    lines = []
    if found.nothing_recorded:
        lines.append(
            say("no result is recorded by {day}: the report says so and gives no shares; “cchc "
                "progress” records results", day=f"{found.as_of:%d/%m/%Y}")
        )  # fmt: skip
    if missing:
        lines.append(
            say("the office's own words are missing for: {places}; write them in {path} (“--words” "
                "starts the file)", places="; ".join(PLACES[key] for key in missing), path=place.as_posix())
        )  # fmt: skip
    for line in lines:
        typer.echo(str(line), err=True)

"""Options that several commands share, how their words become values, and the formats of an answer."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from cchc.cli.parser import WordChoice
from cchc.discover import module as module_of
from cchc.discover import names
from cchc.errors import UserError
from cchc.messages import Message, _, say


class Format(StrEnum):
    """How an answer is written that is no table of rows."""

    TEXT = "text"
    JSON = "json"


# Which plans
PlanNames = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PLAN]...", help=_("Plan ids, files or folders; none: all plans.")),
]
AlsoPlans = Annotated[
    list[str] | None,
    typer.Option("--plan", metavar="PLAN", help=_("The same as PLAN; may be repeated.")),
]

# Which days
Leader = Annotated[
    str | None,
    typer.Option(
        "--leader",
        help=_("Only what this leader is in charge of: part of the name, accents may be left out."),
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help=_("Answer as if today were this day.")),
]
Quarter = Annotated[
    int | None, typer.Option("--quarter", min=1, max=4, help=_("A quarter, 1 to 4."))
]
Month = Annotated[int | None, typer.Option("--month", min=1, max=12, help=_("A month, 1 to 12."))]
Year = Annotated[
    int | None,
    typer.Option(
        "--year", min=2000, max=2100,
        help=_("The year of --quarter and --month (default: that of the plans); alone: the "
               "whole year."),
    ),
]  # fmt: skip
FirstDay = Annotated[str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))]
LastDay = Annotated[str | None, typer.Option("--to", metavar="DATE", help=_("The last day."))]
Within = Annotated[
    int | None,
    typer.Option("--within", min=0, max=3660, metavar="DAYS", help=_("This many days from today.")),
]

# How the answer is written
AnswerFormat = Annotated[Format, typer.Option("--format", help=_("How to write the answer."))]
FilesFormat = Annotated[Format, typer.Option("--format", help=_("How to list the files written."))]
FindingsFormat = Annotated[Format, typer.Option("--format", help=_("How to write the findings."))]
Output = Annotated[Path | None, typer.Option("-o", "--output", help=_("The file to write."))]
Every = Annotated[bool, typer.Option("--every", help=_("Show every repetition in full."))]

# Papers
Docx = Annotated[bool, typer.Option("--docx", help=_("Write a Word document; the default."))]
Pdf = Annotated[bool, typer.Option("--pdf", help=_("Write a PDF, through LibreOffice."))]
AsText = Annotated[bool, typer.Option("--text", help=_("Write plain text."))]
PaperOutput = Annotated[
    Path | None, typer.Option("-o", "--output", help=_("A file, or a folder for several papers."))
]
PaperForce = Annotated[
    bool, typer.Option("--force", help=_("Overwrite files even if they were changed by hand."))
]
ForSheet = Annotated[
    str | None,
    typer.Option(
        "--sheet", metavar="UNIT",
        help=_("The phiếu giao việc of this unit (id, name or alias, accents may be left out), "
               "or of “all” that have something to do."),
    ),
]  # fmt: skip
Amending = Annotated[
    str | None,
    typer.Option(
        "--amending", metavar="REV|FILE",
        help=_("The paper that amends the plan as issued there: what is adjusted, added, repealed."),
    ),
]  # fmt: skip
DecisionAlone = Annotated[
    bool, typer.Option("--decision", help=_("The Quyết định that issues the plan, alone."))
]
Apart = Annotated[
    bool,
    typer.Option(
        "--apart",
        help=_("Quyết định, plan and each appendix in files of their own, for digital signatures."),
    ),
]
Open = Annotated[
    bool, typer.Option("--open", help=_("Open what was written; of several files, the folder."))
]

# Comments in a copy of a Word file
Annotate = Annotated[
    bool,
    typer.Option(
        "--annotate",
        help=_(
            "Also write a copy of the Word file with the findings as comments: FILE-nhan-xet.docx."
        ),
    ),
]
AnnotateTo = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help=_("With --annotate: the file to write the copy to.")
    ),
]
AnnotateOver = Annotated[
    bool,
    typer.Option("--force", help=_("With --annotate: overwrite a file that cchc did not write.")),
]
AnnotateDay = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help=_("With --annotate: the date on the comments (default: today)."),
    ),
]

# How the work is done
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", min=0, max=256, metavar="N", help=_("Worker processes; 0: one for each core.")
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help=_("Do not use or store results of earlier runs."))
]


class ConflictingOptionsError(UserError):
    """Two options that cannot be used together."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(
            say("{one} and {two} cannot be used together", one=one, two=two), say("use one of them")
        )


ShowAll = Annotated[
    bool, typer.Option("--all", help=_("On a terminal: show a long answer in full, not a summary."))
]


def date_option(text: str | None, option: str) -> date | None:
    """Return the date that an option gives, written 2026-03-31 or 31/3/2026.

    Raises:
        UserError: it is no full date.
    """
    if text is None:
        return None
    from cchc.model.dates import PartialDate, why_no_date

    try:
        found = PartialDate.parse(text).full
    except ValueError:
        found = None
    if found is None:
        reason, hint = why_no_date(text)
        raise UserError(say("{name}: {reason}", name=option, reason=reason), hint)
    return found


def today_or(text: str | None) -> date:
    """Return the date of `--today`, or the clock's: the only place where it is read."""
    return date_option(text, "--today") or date.today()


def format_option(room: ModuleType, words: str) -> Any:
    """Return the option that names a format of `room`; `words` is its help."""
    return typer.Option("--format", help=words, click_type=WordChoice(format_names(room)))


def format_names(room: ModuleType) -> list[str]:
    """Return the names of the formats of `room`, text and JSON first."""
    return sorted(names(room), key=lambda name: (name != "text", name != "json", name))


def refuse_screen(module: ModuleType, output: Path | None, hint: Message) -> None:
    """Refuse to write on the screen what is for a file only.

    Raises:
        UserError: with `hint`, which says how to name a file.
    """
    if output is None and getattr(module, "FILE_ONLY", False):
        raise UserError(say("a workbook cannot be shown on the screen"), hint)


def heeding(room: ModuleType, option: str) -> list[str]:
    """Return the formats of `room` that heed an option of the command."""
    return [name for name in names(room) if heeds(module_of(room, name), option)]


def heeds(module: ModuleType, option: str) -> bool:
    """Tell whether a format heeds an option of the command."""
    return option in getattr(module, "OPTIONS", ())

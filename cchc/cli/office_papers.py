"""`cchc validate` on the Word, Excel and text files of offices."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.cli.options import Format
from cchc.cli.output import tell
from cchc.cli.unread import report_refused
from cchc.errors import UserError
from cchc.messages import quoted, say

if TYPE_CHECKING:
    from cchc.app.annotate import AnnotatedCopies
    from cchc.app.validate_papers import ValidatedPaper
    from cchc.rules._settings import Settings

SUFFIXES = (
    ".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".xlsx", ".xlsm", ".xls", ".ods", ".txt", ".md",
)  # fmt: skip
"""The papers of offices, known by their names: a plan file ends in .yaml."""
PLANS = (".yaml", ".yml")


def papers_among(names: Sequence[str]) -> list[Path]:
    """Return the papers among what a command was asked to look at.

    Raises:
        UserError: papers and plan files are asked for together.
    """
    papers = [Path(name) for name in names if name.lower().endswith(SUFFIXES)]
    if papers and len(papers) < len(names):
        raise UserError(
            say("plan files cannot be checked in one run with Word, Excel or text files"),
            say("check the Word, Excel and text files in a run of their own"),
        )
    for name in names:
        if not name.lower().endswith((*SUFFIXES, *PLANS)) and Path(name).is_file():
            raise UserError(
                say("“{path}” is neither a plan nor a file that cchc can read", path=name),
                say(
                    "plans end in .yaml or .yml; offices' files in .docx, .xlsx, .txt and the like"
                ),
            )
    return papers


def check_papers(
    papers: Sequence[Path], chosen: Settings, *, form: Format, every: bool, changes: bool,
    copies: AnnotatedCopies | None = None,
) -> int:  # fmt: skip
    """Check each paper, write what is wrong with it, and return the exit code.

    Args:
        papers: the files.
        chosen: which codes count, and how much.
        form: how to write the findings.
        every: show every repetition in full.
        changes: whether the run was asked to mend or to report in other formats too.
        copies: where copies go that have the findings as comments; None for no copies.

    Raises:
        UserError: the only file cannot be read or is no plan, or changes are asked for.
    """
    from cchc.app.validate_papers import validate_papers

    if changes:
        raise UserError(
            say("--fix, --diff, --report and --statistics need a plan file"),
            say("“cchc import {path}” turns it into one", path=quoted(papers[0])),
        )
    validated, refused = validate_papers(papers, chosen, Path.cwd())
    code = report_refused(refused)
    if not validated:
        return code
    tell(*(f"{one.path}: {note}" for one in validated for note in one.notes))
    _write(validated, form, every=every)
    if copies is not None:
        from cchc.app.annotate import remarks_of_plan
        from cchc.cli.annotate import write_copy

        for one in validated:
            write_copy(copies, one.path, remarks_of_plan(one.found))
    return code or int(any(one.fails for one in validated))


def _write(validated: Sequence[ValidatedPaper], form: Format, *, every: bool) -> None:
    from cchc.outputs import paper_findings

    found = [finding for one in validated for finding in one.found]
    content = paper_findings.content(found, len(validated))
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("diagnostics", content)
        return
    from cchc.outputs.diagnostics import closing
    from cchc.outputs.layout import is_rich

    typer.echo(paper_findings.text(found, every=every, rich=is_rich()), nl=False)
    typer.echo(str(closing(content["summary"])))
    for one in validated:
        tell(say("“cchc import {path}” turns it into a plan file", path=quoted(one.path)))

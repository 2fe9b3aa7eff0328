"""The findings of `cchc validate`: those that are new, in the form that was asked for, and in reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.cli.options import Format
from cchc.cli.output import deliver, tell
from cchc.cli.workflow_log import WorkflowLog
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.app.baseline import Baseline, Changed
    from cchc.app.validation import FindingCounts, Validation
    from cchc.outputs.reports import ReportRequest
    from cchc.rules._run import FileFindings
    from cchc.rules._settings import Settings


def write_findings(
    found: Iterable[FileFindings], files: Sequence[Path], counts: FindingCounts, form: Format, *,
    statistics: bool, every: bool, whole: bool,
) -> None:  # fmt: skip
    """Write what was found in `files`; `counts` is full when all of it has been asked for.

    `statistics`: only the numbers by code; `every`: each repetition; `whole`: also on a terminal.
    """
    if form is Format.JSON:
        from cchc.outputs import diagnostics, json

        told = [one for file in found for one in file.found]
        json.write("diagnostics", diagnostics.content(told, len(files)))
    elif statistics:
        from cchc.outputs import clarity, diagnostics
        from cchc.read.load import load

        told = [one for file in found for one in file.found]
        diagnostics.write_statistics(told, len(files))
        sources = (load(path) for path in files)
        clarity.write((source.id, source.plan) for source in sources if source.plan)
    else:
        from cchc.outputs.diagnostics import closing, diagnostic_lines
        from cchc.outputs.layout import is_rich

        rich = is_rich()
        passing = ((file.found, file.lines) for file in found)
        for piece in diagnostic_lines(passing, every=every, rich=rich, cut=rich and not whole):
            typer.echo(piece, nl=False)
        typer.echo(str(closing(counts.summary(len(files)))))


def reports_of(specs: Sequence[str], baseline: Path | None) -> Sequence[ReportRequest]:
    """Return the reports asked for, once it is sure that they and the baseline may be written.

    Raises:
        UserError: as `read_reports` and `check_place`.
    """
    from cchc.app.out_file import check_place
    from cchc.outputs.reports import read_reports

    reports = read_reports(specs)
    for one in reports:
        check_place(one.path, one.name)
    check_place(baseline, "json")
    return reports


def write_report_files(
    reports: Sequence[ReportRequest], found: Sequence[FileFindings], paths: Sequence[Path]
) -> None:
    """Write the reports beside the findings: for GitHub, SARIF, JUnit, JSON.

    GitHub also gets the summary of the job, where a workflow runs.
    """
    from cchc.app.validation import LazyTexts
    from cchc.outputs import reports as formats
    from cchc.read.folders import repository_of

    def write(text: str, report: ReportRequest) -> None:
        if report.path is None and text.startswith("::") and isinstance(sys.stdout, WorkflowLog):
            sys.stdout.orders(text)  # the report for GitHub is orders
        else:
            deliver(text, report.path, report.name)

    told = [one for file in found for one in file.found]
    place = Path.cwd().relative_to(repository_of(Path.cwd()))
    formats.write_reports(reports, told, LazyTexts(paths), write, place)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(one.name == "github" for one in reports):
        from cchc.outputs import github

        with Path(summary).open("a", encoding="utf-8", errors="replace") as file:
            file.write(github.summary(formats.from_top(told, place)))


def fix_and_tell(files: Sequence[Path], chosen: Settings, *, unsafe: bool, dry: bool) -> None:
    """Mend the files and say so on standard error; with `dry`, print the changes instead."""
    from cchc.app.fix import FixedFile, fix_files
    from cchc.cli.unread import report_unread

    mended = list(fix_files(files, chosen, unsafe=unsafe, dry=dry))
    for one in mended:  # all are written before a word: whoever reads may leave after the first
        if not isinstance(one, FixedFile):
            report_unread([one])
        elif dry:
            typer.echo(one.diff, nl=False)
        elif one.mended:
            message = say("{path}: mended {count}", path=one.path, count=one.mended)
            tell(message)


def counted_findings(
    runs: Sequence[Validation],
    counts: FindingCounts,
    changed_since: str | None,
    baseline: Path | None,
) -> Iterator[FileFindings]:
    """Yield the findings that count, and count them; what is left out is told on standard error."""
    known: Baseline | None = None
    if baseline:
        from cchc.app.baseline import Baseline  # seldom asked for, as the other

        known = Baseline(baseline)
    for run in runs:
        found: Iterable[FileFindings] = run.files()
        if changed_since:
            from cchc.app.baseline import Changed

            changed = Changed(run.root, changed_since, run.paths)
            found = changed.only(found)
            _tell(changed, changed_since)
        yield from counts.over(known.new(found) if known else found, run.settings)
    if known and known.known:
        told = say("known from {path}, not counted: {known}", path=baseline, known=known.known)
        tell(told)


def known_from_now_on(runs: Sequence[Validation], path: Path) -> int:
    """Write what is found now as the baseline `path`, and say so; return the exit code."""
    from cchc.app.baseline import baseline_text

    text, count = baseline_text((file for run in runs for file in run.files()), path)
    deliver(text, path, "json")
    tell(say("known from now on: {count}", count=count))
    return 0


def _tell(changed: Changed, revision: str) -> None:
    if changed.shared:
        told = say("changed since {revision}: {names}, by which all plans are judged",
                   revision=revision, names=", ".join(changed.shared))  # fmt: skip
    else:
        told = say("files changed since {revision}: {count}", revision=revision,
                   count=len(changed.files))  # fmt: skip
    tell(told)

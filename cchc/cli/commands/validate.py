"""`cchc validate`: the schema and every rule over plans, with the place of each finding."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import (
    Annotate,
    AnnotateDay,
    AnnotateOver,
    AnnotateTo,
    Every,
    FindingsFormat,
    Format,
    Jobs,
    NoCache,
    ShowAll,
)
from cchc.errors import UserError
from cchc.messages import _, one_line, say

if TYPE_CHECKING:
    from cchc.model.finding import Diagnostic, Severity
    from cchc.outputs.reports import Report
    from cchc.rules._settings import Settings
    from cchc.rules.together._run import FileFindings

GROUP = "check"
HELP = say(
    "Check plans against the schema and the rules.\n\n"
    "Exit code 1 if there is an error (or a finding of the --fail-on level), else 0. cchc.toml "
    "holds these settings for a whole workspace; the comment “# cchc: allow CODE - reason” "
    "allows one place. A plan in Word, Excel or text can be checked as it is: findings name "
    "paragraphs and cells, and --annotate writes them as comments into a copy of the Word "
    "file.\n\n"
    "Examples:\n\n"
    "  cchc validate plans/\n\n"
    "  cchc validate phu-thinh --every\n\n"
    "  cchc validate ke-hoach.docx --annotate\n\n"
    "  cchc validate plans/ --fix --diff\n\n"
    "  cchc validate plans/ --select C --fail-on warning\n\n"
    "  cchc validate plans/ --report github --report sarif=cchc.sarif"
)


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLAN|FILE]...",
            help=_("Plan ids, files or folders; none: every plan of the workspace."),
        ),
    ] = None,
    form: FindingsFormat = Format.TEXT,
    every: Every = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help=_("Only these codes, names or families (C); repeatable.")
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help=_("Not these codes, names or families; repeatable.")),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            help=_("Exit with 1 for findings of this level or worse: error, warning or info."),
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics", help=_("Instead, count the findings by code and score sáu rõ.")
        ),
    ] = False,
    report: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND[=FILE]",
            help=_("Also write a report: github, sarif, junit, json; repeatable."),
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help=_("Fix what is safe to fix, in the files."))
    ] = False,
    unsafe: Annotated[
        bool,
        typer.Option(
            "--unsafe", help=_("With --fix: also make fixes that may change the meaning.")
        ),
    ] = False,
    whole: ShowAll = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=_("With --fix: show the changes, write nothing."))
    ] = False,
    no_cache: NoCache = False,
    jobs: Jobs = 0,
    annotate: Annotate = False,
    output: AnnotateTo = None,
    force: AnnotateOver = False,
    today: AnnotateDay = None,
) -> int:
    from cchc.app.validation import Counts, Validation
    from cchc.cli.annotate import copies_of
    from cchc.cli.office_papers import check_papers, papers_among
    from cchc.cli.progress_bar import bar
    from cchc.outputs.reports import read_reports
    from cchc.read.configuration import read_configuration
    from cchc.read.layout import find_root
    from cchc.read.workspace import choose
    from cchc.rules._settings import settings

    if (unsafe or diff) and not fix:
        raise UserError(say("--unsafe and --diff go with --fix"), say("add --fix"))
    reports = read_reports(report or ())
    chosen = settings(
        read_configuration(find_root(Path.cwd())), select or (), ignore or (), _level(fail_on)
    )
    if papers := papers_among(paths or []):
        changes = bool(fix or reports or statistics)
        copies = copies_of(papers, output, today, annotate=annotate, force=force)
        return check_papers(papers, chosen, form=form, every=every, changes=changes, copies=copies)
    copies_of((), output, today, annotate=annotate, force=force)
    files = choose(paths or [], Path.cwd())
    if fix:
        _mend(files, chosen, unsafe=unsafe, diff=diff)
        if diff:
            return 0
    validation = Validation(
        files, chosen, whole=not paths, lasting=not no_cache, jobs=jobs, steps=bar
    )
    found: Iterable[FileFindings] = validation.files()
    counts = Counts(chosen)
    if reports:
        found = list(found)
        _report(reports, found, validation.paths)
        if any(one.fills_stdout for one in reports):  # nothing may stand beside a whole document
            for _file in counts.over(found):
                pass
            return counts.exit_code
    if form is Format.JSON:
        from cchc.outputs import diagnostics, json

        told = [one for file in counts.over(found) for one in file.found]
        json.write("diagnostics", diagnostics.content(told, len(files)))
    elif statistics:
        _statistics(files, [one for file in counts.over(found) for one in file.found])
    else:
        from cchc.outputs.diagnostics import closing, pieces
        from cchc.outputs.terminal import is_rich

        rich = is_rich()
        passing = ((file.found, file.lines) for file in counts.over(found))
        for piece in pieces(passing, every=every, rich=rich, cut=rich and not whole):
            typer.echo(piece, nl=False)
        typer.echo(str(closing(counts.summary(len(files)))))
    return counts.exit_code


def _report(reports: Sequence[Report], found: Sequence[FileFindings], paths: list[Path]) -> None:
    from cchc.app.validation import LazyTexts
    from cchc.cli.output import deliver
    from cchc.cli.workflow_log import WorkflowLog
    from cchc.outputs.reports import write_reports

    told = [one for file in found for one in file.found]

    def write(text: str, to: Path | None) -> None:
        if to is None and text.startswith("::") and isinstance(sys.stdout, WorkflowLog):
            sys.stdout.orders(text)  # the report for GitHub is orders
        else:
            deliver(text, to)

    write_reports(reports, told, LazyTexts(paths), write)


def _statistics(files: Sequence[Path], found: Sequence[Diagnostic]) -> None:
    from cchc.outputs import clarity, diagnostics
    from cchc.read.load import load

    diagnostics.write_statistics(found, len(files))
    sources = (load(path) for path in files)
    clarity.write((source.id, source.plan) for source in sources if source.plan)


def _level(word: str | None) -> Severity | None:
    from cchc.model.finding import Severity

    if word is None:
        return None
    try:
        return Severity(word)
    except ValueError:
        raise UserError(
            say("--fail-on: “{word}” is not a level", word=word),
            say("one of: {known}", known=", ".join(Severity)),
        ) from None


def _mend(files: Sequence[Path], chosen: Settings, *, unsafe: bool, diff: bool) -> None:
    """Mend the files, or show how."""
    from cchc.cli.unread import report_unread
    from cchc.read.layout import plan_id
    from cchc.read.unread import failed

    for path in files:
        try:
            _mend_one(path, chosen, unsafe=unsafe, diff=diff)
        except (UserError, OSError):
            raise
        except Exception as error:  # one plan never takes the others with it
            report_unread([failed(plan_id(path), path, error)])


def _mend_one(path: Path, chosen: Settings, *, unsafe: bool, diff: bool) -> None:
    from cchc.edit.fix import fix, fix_file
    from cchc.outputs.unified import unified_diff
    from cchc.read.load import load

    if diff:
        source = load(path)
        mended = fix(source, chosen, unsafe=unsafe)
        typer.echo(unified_diff(one_line(path), source.text, mended.text), nl=False)
    elif count := fix_file(path, chosen, unsafe=unsafe):
        typer.echo(str(say("{path}: mended {count}", path=path, count=count)), err=True)

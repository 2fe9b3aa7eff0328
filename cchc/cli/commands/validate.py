"""`cchc validate`: the schema and every rule over plans, with the place of each finding."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.cli import options, validate_options
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.rules._run import FileFindings
    from cchc.rules._settings import Settings

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
    "  cchc validate plans/ --report github --report sarif=cchc.sarif\n\n"
    "  cchc validate --write-baseline baseline.json\n\n"
    "  cchc validate --baseline baseline.json --changed-since origin/main --fail-on warning"
)


def command(
    paths: validate_options.PlansOrPapers = None,
    form: options.FindingsFormat = options.Format.TEXT,
    every: options.Every = False,
    select: validate_options.Select = None,
    ignore: validate_options.Ignore = None,
    fail_on: validate_options.FailOn = None,
    statistics: validate_options.Statistics = False,
    report: validate_options.Reports = None,
    fix: validate_options.Fix = False,
    unsafe: validate_options.Unsafe = False,
    whole: options.ShowAll = False,
    diff: validate_options.FixDiff = False,
    no_cache: options.NoCache = False,
    jobs: options.Jobs = 0,
    annotate: options.Annotate = False,
    output: options.AnnotateTo = None,
    force: options.AnnotateOver = False,
    today: options.AnnotateDay = None,
    changed_since: validate_options.ChangedSince = None,
    baseline: validate_options.KnownFindings = None,
    write_baseline: validate_options.WriteBaseline = None,
) -> int:
    from cchc.app.validation import FindingCounts, Validation, by_workspace
    from cchc.cli.annotate import copies_of
    from cchc.cli.findings_output import (
        counted_findings,
        fix_and_tell,
        known_from_now_on,
        reports_of,
        write_findings,
        write_report_files,
    )
    from cchc.cli.office_papers import check_papers, papers_among
    from cchc.cli.progress_bar import progress_bar
    from cchc.read.configuration import read_configuration
    from cchc.read.folders import find_root
    from cchc.read.workspace import choose
    from cchc.rules._settings import settings

    if (unsafe or diff) and not fix:
        raise UserError(say("--unsafe and --diff go with --fix"), say("add --fix"))
    if write_baseline and (baseline or changed_since):
        raise UserError(
            say("--write-baseline takes in all that is found, known or not"),
            say("leave --baseline and --changed-since out"),
        )
    reports = reports_of(report or (), write_baseline)
    here, level = Path.cwd(), validate_options.level_of(fail_on)

    def settings_of(root: Path) -> Settings:
        return settings(read_configuration(root), select or (), ignore or (), level)

    if papers := papers_among(paths or []):
        changes = bool(fix or reports or statistics or changed_since or baseline or write_baseline)
        copies = copies_of(papers, output, today, annotate=annotate, force=force)
        chosen = settings_of(find_root(here))
        return check_papers(papers, chosen, form=form, every=every, changes=changes, copies=copies)
    copies_of((), output, today, annotate=annotate, force=force)
    files = choose(paths or [], here)
    workspaces = by_workspace(files, here) if paths else {find_root(here): files}
    if fix:
        for root, inside in workspaces.items():
            fix_and_tell(inside, settings_of(root), unsafe=unsafe, dry=diff)
        if diff:
            return 0
    runs = [
        Validation(
            inside, settings_of(root), whole=not paths, lasting=not no_cache, jobs=jobs, steps=progress_bar,
            root=root,
        )
        for root, inside in workspaces.items()
    ]  # fmt: skip
    if write_baseline:
        return known_from_now_on(runs, write_baseline)
    counts = FindingCounts()
    found: Iterable[FileFindings] = counted_findings(runs, counts, changed_since, baseline)
    if reports:
        found = list(found)
        write_report_files(reports, found, [path for run in runs for path in run.paths])
        if any(one.fills_stdout for one in reports):  # nothing may stand beside a whole document
            return counts.exit_code
    write_findings(found, files, counts, form, statistics=statistics, every=every, whole=whole)
    return counts.exit_code

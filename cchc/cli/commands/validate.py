"""`cchc validate`: the schema and every rule over plans, with the place of each finding."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

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
from cchc.cli.validate_options import (
    FailOn,
    Fix,
    FixDiff,
    Ignore,
    PlansOrPapers,
    Reports,
    Select,
    Statistics,
    Unsafe,
    level_of,
)
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
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
    paths: PlansOrPapers = None,
    form: FindingsFormat = Format.TEXT,
    every: Every = False,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    statistics: Statistics = False,
    report: Reports = None,
    fix: Fix = False,
    unsafe: Unsafe = False,
    whole: ShowAll = False,
    diff: FixDiff = False,
    no_cache: NoCache = False,
    jobs: Jobs = 0,
    annotate: Annotate = False,
    output: AnnotateTo = None,
    force: AnnotateOver = False,
    today: AnnotateDay = None,
) -> int:
    from cchc.app.validation import Counts, Validation
    from cchc.cli.annotate import copies_of
    from cchc.cli.findings_output import fix_and_tell, write_findings, write_reports
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
        read_configuration(find_root(Path.cwd())), select or (), ignore or (), level_of(fail_on)
    )
    if papers := papers_among(paths or []):
        changes = bool(fix or reports or statistics)
        copies = copies_of(papers, output, today, annotate=annotate, force=force)
        return check_papers(papers, chosen, form=form, every=every, changes=changes, copies=copies)
    copies_of((), output, today, annotate=annotate, force=force)
    files = choose(paths or [], Path.cwd())
    if fix:
        fix_and_tell(files, chosen, unsafe=unsafe, dry=diff)
        if diff:
            return 0
    validation = Validation(
        files, chosen, whole=not paths, lasting=not no_cache, jobs=jobs, steps=bar
    )
    found: Iterable[FileFindings] = validation.files()
    counts = Counts(chosen)
    if reports:
        found = list(found)
        write_reports(reports, found, validation.paths)
        if any(one.fills_stdout for one in reports):  # nothing may stand beside a whole document
            for _file in counts.over(found):
                pass
            return counts.exit_code
    write_findings(found, files, counts, form, statistics=statistics, every=every, whole=whole)
    return counts.exit_code

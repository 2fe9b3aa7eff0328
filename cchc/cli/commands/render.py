"""`cchc render`: a plan with its appendices, or the sheets that assign its work, on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli import options
from cchc.cli.options import Format
from cchc.messages import _, say

GROUP = "print"
HELP = say(
    "Print a plan with its appendices as a Word document laid out by Nghị định "
    "30/2020/NĐ-CP; a plan that is issued with a Quyết định follows it.\n\n"
    "With --sheet: the phiếu giao việc of one unit, or of every unit, instead of the plan. With "
    "--decision: the Quyết định alone. With --apart: Quyết định, plan and each appendix in files of "
    "their own. The files are out/PLAN.docx and out/phieu-giao-viec/PLAN/UNIT.docx of the workspace, unless "
    "-o names another place: a file (.docx, .pdf, .txt), or a folder. A file that cchc did not "
    "write, or that was changed since, is never overwritten without --force. A template in the "
    "workspace's templates/ takes precedence over the one that comes with cchc.\n\n"
    "A PDF is made by LibreOffice, which must be installed. --text writes plain text; for one "
    "plan without -o, to standard output.\n\n"
    "Examples:\n\n"
    "  cchc render phu-thinh --open\n\n"
    "  cchc render phu-thinh -o ke-hoach.pdf\n\n"
    "  cchc render --all --docx --pdf -o ban-in/\n\n"
    '  cchc render phu-thinh --sheet "van hoa"\n\n'
    "  cchc render phu-thinh --amending ban-hanh-2026\n\n"
    "  cchc render thanh-mien --decision\n\n"
    "  cchc render phu-thinh --apart\n\n"
    "  cchc render phu-thinh --text | less"
)
SHEETS, AMENDING, DECISIONS = "phieu-giao-viec", "dieu-chinh", "quyet-dinh"
"""The folders in out/ that papers other than plans go to."""


def command(
    plan: Annotated[
        list[str] | None, typer.Argument(help=_("Plan ids, files or folders."))
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Every plan of the workspace."))] = False,
    sheet: options.ForSheet = None,
    signer: Annotated[
        str | None,
        typer.Option("--signer", help=_("With --sheet: who signs, in place of the plan's signer.")),
    ] = None,
    amending: options.Amending = None,
    decision: options.DecisionAlone = False,
    apart: options.Apart = False,
    docx: options.Docx = False,
    pdf: options.Pdf = False,
    text: options.AsText = False,
    output: options.PaperOutput = None,
    force: options.PaperForce = False,
    show: options.Open = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help=_("Print again whenever a plan, the register or a template changes, until Ctrl-C."),
        ),
    ] = False,
    jobs: options.Jobs = 0,
    form: options.FilesFormat = Format.TEXT,
) -> int:  # fmt: skip
    from contextlib import closing

    from cchc.app.paper_paths import formats_of
    from cchc.app.render import RenderJob, render_plans
    from cchc.cli.papers import PaperOptions, write_papers
    from cchc.cli.render_request import refuse_conflicts
    from cchc.read.folders import find_root
    from cchc.read.workspace import choose, refuse_twins

    only = {"--sheet": sheet, "--amending": amending, "--decision": decision, "--apart": apart}
    refuse_conflicts(plan, only, signer, every=every, watch=watch, form=form)
    formats = formats_of(docx=docx, pdf=pdf, text=text)
    folder = SHEETS if sheet else AMENDING if amending else DECISIONS if decision else ""

    def render(paths: Sequence[Path], *, show: bool) -> int:
        root = find_root(Path.cwd())
        render_jobs = [
            RenderJob(path, root, sheet, signer, amending, decision, apart) for path in paths
        ]
        wanted = PaperOptions(formats, folder, output, force, show, form)
        with closing(render_plans(render_jobs, jobs)) as rendered:
            return write_papers(rendered, len(render_jobs), wanted)

    if watch:
        from cchc.cli.watch import watch_plans

        return watch_plans(plan or [], render, show=show)
    paths = choose(plan or [], Path.cwd())
    refuse_twins(paths)
    return render(paths, show=show)

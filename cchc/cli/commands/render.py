"""`cchc render`: a plan with its appendices, or the sheets that assign its work, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HELP = say(
    "Print a plan with its appendices as a Word document laid out by Nghị định 30/2020/NĐ-CP.\n\n"
    "With --sheet: the phiếu giao việc of one unit, or of every unit, instead of the plan. The "
    "files are out/PLAN.docx and out/phieu-giao-viec/PLAN/UNIT.docx of the workspace, unless -o "
    "names another place: a file (.docx, .pdf, .txt), or a folder. A file that cchc did not write, "
    "or that was changed by hand since, is never written over without --force. A template in the "
    "workspace's own templates/ wins over the one that comes with cchc.\n\n"
    "A PDF is made by LibreOffice, which must be installed. --text gives the words alone, on "
    "standard output for one plan without -o.\n\n"
    "Examples:\n\n"
    "  cchc render phu-thinh --open\n\n"
    "  cchc render phu-thinh -o ke-hoach.pdf\n\n"
    "  cchc render --all --docx --pdf -o ban-in/\n\n"
    '  cchc render phu-thinh --sheet "van hoa"\n\n'
    "  cchc render phu-thinh --sheet all --pdf\n\n"
    "  cchc render phu-thinh --watch\n\n"
    "  cchc render phu-thinh --text | less"
)
SHEETS = "phieu-giao-viec"
FEW_OF_SHEETS = 8
"""Plans whose sheets one process prints: those of a plan are four times the work of itself."""


def command(
    plan: Annotated[
        list[str] | None,
        typer.Argument(help=_("Plan ids, files or folders.")),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Every plan of the workspace."))] = False,
    sheet: Annotated[
        str | None,
        typer.Option(
            "--sheet", metavar="UNIT",
            help=_("The phiếu giao việc of this unit (id, name or alias, accents may be left out), "
                   "or of “all” that have something to do."),
        ),
    ] = None,
    signer: Annotated[
        str | None,
        typer.Option("--signer", help=_("With --sheet: who signs, in place of the plan's signer.")),
    ] = None,
    docx: Annotated[
        bool, typer.Option("--docx", help=_("Write a Word document; the default."))
    ] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help=_("Write a PDF, through LibreOffice."))] = False,
    text: Annotated[bool, typer.Option("--text", help=_("Write the words as plain text."))] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("A file, or a folder for several papers.")),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("Write even over files that were changed by hand.")),
    ] = False,
    show: Annotated[
        bool, typer.Option("--open", help=_("Open what was written; of several files, the folder."))
    ] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help=_("Print again whenever a plan, the register or a template changes, until Ctrl-C."),
        ),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", min=0, max=256, metavar="N", help=_("Worker processes; 0: one for each core.")
        ),
    ] = 0,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to list the files written."))
    ] = Format.TEXT,
) -> int:  # fmt: skip
    from cchc.cli.rendering import formats_of
    from cchc.read.workspace import choose, refuse_twins

    _check_request(plan, sheet, signer, every=every, watch=watch, form=form)
    names = plan or []
    kinds = formats_of(docx=docx, pdf=pdf, text=text)

    def render(paths: Sequence[Path], *, show: bool) -> int:
        from contextlib import closing

        from cchc.app.cores import FEW, over_cores
        from cchc.cli.orders import Order, fulfil, known
        from cchc.cli.rendering import write_made
        from cchc.read.layout import find_root

        root = find_root(Path.cwd())
        orders = [Order(path, root, sheet, signer) for path in paths]
        few = FEW_OF_SHEETS if sheet else FEW
        with closing(over_cores(fulfil, orders, jobs, few=few)) as made:
            return write_made(
                known(made), len(orders), kinds, folder=SHEETS if sheet else "", output=output,
                force=force, show=show, form=form,
            )  # fmt: skip

    if watch:
        return _watch(names, render, show=show)
    paths = choose(names, Path.cwd())
    refuse_twins(paths)
    return render(paths, show=show)


def _check_request(
    plan: list[str] | None, sheet: str | None, signer: str | None, *, every: bool, watch: bool,
    form: Format,
) -> None:  # fmt: skip
    if not plan and not every:
        raise UserError(
            say("which plan? PLAN is missing"), say("name a plan, or use --all for every plan")
        )
    if plan and every:
        raise UserError(say("--all and PLAN cannot stand together"), say("use one of them"))
    if signer and not sheet:
        raise UserError(
            say("--signer needs --sheet"),
            say("the plan itself names who signs it: document.signer"),
        )
    if watch and form is Format.JSON:
        raise UserError(
            say("{one} and {two} cannot stand together", one="--watch", two="--format json"),
            say("use one of them"),
        )


def _watch(names: list[str], render: Callable[..., int], *, show: bool) -> int:
    """Render again and again until Ctrl-C; mistakes are told and waited out."""
    from cchc.app.watch import changes, ticks, watched
    from cchc.cli.app import fail
    from cchc.read.workspace import choose, refuse_twins

    choose(names, Path.cwd())  # a plan that is not there is told now
    try:
        for changed, paths in changes(lambda: watched(names, Path.cwd()), ticks()):
            alone = changed <= set(paths)  # no file that all of them are printed from
            stale = [path for path in paths if path in changed or not alone]
            if not stale:  # a plan is gone; it may come back
                continue
            try:
                refuse_twins(paths)
                render(stale, show=show)
            except UserError as error:
                fail(error.message, error.hint)
            show = False
            typer.echo(str(say("watching; Ctrl-C ends it")), err=True)
    except KeyboardInterrupt:
        return 0
    return 0

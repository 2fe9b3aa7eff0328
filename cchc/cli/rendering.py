"""Printing papers for a command: written as files, listed, opened; one mistake loses one paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.app.paper_paths import PaperFormat, PaperPaths, formats_of
from cchc.cli.options import Format
from cchc.cli.paper_files import Made, PaperFiles, Printed, PrintError, text_of
from cchc.messages import Message, say

if TYPE_CHECKING:
    from cchc.document.paper import Paper
    from cchc.errors import UserError

__all__ = ["Job", "formats_of", "print_job", "write_made", "write_papers"]

_NAMED = 3
"""Plans named when many have the same mistake."""


@dataclass(frozen=True, slots=True)
class Job:
    """One paper to print: `name` is its file's name, without suffix."""

    plan: str
    name: str
    template: str
    paper: Paper
    unit: str | None = None


def print_job(job: Job, root: Path) -> Printed:
    """Print one paper through its template in the workspace `root`, or the packaged one.

    Raises:
        UserError: the template cannot be used.
    """
    from cchc.document.render import render_paper

    docx = render_paper(job.paper, job.template, root)
    return Printed(job.plan, job.name, job.template, job.unit, docx)


def write_papers(
    jobs: Iterable[Job], formats: tuple[PaperFormat, ...], *, folder: str, output: Path | None,
    force: bool, show: bool, form: Format,
) -> int:  # fmt: skip
    """Print `jobs` and write them as `write_made` does; return the exit code.

    Raises:
        UserError: as `write_made`; or a template cannot be used.
    """
    from cchc.read.layout import find_root

    root = find_root(Path.cwd())
    made = [Made(job.plan, [print_job(job, root)]) for job in jobs]
    return write_made(
        made, len(made), formats, folder=folder, output=output, force=force, show=show, form=form
    )


def write_made(
    made: Iterable[Made], count: int, formats: tuple[PaperFormat, ...], *, folder: str,
    output: Path | None, force: bool, show: bool, form: Format,
) -> int:  # fmt: skip
    """Write papers as they come, `count` plans in all, list them, and return the exit code.

    Files go to `folder` in out/ of the workspace, or where -o says. A file that cchc did not write,
    or that somebody has changed since, is left alone unless `force`. What goes wrong with one paper
    is told and does not keep the others from being written; the exit code is then 2, or 1 when the
    only mistake is that some of several plans cannot be read. The words of a
    single paper go to standard output when nothing but them is asked for.

    Raises:
        UserError: formats and -o do not fit, several papers are to go into one file, a PDF is
            wanted and there is no LibreOffice, or nothing can open what was written.
    """
    from cchc.cli.readable import told
    from cchc.read.layout import find_root

    paths = PaperPaths(formats, folder, output, find_root(Path.cwd()))
    files = PaperFiles(paths, force=force)
    paths.one_only(count)
    notes: list[Message] = []
    stream = _noted(made, notes)
    first = list(islice(stream, 2))
    papers = [paper for one in first for paper in one.papers]
    paths.one_only(len(papers))
    plain = (
        paths.formats == (PaperFormat.TEXT,) and output is None and form is Format.TEXT and not show
    )
    if plain and count == len(papers) == 1:
        typer.echo(text_of(papers[0]), nl=False)
        _tell(notes, [])
        return 0
    try:
        files.write(chain(first, stream), count)
    finally:  # whoever breaks off still learns what was written
        _tell(notes, files.errors)
        _list(files, form)
    if show:
        from cchc.cli.open_files import open_written

        open_written([file.path for file in files.files])
    code = told(files.unread)
    return max(code, 2) if files.errors or (code and not files.files) else code


def _noted(made: Iterable[Made], notes: list[Message]) -> Iterator[Made]:
    """Pass on what is made, and keep its notes until the progress bar is gone."""
    for one in made:
        notes += one.notes
        yield one


def _list(files: PaperFiles, form: Format) -> None:
    """List the files on standard output in the order of the plans."""
    order = {file.plan: None for file in files.files}
    places = {plan: n for n, plan in enumerate(order)}
    listed = sorted(files.files, key=lambda file: places[file.plan])
    if form is Format.TEXT:
        for file in listed:
            typer.echo(file.path.as_posix())
        return
    from cchc.outputs import json
    from cchc.read.unread import content as left_out

    content = [
        {
            "plan": file.plan, "path": file.path.as_posix(), "bytes": file.size,
            "format": file.form.value, "paper": file.template, "unit": file.unit,
        }
        for file in listed
    ]  # fmt: skip
    told = [
        {"plan": plan, "message": str(error.message), "help": str(error.hint or "") or None}
        for plan, error in [*((one.plan, one.refusal()) for one in files.unread), *files.errors]
    ]
    json.write("rendered", {"files": content, "errors": told, "unread": left_out(files.unread)})


def _tell(notes: list[Message], errors: list[tuple[str, UserError]]) -> None:
    """Tell notes and mistakes on standard error, each mistake once: one of a template names the
    plans it hit."""
    from cchc.cli.app import fail

    for note in notes:
        typer.echo(str(note), err=True)
    plans: dict[str, list[str]] = {}
    first: dict[str, UserError] = {}
    for plan, error in errors:
        plans.setdefault(str(error.message), []).append(plan)
        first.setdefault(str(error.message), error)
    for text, error in first.items():
        message = error.message
        if isinstance(error, PrintError):
            more = f", +{len(plans[text]) - _NAMED}" if len(plans[text]) > _NAMED else ""
            names = ", ".join(plans[text][:_NAMED]) + more
            message = say("{plans}: {fault}", plans=names, fault=message)
        fail(message, error.hint)

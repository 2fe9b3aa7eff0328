"""Papers that a command prints: written as files, listed, opened; one mistake loses one paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import typer

from cchc.app.paper_files import PaperFiles, RenderedPlan, TemplateError, words_of_paper
from cchc.app.paper_paths import PaperFormat, PaperPaths
from cchc.cli.options import ConflictingOptionsError, Format
from cchc.cli.output import tell
from cchc.cli.progress_bar import progress_bar
from cchc.errors import UserError
from cchc.messages import Message, say

_NAMED = 3
"""Plans named when many have the same mistake."""


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """The options of a command that prints papers.

    `folder` is the one in out/ of the workspace that papers go to when -o (`output`) names no place.
    """

    formats: tuple[PaperFormat, ...]
    folder: str
    output: Path | None
    force: bool
    show: bool
    form: Format


def write_papers(rendered: Iterable[RenderedPlan], count: int, options: PaperOptions) -> int:
    """Write papers as they come, `count` plans in all, list them, and return the exit code.

    A file that cchc did not write, or that somebody has changed since, is left alone unless
    `force`. What goes wrong with one paper is told and does not keep the others from being written;
    the exit code is then 2, or 1 when the only mistake is that some of several plans cannot be read.
    The words of a single paper go to standard output when nothing but them is asked for.

    Raises:
        UserError: formats and -o do not fit, several papers are to go into one file, a PDF is
            wanted and there is no LibreOffice, or nothing can open what was written.
    """
    from cchc.cli.unread import report_unread
    from cchc.read.folders import find_root

    paths = PaperPaths(options.formats, options.folder, options.output, find_root(Path.cwd()))
    files = PaperFiles(paths, force=options.force)
    paths.one_only(count)
    if paths.to_stdout and options.form is Format.JSON:
        raise ConflictingOptionsError("-o -", "--format json")
    if paths.to_stdout and options.show:
        raise ConflictingOptionsError("-o -", "--open")
    notes: list[Message] = []
    stream = _noted(rendered, notes)
    first = list(islice(stream, 2))
    papers = [paper for one in first for paper in one.papers]
    paths.one_only(len(papers))
    if _words_only(paths, options) and count == len(papers) == 1:
        typer.echo(words_of_paper(papers[0]), nl=False)
        _tell(notes, [])
        return 0
    try:
        files.write(chain(first, stream), count, progress_bar)
    finally:  # whoever breaks off still learns what was written
        _tell([*notes, *files.notes], files.errors)
        if not paths.to_stdout:
            _list(files, options.form)
    if options.show:
        from cchc.cli.open_files import open_written

        open_written([file.path for file in files.files])
    code = report_unread(files.unread)
    return max(code, 2) if files.errors or (code and not files.files) else code


def _words_only(paths: PaperPaths, options: PaperOptions) -> bool:
    text_only = paths.formats == (PaperFormat.TEXT,) and options.form is Format.TEXT
    return text_only and (options.output is None or paths.to_stdout) and not options.show


def _noted(rendered: Iterable[RenderedPlan], notes: list[Message]) -> Iterator[RenderedPlan]:
    """Pass plans on, and keep their notes until the progress bar is gone."""
    for one in rendered:
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
    """Tell notes and mistakes on standard error, each mistake once.

    A mistake of a template names the plans that it hit.
    """
    from cchc.cli.failure import fail

    tell(*notes)
    plans: dict[str, list[str]] = {}
    first: dict[str, UserError] = {}
    for plan, error in errors:
        plans.setdefault(str(error.message), []).append(plan)
        first.setdefault(str(error.message), error)
    for text, error in first.items():
        message = error.message
        if isinstance(error, TemplateError):
            more = f", +{len(plans[text]) - _NAMED}" if len(plans[text]) > _NAMED else ""
            names = ", ".join(plans[text][:_NAMED]) + more
            message = say("{plans}: {fault}", plans=names, fault=message)
        fail(message, error.hint)

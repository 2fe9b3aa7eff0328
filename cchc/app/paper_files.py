"""Papers as files: each in the formats asked for, written whole, never over somebody's work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.app.cores import Steps, unseen
from cchc.app.paper_paths import PaperFormat, PaperPaths
from cchc.errors import UserError
from cchc.messages import Message, say

if TYPE_CHECKING:
    from cchc.document.pdf import PdfBatch
    from cchc.read.unread import Unread


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper as a Word document; `name` is its file's name, without suffix."""

    plan: str
    name: str
    template: str
    unit: str | None
    docx: bytes


class TemplateError(UserError):
    """A paper that its template cannot print; the message names the template, not the plan."""


@dataclass(slots=True)
class RenderedPlan:
    """What became of one plan: its papers, what there is to tell, what went wrong."""

    plan: str
    papers: list[PrintedPaper] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    error: UserError | None = None
    unread: Unread | None = None
    """Why there is no plan: its file cannot be read."""
    absent: UserError | None = None
    """Why it has no papers: a mistake only when no other plan of the run has any."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file written, or found to have the right content already."""

    plan: str
    template: str
    unit: str | None
    form: PaperFormat
    path: Path
    size: int


class PaperFiles:
    """Writes papers and keeps the list of files and of what went wrong."""

    def __init__(self, paths: PaperPaths, *, force: bool) -> None:
        """Look whether what is asked for can be done here.

        Raises:
            UserError: a PDF is wanted and there is no LibreOffice.
        """
        if PaperFormat.PDF in paths.formats:
            from cchc.document.pdf import find_office

            find_office()
        self.files: list[WrittenFile] = []
        self.errors: list[tuple[str, UserError]] = []
        self.unread: list[Unread] = []
        self.notes: list[Message] = []
        self._paths = paths
        self._force = force

    def write(self, rendered: Iterable[RenderedPlan], count: int, steps: Steps = unseen) -> None:
        """Write the papers of `count` plans; what goes wrong is kept in `errors` and `unread`."""
        if PaperFormat.PDF not in self._paths.formats:
            with steps(say("plans"), count) as step:
                for plan in rendered:
                    self._write_simple(plan)
                    step()
            return
        from cchc.document.pdf import PdfBatch

        with PdfBatch() as batch:
            waiting: list[tuple[PrintedPaper, Path]] = []
            with steps(say("plans"), count) as step:
                for plan in rendered:
                    self._write_simple(plan)
                    waiting += self._collect(plan, batch)
                    step()
            with steps(say("PDF"), len(waiting)) as step:
                for (paper, path), data in zip(waiting, batch.convert(step), strict=True):
                    if isinstance(data, UserError):
                        self.errors.append((paper.plan, _about(path, data)))
                    else:
                        self._put(paper, PaperFormat.PDF, path, data)
                        self._note_font(data)

    def _note_font(self, pdf: bytes) -> None:
        """Tell once when another font stands in a PDF than the decree wants."""
        from cchc.document.pdf_bytes import stand_in

        if font := stand_in(pdf):
            note = say("Times New Roman is not on this computer: {font} stands in for it in the PDF",
                       font=font)  # fmt: skip
            if note not in self.notes:
                self.notes.append(note)

    def _write_simple(self, plan: RenderedPlan) -> None:
        """Write the formats that need no other program."""
        if plan.unread:
            self.unread.append(plan.unread)
        if plan.error:
            self.errors.append((plan.plan, plan.error))
        for paper in plan.papers:
            for form in self._paths.formats:
                if form is not PaperFormat.PDF:
                    data = _content(paper, form)
                    if path := self._place(paper, form, data):
                        self._put(paper, form, path, data)

    def _collect(self, plan: RenderedPlan, batch: PdfBatch) -> Iterator[tuple[PrintedPaper, Path]]:
        for paper in plan.papers:
            if path := self._place(paper, PaperFormat.PDF):
                batch.add(paper.docx)
                yield replace(paper, docx=b""), path

    def _place(self, paper: PrintedPaper, form: PaperFormat, data: bytes = b"") -> Path | None:
        """Return where the paper goes, unless something of somebody's is there, other than `data`."""
        try:
            path = self._paths.path(form, paper.plan, paper.name, paper.unit)
            if not self._force and not has_content(path, data):
                refuse_foreign(path)
        except UserError as error:
            self.errors.append((paper.plan, error))
            return None
        return path

    def _put(self, paper: PrintedPaper, form: PaperFormat, path: Path, data: bytes) -> None:
        try:
            put_paper(path, data, force=self._force)
        except UserError as error:
            self.errors.append((paper.plan, error))
            return
        self.files.append(
            WrittenFile(paper.plan, paper.template, paper.unit, form, path, len(data))
        )


def put_paper(path: Path, data: bytes, *, force: bool) -> None:
    """Write a paper to `path`, unless it stands there already.

    Raises:
        UserError: somebody's work is there and `force` is not given, or it cannot be written.
    """
    from cchc.edit.files.write import is_stream, write_bytes

    if is_stream(path):
        write_bytes(path, data)
        return
    was = path.read_bytes() if path.is_file() else None
    if was == data:  # Word may have it open, and backups need not run
        return
    if not force:
        refuse_foreign(path)
    write_bytes(path, data, was)


def words_of_paper(paper: PrintedPaper) -> str:
    """Return the words of a paper."""
    from cchc.document.dump import dumped_words as words

    return words(paper.docx)


def _content(paper: PrintedPaper, form: PaperFormat) -> bytes:
    if form is PaperFormat.DOCX:
        return paper.docx
    from cchc.document.file_properties import marked_text

    return marked_text(words_of_paper(paper))


def refuse_foreign(path: Path) -> None:
    """Refuse to write over a file at `path` that is somebody's work.

    Raises:
        UserError: there is such a file.
    """
    from cchc.document.file_properties import is_own_file
    from cchc.edit.files.write import is_stream

    if not is_stream(path) and path.exists() and not is_own_file(path):
        raise UserError(
            say("{path} was not written by cchc, or somebody has changed it since", path=path),
            say("save it elsewhere; --force writes over it, -o names another place"),
        )


def has_content(path: Path, data: bytes) -> bool:
    """Tell whether the file at `path` has this content already."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _about(path: Path, error: UserError) -> UserError:
    return UserError(say("{path}: {fault}", path=path, fault=error.message), error.hint)

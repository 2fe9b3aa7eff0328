"""Where papers go: file names made of plan and unit ids that cannot leave the folder meant."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say

OUT = "out"
_ENDING = re.compile(r"[^.]\.[A-Za-z][A-Za-z0-9]{1,4}$")
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class PaperFormat(StrEnum):
    """The formats a paper is written in."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """The end of such a file's name."""
        return ".txt" if self is PaperFormat.TEXT else f".{self.value}"


def formats_of(
    *, docx: bool = False, pdf: bool = False, text: bool = False
) -> tuple[PaperFormat, ...]:
    """Return the formats asked for; none when it is left to -o, or to the default."""
    return tuple(
        form
        for form, wanted in (
            (PaperFormat.DOCX, docx),
            (PaperFormat.PDF, pdf),
            (PaperFormat.TEXT, text),
        )
        if wanted
    )


def file_name(name: str) -> str:
    """Return `name` as the name of a file or folder: one step down, on every system."""
    return _UNSAFE.sub("-", name).strip(" .") or "-"


class PaperPaths:
    """Which file each paper goes to."""

    def __init__(
        self, formats: tuple[PaperFormat, ...], folder: str, output: Path | None, root: Path
    ) -> None:
        """Settle formats and place.

        `output` is what -o says: a file when it ends in .docx, .pdf or .txt, `-` for standard
        output, else a folder; without it papers go to `folder` in out/ of the workspace `root`.

        Raises:
            UserError: -o names a file of another format than the one asked for, or of none, or
                several formats are to go to standard output; or a plan is there.
        """
        from cchc.app.out_file import refuse_plan
        from cchc.edit.files.write import STDOUT
        from cchc.read.folders import shown_path

        by_suffix = {form.suffix: form for form in PaperFormat}
        own = by_suffix.get(output.suffix.lower()) if output and not output.is_dir() else None
        if output and not own and not output.is_dir() and _ENDING.search(output.name):
            raise UserError(
                say(
                    "{path}: papers are not written as {suffix}", path=output, suffix=output.suffix
                ),
                say("end the name in .docx, .pdf or .txt; a folder has no ending"),
            )
        self.to_stdout = output == STDOUT
        self.file = output if own or self.to_stdout else None
        if self.file:
            refuse_plan(self.file)
        self.formats = formats or (own or PaperFormat.DOCX,)
        if self.to_stdout and len(self.formats) > 1:
            raise UserError(
                say("only one format fits into standard output"), say("name a folder after -o")
            )
        if own and self.formats != (own,):
            raise UserError(
                say("{path} takes {suffix} only", path=output, suffix=own.value),
                say("name a folder after -o, or leave out the other formats"),
            )
        self.folder = output or shown_path(root / OUT / folder, Path.cwd())
        self._taken: dict[str, str] = {}

    def one_only(self, count: int) -> None:
        """Refuse several papers when -o names a file.

        Raises:
            UserError: as said.
        """
        if self.file and count > 1:
            raise UserError(
                say("several papers do not fit into one file"), say("name a folder after -o")
            )

    def path(self, form: PaperFormat, plan: str, name: str, unit: str | None) -> Path:
        """Return the file of a paper in one format.

        Raises:
            UserError: another paper of this run goes there already.
        """
        if self.file:
            return self.file
        folder = self.folder if unit is None else self.folder / file_name(plan)
        path = folder / f"{file_name(name)}{form.suffix}"
        other = self._taken.setdefault(str(path).casefold(), plan)
        if other != plan:
            raise UserError(
                say("the papers of {one} and {two} would both be {path}",
                    one=other, two=plan, path=path),
                say("give one of them another name"),
            )  # fmt: skip
        return path

"""Word files for tests of the reader: parts put in and taken out, and what is read from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from cchc.intake.office_paper import OfficePaper, Paragraph, Table
from cchc.intake.opening import open_paper
from tests.intake.docx_pieces import document_parts, zipped

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    """Return the parts of a zipped file."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_file(
    path: Path, body: Sequence[str], *, lists: Sequence[tuple[int, str]] = (),
    edit: Callable[[Parts], None] | None = None,
) -> Path:  # fmt: skip
    """Write a .docx with `body` and return its path; `edit` changes its parts."""
    parts = document_parts(body, lists)
    if edit:
        edit(parts)
    path.write_bytes(zipped(parts))
    return path


def read(
    folder: Path, body: Sequence[str], *, lists: Sequence[tuple[int, str]] = (),
    edit: Callable[[Parts], None] | None = None,
) -> OfficePaper:  # fmt: skip
    """Return what is read from a .docx with `body`."""
    return open_paper(word_file(folder / "ke-hoach.docx", body, lists=lists, edit=edit))


def texts(paper: OfficePaper) -> list[str]:
    """Return the paragraphs outside tables, automatic numbers before them."""
    return [f"{b.label} {b.text}".rstrip() if b.label else b.text
            for b in paper.blocks if isinstance(b, Paragraph)]  # fmt: skip


def only_table(paper: OfficePaper) -> Table:
    """Return the one table of the paper."""
    (found,) = [b for b in paper.blocks if isinstance(b, Table)]
    return found


def grid(table: Table) -> list[list[str]]:
    """Return the texts of the rows, cell by cell."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def swap(part: str, old: str, new: str) -> Callable[[Parts], None]:
    """Return an edit that replaces `old` once."""

    def edit(parts: Parts) -> None:
        text = parts[part].decode()
        assert old in text
        parts[part] = text.replace(old, new, 1).encode()

    return edit


def add_styles(*styles: str) -> Callable[[Parts], None]:
    """Return an edit that adds styles."""
    return swap(STYLES, "</w:styles>", f"{''.join(styles)}</w:styles>")

"""Any file of an office as an `OfficePaper`: what it is, is told from its first bytes, not from its name."""

from __future__ import annotations

import stat
from pathlib import Path

from cchc.intake.office import convert, docx, refusal, text, xlsx
from cchc.intake.office_paper import OfficePaper
from cchc.temporary_files import temporary_folder
from cchc.word.package import MAX_FILE_BYTES, Package
from cchc.word.refusal import empty, not_a_file, password_protected, too_large, unreadable

SUFFIXES = (
    ".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".txt", ".md", ".csv", ".tsv", *convert.SUFFIXES,
)  # fmt: skip
"""The files `open_paper` reads; those of `convert` with LibreOffice only."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF",
)  # fmt: skip
_WEB = ("<!doctype html", "<html", "<?xml", "mime-version:")
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def open_paper(path: Path) -> OfficePaper:
    """Return what stands in the file at `path`: Word, Excel, OpenDocument, RTF or plain text.

    Raises:
        UserError: it cannot be read; the message names the file, the hint says what to do.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise not_a_file(path)
        if found.st_size == 0:
            raise empty(path)
        if found.st_size > MAX_FILE_BYTES:
            raise too_large(path)
        with path.open("rb") as file:
            start = file.read(512)
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:  # A NUL in the name.
        raise refusal.unknown(path) from error
    if start.startswith(_ZIP):
        return _zipped(path)
    if start.startswith(_OLE):
        return _old_office(path)
    if start.startswith(b"{\\rtf"):
        return _converted(path, "rtf")
    if start.startswith(_PICTURES):
        raise refusal.picture(path)
    words = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if words.startswith(tuple(one.encode() for one in _WEB)):
        raise refusal.web_page(path)
    return text.read(path)


def is_no_text(path: Path) -> bool:
    """Tell whether the first bytes of a file are those of an office paper, a picture or a PDF."""
    try:
        if not path.is_file():  # what a pipe holds can be read only once
            return False
        with path.open("rb") as file:
            return file.read(8).startswith((_ZIP, _OLE, b"{\\rtf", *_PICTURES))
    except OSError:
        return False


def _zipped(path: Path) -> OfficePaper:
    package = Package(path)
    kind = _OPEN_DOCUMENT.get(package.read("mimetype")[:200].strip())
    if kind:
        return _converted(path, kind)
    folders = {name.partition("/")[0] for name in package.names}
    main = package.main_part()
    if main in package.names:
        folders &= {main.partition("/")[0]}
    if "word" in folders:
        return docx.read(path)
    if "xl" in folders:
        return xlsx.read(path)
    raise refusal.unknown(path)


def _old_office(path: Path) -> OfficePaper:
    # The names of the streams of an OLE file stand in it in UTF-16.
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise password_protected(path)
    if "WordDocument".encode("utf-16-le") in data:
        return _converted(path, "doc")
    if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
        return _converted(path, "xls")
    raise refusal.unknown(path)


def _converted(path: Path, kind: str) -> OfficePaper:
    with temporary_folder() as folder:
        made = convert.convert(path, kind, folder)
        paper = (xlsx if made.suffix == ".xlsx" else docx).read(made)
    return OfficePaper(path, paper.blocks, (convert.NOTE, *paper.notes), paper.apart)

"""Workbooks that are the same bytes whenever they say the same."""

from __future__ import annotations

import re
import shutil
from datetime import date, datetime
from io import BytesIO
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file knows."""
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def saved(book: Workbook, made: date, title: str | None = None) -> bytes:
    """Return the bytes of `book`, said to be made by cchc at that date."""
    out = BytesIO()
    save(book, BytesIO(), out, made, title)
    return out.getvalue()


def save(
    book: Workbook, file: IO[bytes], out: IO[bytes], made: date, title: str | None = None
) -> None:
    """Write to `out` what `saved` returns; `file` is a place for it in between, however large."""
    book.properties.creator = "cchc"
    book.properties.title = title
    book.properties.created = book.properties.modified = datetime(made.year, made.month, made.day)
    book.save(file)
    _copy(file, out, made)


def _copy(workbook: IO[bytes], out: IO[bytes], made: date) -> None:
    """Copy without the moment of saving, one part of the workbook in pieces at a time."""
    moment = f"{made:%Y-%m-%d}T00:00:00Z".encode()
    with ZipFile(workbook) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # else it tells Windows from Linux
            if name == _CORE:
                new.writestr(part, _MODIFIED.sub(rb"\g<1>" + moment + rb"\g<2>", old.read(name)))
                continue
            part.file_size = old.getinfo(name).file_size  # it may be too large for a short header
            with old.open(name) as content, new.open(part, "w") as copy:
                shutil.copyfileobj(content, copy)

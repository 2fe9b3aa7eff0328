"""Workbooks that are the same bytes whenever they say the same."""

from __future__ import annotations

import re
import shutil
from datetime import date
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file knows."""
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def reproducible(workbook: bytes, made: date) -> bytes:
    """Return `workbook` without the moment at which it was saved; `made` is put in its place."""
    out = BytesIO()
    copy_reproducible(BytesIO(workbook), out, made)
    return out.getvalue()


def copy_reproducible(workbook: IO[bytes], out: IO[bytes], made: date) -> None:
    """Write to `out` what `reproducible` returns, one part of the workbook in pieces at a time."""
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

"""Workbooks that are the same bytes whenever they say the same."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file knows."""
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def reproducible(workbook: bytes, made: date) -> bytes:
    """Return `workbook` without the moment at which it was saved; `made` is put in its place."""
    moment = f"{made:%Y-%m-%d}T00:00:00Z".encode()
    out = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _CORE:
                content = _MODIFIED.sub(rb"\g<1>" + moment + rb"\g<2>", content)
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # else it tells Windows from Linux
            new.writestr(part, content)
    return out.getvalue()

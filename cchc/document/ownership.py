"""Knowing our own files again, so that what somebody changed by hand is never written over.

Each carries a digest of itself: a .docx in docProps/custom.xml (see `package.is_ours`); a PDF in a
comment before `startxref`, which readers pass over and which moves nothing; a text in its last line.
Whoever edits, signs or stamps the file breaks it.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from cchc.document.comment_parts import is_annotated
from cchc.document.file_properties import is_ours
from cchc.errors import UserError
from cchc.word.package import read_package

MAX_BYTES = 200_000_000
"""A larger file is none of ours and not read."""
_PDF_END = re.compile(rb"(startxref\s+\d+\s+%%EOF\s*)\Z")
_PDF_MARK = re.compile(rb"%cchc ([0-9a-f]{64})\n(?=startxref\s+\d+\s+%%EOF\s*\Z)")
_TEXT_MARK = re.compile(rb"\[cchc ([0-9a-f]{16})\]\n?\Z")


def marked_pdf(data: bytes) -> bytes:
    """Return a PDF with our mark; one without the usual end is returned as it is."""
    digest = sha256(data).hexdigest().encode()
    return _PDF_END.sub(rb"%cchc " + digest + rb"\n\1", data, count=1)


def marked_text(text: str) -> bytes:
    """Return the UTF-8 text with our mark as its last line."""
    data = text.encode()
    return data + b"[cchc " + sha256(data).hexdigest()[:16].encode() + b"]\n"


def is_own_file(path: Path) -> bool:
    """Whether cchc wrote the file at `path` and nobody has changed it since."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return False
        data = path.read_bytes()
        if data.startswith(b"PK"):
            parts = read_package(path)
            return is_ours(parts) or is_annotated(parts)
    except (OSError, UserError):
        return False
    if data.startswith(b"%PDF"):
        found = _PDF_MARK.search(data)
        rest = data[: found.start()] + data[found.end() :] if found else b""
        return found is not None and sha256(rest).hexdigest().encode() == found[1]
    data = data.replace(b"\r\n", b"\n")  # git on Windows changes line ends; nobody else means it
    found = _TEXT_MARK.search(data)
    return found is not None and sha256(data[: found.start()]).hexdigest()[:16].encode() == found[1]

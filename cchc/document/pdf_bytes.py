"""A PDF as LibreOffice writes it, made to say when its paper is dated, not when it was made.

What changes from one run to the next is set: dates in the document's information, in its XMP
metadata and in the colour profile, the file's identifier, and the checksum. Two faults of the office
are mended: a stream that ends in a carriage return, which readers take for the end of its line, and
a standard structure type that is mapped to itself. Source: ISO 32000-1, 7.3.8.1, 7.5.4, 14.3, 14.4
and 14.7.3; ISO 19005-2, 6.1.7.1 and 6.7.3.4; ICC.1:2010, 7.2.8.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from hashlib import sha256
from io import BytesIO

from cchc.document.file_properties import CORE

FONT = "TimesNewRoman"
"""The font of the decree, as a PDF names it (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.3)."""
_CREATED = re.compile(rb"<dcterms:created[^>]*>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z<")
_INFO = re.compile(rb"/(CreationDate|ModDate)\(D:\d{14}Z'?\)")
_XMP = re.compile(rb"<xmp:(CreateDate|ModifyDate|MetadataDate)>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")
_ID = re.compile(rb"/ID \[ <[0-9A-F]{32}>\s*<[0-9A-F]{32}> \]")
_RETURN_END = re.compile(rb"\r(?=\nendstream)")
_CHECKSUM = re.compile(rb"/DocChecksum /[0-9A-F]{32}")
_PROFILE = re.compile(rb"<</N 3/Length (\d+) 0 R/Filter/FlateDecode>>\nstream\n")
_ENTRIES = re.compile(rb"(?<=\n)\d{10}(?= \d{5} n)")
_START = re.compile(rb"(?<=startxref\n)\d+")
_HEX = re.compile(rb"[0-9A-F]{32}")
_ROLES = re.compile(rb"/RoleMap<<[^>]*>>")
_OWN_ROLE = re.compile(rb"/(\w+)/\1\n")
_BASE_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")


def settled(pdf: bytes, docx: bytes) -> bytes:
    """Return `pdf` with the date of the Word document it was made from: the same in every run."""
    pdf = _ROLES.sub(lambda found: _OWN_ROLE.sub(_blank, found[0]), pdf)
    changes = [(found.end(), found.end(), b"\r") for found in _RETURN_END.finditer(pdf)]
    created = _created(docx)
    if created is None:
        return _spliced(pdf, changes)
    day = re.sub(rb"[^0-9]", b"", created)
    pdf = _INFO.sub(lambda found: _dated(found[0], rb"\d{14}", day), pdf)
    pdf = _XMP.sub(lambda found: _dated(found[0], rb"[\d-]{10}T[\d:]{8}", created), pdf)
    pdf = _spliced(pdf, changes + _profile_changes(pdf, day))
    blank = _HEX.sub(b"0" * 32, _ID.search(pdf)[0]) if _ID.search(pdf) else b""  # type: ignore[index]
    pdf = _CHECKSUM.sub(b"/DocChecksum /" + b"0" * 32, _ID.sub(blank, pdf))
    name = sha256(pdf).hexdigest()[:32].upper().encode()
    return _CHECKSUM.sub(
        b"/DocChecksum /" + name, _ID.sub(lambda found: _HEX.sub(name, found[0]), pdf)
    )


def _profile_changes(pdf: bytes, day: bytes) -> list[tuple[int, int, bytes]]:
    """Return the splices that date the colour profile `day`."""
    found = _PROFILE.search(pdf)
    if found is None:
        return []
    end = pdf.index(b"\nendstream", found.end())
    profile = bytearray(zlib.decompress(pdf[found.end() : end]))
    parts = (day[:4], *(day[n : n + 2] for n in range(4, 14, 2)))
    profile[24:36] = struct.pack(">6H", *map(int, parts))
    packed = zlib.compress(bytes(profile), 9)
    length = re.search(rb"(?<=\n" + found[1] + rb" 0 obj\n)\d+", pdf)
    if length is None:
        return []
    return [(found.end(), end, packed), (*length.span(), b"%d" % len(packed))]


def _spliced(pdf: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """Return `pdf` with the text of each span replaced, and its cross-reference table moved."""
    if not changes or b"\nxref\n" not in pdf:
        return pdf
    changes = sorted(changes)
    table = pdf.rindex(b"\nxref\n")

    def place(at: re.Match[bytes]) -> bytes:
        moved = sum(len(new) - (end - start) for start, end, new in changes if start < int(at[0]))
        return b"%0*d" % (len(at[0]), int(at[0]) + moved)

    parts, done = [], 0
    for start, end, new in changes:
        parts += [pdf[done:start], new]
        done = end
    offsets = _START.sub(place, _ENTRIES.sub(place, pdf[table:]))
    return b"".join([*parts, pdf[done:table], offsets])


def stand_in(pdf: bytes) -> str | None:
    """Return the font that stands in a PDF where Times New Roman should; None when none does."""
    fonts = sorted({found[1].decode("ascii", "replace") for found in _BASE_FONT.finditer(pdf)})
    if not fonts or any(font.startswith(FONT) for font in fonts):
        return None
    return fonts[0].partition("-")[0].partition(",")[0]


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def _dated(text: bytes, pattern: bytes, value: bytes) -> bytes:
    return re.sub(pattern, value, text)


def _created(docx: bytes) -> bytes | None:
    try:
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            found = _CREATED.search(archive.read(CORE))
    except (zipfile.BadZipFile, KeyError):
        return None
    return found[1] if found else None

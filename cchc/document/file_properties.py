"""The properties of a .docx: title, author, dates, and the digest by which cchc knows its own.

A .docx carries the digest in docProps/custom.xml; a PDF in a comment before `startxref`, which readers
pass over and which moves nothing; a text in its last line. Whoever edits, signs or stamps the file
breaks it: what somebody changed by hand is known again and never written over.
"""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from pathlib import Path

from cchc.document.comments.parts import is_annotated
from cchc.document.paper import Paper
from cchc.errors import UserError
from cchc.word.package import RELATIONS, add_relation, add_type, read_package

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
CUSTOM = "docProps/custom.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_REL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_APP_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_REL = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_CUSTOM_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    "{properties}</Properties>"
)
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
_DIGEST = re.compile(rb'(name="cchc"><vt:lpwstr>)[0-9a-f]*')
_APP_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>cchc</Application></Properties>'
)


def with_core_part(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return `parts` with a place for the properties, and without the editor's traces.

    docProps/app.xml says that cchc wrote the file, docProps/custom.xml will hold a digest of it and what document systems ask for.
    """
    parts = dict(parts)
    if CORE not in parts:
        _add_part(parts, CORE, _CORE_TYPE, "rIdCoreProperties", _CORE_REL)
    if APP not in parts:
        _add_part(parts, APP, _APP_TYPE, "rIdAppProperties", _APP_REL)
    if CUSTOM not in parts:
        _add_part(parts, CUSTOM, _CUSTOM_TYPE, "rIdCustomProperties", _CUSTOM_REL)
    parts[APP] = _APP_XML.encode()
    return parts


def _add_part(parts: dict[str, bytes], name: str, kind: str, rel_id: str, relation: str) -> None:
    parts[name] = b""
    add_type(parts, name, kind)
    add_relation(parts, RELATIONS, rel_id, relation, name)


def is_ours(parts: dict[str, bytes]) -> bool:
    """Whether the .docx of `parts` is as cchc wrote it: nobody has changed anything since."""
    return parts.get(APP) == _APP_XML.encode() and parts.get(CUSTOM) == with_digest(parts)


def custom_properties(paper: Paper) -> bytes:
    """Return docProps/custom.xml: what document systems ask of a paper, and room for the digest."""
    said = {
        "cchc": "",
        "Số": paper.number.strip(),
        "Ký hiệu": paper.symbol if paper.number_line else "",
        "Loại văn bản": paper.properties.kind,
        "Trích yếu": " ".join(paper.title.split()),
        "Người ký": paper.signer.name,
        "Chức vụ người ký": paper.signer.post,
        "Ngày ban hành": paper.properties.date,
    }
    made = "".join(
        _PROPERTY.format(pid=pid, name=name, value=escape(value))
        for pid, (name, value) in enumerate(said.items(), start=2)
        if value or name == "cchc"
    )
    return _CUSTOM_XML.format(properties=made).encode()


def with_digest(parts: dict[str, bytes]) -> bytes:
    """Return docProps/custom.xml with a digest of everything else in the file."""
    own = _DIGEST.sub(rb"\1", parts.get(CUSTOM, b""))
    digest = sha256()
    for name, data in sorted({**parts, CUSTOM: own}.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return _DIGEST.sub(rb"\g<1>" + digest.hexdigest().encode(), own)


def core_properties(paper: Paper) -> bytes:
    """Return docProps/core.xml."""
    properties = paper.properties
    number = f"{paper.number}/{paper.symbol}" if paper.number.strip() else ""
    title, subject, creator, keywords, kind = (
        escape(text, quote=False)
        for text in (
            " ".join(properties.title.split()), properties.subject, properties.creator, number,
            properties.kind,
        )
    )  # fmt: skip
    created = f'xsi:type="dcterms:W3CDTF">{properties.created}</dcterms:'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title>"
        f"<dc:subject>{subject}</dc:subject>"
        f"<dc:creator>{creator}</dc:creator>"
        f"<cp:keywords>{keywords}</cp:keywords>"
        f"<cp:category>{kind}</cp:category>"
        f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy>"
        "<dc:language>vi-VN</dc:language>"
        f"<dcterms:created {created}created>"
        f"<dcterms:modified {created}modified>"
        "</cp:coreProperties>"
    ).encode()


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

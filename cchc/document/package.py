"""A .docx as its parts, read with care and written so that the same parts give the same bytes."""

from __future__ import annotations

import zipfile
import zlib
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path

from cchc.document.paper import Properties
from cchc.document.wordml import parse, serialize
from cchc.errors import UserError, reason
from cchc.messages import say

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
CORE = "docProps/core.xml"
APP = "docProps/app.xml"
CUSTOM = "docProps/custom.xml"
MAX_PART_BYTES = 50_000_000
MAX_BYTES = 200_000_000
MAX_PARTS = 5_000
"""What is larger is no paper but an accident, or a zip bomb."""

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
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
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="cchc">'
    "<vt:lpwstr>%s</vt:lpwstr></property></Properties>"
)
_APP_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>cchc</Application></Properties>'
)


def read_package(path: Path) -> dict[str, bytes]:
    """Return the parts of a .docx by name.

    Raises:
        UserError: the file cannot be opened, or is not a Word document.
    """
    parts = read_parts(path)
    if DOCUMENT not in parts or CONTENT_TYPES not in parts or STYLES not in parts:
        raise _not_word(path)
    return parts


def read_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a zipped file by name, whatever they are.

    Raises:
        UserError: the file cannot be opened, or is no such file, or far too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            sizes = [info.file_size for info in infos]
            large = max(sizes, default=0) > MAX_PART_BYTES or sum(sizes) > MAX_BYTES
            if large or len(sizes) > MAX_PARTS:
                raise UserError(say("{path}: too large to be a paper", path=path))
            return {info.filename: archive.read(info) for info in infos}
    except OSError as error:
        raise UserError(
            say("{path}: cannot be opened: {reason}", path=path, reason=reason(error))
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError,
            ValueError) as error:  # fmt: skip
        raise _not_word(path) from error


def _not_word(path: Path) -> UserError:
    return UserError(
        say("{path}: not a Word document", path=path),
        say("Save it in Word as Word Document (*.docx), without a password."),
    )


def write_package(parts: dict[str, bytes]) -> bytes:
    """Return the .docx of `parts`: fixed dates, order and attributes."""
    out = BytesIO()
    first = (CONTENT_TYPES, RELATIONS, DOCUMENT)
    names = [*(n for n in first if n in parts), *sorted(n for n in parts if n not in first)]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, parts[name], compresslevel=6)
    return out.getvalue()


def with_core_part(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return `parts` with a place for the properties, and without the editor's traces.

    docProps/app.xml says that cchc wrote the file, docProps/custom.xml will hold a digest of it.
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
    types = parse(parts[CONTENT_TYPES])
    types.append(
        types.makeelement(f"{{{_TYPES_NS}}}Override", {"PartName": f"/{name}", "ContentType": kind})
    )
    parts[CONTENT_TYPES] = serialize(types)
    relations = parse(parts[RELATIONS])
    attributes = {"Id": rel_id, "Type": relation, "Target": name}
    relations.append(relations.makeelement(f"{{{_RELS_NS}}}Relationship", attributes))
    parts[RELATIONS] = serialize(relations)


def is_ours(parts: dict[str, bytes]) -> bool:
    """Whether the .docx of `parts` is as cchc wrote it: nobody has changed anything since."""
    return parts.get(APP) == _APP_XML.encode() and parts.get(CUSTOM) == digest_properties(parts)


def digest_properties(parts: dict[str, bytes]) -> bytes:
    """Return docProps/custom.xml with a digest of all other parts."""
    digest = sha256()
    for name in sorted(parts):
        if name != CUSTOM:
            digest.update(f"{name}\0{len(parts[name])}\0".encode())
            digest.update(parts[name])
    return (_CUSTOM_XML % digest.hexdigest()).encode()


def core_properties(properties: Properties) -> bytes:
    """Return docProps/core.xml."""
    title, subject, creator = (
        escape(text, quote=False)
        for text in (properties.title, properties.subject, properties.creator)
    )
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
        f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy>"
        "<dc:language>vi-VN</dc:language>"
        f"<dcterms:created {created}created>"
        f"<dcterms:modified {created}modified>"
        "</cp:coreProperties>"
    ).encode()

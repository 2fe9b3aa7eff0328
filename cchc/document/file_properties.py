"""The properties of a .docx: title, author, dates, and the digest by which cchc knows its own."""

from __future__ import annotations

from hashlib import sha256
from html import escape

from cchc.document.paper import Properties
from cchc.word.markup import parse, serialize
from cchc.word.package import CONTENT_TYPES, RELATIONS

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
CUSTOM = "docProps/custom.xml"
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

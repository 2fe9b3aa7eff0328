"""A zipped office file (.docx, .xlsx) as its parts: read with limits, and never from elsewhere.

Only parts that are asked for are unpacked. XML is refused when it has a document type (the way
of entity bombs); nothing in a file can make the reader open another file or an address. What is
written gives the same bytes for the same parts. ECMA-376 part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import errno
import posixpath
import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from lxml import etree

from cchc.errors import UserError
from cchc.word import refusal
from cchc.word.markup import Element, W, parse_xml, serialize

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
MAX_FILE_BYTES = 100_000_000
MAX_PART_BYTES = 40_000_000
"""Unpacked. The longest plan seen has 1 MB; a table of 5,000 rows has about 15 MB."""
MAX_BYTES = 200_000_000
"""Of all parts together, unpacked."""
MAX_PARTS = 5_000
MAX_RATIO = 120
"""Unpacked to packed, for parts past `RATIO_COUNTS_FROM`: text of people packs 10 to 30 times."""
RATIO_COUNTS_FROM = 16_000_000
MAX_MARKS = 3_000_000
"""Tags and attributes of one part: each takes memory, however short it is."""

MAX_PARAGRAPHS = 200_000
"""Of one part, empty ones too; a table of 5,000 rows and 20 columns has half as many."""

_paragraphs = etree.XPath("count(descendant-or-self::w:p)", namespaces={"w": W})
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = f"{{{_RELATIONS_NS}}}Relationship"
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS_NS}"/>'.encode()
TYPES_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""The names of ISO "strict" files, as the files of Word and Excel have them otherwise."""

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_ZIP = b"PK"
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError,
    OverflowError,
)  # fmt: skip


class Package:
    """A zipped office file; its parts are read when asked for."""

    def __init__(self, path: Path) -> None:
        """Open the file and look at the list of its parts.

        Raises:
            UserError: it cannot be opened, is no zip file, is damaged, far too large or locked.
        """
        self.path = path
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
                raise refusal.not_a_file(path)  # a device may have no end
            if found.st_size == 0:
                raise refusal.empty(path)
            if found.st_size > MAX_FILE_BYTES:
                raise refusal.too_large(path)
            self._archive = zipfile.ZipFile(path)
            infos = self._archive.infolist()
        except OSError as error:
            raise _refused(path, error) from error
        except _DAMAGED as error:
            raise (refusal.damaged if _is_zip(path) else refusal.not_word)(path) from error
        if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_BYTES:
            raise refusal.too_large(path)
        self._infos = {clean_part_name(info.filename): info for info in infos}

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._infos)

    def read(self, name: str) -> bytes:
        """Return one part; empty when there is none of that name.

        Raises:
            UserError: it is damaged, locked by a password, or unpacks to far too much.
        """
        info = self._infos.get(name)
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise refusal.password_protected(self.path)
        ratio = info.file_size / max(1, info.compress_size)
        bomb = info.file_size > RATIO_COUNTS_FROM and ratio > MAX_RATIO
        if bomb or info.file_size > MAX_PART_BYTES:
            raise refusal.too_large(self.path)
        try:
            return self._archive.read(info)
        except OSError as error:
            raise _refused(self.path, error) from error
        except _DAMAGED as error:
            raise refusal.damaged(self.path) from error

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML part; None when there is none of that name.

        Raises:
            UserError: as `read`, or it is not well-formed or has a document type.
        """
        data = self.read(name)
        return parsed(usual_names(data), self.path, name) if data else None

    def parts(self) -> dict[str, bytes]:
        """Return every part by name, as it stands in the file.

        Raises:
            UserError: as `read`.
        """
        return {name: self.read(name) for name, info in self._infos.items() if not info.is_dir()}

    def refuse_bombs(self) -> None:
        """Look through all parts, before another library unpacks and parses them.

        Raises:
            UserError: as `read`, or one has a document type.
        """
        for name, data in self.parts().items():
            if b"<!DOCTYPE" in data:
                raise refusal.damaged_part(self.path, name)

    def main_part(self) -> str:
        """Return the name of the part with the text; empty when the file names none."""
        return next((t for k, t in self._targets("", "_rels/.rels") if k == "officeDocument"), "")

    def related(self, part: str) -> dict[str, str]:
        """Return what `part` refers to inside the file: the name of each part by its kind."""
        return dict(self._targets(posixpath.dirname(part), rels_of(part)))

    def related_by_id(self, part: str) -> dict[str, str]:
        """Return what `part` refers to inside the file, by the id it is referred to with."""
        return relations(self.xml(rels_of(part)), part)

    def _targets(self, folder: str, rels: str) -> list[tuple[str, str]]:
        root = self.xml(rels)
        nodes = [] if root is None else list(root.iter(_RELATION))
        return [
            ((node.get("Type") or "").rpartition("/")[2], _joined(folder, node.get("Target") or ""))
            for node in nodes
            if node.get("TargetMode") != "External"
        ]


def _refused(path: Path, error: OSError) -> UserError:
    # A damaged list of parts names places that lie before the start of the file.
    if error.errno == errno.EINVAL:
        return refusal.damaged(path)
    return refusal.unreadable(path, error)


def clean_part_name(name: str) -> str:
    """Return the name of a part, whatever slashes the program that zipped it used."""
    return name.replace("\\", "/").lstrip("/")


def is_margin(name: str) -> bool:
    """Whether a part is a page header or footer."""
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def rels_of(part: str) -> str:
    """Return the name of the part that lists what `part` refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(root: Element | None, part: str) -> dict[str, str]:
    """Return the parts that `part` refers to by id; links to elsewhere are left out.

    Args:
        root: the root of the part named by `rels_of`; None when there is none.
        part: the name of the part that refers.
    """
    folder = posixpath.dirname(part)
    return {
        node.get("Id") or "": _joined(folder, node.get("Target") or "")
        for node in ([] if root is None else root.iter(_RELATION))
        if node.get("TargetMode") != "External"
    }


def usual_names(data: bytes) -> bytes:
    """Return a part with the names of ISO "strict" files as other files have them."""
    if _STRICT in data:
        for strict, usual in _USUAL.items():
            data = data.replace(strict, usual)
    return data


def parsed(data: bytes, path: Path, part: str) -> Element:
    """Return the root of one XML part.

    Raises:
        UserError: it is not well-formed, is far too large, or has a document type.
    """
    if b"<!DOCTYPE" in data:
        raise refusal.damaged_part(path, part)
    if data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise refusal.too_large(path)
    try:
        root = parse_xml(data)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise refusal.damaged_part(path, part) from error
    if _paragraphs(root) > MAX_PARAGRAPHS:
        raise refusal.too_large(path)
    return root


def read_package(path: Path) -> dict[str, bytes]:
    """Return the parts of a .docx by name.

    Raises:
        UserError: the file cannot be opened, or is not a Word document.
    """
    parts = Package(path).parts()
    if DOCUMENT not in parts or CONTENT_TYPES not in parts or STYLES not in parts:
        raise refusal.not_word(path)
    return parts


def unpacked(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx that cchc itself has made, in their order."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def add_type(parts: dict[str, bytes], name: str, kind: str) -> None:
    """Enter the content type of the part `name` in the list of `parts`."""
    types = parse_xml(parts[CONTENT_TYPES])
    attributes = {"PartName": f"/{name}", "ContentType": kind}
    types.append(types.makeelement(f"{TYPES_NAMESPACE}Override", attributes))
    parts[CONTENT_TYPES] = serialize(types)


def add_relation(parts: dict[str, bytes], rels: str, rel_id: str, kind: str, target: str) -> None:
    """Enter what a part refers to in the part `rels` (see `rels_of`), which is made if missing."""
    root = parse_xml(parts.get(rels, _NO_RELATIONS))
    attributes = {"Id": rel_id, "Type": kind, "Target": target}
    root.append(root.makeelement(_RELATION, attributes))
    parts[rels] = serialize(root)


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


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == _ZIP


def _joined(folder: str, target: str) -> str:
    path = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(path).lstrip("/")

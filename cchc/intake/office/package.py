"""The parts of a zipped office file (.docx, .xlsx): read with limits, and never from elsewhere.

Only parts that are asked for are unpacked. XML is refused when it has a document type (the way
of entity bombs); nothing in a file can make the reader open another file or an address.
"""

from __future__ import annotations

import errno
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import Any

from lxml import etree

from cchc.errors import UserError
from cchc.intake.office import refusal

Element = Any
"""An lxml element; lxml ships no types."""

MAX_FILE_BYTES = 100_000_000
MAX_PART_BYTES = 40_000_000
"""Unpacked. The longest plan seen has 1 MB; a table of 5,000 rows has about 15 MB."""
MAX_PARTS = 5_000
MAX_RATIO = 120
"""Unpacked to packed, for parts past `RATIO_COUNTS_FROM`: text of people packs 10 to 30 times."""
RATIO_COUNTS_FROM = 16_000_000
MAX_MARKS = 3_000_000
"""Tags and attributes of one part: each takes memory, however short it is."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
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

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)
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
            self._archive = zipfile.ZipFile(path)
            infos = self._archive.infolist()
        except OSError as error:
            raise _refused(path, error) from error
        except _DAMAGED as error:
            raise refusal.damaged(path) from error
        if len(infos) > MAX_PARTS:
            raise refusal.too_large(path)
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}

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
            raise refusal.locked(self.path)
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
        if not data:
            return None
        if _STRICT in data:
            for strict, usual in _USUAL.items():
                data = data.replace(strict, usual)
        return parse(data, self.path, name)

    def main_part(self) -> str:
        """Return the name of the part with the text; empty when the file names none."""
        return next((t for k, t in self._targets("", "_rels/.rels") if k == "officeDocument"), "")

    def related(self, part: str) -> dict[str, str]:
        """Return what `part` refers to inside the file: the name of each part by its kind."""
        return dict(self._targets(posixpath.dirname(part), rels_of(part)))

    def related_by_id(self, part: str) -> dict[str, str]:
        """Return what `part` refers to inside the file, by the id it is referred to with."""
        folder = posixpath.dirname(part)
        root = self.xml(rels_of(part))
        nodes = [] if root is None else list(root.iter(_RELATION))
        return {
            node.get("Id") or "": _joined(folder, node.get("Target") or "")
            for node in nodes
            if node.get("TargetMode") != "External"
        }

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


def rels_of(part: str) -> str:
    """Return the name of the part that lists what `part` refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def parse(data: bytes, path: Path, part: str) -> Element:
    """Read the XML of one part.

    Raises:
        UserError: it is not well-formed, is far too large, or has a document type.
    """
    try:
        if b"<!DOCTYPE" in data:
            raise refusal.damaged_part(path, part)
        if data.count(b"<") + data.count(b"=") > MAX_MARKS:
            raise refusal.too_large(path)
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise refusal.damaged_part(path, part) from error
    # A text in UTF-16 hides the words looked for above.
    if root.getroottree().docinfo.doctype:
        raise refusal.damaged_part(path, part)
    return root


def _joined(folder: str, target: str) -> str:
    path = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(path).lstrip("/")

"""What stands beside the text of a Word document: page headers and footers, notes, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cchc.intake.office.tidy import tidy
from cchc.intake.office_paper import Block, Paragraph
from cchc.word.markup import Element, child, w
from cchc.word.package import Package

_PAGE_NUMBER = re.compile(
    r"(?:trang|page|tr\.)?\s*[-–]?\s*[\divxlc]*\s*(?:[-–/]|trên|of)?\s*\d*\s*[-–]?", re.IGNORECASE
)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXT = w("t")


def is_seen(text: str) -> bool:
    """Tell whether a text says more than the number of the page."""
    return bool(re.search(r"\w", text)) and not _PAGE_NUMBER.fullmatch(" ".join(text.split()))


def texts_of(block: Block) -> Iterator[str]:
    """Yield the texts in a block."""
    if isinstance(block, Paragraph):
        yield block.text
        return
    yield from (cell.text for row in block.rows for cell in row.cells)


def lines_of_blocks(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the texts of `blocks` as paragraphs."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (Paragraph(cell.text, cell.place) for row in block.rows
                        for cell in row.cells if cell.text.strip())  # fmt: skip


def placeholders(root: Element) -> frozenset[Element]:
    """Return the runs of content controls that only ask for an entry (17.5.2.39)."""
    asking = (one.getparent().getparent() for one in root.iter(w("showingPlcHdr"))
              if one.get(w("val")) not in ("0", "false"))  # fmt: skip
    return frozenset(
        run for control in asking if control is not None for run in control.iter(w("r"))
    )


class Beside:
    """The parts of one document that its text refers to."""

    def __init__(self, package: Package, main: str) -> None:
        """Read what the part `main` refers to."""
        self._package = package
        self._by_id = package.related_by_id(main)
        self._by_kind = package.related(main)

    def headers(self, body: Element) -> list[list[Element]]:
        """Return, for each section, the page headers that no section before it has."""
        return self._sections(body, "headerReference")

    def notes_and_footers(self, body: Element) -> Iterator[tuple[str, list[Element]]]:
        """Yield the page footers, and the footnotes and endnotes that people wrote."""
        yield (
            "footer",
            [root for roots in self._sections(body, "footerReference") for root in roots],
        )
        for kind in ("footnote", "endnote"):
            root = self._part(self._by_kind.get(f"{kind}s", ""))
            written = [] if root is None else [
                one for one in root.iter(w(kind)) if one.get(w("type")) in (None, "normal")
            ]  # fmt: skip
            yield "note", written

    def comments(self) -> list[str]:
        """Return the texts of the comments."""
        root = self._part(self._by_kind.get("comments", ""))
        found = [] if root is None else [
            tidy("".join(text.text or "" for text in one.iter(_TEXT))).strip()
            for one in root.iter(w("comment"))
        ]  # fmt: skip
        return [text for text in found if text]

    def _sections(self, body: Element, name: str) -> list[list[Element]]:
        known: set[str] = set()
        found: list[list[Element]] = []
        for section in body.iter(w("sectPr")):
            new: list[Element] = []
            first = child(section, "titlePg") is not None
            for reference in section.iter(w(name)):
                part = self._by_id.get(reference.get(_ID) or "", "")
                if part in known or (reference.get(w("type")) == "first" and not first):
                    continue
                known.add(part)
                root = self._part(part)
                if root is not None:
                    new.append(root)
            found.append(new)
        return found

    def _part(self, name: str) -> Element | None:
        return self._package.xml(name) if name and name in self._package.names else None

"""What a Word paragraph says, in letters as all readers hand them on, and what stands beside the text.

Beside it are page headers and footers, notes and comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc.intake.office import letters
from cchc.intake.office.letters import plain_letters
from cchc.intake.office_paper import Block, Paragraph
from cchc.word.formatting import Formatting, Letters
from cchc.word.markup import Element, child, w
from cchc.word.package import Package
from cchc.word.paragraphs import ParagraphReader, as_unicode


class Read(NamedTuple):
    """What one paragraph says, and how its letters look."""

    text: str
    """Blanks at its ends still there."""
    bold: bool
    italic: bool
    boxes: tuple[Element, ...]
    """Contents of the text boxes anchored in it."""


class TextReader:
    """Reads the paragraphs of one document and counts in `left_out` what was not read."""

    def __init__(self, paragraphs: ParagraphReader, looks: Formatting) -> None:
        self._paragraphs = paragraphs
        self._looks = looks
        self.left_out = paragraphs.left_out
        self.old_fonts: Counter[str] = Counter()
        self.struck: list[str] = []
        """Texts that are struck out, which nobody means any more."""
        self.placeholders: frozenset[Element] = frozenset()
        """Runs that only ask for an entry: "Choose an item."."""

    def read(self, paragraph: Element, parts: tuple[str, ...]) -> Read:
        """Return what `paragraph` says; `parts` are those of its table's style that apply."""
        pieces: list[tuple[str, Letters]] = []
        boxes: list[Element] = []
        for run, text, hanging in self._paragraphs.pieces(paragraph):
            look = self._looks.letters(run, paragraph, parts)
            boxes += hanging
            if run in self.placeholders:
                continue
            if look.struck and not look.hidden and text.strip():
                self.struck.append(plain_letters(text).strip())
            elif look.hidden:
                self.left_out["hidden"] += bool(text.strip())
            elif text:
                pieces.append((as_unicode(text, look.named), look))
        seen = [look for text, look in pieces if text.strip()]
        return Read(
            plain_letters(self._joined(pieces)),
            bool(seen) and all(look.bold for look in seen),
            bool(seen) and all(look.italic for look in seen),
            tuple(boxes),
        )

    def _joined(self, pieces: list[tuple[str, Letters]]) -> str:
        """Join the pieces; neighbours in one old font are converted together, for VNI needs pairs."""
        if not any(letters.coding(look.named) for _, look in pieces):
            return "".join(text for text, _ in pieces)
        out: list[str] = []
        font, held = "", ""
        for text, look in [*pieces, ("", Letters())]:
            if look.named != font:
                if letters.is_coded(held, font):
                    self.old_fonts[font] += 1
                out.append(letters.to_unicode(held, font))
                font, held = look.named, ""
            held += text
        return "".join(out)


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
            plain_letters("".join(text.text or "" for text in one.iter(_TEXT))).strip()
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

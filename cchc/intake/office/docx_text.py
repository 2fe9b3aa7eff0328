"""What one Word paragraph says, in letters as all readers hand them on."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from cchc.intake.office import old_fonts
from cchc.intake.office.tidy import tidy
from cchc.word.formatting import Formatting, Letters
from cchc.word.markup import Element
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
                self.struck.append(tidy(text).strip())
            elif look.hidden:
                self.left_out["hidden"] += bool(text.strip())
            elif text:
                pieces.append((as_unicode(text, look.named), look))
        seen = [look for text, look in pieces if text.strip()]
        return Read(
            tidy(self._joined(pieces)),
            bool(seen) and all(look.bold for look in seen),
            bool(seen) and all(look.italic for look in seen),
            tuple(boxes),
        )

    def _joined(self, pieces: list[tuple[str, Letters]]) -> str:
        """Join the pieces; neighbours in one old font are converted together, for VNI needs pairs."""
        if not any(old_fonts.coding(look.named) for _, look in pieces):
            return "".join(text for text, _ in pieces)
        out: list[str] = []
        font, held = "", ""
        for text, look in [*pieces, ("", Letters())]:
            if look.named != font:
                if old_fonts.is_coded(held, font):
                    self.old_fonts[font] += 1
                out.append(old_fonts.to_unicode(held, font))
                font, held = look.named, ""
            held += text
        return "".join(out)

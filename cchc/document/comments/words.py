"""The words of paragraphs with the place of every letter in the XML, and words found in them.

The words looked for come from readers that compose letters and join blanks; so does this one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc.word.markup import Element, flag, w

THROUGH = frozenset(w(n) for n in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo"))  # fmt: skip
"""What may stand around a run without being one thing: a comment may begin or end within."""
_GONE = frozenset((w("del"), w("moveFrom")))
_R, _T, _P = w("r"), w("t"), w("p")
_BLANKS = {w("tab"): " ", w("ptab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_WALL = "\x1f"
"""Stands between cells: no words go on over it."""


class Letter(NamedTuple):
    """One letter as read, and what it stands for: `start` to `stop` in the text of `node`.

    A `node` that is no w:t is one thing, and not cut.
    """

    text: str
    node: Element
    start: int
    stop: int


def letters_of(paragraph: Element) -> Iterator[Letter]:
    """Yield the letters of one paragraph that people see; those of text boxes are not in it."""
    for one in paragraph:
        tag = one.tag
        if tag == _R:
            yield from _of_run(one)
        elif tag in THROUGH:
            yield from letters_of(one)
        elif tag not in _GONE and tag != w("pPr") and isinstance(tag, str):
            for text in one.iter(_T):
                yield from (Letter(sign, one, 0, 1) for sign in text.text or "")


def _of_run(run: Element) -> Iterator[Letter]:
    if flag(run.find(w("rPr")), "vanish"):
        return
    for one in run:
        if one.tag == _T:
            yield from (Letter(s, one, n, n + 1) for n, s in enumerate(one.text or ""))
        elif one.tag in _BLANKS:
            yield Letter(_BLANKS[one.tag], one, 0, 1)


class JoinedText:
    """The letters of several paragraphs as one text: composed, blanks single, walls between cells."""

    def __init__(self, cells: Iterable[Iterable[Element]]) -> None:
        """Read the paragraphs of each of `cells`; outside tables all paragraphs are one cell."""
        self._letters: list[Letter | None] = []
        signs: list[str] = []
        for cell in cells:
            for paragraph in cell:
                for letter in (*_composed(letters_of(paragraph)), None):
                    text = " " if letter is None or letter.text.isspace() else letter.text
                    if text != " " or (signs and signs[-1] not in (" ", _WALL)):
                        signs.append(text)
                        self._letters.append(letter)
            signs.append(_WALL)
            self._letters.append(None)
        self._text = "".join(signs)

    def find(self, words: str, within: str, nth: int) -> tuple[Letter, Letter] | None:
        """Return the first and last letter of `within`, as it stands in `words`.

        Without `within` those of the first line of `words`; None where they cannot be found.
        """
        line, nth = _line(words, within, nth)
        at = self._at(normal(line), 0)
        size = len(normal(line))
        if wanted := normal(within):
            start = max(at, 0)
            for _ in range(nth + 1 if at >= 0 else 1):
                found = self._at(wanted, start)
                start = found + 1
                if found < 0:
                    return None
            at, size = found, len(wanted)
        if at < 0 or not size:
            return None
        held = [one for one in self._letters[at : at + size] if one is not None]
        return (held[0], held[-1]) if held else None

    def ends(self) -> tuple[Letter, Letter] | None:
        """Return the first and last letter that can be seen; None where there are none."""
        seen = [one for one in self._letters if one is not None and not one.text.isspace()]
        return (seen[0], seen[-1]) if seen else None

    def _at(self, words: str, start: int) -> int:
        if not words:
            return -1
        at = self._text.find(words, start)
        return at if at >= 0 else _small(self._text).find(_small(words), start)


def normal(text: str) -> str:
    """Return `text` composed, with single blanks and nothing that cannot be seen."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("\u2011", "-")
    return " ".join(text.split())


def _small(text: str) -> str:
    """Return `text` in small letters, of the same length."""
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _line(words: str, within: str, nth: int) -> tuple[str, int]:
    """Return the line of `words` with the stretch meant, and which of its like there it is."""
    lines = [one for one in words.splitlines() if one.strip()]
    if not within.strip():
        return (lines[0] if lines else ""), 0
    left = nth
    for line in lines:
        count = line.count(within)
        if left < count:
            return line, left
        left -= count
    return "", 0


def _composed(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Join letters with the marks typed behind them, and leave out what cannot be seen."""
    held: list[Letter] = []
    for letter in letters:
        if _UNSEEN.match(letter.text):
            continue
        if held and not unicodedata.combining(letter.text):
            yield from _joined(held)
            held = []
        held.append(letter)
    if held:
        yield from _joined(held)


def _joined(held: list[Letter]) -> Iterator[Letter]:
    if len(held) == 1:
        first = held[0]
        text = "-" if first.text == "\u2011" else unicodedata.normalize("NFC", first.text)
        yield from (first._replace(text=sign) for sign in text)
        return
    text = unicodedata.normalize("NFC", "".join(one.text for one in held))
    first, last = held[0], held[-1]
    if len(text) == 1 and first.node is last.node:
        yield first._replace(text=text, stop=last.stop)
    else:
        yield from (one for one in held)

"""The numbers and bullets that Word puts before paragraphs by itself."""

from __future__ import annotations

import re

from cchc.document.wordml import Element, int_of, w
from cchc.language.numbering import roman

_LATIN = "abcdefghijklmnopqrstuvwxyz"


class Counters:
    """Counts through the lists of a document in order."""

    def __init__(self, numbering: Element | None) -> None:
        """Read the w:numbering element; None when the document has no lists."""
        self._kind: dict[str, str] = {}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        if numbering is None:
            return
        for num in numbering.findall(w("num")):
            self._kind[num.get(w("numId")) or ""] = _val(num, "abstractNumId")
        for kind in numbering.findall(w("abstractNum")):
            levels = {}
            for n, level in enumerate(kind.findall(w("lvl"))):
                shown = (_val(level, "numFmt"), _val(level, "lvlText"))
                levels[n] = (*shown, int_of(level, "start", "val", 1))
            self._levels[kind.get(w("abstractNumId")) or ""] = levels

    def mark(self, list_id: str, level: int) -> str:
        """Return what stands before the next paragraph of a list; empty outside lists."""
        kind = self._kind.get(list_id)
        levels = self._levels.get(kind or "", {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(kind or "", [])
        while len(counts) <= level:
            counts.append(levels.get(len(counts), ("", "", 1))[2] - 1)
        del counts[level + 1 :]
        counts[level] += 1
        form, text, _ = levels[level]
        if form == "bullet":
            return "-" if text.strip() in ("-", "–", "−", "\uf02d") else "•"
        return re.sub(
            r"%(\d)",
            lambda found: _shown(levels, counts, int(found[1]) - 1),
            text,
        )


def _shown(levels: dict[int, tuple[str, str, int]], counts: list[int], level: int) -> str:
    if level >= len(counts):
        return ""
    count = max(1, counts[level])
    match levels.get(level, ("decimal", "", 1))[0]:
        case "upperRoman":
            return roman(min(count, 3999))
        case "lowerRoman":
            return roman(min(count, 3999)).lower()
        case "upperLetter":
            return _LATIN[(count - 1) % 26].upper()
        case "lowerLetter":
            return _LATIN[(count - 1) % 26]
    return str(count)


def _val(parent: Element, name: str) -> str:
    found = parent.find(w(name))
    return "" if found is None else found.get(w("val")) or ""

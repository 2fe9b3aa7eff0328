"""The numbers and bullets that Word puts before paragraphs by itself, written out as printed.

ISO/IEC 29500-1, 17.9. Counts belong to the abstract list: all lists made of it go on counting, but
a list with a start of its own begins there at its first paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from cchc.language.numbering import roman
from cchc.word.markup import Element, child, flag, number, value, w, whole_number
from cchc.word.styles import Styles

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = 9
_DASHES = ("-", "–", "−", "\uf02d")
_MOST = 32_767
"""Word counts no further."""


@dataclass(frozen=True, slots=True)
class _ListLevel:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """Number of the level after which it starts again; 0 never; None: any level above."""
    legal: bool = False
    style: str = ""
    look: Element | None = None
    """Its w:pPr: where its paragraphs are set."""


@dataclass(slots=True)
class _List:
    """One w:num: where it counts, and its levels."""

    counts_in: str
    levels: dict[int, _ListLevel]
    starts: dict[int, int]


@dataclass(slots=True)
class _ListCounts:
    at: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    overridden: set[tuple[str, int]] = field(default_factory=set)


class ListCounter:
    """Counts through the lists of a document, from its first paragraph to its last."""

    def __init__(self, numbering: Element | None, styles: Styles) -> None:
        """Read the root of the numbering part; None when the document has no lists."""
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, _ListCounts] = {}
        if numbering is None:
            return
        kinds = {n.get(w("abstractNumId")) or "": n for n in numbering.findall(w("abstractNum"))}
        named = {n.get(w("numId")) or "": value(n, "abstractNumId")
                 for n in numbering.findall(w("num"))}  # fmt: skip
        for node in numbering.findall(w("num")):
            kind = value(node, "abstractNumId")
            if kind in kinds and (style := value(kinds[kind], "numStyleLink")):
                kind = named.get(styles.list_of(style), kind)
            levels = dict(_levels(kinds[kind])) if kind in kinds else {}
            starts: dict[int, int] = {}
            for override in node.findall(w("lvlOverride")):
                depth = whole_number(override.get(w("ilvl")))
                if depth is None:
                    continue
                if (own := override.find(w("lvl"))) is not None:
                    levels[depth] = _level(own)
                if (start := number(override, "startOverride")) is not None:
                    starts[depth] = start
            self._lists[node.get(w("numId")) or ""] = _List(kind, levels, starts)

    def look(self, list_id: str, depth: int) -> Element | None:
        """Return the w:pPr of a level; None where there is none."""
        found = self._lists.get(list_id)
        level = found.levels.get(depth) if found else None
        return level.look if level else None

    def depth_of_style(self, list_id: str, style: str, otherwise: int) -> int:
        """Return the level of a list that belongs to a paragraph style (w:pStyle, 17.9.23)."""
        found = self._lists.get(list_id)
        levels = found.levels if found else {}
        return next((n for n, level in levels.items() if level.style == style), otherwise)

    def label(self, list_id: str, depth: int) -> str:
        """Return what is printed before the next paragraph of a list; empty outside lists.

        Of bullets `-`, `+` and `*` are told apart; all others are `•`.
        """
        found = self._lists.get(list_id)
        level = found.levels.get(depth) if found else None
        if found is None or level is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self._counts.setdefault(found.counts_in, _ListCounts())
        _count(counts, list_id, found, depth)
        if level.form == "bullet":
            return _bullet(level.text)

        def shown(mark: re.Match[str]) -> str:
            at = int(mark[1]) - 1
            lvl = found.levels.get(at, _ListLevel())
            count = counts.at[at]
            form = "decimal" if level.legal and lvl.form != "decimalZero" else lvl.form
            return _printed(lvl.start if count is None else count, form)

        return re.sub(r"%([1-9])", shown, level.text).strip()


def _count(counts: _ListCounts, list_id: str, found: _List, depth: int) -> None:
    level = found.levels[depth]
    here = counts.at[depth]
    first = (list_id, depth) not in counts.overridden
    if depth in found.starts and first:
        counts.at[depth] = found.starts[depth]
        counts.overridden.add((list_id, depth))
    else:
        counts.at[depth] = level.start if here is None else min(here + 1, _MOST)
    for above in range(depth):
        # A level skipped over counts as begun: after 1.1.1 without a 1.1, the next is 1.2.
        if counts.at[above] is None:
            counts.at[above] = found.levels.get(above, _ListLevel()).start
    for below in range(depth + 1, _LEVELS):
        restart = found.levels.get(below, _ListLevel()).restart
        # Level 3 with w:lvlRestart 1 starts again after the first level only, not after the second.
        if restart is None or (restart > 0 and depth < restart):
            counts.at[below] = None


def _levels(kind: Element) -> list[tuple[int, _ListLevel]]:
    found = []
    for node in kind.findall(w("lvl")):
        depth = whole_number(node.get(w("ilvl")))
        if depth is not None:
            found.append((depth, _level(node)))
    return found


def _level(node: Element) -> _ListLevel:
    start = number(node, "start")
    level = _ListLevel(
        form=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText"),
        start=1 if start is None else start,
        restart=number(node, "lvlRestart"),
        legal=bool(flag(node, "isLgl")),
        style=value(node, "pStyle"),
        look=child(node, "pPr"),
    )
    if node.find(w("numFmt")) is None:
        # Forms newer than the standard stand in a choice, with an older form to fall back on.
        fallback = next((n.get(w("val")) for n in node.iter(w("numFmt"))
                         if n.get(w("val")) != "custom"), None)  # fmt: skip
        level = replace(level, form=fallback or "decimal")
    return level


def _bullet(text: str) -> str:
    sign = text.strip()
    return "-" if sign in _DASHES else sign if sign in ("", "+", "*") else "•"


def _printed(count: int, form: str) -> str:
    if form == "none":
        return ""
    if count < 1:
        return str(count)
    match form:
        case "upperRoman":
            return roman(count)
        case "lowerRoman":
            return roman(count).lower()
        case "upperLetter":
            return _letters(count).upper()
        case "lowerLetter":
            return _letters(count)
        case "decimalZero":
            return f"{count:02}"
        case "numberInDash":
            return f"- {count} -"
    return str(count)


def _letters(count: int) -> str:
    """Return a to z, then aa, bb, as Word counts; letters of the Vietnamese alphabet it has not."""
    times, at = divmod(count - 1, len(_LATIN))
    return _LATIN[at] * (times + 1)

"""Moving the plan's own year in a text to another year, and nothing else.

"Trước 30/11/2026", "xã Phú Thịnh năm 2026" and "Quý I/2026" move. What is cited stays ("Quyết định số
123/QĐ-UBND ngày 05/01/2026", its title included), and so do stages ("giai đoạn 2026 - 2030").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cchc.language.citation import find_citations

_YEAR = re.compile(r"(?<![\d])(?:19|20)\d\d(?!\d)")
_STAGE = re.compile(
    r"\d{4}\s*[-–—]\s*(?:năm\s+)?\d{4}"
    r"|(?:giai đoạn|nhiệm kỳ|thời kỳ)\s+(?:từ\s+)?(?:năm\s+)?\d{4}"
    r"|từ\s+năm\s+\d{4}\s+đến\s+(?:hết\s+)?(?:năm\s+)?\d{4}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\bnăm|\d\s*[/.-]|\bquý\s*(?:[IVX]+|\d)\s*/?|\btháng\s+\d\d?|[IVX]\s*/)\s*$", re.IGNORECASE
)
_COMPARED = re.compile(r"so với\s+(?:cùng kỳ\s+)?năm\s*$", re.IGNORECASE)
_SYMBOL = re.compile(r"/[A-ZĐ]")
_ISO = re.compile(r"-\d\d?-\d\d?(?!\d)")
_COUNTED = re.compile(
    r"\s+(?:hồ sơ|lượt|người|hộ|việc|nhiệm vụ|văn bản|thủ tục|cuộc)\b", re.IGNORECASE
)
_LEAP_DAY = re.compile(r"29\s*(?:[/.-]|tháng)\s*0?2\s*(?:[/.-]|năm)\s*$", re.IGNORECASE)
_AROUND = 24


class Move(NamedTuple):
    """One year that was moved: a few words around it, before and after."""

    before: str
    after: str


class Shifted(NamedTuple):
    """A text after its years were moved."""

    text: str
    moved: tuple[Move, ...] = ()
    left: tuple[str, ...] = ()
    """Words around years nearby that somebody should look at: last year's, next year's."""


def shift(text: str, year: int, new: int, *, deadline: bool = False) -> Shifted:
    """Move `year` to `new` where it is the plan's own.

    With it move the year before in "so với năm 2025", and in a `deadline` the years beside it
    ("Quý I/2027" in a plan for 2026).
    """
    if str(year)[:2] not in text:
        return Shifted(text)
    kept = list(_kept(text))
    pieces: list[str] = []
    moved: list[tuple[int, int]] = []
    left: list[str] = []
    at = 0
    for found in _YEAR.finditer(text):
        if abs(int(found[0]) - year) > 1 or any(a <= found.start() < b for a, b in kept):
            continue
        target = int(found[0]) + new - year
        if not _moves(text, found, year, target, deadline=deadline):
            left.append(_around(text, found.start(), found.end()))
            continue
        pieces += [text[at : found.start()], str(target)]
        moved.append((found.start(), found.end()))
        at = found.end()
    after = "".join([*pieces, text[at:]])  # years are of one length: places stay
    moves = tuple(Move(_around(text, *span), _around(after, *span)) for span in moved)
    return Shifted(after, moves, tuple(left))


def _kept(text: str) -> Iterator[tuple[int, int]]:
    for citation in find_citations(text):
        yield citation.start, citation.stop
    for stage in _STAGE.finditer(text):
        yield stage.span()


def _moves(text: str, found: re.Match[str], year: int, target: int, *, deadline: bool) -> bool:
    before = text[: found.start()]
    if _SYMBOL.match(text, found.end()) or (_LEAP_DAY.search(before) and not _leap(target)):
        return False
    if int(found[0]) != year and not deadline:
        return int(found[0]) < year and bool(_COMPARED.search(before))
    if deadline and not _COUNTED.match(text, found.end()):
        return True  # a bare "2026" is the year, as "năm 2026" is
    return bool(_BEFORE.search(before) or _ISO.match(text, found.end()))


def _leap(year: int) -> bool:
    try:
        date(year, 2, 29)
    except ValueError:
        return False
    return True


def _around(text: str, start: int, stop: int) -> str:
    """Return the words around a place, cut at spaces."""
    first, last = max(0, start - _AROUND), min(len(text), stop + _AROUND // 2)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        cut = text.rfind(" ", stop, last)
        last = cut if cut >= 0 else stop
    shown = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{shown}{' …' if last < len(text) else ''}"

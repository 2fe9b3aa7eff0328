"""Texts whose symbols, dates and numbers are not broken over two lines.

Only what is printed changes: hyphens and spaces become ones at which no line breaks. Whatever reads
papers takes both for the plain character, so that a plan and its print stay the same words.
"""

from __future__ import annotations

import re
from itertools import takewhile

from cchc.document.words import NO_BREAK, NO_BREAK_HYPHEN

_ADDRESS = re.compile(r"://|@|www\.")
_HYPHENED = re.compile(r"[^\s,;()]*(?:/[^\s,;()]*-|-[^\s,;()]*/)[^\s,;()]*")
"""A symbol: 05/KH-UBND, 57-NQ/TW."""
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)( ?)([-–])( ?)((?:19|20)\d\d)(?!\d)")
_BEFORE_NUMBER = re.compile(
    r"\b((?:số|ngày|tháng|năm|quý|kỳ|khóa|khoá|điều|khoản|điểm|mục|phần|phụ lục|mẫu|biểu|bảng) "
    r"?:?) (?=\d\S{0,15}(?!\S)|[IVX]+\b|[a-zđ]\b)",
    re.IGNORECASE,
)
"""With a longer symbol the line before it would be stretched too far."""
_AFTER_NUMBER = re.compile(r"(?<=\d) (?=%)")
_DASH = re.compile(r"(?<=\S) (?=[-–] )")
_PERSON = re.compile(r"\b(?:ông|bà|đồng chí)(?: \w+){1,5}", re.IGNORECASE)


def unbroken(text: str) -> str:
    """Return a paragraph's text with its symbols, years, numbered words and names kept whole."""
    text = unbroken_in_cell(text)
    text = _BEFORE_NUMBER.sub(rf"\1{NO_BREAK}", text)
    text = _AFTER_NUMBER.sub(NO_BREAK, text)
    text = _DASH.sub(NO_BREAK, text)
    return _PERSON.sub(_person, text)


def unbroken_in_cell(text: str) -> str:
    """Return the text of a table cell: there, only what fits into a narrow column is kept whole."""
    if "-" not in text and "–" not in text:
        return text
    text = _HYPHENED.sub(_symbol, text)
    return _YEARS.sub(_years, text)


def _person(found: re.Match[str]) -> str:
    address, *words = found[0].split(" ")
    name = list(takewhile(str.istitle, words))
    return " ".join([NO_BREAK.join([address, *name]), *words[len(name) :]])


def _symbol(found: re.Match[str]) -> str:
    words = found[0]
    return words if _ADDRESS.search(words) else words.replace("-", NO_BREAK_HYPHEN)


def _years(found: re.Match[str]) -> str:
    first, before, dash, after, last = found.groups()
    spaced = before or after
    sign = dash if spaced else dash.replace("-", NO_BREAK_HYPHEN)
    return f"{first}{before and NO_BREAK}{sign}{after and NO_BREAK}{last}"

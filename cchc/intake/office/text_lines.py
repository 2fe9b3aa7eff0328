"""Lines of a text file, and the few marks of Markdown and HTML that programs leave in them."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_BOLD, _PLAIN, _SLOPED, _UPRIGHT = "\ue000", "\ue001", "\ue002", "\ue003"
_TOGGLES = {"b": (_BOLD, _PLAIN), "strong": (_BOLD, _PLAIN), "i": (_SLOPED, _UPRIGHT),
            "em": (_SLOPED, _UPRIGHT)}  # fmt: skip
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_STARS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*\\])\1(?!\*)")
_TAG = re.compile(r"<(/?)(b|strong|i|em|u|p|br|div|span|font|sup|sub)\b[^<>]*>", re.IGNORECASE)
_BREAKS = frozenset({"p", "br", "div"})
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>])")


class PlainLine(NamedTuple):
    """A text without marks, and whether all its letters were marked bold or italic."""

    text: str
    bold: bool
    italic: bool


class TextLine(NamedTuple):
    """One line of a file, counted from 1, marks still in it; `level` when `#` made it a heading."""

    number: int
    text: str
    level: int | None


def text_lines_of(text: str) -> list[TextLine]:
    """Return the lines of `text`; bold marks that span lines are closed and opened on each."""
    found: list[TextLine] = []
    bold = False
    for number, line in enumerate(text.split("\n"), start=1):
        level = None
        if heading := _HEADING.fullmatch(line):
            level, line = len(heading[1]) - 1, heading[2]
        if not line.strip():
            bold = False
        elif line.count("**") % 2:
            line = f"**{line.strip()}" if bold else f"{line.strip()}**"
            bold = not bold
        elif bold and "**" not in line:
            line = f"**{line.strip()}**"
        found.append(TextLine(number, line, level))
    return found


def without_emphasis(text: str) -> PlainLine:
    """Return `text` without the marks, HTML line ends as line ends."""
    if not any(sign in text for sign in "*<&\\"):
        return PlainLine(_trimmed(text), False, False)
    text = _STARS.sub(_starred, text)
    text = _ENTITY.sub(lambda found: unescape(found[0]), _TAG.sub(_tagged, text))
    text = _ESCAPED.sub(r"\1", text)
    out: list[str] = []
    bold = italic = 0
    all_bold = all_italic = any(sign.isalnum() for sign in text)
    for sign in text:
        if sign in (_BOLD, _PLAIN):
            bold += 1 if sign == _BOLD else -1
        elif sign in (_SLOPED, _UPRIGHT):
            italic += 1 if sign == _SLOPED else -1
        else:
            out.append(sign)
            if not sign.isspace():
                all_bold = all_bold and bold > 0
                all_italic = all_italic and italic > 0
    return PlainLine(_trimmed("".join(out)), all_bold, all_italic)


def _starred(found: re.Match[str]) -> str:
    inner = _STARS.sub(_starred, found[2])
    if len(found[1]) != 2:
        inner = f"{_SLOPED}{inner}{_UPRIGHT}"
    return f"{_BOLD}{inner}{_PLAIN}" if len(found[1]) > 1 else inner


def _tagged(found: re.Match[str]) -> str:
    name = found[2].lower()
    if name in _BREAKS:
        return "\n"
    return _TOGGLES[name][bool(found[1])] if name in _TOGGLES else ""


def _trimmed(text: str) -> str:
    return re.sub(r"[ \t]*\n\s*", "\n", text).strip(" \n").rstrip()

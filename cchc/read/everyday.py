"""The YAML that plans are written in day by day, read by one pattern; all else is left alone.

`read` either returns exactly what the full parser (`cchc.read.tree`) makes of a text, or None: the
text is not everyday YAML, or there is something wrong with it. It never refuses and knows no
places; the full parser stays the authority for both. Everyday YAML is this, line by line:

    file    = { blank | comment | entry }
    entry   = indent ["- "] [key ":"] [value]
    key     = small ASCII letters and "_"
    value   = text | "text" | 'text' | list | mapping | block, and no comment behind it
    text    = what starts with no sign of YAML and holds neither ": " nor " #"
    list    = "[" text, "text", ... "]"                    on one line, no list within
    mapping = "{" key: text, key: "text", key: list ... "}"  likewise
    block   = ">", ">-", "|" or "|-", then lines of one indentation

Left alone are escapes, text over several lines without ">" or "|", anchors, tags, "---", tabs and
characters that cannot be seen. A line's end may be that of Windows.
"""

from __future__ import annotations

import re
from typing import Any

DEEPEST = 16
"""Levels of indentation; deeper ones are left to the full parser, which counts them."""

_KEY = r"[a-z_]{1,60}"
_QUOTED = r""" "[^"\\\n]*" | '[^'\n]*' """
_SIGNS = r"""-?:,\[\]{}\#&*!|>'"%@`"""
"""With these no text starts: all indicators of YAML."""
_BETWEEN = r"(?: \n | \ *+\#.*\n )*+"
"""Blank lines and comments."""

ENTRY = re.compile(
    rf"""
    (?: \A{_BETWEEN} )?
    (?:
        (\ *+) (-\ ++)?+ (?: ({_KEY}): (?: \ ++ | (?=\n) ) )?+
        (?:
            ( {_QUOTED} | \[.*\] | {{.*}} | [^{_SIGNS}\ \n] (?: .*[^\ :\n] )? )? \ *\n
        |   ([|>]-?)\n
            (\ ++) ([^\ \n].* (?: \n++\6[^\ \n].* )*+) \n  # each line is indented like the first,
            (?! \n*\6 )                                   # and no other line belongs to the block
        )
        {_BETWEEN}
    |   ([\s\S]+)                                       # whatever else: all the rest
    )
    """,
    re.VERBOSE,
)
"""An entry (indent, dash, key, value or style, inner indent and lines of a block), or the rest."""
_FOLD = re.compile(r"\n+")
_WORD = rf"(?: {_QUOTED} | [^{_SIGNS}\ \n] [^?:,\[\]{{}}\#\"'\n]*+ )"
_LIST = rf"\[\ *+ (?: {_WORD}\ *+ (?: ,\ *+{_WORD}\ *+ )*+ )? \]"
_PAIR = rf"{_KEY}:\ ++ (?: {_LIST} | {_WORD} ) \ *+"
_IS_LIST = re.compile(_LIST, re.VERBOSE)
_IS_MAPPING = re.compile(rf"{{\ *+ {_PAIR} (?: ,\ *+{_PAIR} )*+ }}", re.VERBOSE)
WORDS = re.compile(_WORD, re.VERBOSE)
PAIRS = re.compile(rf"({_KEY}):\ ++ ( {_LIST} | {_WORD} )", re.VERBOSE)


def read(text: str) -> dict[str, Any] | None:
    """Return the mapping that `text` holds, or None when only the full parser can tell."""
    text = text.replace("\r\n", "\n")
    if not text.replace("\n", "").isprintable():
        return None
    root: dict[str, Any] = {}
    within: Any = root  # the innermost mapping or list that is open,
    column = 0  # where its lines begin,
    around: list[tuple[Any, int]] = []  # and what it lies in
    open_key = ""  # the key on the line before, if no value stood there
    for indent, dash, key, value, style, inside, body, alien in ENTRY.findall(text):
        here = len(indent)
        if open_key and (here > column or (dash and here == column)):
            around.append((within, column))
            opened: Any = [] if dash else {}
            within[open_key] = opened
            within, column = opened, here
        while here < column or (here == column and not dash and isinstance(within, list)):
            within, column = around.pop()
        if alien or here != column or not (dash or key) or isinstance(within, list) != bool(dash):
            return None
        if dash and key:
            around.append((within, column))
            within.append({})
            within, column = within[-1], here + len(dash)
        if len(around) > DEEPEST:
            return None
        if style:
            if len(inside) <= column:
                return None
            found: Any = body.replace("\n" + inside, "\n")
            if style[0] == ">":
                found = _FOLD.sub(_folded, found) if "\n\n" in found else found.replace("\n", " ")
            if len(style) == 1:
                found += "\n"
        else:
            found = _value(value) if value else None
            if found is None and (value or not key):
                return None
        if not key:
            within.append(found)
        elif key in within:
            return None
        else:
            within[key] = found
        open_key = key if found is None else ""
    return root or None


def _value(raw: str) -> Any:
    """Return what is written behind a key or dash; None when that is not everyday YAML."""
    if raw[0] in "\"'":
        return raw[1:-1]
    if raw[0] == "[":
        return _words(raw) if _IS_LIST.fullmatch(raw) else None
    if raw[0] == "{":
        pairs = PAIRS.findall(raw) if _IS_MAPPING.fullmatch(raw) else ()
        found = {key: _words(one) if one[0] == "[" else _word(one) for key, one in pairs}
        return found if pairs and len(found) == len(pairs) else None
    return None if ": " in raw or " #" in raw else raw


def _folded(breaks: re.Match[str]) -> str:
    """Return what is left of the line breaks in a row: one less, or a space for a lone one."""
    return breaks[0][1:] or " "


def _words(raw: str) -> list[str]:
    return [_word(one) for one in WORDS.findall(raw)]


def _word(raw: str) -> str:
    return raw[1:-1] if raw[0] in "\"'" else raw.rstrip(" ")

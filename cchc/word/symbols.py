"""Signs of the symbol fonts of Windows as Unicode: they stand in a file as letters of private use."""

from __future__ import annotations

import re

_PRIVATE = re.compile("[\uf000-\uf0ff]")
_SYMBOLS = {
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
               0xAE: "→", 0xB0: "°", 0xB7: "•", 0x2D: "-", 0xA5: "∞"},
    "wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐",
                  0xE0: "→", 0xF0: "→", 0xA7: "•", 0x9F: "•", 0x6C: "•", 0x6E: "•", 0x76: "•",
                  0xD8: "•"},
}  # fmt: skip


def as_unicode(text: str, font: str) -> str:
    """Return `text` with the signs of symbol fonts as Unicode; an unknown one is a bullet."""
    if not _PRIVATE.search(text):
        return text
    table = _SYMBOLS["wingdings" if font.strip().lower().startswith("wingdings") else "symbol"]
    return _PRIVATE.sub(lambda found: table.get(ord(found[0]) - 0xF000, "•"), text)


def symbol(font: str, code: str) -> str:
    """Return the sign of a w:sym: a hexadecimal code in a font; empty when there is none."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if 0xD800 <= ord(sign) < 0xE000:
        return ""
    return as_unicode(chr(0xF000 + ord(sign)) if ord(sign) < 0x100 else sign, font)

"""Letters as all readers hand them on: NFC, plain spaces, no signs that only a printer needs.

Text typed in the old fonts (before Unicode), TCVN3 (.VnTime ...) and VNI (VNI-Times ...), is turned into
Unicode: in these fonts the codes of Western European letters were drawn as Vietnamese ones; the font's
name alone says so. Sources: TCVN 5712:1993, table VN3; the VNI-Win character set.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EDGES = re.compile(r"[ \t]*\n[ \t]*")


def plain_letters(text: str) -> str:
    """Return `text` in NFC, with plain spaces and line ends, without signs that cannot be seen."""
    if not text.isascii():
        text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
        text = text.replace("\u2011", "-")
    return _UNSEEN.sub("", _BREAKS.sub("\n", text))


def trimmed(text: str) -> str:
    """Return `text` without blanks at its ends and around its line breaks.

    Tabs before the first word stay: in a letterhead they part left from right.
    """
    return _EDGES.sub("\n", text).strip(" \n").rstrip()


Coding = Literal["tcvn3", "vni"]

_TCVN3_FROM_A1 = "ĂÂÊÔƠƯĐăâêôơưđ"
_TCVN3_FROM_B5 = {
    0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ", 0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip

_VNI_MARKS = {  # the second sign of a letter: what it puts on the first
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "ô": "ơ",
    "ö": "ư",
    "î": "ỵ",
    "ñ": "đ",
}
_VNI_PAIR = re.compile(f"[aeouyAEOUYôöÔÖ][{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}]")
_VIETNAMESE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u1ea0-\u1ef9]"
)
_CODED = re.compile("[\u00a1-\u00ff]")


def coding(font: str) -> Coding | None:
    """Return how text in `font` is coded; None for a font of today."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return "tcvn3"
    if name.startswith(("vni-", "vni ")):
        return "vni"
    return None


def to_unicode(text: str, font: str) -> str:
    """Return `text` typed in `font` in Unicode; as it is when it was no old text after all."""
    found = coding(font)
    if found is None or _VIETNAMESE.search(text):
        return text
    if found == "vni":
        return _from_vni(text)
    plain = text.translate(_tcvn3())
    # The fonts whose names end in H draw capitals for small letters.
    return plain.upper() if font.strip().lower().endswith("h") else plain


def is_coded(text: str, font: str) -> bool:
    """Return whether `text` in `font` has letters that need converting."""
    return bool(coding(font) and _CODED.search(text) and not _VIETNAMESE.search(text))


@cache
def _tcvn3() -> dict[int, str]:
    table = dict(zip(range(0xA1, 0xAF), _TCVN3_FROM_A1, strict=True))
    for first, letters in _TCVN3_FROM_B5.items():
        table.update(zip(range(first, first + len(letters)), letters, strict=True))
    return table


def _from_vni(text: str) -> str:
    def pair(found: re.Match[str]) -> str:
        base, mark = found[0][0], found[0][1]
        plain = _VNI_ALONE.get(base.lower(), base)
        made = unicodedata.normalize("NFC", plain + _VNI_MARKS[mark.lower()])
        return made.upper() if base.isupper() else made

    # Pairs first: alone, "ô" is ơ; before "ù" it is the base of ớ.
    out: list[str] = []
    at = 0
    for found in _VNI_PAIR.finditer(text):
        out += (_alone(text[at : found.start()]), pair(found))
        at = found.end()
    return "".join((*out, _alone(text[at:])))


def _alone(text: str) -> str:
    return "".join(
        (made.upper() if sign.isupper() else made)
        if (made := _VNI_ALONE.get(sign.lower()))
        else sign
        for sign in text
    )

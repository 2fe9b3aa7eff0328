"""Letters as all readers hand them on: NFC, plain spaces, no signs that only a printer needs."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EDGES = re.compile(r"[ \t]*\n[ \t]*")


def tidy(text: str) -> str:
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

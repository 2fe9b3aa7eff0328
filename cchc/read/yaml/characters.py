"""Characters that cannot be seen: which they are, and what they are called."""

from __future__ import annotations

import re
import unicodedata

# A carriage return of its own, NUL and other controls, the line breaks only YAML sees, the mark of a byte order inside a text.
CONTROL = re.compile("\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What no text of a plan holds."""

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NO_WIDTH = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\uffa0\ufff9-\ufffb"

UNSEEN = re.compile(f"[{_SPACES}{_NO_WIDTH}\u2028\u2029\ufeff]")
"""What looks like a plain space, or like nothing, and is neither to YAML."""

ODD_INDENT = re.compile(f"^ *([{_SPACES}][ {_SPACES}]*)(?:- +)*", re.MULTILINE)
"""The start of a line in which another space than the plain one stands (group 1: from it on)."""

AFTER_SIGN = re.compile(f"(?:^ *-|:)([{_SPACES}{_NO_WIDTH}])", re.MULTILINE)
"""A “-” or “:” with such a character (group 1) where YAML needs a plain space."""


def named(character: str) -> str:
    """Return the code point and the Unicode name: `U+00A0 NO-BREAK SPACE`; controls have no name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def named_characters(text: str) -> str:
    """Return `text` with each character that cannot be seen written as `<U+00A0 NO-BREAK SPACE>`."""
    return UNSEEN.sub(lambda found: f"<{named(found[0])}>", text)

"""Where the lines of a text begin, as YAML and editors count them."""

from __future__ import annotations

import re

LINE_ENDS = ("\r\n", "\n", "\r")
"""What ends a line; the other separators of Unicode stand inside lines."""

_END = re.compile("|".join(LINE_ENDS))


def line_starts(text: str) -> list[int]:
    """Return the offset of the first character of every line, in code points from 0."""
    return [0, *(found.end() for found in _END.finditer(text))]

"""What the two ends of a pipe need: colour and wrapping on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys


def is_rich() -> bool:
    """Whether colours and boxes may be written: a terminal, and NO_COLOR is not set."""
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return terminal and not os.environ.get("NO_COLOR")


def width() -> int:
    """Return the columns there are for a table: the terminal's (or COLUMNS), 80 if unknown."""
    from shutil import get_terminal_size

    return get_terminal_size((80, 24)).columns


_STYLES = {
    "error": "31;1", "warning": "33;1", "info": "36;1", "dim": "2", "bold": "1",
    "red": "31", "yellow": "33", "green": "32",
}  # fmt: skip


def paint(text: str, style: str, *, rich: bool) -> str:
    """Return `text` in one of the few styles used, or as it is."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if rich else text

"""Where an answer goes: colour and wrapping on a terminal, plain lines in a pipe or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from cchc.read.unread import Unread
    from cchc.views.due import GroupBy


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a format may want to know besides the answer."""

    columns: int | None = None
    """The width of the terminal that shows it; None for plain lines."""
    to_file: bool = False
    every: bool = False
    """Whether a long answer is shown whole on a terminal too."""
    unread: Sequence[Unread] = ()
    """The plans that the answer is without, because they cannot be read."""

    @classmethod
    def of(cls, output: Path | None, **more: Any) -> Self:
        """Return the layout of what goes to a file, or without one to standard output."""
        columns = width() if output is None and is_rich() else None
        return cls(columns=columns, to_file=output is not None, **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLayout(Layout):
    """What the options of `cchc due` say of its tables."""

    several: bool = False
    """Whether the answer is about several plans, so that each row names its own."""
    group_by: GroupBy | None = None
    sheet_per_unit: bool = False

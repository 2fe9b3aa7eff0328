"""Where an answer goes, as far as the way it is written depends on that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from cchc.outputs.terminal import is_rich, width
from cchc.views.grouping import By

if TYPE_CHECKING:
    from cchc.read.unread import Unread


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
    group_by: By | None = None
    sheet_per_unit: bool = False

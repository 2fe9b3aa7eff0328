"""Where an answer goes, as far as the way it is written depends on that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

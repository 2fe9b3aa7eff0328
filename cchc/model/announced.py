"""Days off and working days that the government announces from year to year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Announced(NamedTuple):
    """What a workspace knows beyond the weekends and the holidays of every year."""

    off: Mapping[date, str] = {}
    """Extra days off, with their names."""
    working: frozenset[date] = frozenset()
    """Days that are worked although they are a weekend or a holiday: swapped days as a rule."""


NOTHING = Announced()
"""What is known where a workspace has no `holidays.yaml`."""

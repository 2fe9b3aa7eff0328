"""How the rows of `cchc due` are put together."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.outputs.layout import Layout
from cchc.views.grouping import By


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLayout(Layout):
    """What the options of `cchc due` say of its tables."""

    several: bool = False
    """Whether the answer is about several plans, so that each row names its own."""
    group_by: By | None = None
    sheet_per_unit: bool = False

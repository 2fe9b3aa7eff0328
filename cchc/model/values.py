"""Small typed values of a plan: amounts, and dates as people write them (`cchc.model.dates`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from cchc.model.dates import PartialDate

__all__ = ["Amount", "PartialDate"]

Amount = Annotated[str, StringConstraints(pattern=r"^[0-9]+([.,][0-9]+)?$")]
"""A number as printed, with a decimal comma or point."""

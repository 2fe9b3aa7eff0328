"""Small typed values of a plan: amounts, and dates as people write them (`cchc.model.dates`)."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from cchc.model.dates import PartialDate

__all__ = ["AMOUNT", "ANY_TEXT", "DIGITS", "Amount", "PartialDate"]

AMOUNT = r"^[0-9]+([.,][0-9]+)?$"
ANY_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A text in the JSON Schema: an editor sees 15 as a number and true as a truth value, both are texts here."""
_WHOLE = re.compile("0|[1-9][0-9]{0,8}")


Amount = Annotated[str, StringConstraints(pattern=AMOUNT)]
"""A number as printed, with a decimal comma or point."""


def _read_whole(value: Any) -> Any:
    if isinstance(value, str) and value and not _WHOLE.fullmatch(value):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


DIGITS = BeforeValidator(_read_whole)
"""For whole numbers: digits only, in a file also between quotes (2026, "2026")."""

"""Dates as people write them in plans; kept apart from pydantic, which reading a date does not need."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from cchc.messages import Message, say

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SHORT = re.compile(r"(?:([0-9]{1,2})/)?([0-9]{1,2})/([0-9]{4})")


CLOSING_DAY = 14
"""Nghị định 09/2019/NĐ-CP, Điều 12: the figures of a periodic report close on the 14th of the last
month of its period."""


class PartialDate(NamedTuple):
    """A calendar date whose day may still be blank, as on a draft before the clerk fills it in.

    Written `2026-03-31`, `31/3/2026`, `31/03/2026`, or `4/2026` without the day.
    """

    year: int
    month: int
    day: int | None = None

    @property
    def full(self) -> date | None:
        """The date, or None while the day is blank."""
        return None if self.day is None else date(self.year, self.month, self.day)

    @property
    def first(self) -> date:
        """The date, or the first day of its month while the day is blank."""
        return self.full or date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The date, or the last day of its month while the day is blank."""
        return self.full or date(self.year, self.month, monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        """Return the date as it may be written: 2026-03-31, or 3/2026 without the day."""
        day = self.full
        return day.isoformat() if day else f"{self.month}/{self.year}"

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date.

        Raises:
            ValueError: `text` has none of the accepted forms, or names a day that does not exist.
        """
        read = cls(*_numbers(text))
        _ = read.first  # raises when the calendar has no such day
        return read

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(
            _read_date,
            core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(cls.__str__),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        days = "0?[1-9]|[12][0-9]"
        year = "(?!0000)[0-9]{4}"
        fourth = "0[48]|[2468][048]|[13579][26]"
        leap = f"([0-9]{{2}}({fourth})|({fourth})00)"
        lengths = (
            (f"{days}|3[01]", "0?[13578]|1[02]", year), (f"{days}|30", "0?[469]|11", year),
            ("0?[1-9]|1[0-9]|2[0-8]", "0?2", year), ("29", "0?2", leap),
        )  # fmt: skip
        forms = [f"{years}-({month})-({day})" for day, month, years in lengths]
        forms += [f"({day})/({month})/{years}" for day, month, years in lengths]
        forms.append(f"(0?[1-9]|1[0-2])/{year}")
        return {"type": "string", "pattern": rf"^\s*({'|'.join(forms)})\s*$"}


def _numbers(text: str) -> tuple[int, int, int | None]:
    """Return year, month and day as written.

    Raises:
        ValueError: `text` has none of the accepted forms.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _SHORT.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise ValueError("form")
    # Day 00 is no blank day: only a day left out is None.
    return int(year), int(month), None if day is None else int(day)


def why_no_date(text: str) -> tuple[Message, Message]:
    """Return why `text` is no full date, and what to write."""
    try:
        year, month, day = _numbers(text)
    except ValueError:
        day = None
    if day is None:
        return say("“{text}” is not a date", text=text), say("write 2026-03-31 or 31/3/2026")
    length = monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
    if not length or not day:
        return say("the calendar has no day {value}", value=text), say(
            "correct the day or the month"
        )
    printed = f"{month:02}" if month < 3 else str(month)
    return (
        say("there is no day {day}/{month}/{year}: month {month} has only {length} days",
            day=day, month=printed, year=year, length=length),
        say("write for example {example}", example=f"{length}/{printed}/{year}"),
    )  # fmt: skip


def _read_date(text: str) -> PartialDate:
    from pydantic_core import PydanticCustomError

    try:
        return PartialDate.parse(text)
    except ValueError as error:
        kind = "date_form" if str(error) == "form" else "date_impossible"
        raise PydanticCustomError(kind, "not a date") from None

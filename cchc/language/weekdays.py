"""Names of the days of the week."""

from __future__ import annotations

from datetime import date

from cchc.messages import Message, say

_NAMES = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)


def weekday(day: date) -> Message:
    """Return the name of the day of the week ("Thứ Hai" ... "Chủ nhật")."""
    return _NAMES[day.weekday()]

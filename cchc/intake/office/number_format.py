"""A number of an Excel cell as Excel shows it, as far as plans use number formats.

Decimal point, whatever the reader's locale: the workbook does not say which one was used.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache
from typing import NamedTuple

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_PATTERN = re.compile(r"[#0?,]*[#0?](?:\.[#0?]+)?|\.[#0?]+")
_BLANK = "\x00"


class _NumberForm(NamedTuple):
    before: str
    zeros: int
    decimals: int
    grouped: bool
    percent: bool
    after: str


def formatted(value: float, form: str) -> str:
    """Return a number in the number format `form`; in the general one when `form` is not simple."""
    made = _form(form)
    if made is None:
        return _general(value)
    number = value * 100 if made.percent else value
    text = f"{abs(number):{',' if made.grouped else ''}.{made.decimals}f}"
    whole, dot, rest = text.partition(".")
    sign = "-" if number < 0 and text.strip("0.,") else ""
    return f"{made.before}{sign}{whole.zfill(made.zeros)}{dot}{rest}{made.after}"


def shown_date(value: datetime | date | time, form: str) -> str:
    """Return a date as dd/mm/yyyy, with its time when it has one; month and year when `form` has
    no day."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    plain = _LITERAL.sub("", form).lower()
    if "d" not in plain and "y" in plain:
        return f"{value:%m/%Y}"
    timed = isinstance(value, datetime) and (value.hour or value.minute) and "h" in plain
    return f"{value:%d/%m/%Y %H:%M}" if timed else f"{value:%d/%m/%Y}"


@cache
def _form(form: str) -> _NumberForm | None:
    """Return what a simple number format asks for; None for the general and for all others."""
    section = form.partition(";")[0]
    literals: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        literals.append(found[1] or found[2] or "")
        return _BLANK

    bare = _LITERAL.sub(put_by, section)
    pattern = _PATTERN.search(bare)
    if pattern is None or re.search(r"[eE@/]|General", bare):
        return None
    waiting = iter(literals)

    def filled(text: str) -> str:
        return "".join(next(waiting) if sign == _BLANK else sign for sign in text)

    before = filled(bare[: pattern.start()])
    after = filled(bare[pattern.end() :])
    whole, _, decimals = pattern[0].partition(".")
    return _NumberForm(before, whole.count("0"), len(decimals), "," in whole, "%" in bare, after)


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"

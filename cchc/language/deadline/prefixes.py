"""Grammar of the limit words in front of a list: trước, chậm nhất, đến hết, từ, trong."""

from __future__ import annotations

from typing import NamedTuple

from cchc.language.deadline.cursor import Cursor
from cchc.messages import Message, say


class Prefix(NamedTuple):
    """The limit words in front of a list."""

    before: bool = False
    pointed: bool = False
    until: bool = False
    inside: bool = False
    close: bool = False
    opening: bool = False
    after: bool = False
    regular: bool = False
    about: Message | None = None


def prefix_of(c: Cursor) -> Prefix:
    found = Prefix()
    start = c.at
    _times(c)
    while token := c.take(
        "before", "by", "end", "in", "to", "from", "after", "regular", "about", "do", "phase"
    ):
        match token.sign:
            case "before":
                found = found._replace(before=True, pointed=True)
            case "by" | "to":
                found = found._replace(pointed=True, until=token.sign == "to")
            case "end":
                found = found._replace(pointed=True, close=True, before=False)
            case "in":
                found = found._replace(inside=True)
            case "from":
                if c.take("now"):
                    continue  # "từ nay đến ..."
                found = found._replace(opening=True)
            case "after":
                found = found._replace(opening=True, after=True)
            case "regular":
                found = found._replace(regular=True)
            case "about":
                found = found._replace(
                    about=say("“{text}” leaves the date open", text=c.between(start, c.at))
                )
    c.take_mark(":")
    return found


def _times(c: Cursor) -> None:
    """Step over `ít nhất 01 lần` in front of a named period; in a rhythm it counts."""
    start = c.at
    c.take("least")
    counted = c.take("number", "numeral") and c.take("times") and c.sign() == "in"
    named = c.sign(2) in ("number", "numeral", "roman") and not c.is_year(2)
    if not (counted and named):
        c.at = start

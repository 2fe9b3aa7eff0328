"""Words of a paper without a place in its plan: the shortest way to settle each."""

from __future__ import annotations

import re

from cchc.messages import Message, say

_WAYS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (
        re.compile(r"S[ốó]\s*[:.]?\s*[\d.…]*\s*[-/]|.{0,40}\bngày[\s.…\d]+tháng", re.IGNORECASE),
        say("write it into number, symbol and date of “document”, then delete it"),
    ),
    (
        re.compile(r"(?:T/?M|KT|TL|TUQ)\b[./ ]"),
        say("write it into “signer” of “document”, then delete it"),
    ),
    (re.compile(r".* \| "), say("write it as a task into “appendices”, or delete it")),
    (
        re.compile(r"[^a-zà-ỹđ]+$"),
        say("delete it if it is only a line of the letterhead or a heading"),
    ),
)


def way_to_settle(text: str) -> Message:
    """Return where in the plan file a text goes, told from its words."""
    found = (way for form, way in _WAYS if form.match(text))
    return next(
        found, say("write it as an item into the part of “body” it belongs to, or delete it")
    )

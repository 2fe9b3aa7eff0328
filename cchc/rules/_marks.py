"""Marks that were typed at the ends of a text although cchc prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.messages import Message
from cchc.model.finding import KeyPath
from cchc.rules import Hit
from cchc.rules._rule import hit_in


def typed_marks(
    place: KeyPath, text: str, before: str, after: str, message: Message, help_: Message
) -> Iterator[Hit]:
    """Yield a hit, with its deletion, for `before` at the start and `after` at the end of `text`.

    The message may name the `mark`.
    """
    ends = (re.match(before, text), re.search(rf"\s*(?:{after})$", text))
    for found in ends:
        if found and found[0]:
            told = Message(message.text, {"mark": found[0].strip()})
            yield hit_in(place, text, found.start(), found.end(), told, help_, "")

"""The answer of `cchc status` as the JSON kind `status`."""

from __future__ import annotations

from cchc.outputs import json
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import StatusAnswer
from cchc.read.unread import content as left_out


def write(answer: StatusAnswer, layout: Layout) -> str:
    """Return the answer with the plans that it is without."""
    return json.dumps("status", {**answer.content(), "unread": left_out(layout.unread)})

"""The answer of `cchc due` as the JSON kind `due`."""

from __future__ import annotations

from cchc.outputs import json
from cchc.outputs.due_words import content
from cchc.outputs.layout import DueLayout
from cchc.read.unread import content as left_out
from cchc.views.due import Due


def write(answer: Due, layout: DueLayout) -> str:
    """Return the answer with the plans that it is without."""
    return json.dumps("due", {**content(answer), "unread": left_out(layout.unread)})

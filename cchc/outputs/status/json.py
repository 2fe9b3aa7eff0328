"""The answer of `cchc status` as the JSON kind `status`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc.outputs import json
from cchc.outputs import status_explained as explained
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import content, history_content
from cchc.read.unread import content as left_out
from cchc.views.status import Status
from cchc.views.trend import Month


def write(answer: Status, layout: Layout) -> str:
    """Return the answer with the plans that it is without."""
    return json.dumps("status", {**content(answer), "unread": left_out(layout.unread)})


def write_history(months: Sequence[Month], today: date, layout: Layout) -> str:
    """Return the standing at the end of each month."""
    whole = {"today": today, **history_content(months), "unread": left_out(layout.unread)}
    return json.dumps("status", whole)


def write_explained(answer: Status, figure: str, layout: Layout) -> str:
    """Return what stands behind a figure."""
    whole = {**explained.content(answer, figure), "unread": left_out(layout.unread)}
    return json.dumps("status", whole)

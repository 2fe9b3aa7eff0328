"""The answer of `cchc coverage` as the JSON kind `coverage`."""

from __future__ import annotations

from cchc.outputs import coverage_words as words
from cchc.outputs import json
from cchc.outputs.layout import Layout
from cchc.read.unread import content as left_out
from cchc.views.coverage import Coverage


def write(answer: Coverage, by: words.CoverageRows, layout: Layout) -> str:
    """Return tasks and communes, whichever was asked for, with the plans that it is without."""
    return json.dumps("coverage", {**words.content(answer), "unread": left_out(layout.unread)})

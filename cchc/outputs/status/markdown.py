"""The answer of `cchc status` as Markdown tables."""

from __future__ import annotations

from cchc.outputs import markdown
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import StatusAnswer


def write(answer: StatusAnswer, _layout: Layout) -> str:
    """Return the tables."""
    return "\n".join(markdown.table(one.headings, one.rows) for one in answer.tables())

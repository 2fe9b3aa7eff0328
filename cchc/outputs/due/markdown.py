"""The answer of `cchc due` as Markdown, for comments and issues."""

from __future__ import annotations

from cchc.messages import say
from cchc.outputs import due_words as words
from cchc.outputs import markdown
from cchc.outputs.due.text import parts
from cchc.outputs.due_words import READING, cells, headings
from cchc.outputs.layout import DueLayout
from cchc.views.due import Due

OPTIONS = frozenset({"--group-by"})


def write(answer: Due, layout: DueLayout) -> str:
    """Return the answer as Markdown with a table under each heading."""
    out = [f"**{markdown.escape(str(words.period(answer)))}**\n"]
    for heading, items in parts(answer, layout.group_by):
        rows = markdown.table(headings(READING), (cells(item, answer, READING) for item in items))
        out.append(f"### {markdown.escape(heading)}: {len(items)}\n\n{rows}")
    if not answer.items:
        nothing = say("nothing is due")
        out.append(f"{nothing}\n")
    out.append(f"{words.counts(answer.items)}\n")
    return "\n".join(out)

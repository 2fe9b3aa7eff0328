"""What changed in meaning, as Markdown for a comment."""

from __future__ import annotations

from cchc.messages import say
from cchc.outputs.changes import DiffAnswer, change_lines, summary, touched
from cchc.outputs.changes_words import shortened
from cchc.outputs.markdown import escape

LONGEST = 60_000
"""Characters of a Markdown answer: GitHub refuses comments beyond 65,536."""


def write(answer: DiffAnswer) -> str:
    """Return a heading for each plan with its changes as a list."""
    title = say("Changes in meaning: {old} → {new}", old=escape(answer.old), new=escape(answer.new))
    out = [f"## {title}\n\n{summary(answer)}\n"]
    size, left = len(out[0]), 0
    for plan in answer.changed:
        listed = [f"\n### {escape(plan)}\n\n"]
        for title_of, head, said in change_lines(answer.changes[plan], old=_struck, new=_bold):
            name = f" {escape(shortened(title_of))}" if title_of else ""
            subject = f"**{escape(head)}**{name}: " if head else ""
            listed.append(f"- {subject}{said}\n")
        for line in listed:
            size += len(line)
            left += size > LONGEST
            out += [line] if size <= LONGEST else []
    if left:
        cut = say("{count} more lines: see “cchc diff”", count=left)
        out.append(f"\n{cut}\n")
    if reached := list(touched(answer)):
        out.append(f"\n### {escape(reached[0])}\n\n")
        out += [f"- {escape(line.strip())}\n" for line in reached[1:] if line]
    if answer.unread:
        heading = say("Not compared")
        out.append(f"\n### {heading}\n\n")
        for one in answer.unread:
            out.append(
                f"- {escape(f'{one.path}:{one.line}:{one.column}')}: {escape(str(one.message))}\n"
            )
    return "".join(out)


def _struck(value: str) -> str:
    return f"~~{escape(shortened(value))}~~"


def _bold(value: str) -> str:
    return f"**{escape(shortened(value))}**"

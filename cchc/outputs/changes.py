"""What changed in meaning: as text, as Markdown for a comment, and as the JSON kind `diff`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import Any

from cchc.messages import Message, say
from cchc.outputs.changes_words import described, shortened, where
from cchc.outputs.markdown import escape
from cchc.read.unread import Unread
from cchc.read.unread import content as left_out
from cchc.views.changes import Change

LONGEST = 60_000
"""Characters of a Markdown answer: GitHub refuses comments beyond 65,536."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What `cchc diff` found: what was compared with what, and the changes of each plan."""

    old: str
    new: str
    changes: Mapping[str, Sequence[Change]]
    """The changes by plan id; a plan that was compared and has none is there too."""
    unread: Sequence[Unread] = field(default=())

    @property
    def changed(self) -> list[str]:
        """The plans that changed."""
        return [plan for plan, changes in self.changes.items() if changes]

    @property
    def total(self) -> int:
        """How many changes there are."""
        return sum(map(len, self.changes.values()))


def summary(answer: Answer) -> Message:
    """Return the closing line."""
    if not answer.total:
        return say("plans compared: {plans}; nothing changed in meaning", plans=len(answer.changes))
    return say(
        "plans compared: {plans}; changed: {changed}; changes: {changes}",
        plans=len(answer.changes), changed=len(answer.changed), changes=answer.total,
    )  # fmt: skip


def text(answer: Answer) -> str:
    """Return one line for each subject that changed, and the summary."""
    out = []
    for plan in answer.changed:
        out += [
            " ".join(filter(None, (plan, head))) + f": {said}\n"
            for _, head, said in _lines(answer.changes[plan], old=shortened, new=shortened)
        ]
        out.append("\n")
    return "".join(out) + f"{summary(answer)}\n"


def markdown(answer: Answer) -> str:
    """Return a heading for each plan with its changes as a list."""
    title = say("Changes in meaning: {old} → {new}", old=escape(answer.old), new=escape(answer.new))
    out = [f"## {title}\n\n{summary(answer)}\n"]
    size, left = len(out[0]), 0
    for plan in answer.changed:
        lines = [f"\n### {escape(plan)}\n\n"]
        for title_of, head, said in _lines(answer.changes[plan], old=_struck, new=_bold):
            name = f" {escape(shortened(title_of))}" if title_of else ""
            subject = f"**{escape(head)}**{name}: " if head else ""
            lines.append(f"- {subject}{said}\n")
        for line in lines:
            size += len(line)
            left += size > LONGEST
            out += [line] if size <= LONGEST else []
    if left:
        cut = say("{count} more lines: see “cchc diff”", count=left)
        out.append(f"\n{cut}\n")
    if answer.unread:
        heading = say("Not compared")
        out.append(f"\n### {heading}\n\n")
        for one in answer.unread:
            out.append(
                f"- {escape(f'{one.path}:{one.line}:{one.column}')}: {escape(str(one.message))}\n"
            )
    return "".join(out)


def content(answer: Answer) -> dict[str, Any]:
    """Return the content of the JSON kind `diff`."""
    return {
        "old": answer.old,
        "new": answer.new,
        "changes": [_entry(one) for changes in answer.changes.values() for one in changes],
        "unread": left_out(answer.unread),
        "summary": {
            "plans": len(answer.changes),
            "changed": len(answer.changed),
            "changes": answer.total,
        },
    }


def _entry(one: Change) -> dict[str, Any]:
    known = {key: value or None for key, value in one.subject._asdict().items()}
    difference = asdict(one.difference)
    different = {
        **difference,
        "field": difference["field"] or None,
        "item": difference["item"] or None,
    }
    return {"plan": one.plan, "kind": one.kind, **known, **different}


def _lines(
    changes: Sequence[Change], *, old: Callable[[str], str], new: Callable[[str], str]
) -> list[tuple[str, str, str]]:
    """Return the title, the name and all that changed of each subject."""
    return [
        (
            subject.title if subject.part == "task" else "",
            where(subject),
            "; ".join(described(one, old=old, new=new) for one in group),
        )
        for subject, group in groupby(changes, key=lambda one: one.subject)
    ]


def _struck(value: str) -> str:
    return f"~~{escape(shortened(value))}~~"


def _bold(value: str) -> str:
    return f"**{escape(shortened(value))}**"

"""What `cchc diff` found, and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from cchc.messages import Message, say
from cchc.outputs.changes_words import described, named_in_plan
from cchc.read.unread import Unread
from cchc.views.changes import Change
from cchc.views.touched import Touched


@dataclass(frozen=True, slots=True)
class DiffAnswer:
    """What `cchc diff` found: what was compared with what, and the changes of each plan."""

    old: str
    new: str
    changes: Mapping[str, Sequence[Change]]
    """The changes by plan id; a plan that was compared and has none is there too."""
    unread: Sequence[Unread] = field(default=())
    touched: Sequence[Touched] = field(default=())
    """What carries out tasks above that changed."""

    @property
    def changed(self) -> list[str]:
        """The plans that changed."""
        return [plan for plan, changes in self.changes.items() if changes]

    @property
    def total(self) -> int:
        """How many changes there are."""
        return sum(map(len, self.changes.values()))


def summary(answer: DiffAnswer) -> Message:
    """Return the closing line."""
    if not answer.changes:
        return say("no plan was compared")
    if not answer.total:
        return say("plans compared: {plans}; nothing changed in meaning", plans=len(answer.changes))
    return say(
        "plans compared: {plans}; changed: {changed}; changes: {changes}",
        plans=len(answer.changes), changed=len(answer.changed), changes=answer.total,
    )  # fmt: skip


def change_lines(
    changes: Sequence[Change], *, old: Callable[[str], str], new: Callable[[str], str]
) -> list[tuple[str, str, str]]:
    """Return the title, the name and all that changed of each subject."""
    return [
        (
            subject.title if subject.part == "task" else "",
            named_in_plan(subject),
            "; ".join(described(one, old=old, new=new) for one in group),
        )
        for subject, group in groupby(changes, key=lambda one: one.subject)
    ]


FEW = 8
"""Tasks that are listed for one change above; JSON lists them all."""


def touched(answer: DiffAnswer) -> Iterator[str]:
    """Yield which tasks of which communes a change above touches: a heading, a line for each."""
    if not answer.touched:
        return
    communes = {name for one in answer.touched for name in one.agencies}
    tasks = sum(len(one.reached) for one in answer.touched)
    yield str(
        say("touched by changes above: {tasks} tasks of {communes} communes",
            tasks=tasks, communes=len(communes))
    )  # fmt: skip
    for one in answer.touched:
        named = [f"{reached.agency} {reached.number} ({reached.plan})" for reached in one.reached]
        named += [str(say("{commune} (to be taken up)", commune=name)) for name in one.asked]
        more = f"; +{len(named) - FEW}" if len(named) > FEW else ""
        yield f"  {one.plan}#{one.task} ({len(named)}): {'; '.join(named[:FEW])}{more}"
    yield ""

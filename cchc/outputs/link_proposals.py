"""What the tasks of a plan may carry out: for reading, as a table to fill in, and as the JSON kind `links`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cchc.messages import say, visible
from cchc.outputs import csv
from cchc.views.link_proposals import Candidate, Proposal

COLUMNS = (
    "plan", "task", "number", "title", "deadline", "above", "above_title", "above_deadline",
    "likeness", "cited", "accept",
)  # fmt: skip
"""Of the table; `accept` is for a person: whatever stands there makes the link."""
TAKEN = "x"


def text(found: Sequence[Proposal]) -> str:
    """Return every task with what fits it, and how many there are of each kind."""
    out = []
    for one in found:
        if one.candidates:
            out.append(f"{task(one)}\n")
            out += [f"{line}\n" for line in candidates(one)]
    return "".join(out) + f"{summary(found)}\n"


def summary(found: Sequence[Proposal]) -> str:
    """Return the closing line."""
    sure = sum(one.is_sure for one in found)
    some = sum(bool(one.candidates) for one in found)
    return str(
        say("tasks without a link: {count}; sure: {sure}, to be chosen: {some}, nothing fits: {none}",
            count=len(found), sure=sure, some=some - sure, none=len(found) - some)
    )  # fmt: skip


def task(one: Proposal) -> str:
    """Return a task in one line."""
    return f"{one.number} ({one.task.id}) {_line(one.task.title, one.task.deadline)}"


def candidates(one: Proposal) -> Iterator[str]:
    """Yield a line for each task above that fits; a sure one has a star."""
    for n, above in enumerate(one.candidates, start=1):
        mark = "*" if n == 1 and one.is_sure else " "
        said = _line(above.task.title, above.task.values.get("deadline"))
        both = f" ({', '.join(above.cited)})" if above.cited else ""
        yield f"  {mark} {n}. {above.likeness:.0%} {above.link}: {said}{both}"


def _line(title: str, deadline: str | None) -> str:
    words = visible(" ".join(title.split()))
    return f"{words} [{visible(deadline)}]" if deadline else words


def table(plan: str, found: Sequence[Proposal]) -> str:
    """Return a row for each task above that fits, and one for each task that nothing fits."""
    return csv.MARK + csv.dumps(COLUMNS, [row for one in found for row in _rows(plan, one)])


def _rows(plan: str, one: Proposal) -> Iterator[list[object]]:
    held = [plan, one.task.id, one.number, one.task.title, one.task.deadline or ""]
    for n, above in enumerate(one.candidates):
        yield [
            *held, above.link, above.task.title, above.task.values.get("deadline", ""),
            f"{above.likeness:.2f}", "; ".join(above.cited),
            TAKEN if n == 0 and one.is_sure else "",
        ]  # fmt: skip
    if not one.candidates:
        yield [*held, "", "", "", "", "", ""]


def content(plan: str, found: Sequence[Proposal]) -> dict[str, Any]:
    """Return the content of the JSON kind `links`."""
    return {
        "plan": plan,
        "tasks": [
            {
                "task": one.task.id, "number": one.number, "title": one.task.title,
                "sure": one.is_sure, "candidates": [_candidate(above) for above in one.candidates],
            }
            for one in found
        ],
    }  # fmt: skip


def _candidate(above: Candidate) -> dict[str, Any]:
    return {
        "task": above.link, "title": above.task.title,
        "deadline": above.task.values.get("deadline"), "likeness": above.likeness,
        "cited": list(above.cited),
    }  # fmt: skip

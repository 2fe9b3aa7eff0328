"""Two plans of one commune have the same kind and year.

Why: what is due and done is counted twice; one of them is a copy, a former draft, or has the wrong
year.

Source: a commune issues one plan of a kind a year, and amends it.

Bad:
    year: 2026
    ---
    year: 2026
Good:
    year: 2026
    ---
    year: 2027
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.together import InRun

CODE = "X005"
NAME = "two-plans-for-one-year"
SEVERITY = Severity.WARNING


def check(plans: Sequence[InRun]) -> Iterator[tuple[InRun, Hit]]:
    """Find plans whose kind and year an earlier plan of the commune has."""
    first: dict[object, InRun] = {}
    for one in plans:
        earlier = first.setdefault((one.commune, one.plan.kind, one.plan.year), one)
        if earlier is not one:
            yield (
                one,
                Hit(
                    ("year",),
                    say("{plan} is the plan of this kind and year already", plan=earlier.source.id),
                    say("correct kind or year, or keep the copy elsewhere"),
                ),
            )

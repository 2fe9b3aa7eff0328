"""From a problem inside one citation to a hit: what the citation rules share."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.rules import Hit
from cchc.rules._facts import Facts
from cchc.rules._stretches import hit


def hits(facts: Facts, code: str) -> Iterator[Hit]:
    """Yield a hit for every problem with this code in the citations of the plan."""
    for place, citation in facts.citations:
        for problem in citation.problems:
            if problem.code == code:
                text = facts.text_at(place)
                yield hit(
                    place, text, problem.start, problem.stop, problem.message, None,
                    problem.replacement,
                )  # fmt: skip

"""From a problem inside one citation to a hit: what the citation rules share."""

from __future__ import annotations

import re
from collections.abc import Callable

from cchc.language.repair import repair_symbol
from cchc.rules._rule import Facts, Hits, hit_in


def problems(code: str) -> Callable[[Facts], Hits]:
    """Return the check that finds every problem with this code in the citations of a plan."""

    def check(facts: Facts) -> Hits:
        for place, citation in facts.citations:
            for problem in citation.problems:
                if problem.code == code:
                    yield hit_in(
                        place, facts.text_at(place), problem.start, problem.stop, problem.message,
                        None, problem.replacement, unsafe=problem.unsafe,
                    )  # fmt: skip

    return check


_OWN = re.compile(r"\s*Số\s*:?\s*(?P<symbol>[0-9]\S*(?:\s{1,2}\S+){0,2})\s*")


def own_symbol(text: str) -> tuple[str, str] | None:
    """Return the broken symbol of a letterhead's line "Số: 07 /KHUBND", which an import could not
    place, and the one that was meant."""
    found = _OWN.fullmatch(text)
    meant = repair_symbol(found["symbol"]) if found else None
    return (found["symbol"], meant) if found and meant else None

"""An abbreviation is spelled out a second time.

Why: the second "cải cách hành chính (CCHC)" tells the reader that something new is meant; most
often it came in with a pasted paragraph.

Source: office practice, one definition at the first mention. An appendix may define its own.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - Theo dõi kết quả cải cách hành chính (CCHC) của các đơn vị.
          - Báo cáo kết quả cải cách hành chính (CCHC) hằng quý.
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - Theo dõi kết quả cải cách hành chính (CCHC) của các đơn vị.
          - Báo cáo kết quả CCHC hằng quý.
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._abbreviations import mentions
from cchc.rules._facts import Facts
from cchc.rules._stretches import hit

CODE = "H008"
NAME = "abbreviation-defined-twice"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Find full forms with an abbreviation that was given before, the appendices apart."""
    given: set[tuple[str, object]] = set()
    for short, place, start, stop, spelled in mentions(facts):
        if not spelled:
            continue
        part = place[:2] if place[0] == "appendices" else "body"
        if (short, part) in given:
            yield hit(
                place, facts.text_at(place), start, stop,
                say("“{short}” has been spelled out before", short=short),
                say("write “{short}” alone from the second mention on", short=short),
            )  # fmt: skip
        given.add((short, part))

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

from collections.abc import Iterator
from itertools import islice

from cchc.rules._abbreviations import Mention, mentions
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H008"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Find full forms with an abbreviation that was given before, the appendices and the title apart."""
    for short, place, start, stop, _ in islice(_again(facts), MOST):
        yield hit_in(
            place, facts.text_at(place), start, stop,
            say("“{short}” has been spelled out before", short=short),
            say("write “{short}” alone from the second mention on", short=short),
        )  # fmt: skip


def _again(facts: Facts) -> Iterator[Mention]:
    given: set[tuple[str, object]] = set()
    for mention in mentions(facts):
        place = mention.place
        if mention.spelled and place != ("document", "title"):
            key = (mention.short, place[:2] if place[0] == "appendices" else "body")
            if key in given:
                yield mention
            given.add(key)

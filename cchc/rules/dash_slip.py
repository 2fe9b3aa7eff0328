"""A dash between two words has a space on one side only: Văn hóa- Xã hội.

Why: the name of a unit is then spelled in two ways, and filters and searches take it for two.

Source: the names of offices in Nghị định 150/2025/NĐ-CP, "Phòng Văn hóa - Xã hội".

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items: [Phòng Văn hóa- Xã hội theo dõi việc thực hiện.]
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items: [Phòng Văn hóa - Xã hội theo dõi việc thực hiện.]
"""

from cchc.language.hygiene import DASHED, dashes
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H006"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Find dashes between words with one space in everything that is printed."""
    for place, text in facts.holding(*DASHED):
        for slip in dashes(text)[:MOST]:
            yield hit_in(
                place, text, slip.start, slip.stop,
                say("a space on one side of the dash only"),
                say("a space on both sides, as in “Phòng Văn hóa - Xã hội”"),
                slip.replacement,
            )  # fmt: skip

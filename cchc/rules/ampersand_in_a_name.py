"""The name of a unit is written with "&" in place of "và".

Why: names are written out as they were given; "&" belongs to abbreviations such as KTHT&ĐT.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III: names of bodies as founded; symbols such as
BGD&ĐT are left alone.

Bad:
    units:
      - {id: vh-xh, name: Phòng Văn hóa & Xã hội}
Good:
    units:
      - {id: vh-xh, name: Phòng Văn hóa và Xã hội}
"""

import re
from itertools import islice

from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of

CODE = "H014"
SEVERITY = Severity.INFO

_BODY = "Văn phòng|Phòng|Trung tâm|Ban|Sở|Hội|Hội đồng|Ủy ban|Uỷ ban|Đội"
_IN_NAME = re.compile(
    rf"\b(?:{_BODY})\s(?:[^\W_]+,?(?: -)?\s){{0,6}}?(?P<before>[^\W\d_]+)(?P<sign>\s*&\s*)(?P<after>[^\W\d_]+)"
)
_WHOLE = ("HĐND", "UBND")
"""Abbreviations of whole bodies: between them "&" is a word left out, not part of a symbol."""


def check(facts: Facts) -> Hits:
    """Find "&" inside the name of a unit, declared or in a text."""
    for place, text in facts.holding(*any_of("&")):
        for found in islice(_IN_NAME.finditer(text), MOST):
            tight = found["sign"] == "&"
            if tight and found["before"].isupper() and found["before"] not in _WHOLE:
                continue
            start, stop = found.span("sign")
            if not facts.is_cited(place, start, stop):
                yield hit_in(
                    place, text, found.start("before"), found.end("after"),
                    say("“&” in place of “và” in a name"),
                    say("write the name as in the decision that founded the body"),
                    f"{found['before']} và {found['after']}", unsafe=True,
                )  # fmt: skip

"""A capital stands where the decree wants a small letter, or the other way round.

Why: "Ủy Ban", "Hội đồng Nhân dân", "Xã Định Hóa" inside a sentence and "khoản 2 điều 5" are among
the first things a clerk marks.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1 (places), IV (agencies), V.7 (cited parts).

Bad:
    opening: Ủy Ban nhân dân xã An Bình ban hành Kế hoạch tại Phụ lục kèm theo
Good:
    opening: Ủy ban nhân dân xã An Bình ban hành Kế hoạch tại Phụ lục kèm theo
"""

import re
from collections.abc import Iterator
from itertools import islice

from cchc.model.agency import Agency
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H009"
SEVERITY = Severity.INFO

_INSIDE = r"(?<=[^\W\dA-ZĐ] )"
"""A small letter and a space before: the middle of a sentence."""

# Words that must stand in a text before it is worth a search; the search; what is right.
_AGENCIES = (
    (" Ban ", r"(?<=\b[UuỦủ][ỷyỶ] )Ban(?= [Nn]hân [Dd]ân\b)", "ban"),
    ("an Nhân ", r"(?<=\b[UuỦủ][ỷyỶ] [Bb]an )N(?:hân dân|hân Dân)\b", "nhân dân"),
    ("Hội đồng Nhân ", r"(?<=\bHội đồng )N(?:hân dân|hân Dân)\b", "nhân dân"),
    ("Hội Đồng ", r"(?<=\bHội )Đồng(?= [Nn]hân [Dd]ân\b)", "đồng"),
    ("Chính Phủ", r"(?<=\bChính )Phủ\b(?! [A-ZĐ])", "phủ"),
    ("Thủ Tướng", r"(?<=\bThủ )Tướng(?= Chính [Pp]hủ\b)", "tướng"),
    ("Quốc Hội", r"(?<=\b[Cc]ủa Quốc )Hội\b(?! [A-ZĐ])", "hội"),
)
_CITED = (
    (" điều ", r"(?<=\bkhoản \d )điều(?= \d)|(?<=\bkhoản \d\d )điều(?= \d)", "Điều"),
    (" Khoản ", _INSIDE + r"Khoản(?= \d{1,2},? [Đđ]iều \d)", "khoản"),
    (" Điểm ", _INSIDE + r"Điểm(?= [a-zđ]\)?,? [Kk]hoản \d)", "điểm"),
)


def check(facts: Facts) -> Hits:
    """Find the capitals that can be decided without reading the sentence."""
    patterns = [
        (words, re.compile(pattern), right)
        for words, pattern, right in (*_AGENCIES, *_CITED, *_places(facts.plan.owner))
        if facts.vocabulary.may_have(words) and words in facts.whole
    ]
    for place, text in facts.printed if patterns else ():
        for words, pattern, right in patterns:
            if words not in text:
                continue
            for found in islice(pattern.finditer(text), MOST):
                yield hit_in(
                    place, text, found.start(), found.end(),
                    say("“{word}” with the wrong capitals", word=found[0]),
                    say("write “{right}” here", right=right),
                    right,
                )  # fmt: skip


def _places(owner: Agency) -> Iterator[tuple[str, str, str]]:
    """Yield the common nouns before the names of the plan's own commune and province."""
    kind, _, name = owner.home.partition(" ")
    for noun, own in ((owner.place, owner.place_name), (kind, name)):
        if noun in ("xã", "phường", "tỉnh") and not own[:1].isdigit():
            words = f" {noun.capitalize()} {own}"
            yield words, rf"{_INSIDE}{noun.capitalize()}(?= {re.escape(own)}\b)", noun

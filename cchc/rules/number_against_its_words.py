"""A number is said again in words, and the words are another number.

Why: whoever pays or counts takes the words for what is meant, and another reader the figures.

Source: practice of office papers: "120.000.000 đồng (một trăm hai mươi triệu đồng)", "05 (năm) ngày".

Bad:
    opening: UBND xã An Bình bố trí 120 triệu đồng (một trăm ba mươi triệu đồng) theo Phụ lục kèm theo
Good:
    opening: UBND xã An Bình bố trí 120 triệu đồng (một trăm hai mươi triệu đồng) theo Phụ lục kèm theo
"""

import re

from cchc.language.number_words import number_in_words
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of

CODE = "N020"
SEVERITY = Severity.WARNING

_SAID_AGAIN = re.compile(
    r"(?<![\w/.,])(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,9})(?: (?P<scale>nghìn|ngàn|triệu|tỷ|tỉ))?"
    r"(?: (?P<unit>[^\W\d]+))? \((?:bằng chữ:? )?(?P<words>[^\W\d]+(?: [^\W\d]+){0,24})\)",
    re.IGNORECASE,
)
_SCALES = {
    "nghìn": 1_000,
    "ngàn": 1_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}

_YEAR = "năm"
"""Alone it is the year as well: "quý IV/2026 (năm)"."""


def check(facts: Facts) -> Hits:
    """Compare a number with the words in the bracket behind it, where they are a number and no more
    than the unit besides."""
    for place, text in facts.texts_holding(*any_of(" (")):
        for found in _SAID_AGAIN.finditer(text):
            words = found["words"].casefold().removesuffix(" chẵn")
            if unit := (found["unit"] or "").casefold():
                words = words.removesuffix(f" {unit}")
            said = number_in_words(words)
            scale = _SCALES.get((found["scale"] or "").casefold(), 1)
            number = int(found["number"].replace(".", "")) * scale
            if said not in (None, number) and words != _YEAR:
                yield hit_in(
                    place, text, found.start(), found.end(),
                    say("the words in the bracket are {said}, not {number}", said=f"{said:,}".replace(",", "."),
                        number=f"{number:,}".replace(",", ".")),
                    say("write the same number in figures and in words"),
                )  # fmt: skip

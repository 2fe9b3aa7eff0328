"""A text has letters and marks apart, or in another order than Vietnamese is stored.

Why: it looks the same and is another text: search, comparing of names and sorting all miss it, and
some printers set the mark beside the letter.

Source: TCVN 6909:2001, which Nghị định 30/2020/NĐ-CP, Phụ lục I, prescribes; Unicode form NFC.

Bad:
    opening: "UBND xã An Bi\u0300nh ban hành Kế hoạch với các nhiệm vụ tại Phụ lục kèm theo"
Good:
    opening: UBND xã An Bình ban hành Kế hoạch với các nhiệm vụ tại Phụ lục kèm theo
"""

from cchc.language.hygiene import not_nfc
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H001"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find words that are not in Unicode form NFC, in everything that was written."""
    for place, text in facts.decomposed.items():
        for slip in not_nfc(text)[:MOST]:
            yield hit_in(
                place, text, slip.start, slip.stop,
                say("letters and their marks are stored separately (Unicode NFD)"),
                say("store them as one letter (NFC); “cchc validate --fix” does it"),
                slip.replacement,
            )  # fmt: skip

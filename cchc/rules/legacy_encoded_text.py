"""A text was pasted from a TCVN3 (ABC) or VNI file and is unreadable.

Why: the old encodings use Latin letters for Vietnamese ones; without their font the words cannot be
read, searched or compared.

Source: TCVN 6909:2001, which Nghị định 30/2020/NĐ-CP, Phụ lục I, prescribes.

Bad:
    opening: Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc, Phụ lục kèm theo
Good:
    opening: UBND xã An Bình ban hành Kế hoạch với các nhiệm vụ tại Phụ lục kèm theo
"""

from cchc.language.hygiene import legacy_encoding
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "H002"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    """Find the first word of each text that is in an old encoding."""
    for place, text in facts.written if legacy_encoding(facts.whole_written) else ():
        if slips := legacy_encoding(text):
            first = slips[0]
            yield hit_in(
                place, text, first.start, first.stop,
                say("this text is in an old encoding (TCVN3 or VNI)"),
                say("convert the source to Unicode and paste it again"),
            )  # fmt: skip

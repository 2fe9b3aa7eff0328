"""The plan writes the tone mark now on the first vowel, now on the last: hóa and hoá.

Why: both are in use, one paper keeps to one; mixed forms show where text was pasted, and a search
for one form misses the other.

Source: both forms stand in Nghị định 30/2020/NĐ-CP itself; one style for each paper is office
practice. Aliases of units are left alone: they record other spellings.

Bad:
    document: {title: Cải cách hành chính và nếp sống văn hoá xã An Bình năm 2026}
Good:
    document: {title: Cải cách hành chính và nếp sống văn hóa xã An Bình năm 2026}
"""

from cchc.language.hygiene import MARKED, ToneStyle, tone_words
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H003"
SEVERITY = Severity.INFO
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find the words of the rarer style; on a draw the mark belongs on the first vowel."""
    if not all(tone_words(facts.vocabulary.written).values()):
        return  # one style only
    found = tone_words(facts.whole)
    rarer: ToneStyle = "first" if len(found["first"]) < len(found["last"]) else "last"
    if not found[rarer]:
        return
    for place, text in facts.holding(MARKED):
        for slip in tone_words(text)[rarer][:MOST]:
            if facts.is_cited(place, slip.start):
                continue
            yield hit_in(
                place, text, slip.start, slip.stop,
                say(
                    "“{word}”, while most of the plan writes “{other}”",
                    word=text[slip.start : slip.stop], other=slip.replacement,
                ),
                say("keep to one place of the tone mark in one paper"),
                slip.replacement,
            )  # fmt: skip

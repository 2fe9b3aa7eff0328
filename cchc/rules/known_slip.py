"""A word is written in a way that has no right reading.

Why: "nghiêm yết" or "trục tuyến" cannot be meant; the paper is sent back, or worse, signed.

Source: the list of slips in `cchc/language/data/slips.tsv`, gathered from published plans.

Bad:
    opening: UBND xã đầy mạnh cải cách với các nhiệm vụ tại Phụ lục kèm theo
Good:
    opening: UBND xã đẩy mạnh cải cách với các nhiệm vụ tại Phụ lục kèm theo
"""

from itertools import islice

from cchc.language.hygiene import possible_slips, slips
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H004"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    forms = possible_slips(facts.vocabulary)
    for place, text in facts.printed if forms else ():
        for slip in islice(slips(text, forms), MOST):
            yield hit_in(
                place, text, slip.start, slip.stop,
                say("“{wrong}” is a slip", wrong=text[slip.start : slip.stop]),
                say("write “{right}”", right=slip.replacement),
                slip.replacement,
            )  # fmt: skip

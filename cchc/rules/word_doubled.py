"""A word stands twice in a row, or two words stand without a space between them.

Why: "các các đơn vị" and "thựchiện" come from pasting and from broken lines of a PDF; they show in
print, and no search finds the word.

Source: ordinary spelling.

Bad:
    opening: UBND xã ban hành Kế hoạch với các các nhiệm vụ tại Phụ lục kèm theo
Good:
    opening: UBND xã ban hành Kế hoạch với các nhiệm vụ tại Phụ lục kèm theo
"""

import re
from itertools import islice

from cchc.language.hygiene import known_slips
from cchc.language.syllables import doubled, glued
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say

CODE = "H011"
SEVERITY = Severity.WARNING

_MAY = (
    re.compile(r" (\w[^ ]*) +(?:\1(?!\w)|(\w[^ ]*) +\1 \2)"),
    re.compile(r"[^\w /-](\w+) +(?:\1(?!\w)|(\w+) +\1 \2)"),
    re.compile("\u00a0"),
)
"""One or two words said twice, in lower case, behind a space or another sign, which may be that
between two texts; or a no-break space, which few texts have."""


def check(facts: Facts) -> Hits:
    """Find words said twice and words run together in the texts of the plan."""
    for place, text in facts.texts_holding(*_MAY, lowercase=True):
        for start, stop, once in islice(doubled(text), MOST):
            yield hit_in(
                place, text, start, stop,
                say("“{words}”: said twice", words=text[start:stop]),
                say("write “{right}” once", right=once),
            )  # fmt: skip
    for word in glued(facts.vocabulary.written):
        if word in known_slips():
            continue
        alone = re.compile(rf"(?<!\w){word}(?!\w)")
        for place, text in facts.texts_holding(alone):
            for found in islice(alone.finditer(text), MOST):
                yield hit_in(
                    place, text, *found.span(),
                    say("“{word}”: a space is missing inside", word=word),
                    say("write the words apart"),
                )  # fmt: skip

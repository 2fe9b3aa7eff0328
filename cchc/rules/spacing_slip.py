"""A space is missing, doubled, or stands before a closing mark.

Why: it shows in print, breaks lines in the wrong place, and two texts that differ only by a space
are not found as equal.

Source: ordinary rules of typesetting; Nghị định 30/2020/NĐ-CP sets no others.

Bad:
    document: {recipients: [Sở Nội vụ, "Thường trực HĐND , UBND xã"]}
Good:
    document: {recipients: [Sở Nội vụ, "Thường trực HĐND, UBND xã"]}
"""

from cchc.language.hygiene import SPACED, spacing
from cchc.rules._rule import MOST, Facts, Hits, Message, Severity, hit_in, say

CODE = "H005"
SEVERITY = Severity.INFO

_MESSAGES: dict[str, Message] = {
    "double-space": say("two spaces in a row"),
    "space-before": say("a space too many beside a mark"),
    "space-missing": say("no space after the mark"),
}


def check(facts: Facts) -> Hits:
    """Find slips of spacing inside one line of everything that is printed."""
    for place, text in facts.holding(*SPACED):
        for slip in spacing(text)[:MOST]:
            message = _MESSAGES[slip.code]
            yield hit_in(place, text, slip.start, slip.stop, message, None, slip.replacement)

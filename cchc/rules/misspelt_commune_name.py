"""The commune's own name is spelled otherwise somewhere in the plan.

Why: a paper that misnames its own commune is not signed twice, and "xã Năm Dẫn" is found by no
search for Nấm Dẩn.

Source: the name under `commune`. Only the place of the tone mark may differ (Định Hóa, Định Hoá);
that is said by mixed-tone-marks.

Bad:
    opening: UBND xã An Bính ban hành Kế hoạch với các nhiệm vụ tại Phụ lục kèm theo
Good:
    opening: UBND xã An Bình ban hành Kế hoạch với các nhiệm vụ tại Phụ lục kèm theo
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from cchc.language.names import bare, fold
from cchc.model.task import TASK_FIELDS
from cchc.rules._rule import MOST, Facts, Hit, Hits, KeyPath, Severity, hit_in, say

CODE = "H010"
SEVERITY = Severity.ERROR
WHOLE = True

_WORD = re.compile(r"[^\W\d_]+")
_PEOPLE = (("document", "signer", "name"), ("commune", "name"), ("agency", "name"))
_OFFICERS = tuple(name for name, field in TASK_FIELDS.items() if field.person)


def check(facts: Facts) -> Hits:
    """Find names that differ from the commune's by an accent, or after "xã" by one letter."""
    level, name = facts.plan.owner.place, facts.plan.owner.place_name
    if not all(_WORD.fullmatch(word) for word in name.split()):
        return
    initials = [
        c for c in set(facts.vocabulary.written) if c.isupper() and bare(c) == bare(name[0])
    ]
    if not initials:
        return
    starts = _starts("".join(sorted(initials)))
    for place, text in facts.holding(starts):
        if place in _PEOPLE or place[-1] in _OFFICERS:
            continue
        for start, written in islice(_found(text, starts, level, name), MOST):
            yield _hit(place, text, start, written, level, name)


@lru_cache(maxsize=256)
def _starts(initials: str) -> re.Pattern[str]:
    """Return a pattern for a word that begins with one of these capitals."""
    return re.compile(rf"[{initials}](?<![^\W\d_].)")


@lru_cache
def _words(size: int) -> re.Pattern[str]:
    """Return a pattern for so many words, whatever stands between them."""
    return re.compile(r"[\W\d_]+".join([_WORD.pattern] * size))


def _found(text: str, starts: re.Pattern[str], level: str, name: str) -> Iterator[tuple[int, str]]:
    words = _words(len(name.split()))
    for first in starts.finditer(text):
        start = first.start()
        found = words.match(text, start)
        if found and (written := found[0]) != name:
            named = text[max(0, start - 12) : start].casefold().endswith(f"{level} ")
            if is_misspelt(written, name, named=named):
                yield start, written


def is_misspelt(written: str, name: str, *, named: bool) -> bool:
    """Whether `written` is `name` with a slip; `named`: "xã" or the like stands before it."""
    accents = bare(written) == bare(name)
    if not (accents or named):
        return False
    if fold(written) == fold(name) or len(written.split()) != len(name.split()):
        return False
    capitals = all(word[0].isupper() for word in written.split())
    if accents:
        return named or (capitals and not written.isupper() and len(name.split()) > 1)
    if not capitals or abs(len(written) - len(name)) > 1:
        return False
    ours, theirs = bare(written), bare(name)
    if [word[0] for word in ours.split()] != [word[0] for word in theirs.split()]:
        return False  # "xã Bình Hóa" beside Định Hóa is another commune
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return len(theirs) >= 6 and max(len(ours), len(theirs)) - same == 1


def _hit(place: KeyPath, text: str, start: int, written: str, level: str, name: str) -> Hit:
    return hit_in(
        place, text, start, start + len(written),
        say("“{written}” is not the name of the {level}", written=written, level=level),
        say("it is called “{name}”", name=f"{level} {name}"),
        name.upper() if written.isupper() else name,
        unsafe=True,
    )  # fmt: skip

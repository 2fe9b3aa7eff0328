"""A unit is named that is nearly, but not quite, one that the plan declares.

Why: a name with one word changed sends the reader to a body that does not exist; "Dịch vụ" and
"Phục vụ" are two words, so the tool does not decide.

Source: docs/decisions/0001-plan-format.md, units are declared once.

Bad:
    opening: Trung tâm Dịch vụ hành chính công làm đầu mối thực hiện Phụ lục kèm theo
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: pvhcc, name: Trung tâm Phục vụ hành chính công}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, pvhcc]}
Good:
    opening: Trung tâm Phục vụ hành chính công làm đầu mối thực hiện Phụ lục kèm theo
    units:
      - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
      - {id: pvhcc, name: Trung tâm Phục vụ hành chính công}
    groups:
      - {id: cac-phong, name: Các đơn vị, members: [vh-xh, pvhcc]}
"""

import re
from collections.abc import Iterator

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of

CODE = "U012"
SEVERITY = Severity.WARNING
WHOLE = True


LONG = 5
"""Names of fewer words differ in one word by nature: Phòng Kinh tế, Phòng Y tế."""

_WORD = re.compile(r"\w+")
_ELSEWHERE = frozenset({"tỉnh", "thành", "huyện", "cấp", "trung", "quốc"})
"""A unit of another level, or of the state, is not one of the plan's."""


def check(facts: Facts) -> Hits:
    """Find stretches that differ from a declared name in one word, and are no declared name."""
    known = {fold(name) for unit in facts.units.values() for name in (unit.name, *unit.aliases)}
    wanted = [(unit.name, fold(unit.name).split()) for unit in facts.plan.units]
    wanted = [(name, words) for name, words in wanted if len(words) >= LONG]
    if not wanted:
        return
    heads = tuple(sorted({words[0] for _, words in wanted}))
    most = max(len(words) for _, words in wanted)
    for place, text in facts.texts_holding(*any_of(*heads), lowercase=True):
        for begin in _begun(text, heads):
            if facts.is_cited(place, begin):
                continue
            words = _folded(text, begin, most)
            for name, parts in wanted:
                stretch = _nearly(text, words, parts, known)
                if stretch is not None:
                    yield hit_in(
                        place, text, begin, stretch,
                        say("no declared unit is called “{name}”",
                            name=" ".join(text[begin:stretch].split())),
                        say("did you mean “{near}”?", near=name), name, unsafe=True,
                    )  # fmt: skip
                    break


def _begun(text: str, heads: tuple[str, ...]) -> Iterator[int]:
    """Yield where a word with a capital is one of `heads`."""
    lowercase = text.casefold()
    # Where a letter is two in lower case, places shift: then every word is looked at.
    heads_or_all, where = (
        (any_of(*heads), lowercase) if len(lowercase) == len(text) else ((_WORD,), text)
    )
    for at in sorted({found.start() for one in heads_or_all for found in one.finditer(where)}):
        if text[at].isupper() and not (at and _WORD.match(text, at - 1)):
            word = _WORD.match(text, at)
            if word and word[0].casefold() in heads:
                yield at


def _folded(text: str, begin: int, most: int) -> list[tuple[str, int]]:
    """Return the folded words from `begin` on, `most` or a few more, each with the end of the word
    in `text` that it stands in."""
    found: list[tuple[str, int]] = []
    for word in _WORD.finditer(text, begin):
        if word[0].casefold() != "và":
            found += [(part, word.end()) for part in fold(word[0]).split()]
        if len(found) >= most:
            break
    return found


def _nearly(
    text: str, words: list[tuple[str, int]], parts: list[str], known: set[str]
) -> int | None:
    """Return where the stretch ends that has one word other than `parts`, or None."""
    size = len(parts)
    if len(words) < size or words[size - 1][0] != parts[-1]:
        return None
    stop = words[size - 1][1]
    if len(words) > size and words[size][1] == stop:
        return None  # an abbreviation that says more
    folded = [word for word, _ in words[:size]]
    if sum(ours != theirs for ours, theirs in zip(folded, parts, strict=True)) != 1:
        return None
    following = _WORD.match(text, stop + 1)
    if following and following[0].casefold() in _ELSEWHERE:
        return None
    begun = " ".join(folded)
    if any(begun == name or begun.startswith(f"{name} ") for name in known):
        return None
    return stop

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

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.language.names import fold
from cchc.messages import say
from cchc.model.finding import Place, Severity
from cchc.rules import Hit
from cchc.rules._facts import Facts
from cchc.rules._stretches import hit

CODE = "U012"
NAME = "unit-not-declared-in-text"
SEVERITY = Severity.WARNING


LONG = 5
"""Names of fewer words differ in one word by nature: Phòng Kinh tế, Phòng Y tế."""

_WORD = re.compile(r"\w+")
_ELSEWHERE = frozenset({"tỉnh", "thành", "huyện", "cấp", "trung", "quốc"})
"""A unit of another level, or of the state, is not one of the plan's."""


def check(facts: Facts) -> Iterator[Hit]:
    """Find stretches that differ from a declared name in one word, and are no declared name."""
    known = {fold(name) for unit in facts.units.values() for name in (unit.name, *unit.aliases)}
    wanted = [(unit.name, fold(unit.name).split()) for unit in facts.plan.units]
    wanted = [(name, words) for name, words in wanted if len(words) >= LONG]
    if not wanted:
        return
    heads = {words[0] for _, words in wanted}
    cited: dict[Place, list[tuple[int, int]]] = {}
    for place, citation in facts.citations:
        cited.setdefault(place, []).append((citation.start, citation.stop))
    starting = re.compile("|".join(map(re.escape, heads)))
    for place, text in facts.texts_holding(starting, small=True):
        words = list(_WORD.finditer(text))
        for at, first in enumerate(words):
            if not first[0][0].isupper() or first[0].casefold() not in heads:
                continue
            if any(start <= first.start() < stop for start, stop in cited.get(place, ())):
                continue
            for name, parts in wanted:
                stretch = _nearly(text, words[at:], parts, known)
                if stretch is not None:
                    yield hit(
                        place, text, first.start(), stretch,
                        say("no declared unit is called “{name}”",
                            name=" ".join(text[first.start() : stretch].split())),
                        say("did you mean “{near}”?", near=name), name, unsafe=True,
                    )  # fmt: skip
                    break


def _nearly(text: str, words: list[re.Match[str]], parts: list[str], known: set[str]) -> int | None:
    """Return where the stretch ends that has one word other than `parts`, or None."""
    folded: list[str] = []
    for word in words:
        folded += fold(word[0]).split() if word[0].casefold() != "và" else []
        if len(folded) < len(parts):
            continue
        other = [ours for ours, theirs in zip(folded, parts, strict=False) if ours != theirs]
        alike = len(folded) == len(parts) and len(other) == 1
        if not alike or folded[-1] != parts[-1]:
            return None
        stop = word.end()
        following = _WORD.match(text, stop + 1)
        if following and following[0].casefold() in _ELSEWHERE:
            return None
        begun = " ".join(folded)
        if any(begun == name or begun.startswith(f"{name} ") for name in known):
            return None
        return stop
    return None

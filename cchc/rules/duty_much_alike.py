"""A duty stands twice, the second time in other words.

Why: a paragraph written here and the same one pasted from the plan of the province say one thing
twice; both are asked for and reported.

Source: the principle of sáu rõ, "rõ việc".

Bad:
    body:
      - title: NHIỆM VỤ
        items:
          - >-
            Đổi mới công tác đánh giá cán bộ, công chức theo hướng liên tục, đa chiều, có tiêu chí thông
            qua kết quả, sản phẩm thực hiện nhiệm vụ được giao.
          - >-
            Đổi mới toàn diện công tác đánh giá cán bộ, công chức theo hướng liên tục, đa chiều, có tiêu
            chí, gắn với sản phẩm cụ thể khi thực hiện nhiệm vụ được giao.
Good:
    body:
      - title: NHIỆM VỤ
        items:
          - >-
            Đổi mới công tác đánh giá cán bộ, công chức theo hướng liên tục, đa chiều, có tiêu chí thông
            qua kết quả, sản phẩm thực hiện nhiệm vụ được giao.
"""

from difflib import SequenceMatcher
from typing import NamedTuple

from cchc.language.citation import Citation
from cchc.language.labels import label_words
from cchc.language.names import fold
from cchc.language.task_labels import is_task_line
from cchc.rules._likeness import Earlier
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "N015"
SEVERITY = Severity.INFO
WHOLE = True

SHORT = 12
"""Texts of fewer words are alike by nature."""
ALIKE = 0.6
"""So much of the shorter text must stand in the longer one."""
COMMON = 16
"""So many words at least."""
NEARLY = 0.9
"""From here on it is duty-nearly-repeated."""
RUN = 3
"""Words in a row that count as common."""
GLANCES, COMPARISONS = 4_000, 80
"""So many pairs are looked at, and so many of them compared word by word."""


class _MetDuty(NamedTuple):
    """A text met before: its words, the different ones of them, and where it stands."""

    words: list[str]
    known: frozenset[str]
    label: str


def check(facts: Facts) -> Hits:
    """Find a text most of whose words stand, in runs, in an earlier text of the same section.

    Documents are left out: two duties may be for one decree.
    """
    siblings: dict[KeyPath, list[_MetDuty]] = {}
    nearly = Earlier(NEARLY)
    glances, comparisons = GLANCES, COMPARISONS
    for found in facts.sections:
        place = (*found.place, "text")
        text = fold(_without_citations(found.section.text or "", facts.cited_at(place)))
        words = text.split()
        if len(words) < SHORT or found.section.role == "appendix":
            continue
        if is_task_line(found.section.title, found.section.text or ""):
            continue
        earlier = siblings.setdefault(found.place[:-1], [])
        known = frozenset(words)
        near: bool | None = None
        for others, met, label in earlier:
            needed = max(COMMON, ALIKE * min(len(words), len(others)))
            glances -= 1
            # Words said again are few: what the two do not share at all need not be compared.
            if glances < 0 or len(known & met) < 0.8 * needed or words == others:
                continue
            if near is None:
                near = nearly.find(text) is not None
            if near:
                break  # duty-nearly-repeated says it
            comparisons -= 1
            if comparisons >= 0 and _common(words, others) >= needed:
                yield Hit(
                    place,
                    say("this says much the same as {label}", label=label_words(label)),
                    say("make one duty of the two, or say what is different"),
                )
                break
        nearly.add(text, found.label)
        earlier.append(_MetDuty(words, known, found.label))


def _without_citations(text: str, cited: list[Citation]) -> str:
    for one in reversed(cited):
        text = text[: one.start] + text[one.stop :]
    return text


def _common(words: list[str], others: list[str]) -> int:
    """Return how many words the two have in runs, in one order."""
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN)

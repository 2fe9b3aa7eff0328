"""A target has a value that the words it belongs to do not mention.

Why: what is printed and signed is the text; a number that stands only in the data is a typing slip,
or binds nobody.

Source: docs/decisions/0001-plan-format.md: targets record what the paper says.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Rà soát 90% văn bản
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Văn bản được rà soát, exactly: 95, unit: "%"}]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Rà soát 95% văn bản
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Văn bản được rà soát, exactly: 95, unit: "%"}]
"""

import re

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "T007"
SEVERITY = Severity.INFO
WHOLE = True


_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_OF_A_MEASURE = re.compile(r"(?<![\d/.])(?!20\d\d(?!\d))\d")
"""A number that is no year."""
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def check(facts: Facts) -> Hits:
    """Find values that stand in no text of their section or task.

    A target of the whole plan may have come from a table of targets: it is looked for where the text
    speaks of its measure.
    """
    valued = [
        (place, target)
        for place, target, _ in facts.targets
        if target.at_least or target.at_most or target.exactly
    ]
    held: dict[KeyPath, list[str]] = {place[:-2]: [] for place, _ in valued}
    lengths = sorted({len(holder) for holder in held})
    for at, words in facts.texts if held else ():
        for length in lengths:
            if length <= len(at) and at[:length] in held:
                held[at[:length]].append(words)
    texts = {holder: "\n".join(words) for holder, words in held.items()}
    numbers = {holder: _numbers(text) for holder, text in texts.items()}
    for place, target in valued:
        holder = place[:-2]
        for key in ("at_least", "at_most", "exactly"):
            value = getattr(target, key)
            if value is None or _plain(value) in numbers[holder]:
                continue
            if (word := _spelled(value)) and word in fold(texts[holder]).split():
                continue
            if not holder and not _spoken_of(target.measure, texts[holder]):
                continue
            yield Hit(
                (*place, key),
                say("the text does not mention {value}", value=value),
                say("correct the number, here or in the text"),
            )


def _spoken_of(measure: str, text: str) -> bool:
    """Whether a sentence of `text` gives the measure a value: a name alone, as of a task, says nothing of it."""
    named = fold(measure)
    return any(
        named in fold(one) and _OF_A_MEASURE.search(one) for one in re.split(r"[;\n]|\.\s", text)
    )


def _numbers(text: str) -> set[float]:
    return {_plain(number) for number in _NUMBER.findall(text)}


def _plain(number: str) -> float:
    return float(number.replace(",", "."))


def _spelled(value: str) -> str | None:
    number = _plain(value)
    return _WORDS[int(number)] if number in range(len(_WORDS)) else None

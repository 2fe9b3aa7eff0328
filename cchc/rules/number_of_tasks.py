"""The text says how many tasks the appendix has, and it has another number of them.

Why: a row was added or lost after the sentence was written; the reader cannot tell which of the two is right.

Source: the text and the appendix are one paper: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.

Bad:
    opening: UBND xã An Bình ban hành Kế hoạch gồm 29 nhiệm vụ tại Phụ lục kèm theo
Good:
    opening: UBND xã An Bình ban hành Kế hoạch gồm 01 nhiệm vụ tại Phụ lục kèm theo
"""

import re
from collections import Counter

from cchc.rules._rule import Facts, Hits, Severity, hit_in, say
from cchc.rules._words import sentence_around

CODE = "N019"
SEVERITY = Severity.WARNING
WHOLE = True

_COUNTED = re.compile(
    r"(?:gồm|có|với|nêu|giao|tổng số|tổng cộng)(?: có)?:? (?:tổng số |tổng cộng )?(?P<count>[0-9]{1,3})(?: \([^()]*\))?"
    r" nhiệm vụ(?! (?:trọng tâm|chủ yếu|lớn|chính|trọng điểm|,? giải pháp))",
    re.IGNORECASE,
)
_MAY = re.compile(" nhiệm vụ(?<=[0-9)] nhiệm vụ)")
_APPENDIX = re.compile(r"phụ lục|danh mục|bảng phân công|biểu", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\bcủa (?:tỉnh|thành phố|UBND tỉnh|Trung ương|Chính phủ)|cấp trên|năm trước", re.IGNORECASE
)


def check(facts: Facts) -> Hits:
    """Compare with every way to count: all tasks, those of each appendix, numbers, tasks of each area."""
    appendices = facts.plan.appendices
    counted = facts.texts_holding(_MAY)
    if (
        not counted
        or not facts.tasks
        or any(one.incomplete for one in appendices)
        or any("|" in text for text in facts.plan.unplaced)
    ):
        return
    each = Counter(place[:2] for place, *_ in facts.tasks)
    of_areas = Counter(place[:-2] for place, *_ in facts.tasks)
    numbers = Counter(place[:2] for place, number in {(at[:2], n) for at, _, n in facts.tasks})
    right = {
        len(facts.tasks),
        *each.values(),
        *of_areas.values(),
        *numbers.values(),
        sum(numbers.values()),
    }
    for place, text in counted:
        if place[0] not in ("opening", "body", "closing"):
            continue
        for found in _COUNTED.finditer(text):
            first, last = sentence_around(text, *found.span())
            sentence = text[first:last]
            if (
                int(found["count"]) in right
                or not _APPENDIX.search(sentence)
                or _OF_ANOTHER.search(sentence)
                or any(first <= one.start < last for one in facts.cited_at(place))
            ):
                continue
            yield hit_in(
                place, text, found.start("count"), found.end(),
                say("the text says {said} tasks, the appendix has {count}", said=int(found["count"]), count=len(facts.tasks)),
                say("count the rows, and write their number"),
            )  # fmt: skip

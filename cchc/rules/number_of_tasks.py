"""The text says how many tasks, classes or inspected units there are, and the table has another number of them.

Why: a row was added or lost after the sentence was written; the reader cannot tell which of the two is right.

Source: the text and the appendix are one paper: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.

Bad:
    opening: UBND xã An Bình ban hành Kế hoạch gồm 29 nhiệm vụ tại Phụ lục kèm theo
Good:
    opening: UBND xã An Bình ban hành Kế hoạch gồm 01 nhiệm vụ tại Phụ lục kèm theo
"""

import re
from collections import Counter
from collections.abc import Iterator

from cchc.intake.unplaced import INSPECTED
from cchc.rules._rule import Facts, Hits, KeyPath, Message, Severity, hit_in, say
from cchc.rules._words import sentence_around

CODE = "N019"
SEVERITY = Severity.WARNING
WHOLE = True

_COUNTED = re.compile(
    r"(?:gồm|có|với|nêu|giao|tổng số|tổng cộng)(?: có)?:? (?:tổng số |tổng cộng )?(?P<count>[0-9]{1,3})(?: \([^()]*\))?"
    r" nhiệm vụ(?! (?:trọng tâm|chủ yếu|lớn|chính|trọng điểm|,? giải pháp))",
    re.IGNORECASE,
)
_CLASSES = re.compile(
    r"(?:tổ chức|mở|gồm|có|tổng số|tổng cộng|tổng|đi học)(?: (?:là|dự kiến|tổng số|được|mở))*:? (?P<count>[0-9]{1,3})"
    r"(?: \([^()]*\))? (?P<noun>lớp|khóa|khoá|hội nghị|cuộc thi|hội thi)"
    r"(?=(?: (?:bồi dưỡng|tập huấn|đào tạo))*(?:\s*[,;.:(]|\s*$| theo| với| cụ thể| tại (?:phụ lục|biểu|bảng)))",
    re.IGNORECASE,
)
_INSPECTED = re.compile(
    r"(?:kiểm tra(?: theo kế hoạch)?(?: đối với| tại)?|đối tượng(?: kiểm tra)?|làm việc tại):?"
    r" (?P<count>[0-9]{1,3})(?: \([^()]*\))? (?:cơ quan|đơn vị)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"tổng (?:cộng|số)(?: có| là)?\s*:?\s*(?P<count>[0-9]{1,3}) nhiệm vụ\W*", re.IGNORECASE
)
_MAY = re.compile(" nhiệm vụ(?<=[0-9)] nhiệm vụ)")
_OTHERS = re.compile(r"[0-9)] (?:lớp|khó[aá]|khoá|hội|cuộc|cơ quan|đơn vị)")
_APPENDIX = re.compile(r"phụ lục|danh mục|bảng phân công|biểu", re.IGNORECASE)
_SHOWN = re.compile(r"phụ lục|danh mục|danh sách|biểu|bảng|cụ thể\W*$|như sau\W*$", re.IGNORECASE)
_PLACED = re.compile(r"lịch|phụ lục|mục [ivx0-9]|biểu|bảng|danh sách", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\bcủa (?:tỉnh|thành phố|UBND tỉnh|Trung ương|Chính phủ)|cấp trên|năm trước", re.IGNORECASE
)
_PART = re.compile(
    r"đột xuất|mỗi|từng|ít nhất|tối thiểu|tối đa|trên|ngoài|thêm|bổ sung|trong đó|còn lại|phúc tra|%|đã"
    r"|quý|tháng|đợt|buổi|giai đoạn",
    re.IGNORECASE,
)
"""Words of a sentence about some of them."""
_TOTAL_ROW = re.compile(r"\W*(?:tổng|cộng)\b", re.IGNORECASE)
_YEAR = re.compile(r"20[0-9]{2}")
_NUMBERED = re.compile(r"[0-9]{1,3}\.? \| ")


def check(facts: Facts) -> Hits:
    """Compare with every way to count: all rows, those of each appendix, numbers, rows of each area."""
    yield from _inspected(facts)
    appendices = facts.plan.appendices
    if (
        not facts.tasks
        or any(one.incomplete for one in appendices)
        or any("|" in text and not _TOTAL_ROW.match(text) for text in facts.plan.unplaced)
    ):
        return
    counted = [*_tasks(facts), *_classes(facts)]
    right = _ways_to_count(facts) if counted else set()
    for place, text, found, message in counted:
        if int(found["count"]) not in right:
            yield hit_in(
                place, text, found.start("count"), found.end(), message,
                say("count the rows, and write their number"),
            )  # fmt: skip


_Counted = tuple[KeyPath, str, re.Match[str], Message]


def _ways_to_count(facts: Facts) -> set[int]:
    each = Counter(place[:2] for place, *_ in facts.tasks)
    of_areas = Counter(place[:-2] for place, *_ in facts.tasks)
    numbers = Counter(place[:2] for place, number in {(at[:2], n) for at, _, n in facts.tasks})
    return {
        len(facts.tasks), *each.values(), *of_areas.values(), *numbers.values(), sum(numbers.values()),
    }  # fmt: skip


def _tasks(facts: Facts) -> Iterator[_Counted]:
    lines: list[tuple[KeyPath, str, re.Pattern[str]]] = [
        (place, text, _COUNTED)
        for place, text in facts.texts_holding(_MAY)
        if place[0] in ("opening", "body", "closing")
    ]
    lines += [(("unplaced", n), text, _SUM) for n, text in enumerate(facts.plan.unplaced)]
    for place, text, pattern in lines:
        for found in pattern.finditer(text) if pattern is _COUNTED else _whole(pattern, text):
            sentence = _sentence(facts, place, text, found)
            if sentence and (place[0] == "unplaced" or _APPENDIX.search(sentence)):
                yield (place, text, found,
                       say("the text says {said} tasks, the appendix has {count}", said=int(found["count"]), count=len(facts.tasks)))  # fmt: skip


def _whole(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    found = pattern.fullmatch(text.strip())
    if found:
        yield found


def _classes(facts: Facts) -> Iterator[_Counted]:
    """Yield how many classes or meetings the sentence over a table of them says there are, where each row is one."""
    if len(facts.plan.appendices) != 1:
        return
    appendix = facts.plan.appendices[0]
    titles = [
        appendix.title,
        *(column.heading for column in appendix.columns),
        *(one.title for one in appendix.areas),
    ]
    rows = [
        (task.title, f"{task.product or ''} {' '.join(task.extra.values())}")
        for _, task, _ in facts.tasks
    ]
    for place, text in facts.texts_holding(_OTHERS):
        if place[0] not in ("opening", "body", "closing"):
            continue
        found_all = list(_CLASSES.finditer(text))
        for found in found_all if len(found_all) == 1 else ():
            noun, sentence = found["noun"].lower(), _sentence(facts, place, text, found)
            named = any(noun in title.lower() for title in titles) or (
                sum(noun in title.lower() for title, _ in rows) * 2 > len(rows)
            )
            several = any(
                re.search(rf"\b0*(?:[2-9]|[1-9]\d+) {noun}", said.lower())
                for row in rows
                for said in row
            )
            apart = any(f"số {noun}" in column.heading.lower() for column in appendix.columns)
            whole = sentence and _SHOWN.search(sentence) and not _PART.search(sentence)
            if named and not several and not apart and whole:
                yield (place, text, found,
                       say("{said} here, the table has {count} rows", said=f"{found['count']} {noun}", count=len(rows)))  # fmt: skip


def _inspected(facts: Facts) -> Hits:
    """Find another number of inspected units than the one schedule of inspections has."""
    rows = [text for text in facts.plan.unplaced if "|" in text]
    heads = [
        n for n, text in enumerate(rows) if INSPECTED.search(text) and not _NUMBERED.match(text)
    ]
    units = (
        [text.split(" | ")[1] for text in rows[heads[0] + 1 :] if _NUMBERED.match(text)]
        if len(heads) == 1
        else []
    )
    if len(units) < 2 or len(rows) != len(units) + 1:
        return
    for place, text in facts.texts_holding(_OTHERS):
        found_all = list(_INSPECTED.finditer(text))
        for found in found_all if place[0] == "body" and len(found_all) == 1 else ():
            sentence = _sentence(facts, place, text, found)
            if (
                "kiểm tra" in sentence.lower()
                and _PLACED.search(sentence)
                and not _PART.search(sentence)
                and int(found["count"]) not in (len(units), len(set(units)))
            ):
                yield hit_in(
                    place, text, found.start("count"), found.end(),
                    say("{said} here, the table has {count} rows", said=text[found.start("count"):found.end()], count=len(units)),
                    say("count the rows, and write their number"),
                )  # fmt: skip


def _sentence(facts: Facts, place: KeyPath, text: str, found: re.Match[str]) -> str:
    """Return the sentence around `found`; nothing, where it speaks of others, of another year, or the
    number is in a citation."""
    first, last = sentence_around(text, *found.span())
    cited = place[0] != "unplaced" and any(
        first <= one.start < last for one in facts.cited_at(place)
    )
    sentence = text[first:last]
    years = {*_YEAR.findall(sentence)} - {str(facts.plan.year)}
    return "" if cited or years or _OF_ANOTHER.search(sentence) else sentence

"""The year of the last plan stands where the plan speaks of its own.

Why: whoever holds to the words has nothing to do, or money of a year that is over.

Source: practice: plans are copied from those of the year before.

Bad:
    body:
      - title: KINH PHÍ THỰC HIỆN
        items: [Kinh phí thực hiện trong dự toán ngân sách năm 2025 giao cho các đơn vị.]
Good:
    body:
      - title: KINH PHÍ THỰC HIỆN
        items: [Kinh phí thực hiện trong dự toán ngân sách năm 2026 giao cho các đơn vị.]
"""

import re
from collections.abc import Iterator

from cchc.rules._rule import Facts, Hits, KeyPath, Severity, hit_in, say
from cchc.rules._stage import last_year
from cchc.rules._words import any_of, sentence_around

CODE = "D015"
SEVERITY = Severity.WARNING
WHOLE = True

_REVIEW = re.compile(
    r"kết quả|đạt|điểm|chưa|chuyển sang|chuyển tiếp|khắc phục|hạn chế|tồn tại|tổng kết|đánh giá|số liệu|mất|quyết toán",
    re.IGNORECASE,
)
_TITLE = re.compile(r"nhiệm vụ|kế hoạch|phân công|theo dõi", re.IGNORECASE)
_MONEY = re.compile(
    r"dự toán(?: [^\W\d]+){0,8} $|(?:từ|trong|bằng|của) (?:nguồn )?ngân sách(?: [^\W\d]+){0,3} $",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(
    r"\b(?:tổ chức|mở|ban hành|xây dựng|triển khai|hoàn thành|bố trí|kiểm tra|số hóa|lắp đặt|nâng cấp|niêm yết|bồi dưỡng"
    r"|tập huấn)\b[^.;]* trong $",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:tập huấn|bồi dưỡng|tuyên truyền|hội thi|cuộc thi|đối thoại|lớp|(?:ban hành|xây dựng) (?:kế hoạch|chương trình|lịch))"
    r"\b[^.;,]*$",
    re.IGNORECASE,
)
"""What a plan orders for its own year, as a rule: an info, for it may be the year of what is dealt with."""
_PAST = re.compile(
    r"kết quả|đạt|điểm|\bđã\b|báo cáo|tổng kết|sơ kết|quyết toán|đánh giá|so với|tồn tại|hạn chế|chỉ số|công bố|\bmất\b"
    r"|hiệu lực|chuyển (?:sang|tiếp|từ|nguồn)|chưa|\bcòn\b|tiếp tục|từ năm|giai đoạn|theo|kết luận|khen thưởng|số liệu|khắc phục|xếp loại|xếp hạng"
    r"|năm học|được (?!giao)|tuyển|kéo dài|thành lập|bổ nhiệm|\bmua\b|luật|nghị định|đề án|thông tư|kỷ niệm|sự kiện|mô hình|sổ sách|cùng kỳ|phát huy|kinh nghiệm|năm trước|kết dư|thấp hơn|tiết kiệm|ban hành (?:trước|trong|từ|đến)|tính đến|công nhận"
    r"|phát sinh|tháng \d|ngày \d|quý [ivx]|hồ sơ|tài liệu|văn bản|nghị quyết|nợ|thực hiện (?:kế hoạch|chương trình)"
    r"|trước năm|sau năm|đến năm|hết năm|năm \d{4} (?:và|-|–)",
    re.IGNORECASE,
)
"""Words of a sentence that looks back, or goes on with what was begun."""


def check(facts: Facts) -> Hits:
    """Find "năm 2025" in a plan of 2026: in the name of an appendix, with its money, and in what is to be done."""
    plan = facts.plan
    before = str(plan.year - 1)
    if before in plan.document.title or last_year(plan) != plan.year:
        return
    year = re.compile(rf"năm {before}(?![\d/–-]| [-–])", re.IGNORECASE)
    for place, text in facts.texts_holding(*any_of(before)):
        for found in year.finditer(text):
            if severity := _is_slip(facts, place, text, *found.span()):
                yield hit_in(
                    place, text, *found.span(),
                    say("“{words}” in a plan of {year}", words=found[0], year=plan.year),
                    say("write the year of the plan, or say what of that year is meant"),
                )._replace(severity=severity)  # fmt: skip


def _is_slip(facts: Facts, place: KeyPath, text: str, start: int, stop: int) -> Severity | None:
    """Return how sure it is that the year is left over; None: it may be right."""
    first, last = sentence_around(text, start, stop)
    sentence = text[first:last]
    if {*re.findall(r"20\d\d", sentence)} - {text[start:stop][-4:]}:
        return None
    if any(
        first <= one.start < last or one.start <= start < one.stop for one in facts.cited_at(place)
    ):
        return None
    if place[0] == "appendices" and len(place) == 3:
        return SEVERITY if _TITLE.search(text) and not _REVIEW.search(text) else None
    if place[0] != "body" or place[-1] != "text" or _PAST.search(sentence):
        return None
    if any(_looks_back(title) for title in _titles_over(facts, place)):
        return None
    before = text[first:start]
    if _MONEY.search(before) or _IN_YEAR.search(before):
        return SEVERITY
    return Severity.INFO if _OWN.search(before) else None


def _titles_over(facts: Facts, place: KeyPath) -> Iterator[str]:
    for found in facts.sections:
        if place[: len(found.place)] == found.place and found.section.title:
            yield found.section.title


def _looks_back(title: str) -> bool:
    return bool(_PAST.search(title)) or bool(
        re.search("tình hình|thực trạng|đặc điểm|mục đích|yêu cầu", title, re.IGNORECASE)
    )

"""The vocabulary of deadlines: which words do the same work in a phrase.

Written in the folded spelling of `tokens.fold`: lower case, "hàng" for "hằng", "quý" for
"quí", "kỳ" for "kì". A longer entry wins over a shorter one at the same place.

Known words in an order that is not understood: see the steps in `__init__.py`. A new phrase is a row
of tests/language/deadlines.tsv.
"""

from __future__ import annotations

from typing import Literal

Sign = Literal[
    "number", "mark", "word", "numeral", "roman", "before", "by", "end", "in", "to", "from",
    "after", "now", "onward", "day", "workday", "week", "month", "quarter", "year", "term",
    "hour", "minute", "plan", "half", "whole", "phase", "first", "middle", "last", "dekad",
    "ordinal", "sunday", "next", "this", "of", "every", "each", "follow", "regular", "times",
    "least", "and", "or", "report", "scheme", "always", "if", "about", "do",
]  # fmt: skip
"""The work that a token does; "number" and "mark" (punctuation) are not here; a
"word" is unknown, or a name that only looks like a time ("kỳ họp")."""

_VOCABULARY: dict[Sign, str] = {
    "before": "trước|trước thời điểm|trước mốc|trước thời hạn",
    "by": "chậm nhất|muộn nhất|trễ nhất|không quá|không muộn hơn|không chậm hơn|không trễ hơn|"
    "hạn cuối|hạn cuối cùng|hạn chót|thời hạn cuối cùng|không vượt quá|không trễ quá|không chậm quá|"
    "không muộn quá|không để quá|không được quá|không được chậm hơn|không được trễ hơn|không để chậm hơn|"
    "không sau|không sau thời điểm|không chậm trễ quá|chậm nhất không quá|hạn đến",
    "end": "hết|hết giờ hành chính|hết giờ làm việc|trước khi hết|trước khi kết thúc|khi kết thúc|đến khi kết thúc|cho đến khi kết thúc",
    "in": "vào dịp|trong|vào|tại|trong vòng|trong thời gian|trong thời hạn|trong khoảng|nội trong",
    "to": "đến|tới|cho đến|cho tới",
    "from": "từ|kể từ|tính từ|bắt đầu từ|tính kể từ",
    "after": "sau",
    "now": "nay|bây giờ",
    "onward": "trở đi",
    "day": "ngày|mùng|mồng|ngày mùng|ngày mồng",
    "workday": "ngày làm việc",
    "week": "tuần|tuần lễ",
    "month": "tháng|t",
    "quarter": "quý|q",
    "year": "năm",
    "term": "kỳ|kỳ báo cáo|kỳ hạn",
    "hour": "giờ|h|g",
    "minute": "phút|p",
    "plan": "kế hoạch",
    "word": "kỳ họp|kỳ thi|ngày hội|ngày chuyển đổi số|ngày pháp luật|hàng hóa|quý cơ quan|quý vị",
    "half": "nửa",
    "whole": "cả|toàn|trọn|suốt|trong suốt|trong cả",
    "phase": "giai đoạn|thời kỳ",
    "first": "đầu|đầu tiên",
    "middle": "giữa",
    "last": "cuối|cuối cùng",
    "dekad": "thượng tuần|trung tuần|hạ tuần",
    "ordinal": "thứ",
    "sunday": "chủ nhật",
    "next": "tiếp theo|kế tiếp|liền kề|kế|kế sau|liền sau|tiếp sau|liền kề sau",
    "this": "này",
    "of": "của|thuộc",
    "every": "hàng|mỗi|từng|theo từng|trong từng|trong mỗi|theo hàng",
    "each": "các|những",
    "follow": "theo",
    "regular": "định kỳ|theo định kỳ|thường kỳ",
    "times": "lần|cuộc|đợt|phiên|vòng|lớp|buổi|hội nghị",
    "least": "ít nhất|tối thiểu|tối đa|không ít hơn",
    "and": "và|cùng|với|cùng với|cũng như",
    "or": "hoặc|hay",
    "report": "báo cáo|báo cáo định kỳ|báo cáo kết quả|báo cáo kết quả thực hiện",
    "scheme": "chế độ báo cáo|theo chế độ báo cáo|chế độ thông tin báo cáo|theo kỳ báo cáo|"
    "theo các kỳ báo cáo|theo chế độ thông tin báo cáo|theo định kỳ báo cáo|theo kỳ|"
    "thực hiện chế độ báo cáo|theo chế độ",
    "always": "thường xuyên|liên tục|theo thời gian thực|xuyên suốt|thường trực|"
    "tx|thường xuyên liên tục|giờ hành chính|trong giờ hành chính",
    "if": "trong thời hạn quy định|đúng thời hạn quy định|theo thời hạn quy định|khi|sau khi|ngay sau khi|ngay khi|trước khi|đến khi|cho đến khi|tới khi|nếu|nếu có|tùy|"
    "tùy theo|tùy thuộc|căn cứ|đột xuất|phát sinh|ngay|kịp thời|trong quá trình|trong suốt quá trình|"
    "trên cơ sở|cùng thời điểm|trước , trong và sau|trước tết|sau tết|trước kỳ họp|sau kỳ họp|"
    "trước hội nghị|sau hội nghị|trước đại hội|sau đại hội|trước cuộc họp|sau cuộc họp|dịp|nhân dịp|"
    "kỳ họp giữa năm|kỳ họp cuối năm|kỳ họp thường lệ|tại kỳ họp|tại các kỳ họp|tại phiên họp|tại các phiên họp|"
    "năm học|trong năm học|cả năm học|đầu năm học|cuối năm học|kết thúc năm học|trước khi kết thúc năm học|"
    "khi kết thúc năm học|học kỳ|trong học kỳ|đầu học kỳ|giữa học kỳ|"
    "cuối học kỳ|hết học kỳ|kết thúc học kỳ|khi kết thúc học kỳ|trước khi kết thúc học kỳ|trước khi hết học kỳ|"
    "hết năm học|trước khi hết năm học|giữa năm học",
    "about": "khoảng|dự kiến|vào khoảng",
    "do": "hoàn thành|hoàn tất|hoàn thiện|xong|thực hiện|triển khai|triển khai thực hiện|"
    "tổ chức|tổ chức thực hiện|ban hành|trình|trình ký|gửi|gửi về|nộp|phê duyệt|công bố|"
    "công khai|tham mưu|xây dựng|xây dựng kế hoạch|ban hành kế hoạch|tổng hợp|rà soát|"
    "cập nhật|kiểm tra|đánh giá|đăng ký|khảo sát|sơ kết|tổng kết|nghiệm thu|phải|cần|được|"
    "là|đạt|thời gian|thời hạn|hạn|mốc|lúc|phấn đấu|kết thúc|duy trì|cung cấp|bảo đảm|đảm bảo|"
    "đưa vào sử dụng|đưa vào vận hành|tiếp tục|tiến hành|áp dụng|theo dõi|vận hành|giám sát|nắm bắt|nắm tình hình|tuyên truyền|đôn đốc|kiểm soát|hướng dẫn|hỗ trợ|phổ biến|tiếp nhận|đăng tải|sáng|chiều|trưa|tối|buổi sáng|buổi chiều|buổi tối|chốt",
}

NUMERALS = {
    "một": 1, "giêng": 1, "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
    "chạp": 12,
}  # fmt: skip
"""Numbers in words. "năm" (five) is left out: it also says "year", and the grammar decides."""

ROMANS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
}  # fmt: skip

WordSign = tuple[tuple[str, ...], Sign]

PHRASES = tuple(
    phrase for group in (*_VOCABULARY.values(), "|".join(NUMERALS)) for phrase in group.split("|")
)
"""Every entry of the vocabulary, Roman numbers apart."""


def _by_first_word() -> dict[str, tuple[WordSign, ...]]:
    entries: dict[str, list[WordSign]] = {}
    spoken: dict[Sign, str] = {"numeral": "|".join(NUMERALS), "roman": "|".join(ROMANS)}
    for sign, phrases in (*_VOCABULARY.items(), *spoken.items()):
        for phrase in phrases.split("|"):
            first, *rest = phrase.split(" ")
            entries.setdefault(first, []).append((tuple(rest), sign))
    return {
        first: tuple(sorted(found, key=lambda entry: -len(entry[0])))
        for first, found in entries.items()
    }


LEXICON = _by_first_word()
"""First word -> (further words, sign), longest first."""

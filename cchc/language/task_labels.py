"""The labels of the lines of a task block: "Đơn vị chủ trì: ...", "Thời gian hoàn thành: ..."."""

import re
from functools import cache

_BODY = r"(?:cơ quan|đơn vị|đv|cq|phòng|bộ phận|ban|tổ chức|cá nhân|người)"
_DOING = r"(?:chủ trì|thực hiện|triển khai|phụ trách|đầu mối|tham mưu|được giao|chịu trách nhiệm)"
_OFFICE = r"(?:ubnd|ủy ban nhân dân|đảng ủy)"
_WATCHING = r"(?:phụ trách|chỉ đạo|theo dõi)"
_DECIDING = r"(?:ký|phê duyệt|quyết định|ban hành)"
_RESULT = r"(?:kết quả|sản phẩm|đầu ra)"
LABELS = {
    "deadline": r"(?:mốc )?(?:(?:thời (?:gian|hạn|điểm)|ngày)(?: (?:phải )?(?:hoàn thành|kết thúc))|thời (?:gian|hạn|điểm)"
    r"|tiến độ|kỳ hạn|lộ trình|hạn|hoàn thành)"
    r"(?:(?:, | và | )(?:thời hạn|tiến độ|thực hiện|triển khai|hoàn thành|tổ chức|dự kiến|cuối cùng))*",
    "leader": rf"(?:(?:các )?đồng chí )?lãnh đạo(?: {_OFFICE})?(?: xã| phường| đặc khu)? {_WATCHING}"
    rf"|(?:(?:các )?đồng chí|người) {_WATCHING}",
    "approver": rf"cấp (?:trình|{_DECIDING})|(?:người|cơ quan|lãnh đạo|cấp có thẩm quyền) {_DECIDING}",
    "start": r"(?:(?:thời (?:gian|điểm)|ngày) )?(?:bắt đầu|khởi công)(?: (?:thực hiện|triển khai))?",
    "funding": r"(?:(?:dự kiến|tổng|nguồn|nhu cầu|mức) )*(?:kinh phí|dự toán|nguồn lực)(?: (?:dự kiến|thực hiện))?",
    "lead": rf"(?:(?:(?:các )?{_BODY}(?:(?:, | và |/){_BODY})* )?{_DOING}(?:(?:, | )(?:{_DOING}|chính))*"
    r"|phân công(?: thực hiện)?|trách nhiệm(?: thực hiện)?)",
    "support": rf"(?:(?:các )?{_BODY}(?:(?:, | và |/){_BODY})* )?(?:(?:cùng )?(?:phối hợp|tham gia)(?: thực hiện)?|cùng (?:thực hiện|làm))",
    "product": rf"(?:dự kiến )?{_RESULT}(?:(?:, | và |/| ){_RESULT})*"
    r"(?: (?:dự kiến|cần đạt|đạt được|phải đạt|thực hiện|hoàn thành|giao nộp|cuối cùng))?",
}
ANY = "|".join(f"(?P<{key}>{words})" for key, words in LABELS.items())
"""A pattern for each of them."""
_OTHER = r"địa điểm|thành phần|đối tượng|hình thức|số lượng"
_DUTIES = r"tổ chức (?:thực hiện|triển khai)"  # heads duties of a section, in no task block
_LINE = re.compile(rf"\s*[-–+*]?\s*(?!{_DUTIES})(?:{ANY}|{_OTHER})\s*:", re.IGNORECASE)


def is_task_line(title: str | None, text: str) -> bool:
    """Whether a section is one line of a task block, as several tasks may have it in the same words."""
    heading = f"{title.rstrip(' :')}:" if title else text
    return ":" in heading and _LINE.match(heading) is not None


_TITLE = re.compile(
    r"(?:tên (?:nội dung )?)?(?:nhiệm vụ|công việc|đầu việc)(?: (?:cụ thể|chủ yếu|thực hiện|số))*(?: \d{1,2})?",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"(?:các )?nội dung(?:\s?(?:/|, | và |và )\s?(?:nhiệm vụ|công việc)| công việc| nhiệm vụ| thực hiện| cụ thể"
    r"| yêu cầu| chính)*|nhiệm vụ\s?(?:/|, | và )\s?(?:nội dung|giải pháp)(?: thực hiện)?",
    re.IGNORECASE,
)


@cache
def _sole() -> re.Pattern[str]:
    """Return the pattern for a label that is all of a text: only papers that are imported need it."""
    return re.compile(rf"(?:{ANY})|(?P<other>{_OTHER}|yêu cầu|mục tiêu|ghi chú)", re.IGNORECASE)


def task_label(text: str) -> str | None:
    """Return what a label without its colon announces: a field of a task, `title`, `content` or `other`."""
    if _TITLE.fullmatch(text):
        return "title"
    if _CONTENT.fullmatch(text):
        return "content"
    found = _sole().fullmatch(text)
    return found.lastgroup if found else None

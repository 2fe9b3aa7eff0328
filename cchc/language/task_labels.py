"""The labels of the lines of a task block: "Đơn vị chủ trì: ...", "Thời gian hoàn thành: ..."."""

import re

_BODY = r"(?:cơ quan|đơn vị|phòng|bộ phận|ban|tổ chức|cá nhân|người)"
_DOING = r"(?:chủ trì|thực hiện|triển khai|phụ trách|đầu mối|tham mưu|được giao|chịu trách nhiệm)"
_RESULT = r"(?:kết quả|sản phẩm|đầu ra)"
LABELS = {
    "deadline": r"(?:thời (?:gian|hạn|điểm)|tiến độ|kỳ hạn|lộ trình|hạn)"
    r"(?:(?:, | và | )(?:thời hạn|tiến độ|thực hiện|triển khai|hoàn thành|tổ chức|dự kiến))*",
    "lead": rf"(?:(?:{_BODY}(?:(?:, | và |/){_BODY})* )?{_DOING}(?:(?:, | )(?:{_DOING}|chính))*"
    r"|phân công(?: thực hiện)?|trách nhiệm(?: thực hiện)?)",
    "support": rf"(?:{_BODY}(?:(?:, | và |/){_BODY})* )?(?:phối hợp|tham gia)(?: thực hiện)?",
    "product": rf"{_RESULT}(?:(?:, | và |/| ){_RESULT})*(?: (?:dự kiến|cần đạt|đạt được|thực hiện|hoàn thành))?",
}
_ANY = "|".join(f"(?P<{key}>{words})" for key, words in LABELS.items())
LABEL = re.compile(rf"(?:^|[;.,(]\s*|\s[-–+]\s*)[-–+*]?\s*(?:{_ANY})\s*:\s*", re.IGNORECASE)

_OTHER = r"(?:nguồn )?kinh phí(?: thực hiện)?|địa điểm|thành phần|đối tượng|hình thức|số lượng"
_DUTIES = r"tổ chức (?:thực hiện|triển khai)"  # heads duties of a section, in no task block
_LINE = re.compile(rf"\s*[-–+*]?\s*(?!{_DUTIES})(?:{_ANY}|{_OTHER})\s*:", re.IGNORECASE)


def is_task_line(title: str | None, text: str) -> bool:
    """Whether a section is one line of a task block, as several tasks may have it in the same words."""
    heading = f"{title.rstrip(' :')}:" if title else ""
    return _LINE.match(heading or text) is not None

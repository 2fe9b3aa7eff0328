"""How the components of an official Vietnamese paper are worded."""

from __future__ import annotations

import calendar
import re
import unicodedata

from cchc.language.symbol import KINDS

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def recognised_key(text: str) -> str:
    """Return a text as it is recognised: no marks, no capitals, letters and digits only."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d")).casefold()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", "".join(
        c for c in plain if not unicodedata.combining(c))).split())  # fmt: skip


NATIONAL_KEY = recognised_key(NATIONAL_NAME)
MOTTO_KEY = recognised_key(MOTTO)
_FORMS = ("phieu giao viec", "phieu trinh", "phieu chuyen", "phieu gui", "phieu bao", "noi quy",
          "danh muc", "bang ke", "giay bien nhan")  # fmt: skip
KIND_OF_KEY = {
    recognised_key(word): code for code, words in reversed(list(KINDS.items())) for word in words
}
"""The code of a kind by its name as recognised."""
KIND_KEYS = frozenset(KIND_OF_KEY) | set(_FORMS) | {"ten loai van ban", "cong van"}

_I = re.IGNORECASE
RULE = re.compile(r"[\s_‗─━—–=*~.\-]*(?:[_‗─━=*~]{3}|[—–\-]{4})[\s_‗─━—–=*~.\-]*")
"""A line of typed characters."""
BLANK = re.compile(r"[.…_]{4,}|…|(\. ?){5,}")
"""What stands where something is to be filled in."""
NUMBER_LINE = re.compile(r"số\s*:|số\s*[\d.…_\s]*/", _I)
DATE_LINE = re.compile(r"ngày.{0,12}tháng.{0,12}năm", _I)
SUBJECT_LINE = re.compile(r"v\s*/\s*v\b", _I)
ATTACHED = re.compile(r"\(\s*(kèm theo|ban hành kèm|ban hành theo)", _I)
ADDRESS = re.compile(r"kính\s+gửi\b", _I)
TELEGRAM_ADDRESS = re.compile(r".{3,120}\bđiện\s*:$", _I)
OPENING = re.compile(rf"{ADDRESS.pattern}|{TELEGRAM_ADDRESS.pattern}|căn cứ\s", _I)
"""What begins the text below a title."""
RESOLVED = re.compile(r"(quyết định|quyết nghị|nghị quyết|chỉ thị)\s*:?", _I)
"""The word that opens what is decided."""
ARTICLE = re.compile(r"(Điều)\s+(\d{1,3}[a-zđ]?)\s*([.:)/\-]?)(?=\s|$|[.…])", _I)
CHAPTER = re.compile(r"(Chương|Phần|Mục)\s+([IVXLC]+|\d+)\b", _I)
STAMP = re.compile(
    r"\(?\s*(dự thảo( lần \d+)?|(thượng |hẹn )?khẩn|hỏa tốc|hoả tốc|tuyệt mật|tối mật|mật|"
    r"bản sao|sao y|sao lục|trích sao|lưu hành nội bộ|thu hồi.*|xem xong trả lại.*)\s*\)?",
    _I,
)
"""Marks of haste, secrecy or draft: they stand where there is room."""
BASE_WORD = re.compile(r"căn cứ\s", _I)
BASE_LIKE = re.compile(r"(theo|thực hiện|xét|triển khai)\s", _I)
BASE_CITED = re.compile(
    r"(theo|thực hiện|xét|triển khai)\s+(đề nghị|(luật|nghị|quyết|chỉ|thông|kế|công|hướng)\s[^,;]{0,60}\bsố\s*\d)",
    _I,
)
"""A line that goes on naming papers or a proposal, as bases do, whatever it ends in."""
SENTENCE = re.compile(r"như sau|[,;]\s+(ủy ban|uỷ ban|ubnd)\b", _I)
"""What makes it the sentence that brings the plan in."""
LABEL = re.compile(r"phụ lục(\s+(số\s*:?\s*)?([ivxlc]+|\d+|[a-z]|[.…]{1,3}\d?[.…]*))?[.:]?", _I)
LABEL_LINE = re.compile(r"phụ lục(\s+(số\s+)?([ivxlc]+|\d+))?\s*([.:\-–]|$)", _I)
REFERENCE = re.compile(r"\((có|chi tiết|kèm|theo)\b.*\)\s*(\./\.|[.;])?$", _I)
AGENCY_START = re.compile(r"(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so|phong|trung tam|van "
                          r"phong|bo|cuc|chi cuc|ban|truong|bch|uy ban mttq|tram|cong an|to|bcd)\b")  # fmt: skip
WHOLE_COMMITTEE = re.compile(r"(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) (xa|phuong|thi tran|"
                             r"tinh|thanh pho|dac khu|huyen|quan|thi xa)\b")  # fmt: skip

PART_MARK = re.compile(r"([IVXL]+)\s*([.)/:\-–])\s*(?=\S)")
SECTION_MARK = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\s*([.)/:])(?!\d|\w*-\w)\s*(?=\D)")
"""A number, but for that of a symbol: 45/UBND-VHXH."""
POINT_MARK = re.compile(r"([a-zđA-HĐ]{1,2})\s*([.)/])\s+(?=\S)")
DASH_MARK = re.compile(r"[-–−+*•·▪●○►➢✓*]\s*(?=\S)")
MARKED = re.compile("|".join(f"(?:{one.pattern})" for one in (PART_MARK, SECTION_MARK)))

AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\b\s*[./]\s*\S|(TM|KT|TL|TUQ)\b\s*\S", _I)
_POSTS = (r"(quyền |q\. ?)?(phó )?(chủ tịch|trưởng phòng|trưởng ban|giám đốc|hiệu trưởng|chánh văn "
          r"phòng|bí thư|cục trưởng|chi cục trưởng|chánh thanh tra|trưởng thôn|trưởng trạm|tổ "
          r"trưởng|trưởng|chủ tọa|chủ toạ|chủ trì|thư ký|chỉ huy trưởng|bộ trưởng|ủy viên|uỷ viên)")  # fmt: skip
POST = re.compile(
    rf"(TM|KT|TL|TUQ)\s*\.|{_POSTS}\b|(người|thủ trưởng|đơn vị|đại diện|quyền hạn)\b", _I
)


def is_day(day: int, month: int, year: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]

"""Names of persons as papers write them, without "ông", "bà" or "đồng chí" before them."""

from __future__ import annotations

import re
from functools import cache

SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trương|Lương|Mai|Đào|Hà"
    "|Cao|Lâm|Phùng|Trịnh|Nông|Triệu|Quách|Tạ|Tô|Chu|Châu|Lò|Vàng|Giàng|Sùng|Hầu|Lường|Hứa|Tăng|Kiều|Từ|Vương|Lưu|Đàm"
    "|Lục|Bế|Phí|Khuất|Nghiêm|Thạch|Tống|Đậu|Thân|Giáp|Ngụy|Bàn|Cầm|Quàng|Tòng|Khổng|Doãn|Thào|Hạng|Tráng"
)
CAPITALS = "".join(
    letter
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
    if (letter := chr(code)).isupper()
)
"""The capital letters of Vietnamese, for a class of a pattern."""
WORD = rf"[{CAPITALS}][^\W\d_{CAPITALS}]*"
"""One word of a name: a capital and small letters behind it."""
_POST = (
    r"(?:phó |quyền )?(?:tổ trưởng|trưởng|chủ tịch|bí thư|giám đốc|hiệu trưởng|chánh|công chức|viên chức|chuyên viên"
    r"|cán bộ|nhân viên|kế toán|văn thư|giáo viên|thư ký|tổng phụ trách)\b[^,;\n()]*"
)
_BESIDE = rf"(?:\s*\([^()\n]+\)|\s*[-–,]\s*(?i:{_POST}))"
_ONE = rf"(?!Đoàn Thanh|Hồ Chí Minh|Nông (?:Lâm|Dân|Thôn|Nghiệp))(?:{SURNAMES})(?:(?: {WORD}){{2,4}}{_BESIDE}?| {WORD}{_BESIDE})"


@cache
def _persons() -> re.Pattern[str]:
    """Return the pattern for names alone: only imports need it, and it takes long to compile."""
    return re.compile(rf"(?:[-–+]\s*)?{_ONE}(?:\s*(?:[,;\n]|\bvà\b)\s*(?:[-–+]\s*)?{_ONE})*\.?")


def are_persons(text: str) -> bool:
    """Tell whether `text` is nothing but names of persons, each with a post beside it or not.

    A surname and one more word alone may be a village or a school, and are none.
    """
    return _persons().fullmatch(text.strip()) is not None

"""Bodies of the districts, which are gone since 01/7/2025."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [("Phối hợp với Công an huyện Phú Lương.", ["U008"]), ("Mời đại diện Văn phòng, Thanh tra huyện.", ["U008"]), ("Đài Truyền thanh huyện phát tin.", ["U008"]),
     ("Đài Truyền thanh xã phát tin.", []), ("Mời Thanh tra tỉnh.", []), ("Hồ sơ của Thanh tra huyện chuyển về xã.", []),
     ("Kế thừa tài liệu của Đài Truyền thanh huyện.", []), ("Giấy phép do UBND huyện cấp.", []), ("Phối hợp với UBND huyện.", ["U008"]),
     ("Trình HĐND huyện.", ["U008"]), ("Tài sản của UBND quận cũ.", []), ("Kiến nghị UBND quận hỗ trợ.", ["U008"]),
     ("Phòng Quản lý đô thị thẩm định.", ["U008"]), ("Trường Chính trị tỉnh Long An mở lớp.", ["L004"]),
     ("Trường Chính trị tỉnh Thái Nguyên mở lớp.", []), ("Trường Cao đẳng tỉnh Bắc Kạn mở lớp.", [])],
)  # fmt: skip
def test_bodies_of_districts(words, found):
    text = WHOLE.replace(POINT, f"          - {words}\n")
    assert [one.finding.code for one in find(text) if one.finding.code in ("U008", "L004")] == found

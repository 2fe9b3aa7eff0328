"""How many villages a plan names in one place and in another."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [("Niêm yết tại trụ sở, chợ và 14 ấp.", "Giao Ban nhân dân 15 ấp.", 1),
     ("Niêm yết tại trụ sở, chợ và 14 ấp.", "Giao Ban nhân dân 14 ấp.", 0),
     ("Niêm yết tại 10 ấp.", "Giao Ban nhân dân 15 ấp.", 0), ("Niêm yết tại 14 ấp.", "Tuyên truyền tại 15 ấp.", 0),
     ("Giao Trưởng 17 thôn.", "Giao Bí thư chi bộ 19 thôn.", 1), ("Bảo đảm 17/17 thôn.", "Giao Trưởng 18 thôn.", 1),
     ("Giao Trưởng 17 thôn.", "Giao Tổ trưởng 19 tổ dân phố.", 0), ("Trước đây xã có 15 thôn.", "Giao Trưởng 14 thôn.", 0),
     ("Năm 2025 tuyên truyền tại 15 thôn.", "Giao Trưởng 14 thôn.", 0),
     ("Hạ tầng mạng tại 13 thôn vùng núi yếu.", "Giao Trưởng 14 thôn.", 0), ("Sau sắp xếp còn 20 ấp.", "Cả 21 ấp.", 0),
     ("Kiểm tra 05 thôn.", "Giao Trưởng 06 thôn.", 0)],
)  # fmt: skip
def test_numbers_of_villages(one, other, found):
    text = WHOLE.replace(POINT, f"          - {one}\n          - {other}\n")
    assert [one.finding.code for one in find(text)].count("N022") == found

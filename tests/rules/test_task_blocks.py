"""Task blocks of the body that lack a line which the blocks around them have."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
TITLES = ("Ban hành Kế hoạch", "Kiểm tra đơn vị", "Đối thoại với người dân", "Công khai tài chính")
LINES = ("Đơn vị chủ trì: Phòng Kinh tế.", "Thời gian: quý II năm 2026.", "Sản phẩm: Báo cáo.")


def found(last: tuple[str, ...], title: str = "Công khai tài chính", others: int = 3) -> list[str]:
    text = ""
    for name, lines in [*((one, LINES) for one in TITLES[:others]), (title, last)]:
        text += f"          - title: {name}\n            items:\n"
        text += "".join(f'              - "{line}"\n' for line in lines)
    codes = [one.finding.code for one in find(WHOLE.replace(POINT, text))]
    return [code for code in codes if code in ("D002", "U005")]


@pytest.mark.parametrize(
    ("last", "codes"),
    [(LINES, []), ((LINES[0], LINES[2]), ["D002"]), ((LINES[1], LINES[2]), ["U005"]),
     ((LINES[0], "Sản phẩm: Báo cáo hằng quý."), []), ((LINES[0], "Sản phẩm: Báo cáo; Thời gian: quý III."), []),
     ((LINES[1], "Phòng Kinh tế chủ trì.", "Sản phẩm: Báo cáo."), [])],
)  # fmt: skip
def test_a_block_among_others(last, codes):
    assert found(last) == codes


def test_a_time_in_the_title_and_too_few_blocks():
    assert found((LINES[0], LINES[2]), "Giao ban hằng tháng") == []
    assert found((LINES[0], LINES[2]), others=1) == []

"""Tables that offices attach: each is known by its header before its rows are read."""

from __future__ import annotations

import pytest

from cchc.intake.tables.kind import other_kind
from tests.intake.recognised import read_text
from tests.intake.tables import tasks


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("STT|Chỉ tiêu|Năm 2026|Năm 2030|Đơn vị theo dõi", "targets"),
        ("TT|Tên chỉ tiêu|ĐVT|Thực hiện năm 2025|Kế hoạch năm 2026", "targets"),
        ("STT|Chỉ tiêu|Đơn vị tính|Chỉ tiêu năm 2026|Đơn vị chủ trì", "targets"),
        ("STT|Chỉ tiêu|Mức giao|Đơn vị theo dõi", "targets"),
        ("STT|Chỉ tiêu|Mức giao|Đơn vị chủ trì", None),
        ("STT|Chỉ tiêu|Mức giao|Đơn vị theo dõi|Thời hạn", None),
        ("STT|Tồn tại, hạn chế|Biện pháp khắc phục|Trách nhiệm thực hiện|Thời hạn", None),
        ("STT|Họ và tên|Chức vụ|Điện thoại|Nhiệm vụ", "people"),
        ("STT|Tên đơn vị|Người phụ trách|Điện thoại", "people"),
        ("STT|Tiêu chí|Điểm chuẩn|Điểm tự chấm|Điểm thẩm định|Tài liệu kiểm chứng", "criteria"),
        ("STT|Nhiệm vụ|Chủ trì|Phối hợp|Sản phẩm|Thời hạn", None),
        ("STT|Tiêu chí|Điểm tối đa|Chỉ tiêu|Chủ trì|Thời hạn", None),
        ("TT|Chỉ tiêu|Mục tiêu năm 2026|Đơn vị thực hiện", None),
    ],
)
def test_headers(headings, kind):
    assert other_kind(headings.split("|")) == kind


def test_headings_between_tables_of_one_list_are_its_areas(tmp_path):
    head = "STT\tNhiệm vụ\tChủ trì\tThời hạn\n"
    found = read_text(
        tmp_path,
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n"
        f"1. Cải cách thể chế\n{head}1\tRà soát\tPhòng Kinh tế\tQuý I\n"
        f"2. Cải cách thủ tục\n{head}1\tCông khai\tCông an xã\tQuý II\n",
    )
    (appendix,) = found.data["appendices"]
    assert [one["title"] for one in appendix["areas"]] == ["Cải cách thể chế", "Cải cách thủ tục"]
    assert [one["title"] for one in tasks(found)] == ["Rà soát", "Công khai"]

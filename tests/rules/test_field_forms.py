"""Forms that real plans have: what is no fault there, and what is said once instead of in each row."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find, put

DISTRICT = "- Số hóa hồ sơ tại Trung tâm, gửi UBND cấp huyện."
OFFICE = "- Số hóa hồ sơ tại Bộ phận Tiếp nhận và Trả kết quả."
POINT = "- Số hóa hồ sơ tại Trung tâm."
COLUMNS = "    columns: [{key: title, heading: Nội dung}, {key: lead, heading: Chủ trì}]\n"
TABLE = "  - title: Phân công thực hiện Kế hoạch\n"


def codes(text: str) -> list[str]:
    return [one.finding.code for one in find(text)]


@pytest.mark.parametrize(("words", "code"), [(DISTRICT, "L001"), (OFFICE, "U008")])
def test_districts_and_their_offices_were_right_until_they_went(words, code):
    after = put(POINT, words)
    assert code in codes(after)
    before = after.replace("date: 01/2026", "date: 06/2025")
    assert code not in codes(before)
    assert code not in codes(after.replace("  date: 01/2026\n", "").replace("2026", "2024"))
    assert code in codes(after.replace("date: 01/2026", "date: 07/2025"))


def without(text: str, key: str) -> str:
    return "".join(
        line for line in text.splitlines(True) if not line.startswith(f"{' ' * 12}{key}:")
    )


@pytest.mark.parametrize(("key", "code"), [("deadline", "D002"), ("product", "T002")])
def test_a_table_without_a_column_is_one_finding(key, code):
    bare = without(WHOLE, key)
    assert codes(bare).count(code) == 3
    table = bare.replace(TABLE, TABLE + COLUMNS)
    (found,) = [one for one in find(table) if one.finding.code == code]
    assert found.finding.place == ("appendices", 0, "title")
    targets = table.replace(
        "- title: Phân công thực hiện Kế hoạch\n", "- title: Mục tiêu năm 2026\n"
    )
    assert code not in codes(targets)


def test_rows_that_share_a_merged_title_are_no_repetition():
    title = "Nâng cao chất lượng giải quyết hồ sơ"
    text = WHOLE.replace("Đề xuất sáng kiến cải cách hành chính", title).replace(
        "Kiểm tra việc giải quyết hồ sơ", title
    )
    assert "N014" in codes(text)
    for one, words in (("Quyết định", "Hai sáng kiến"), ("Biên bản", "Kiểm tra các phòng")):
        text = text.replace(
            f"product: {one}\n", f"product: {one}\n            requirement: {words}\n"
        )
    assert "N014" not in codes(text)


def test_nothing_is_asked_of_a_body_that_is_elsewhere():
    start, stop = WHOLE.index("body:\n"), WHOLE.index("closing:")
    text = WHOLE[:start] + "body: [{title: NỘI DUNG, incomplete: ở tệp khác}]\n" + WHOLE[stop:]
    bases = text.index("bases:\n"), text.index("opening:")
    found = codes(text[: bases[0]] + text[bases[1] :])
    assert "C001" not in found
    assert "N004" not in found

"""A number and its words, a record and what stands beside it, a paper of today from a former province."""

from __future__ import annotations

import pytest

from cchc.language.number_words import number_in_words

from .marked import WHOLE, find, put

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
ROW = "            product: Báo cáo\n            deadline: Quý III\n"


def count(text: str, code: str) -> int:
    return [one.finding.code for one in find(text)].count(code)


@pytest.mark.parametrize(
    ("words", "number"),
    [("sáu", 6), ("mười lăm", 15), ("hai mươi mốt", 21), ("một trăm linh năm", 105),
     ("năm nghìn không trăm linh ba", 5003), ("ba mươi tư triệu năm trăm nghìn", 34_500_000),
     ("một tỷ hai trăm triệu", 1_200_000_000), ("hai ba", None), ("quý một", None), ("trăm", None)],
)  # fmt: skip
def test_numbers_in_words(words, number):
    assert number_in_words(words) == number


@pytest.mark.parametrize(
    ("words", "found"),
    [("Bố trí 120 triệu đồng (Một trăm ba mươi triệu đồng)", 1), ("Bố trí 120 triệu đồng (Một trăm hai mươi triệu đồng)", 0),
     ("Bố trí 120.000.000 đồng (bằng chữ: Một trăm hai mươi triệu đồng chẵn)", 0), ("Trong 05 (sáu) ngày", 1),
     ("Trong 06 (sáu) ngày", 0), ("Mở 06 lớp (hai đợt)", 0), ("Theo Mẫu 02 (một cửa)", 0), ("Năm 2026 (năm)", 0),
     ("Kiểm tra 3 đơn vị (một phòng)", 0)],
)  # fmt: skip
def test_a_number_and_the_words_behind_it(words, found):
    assert count(put(POINT, f"          - {words}.\n"), "N020") == found


@pytest.mark.parametrize(
    ("heading", "value", "record", "found"),
    [("Tỷ lệ (%)", "70", "{state: done, date: 12/3/2026}", 1), ("Tỷ lệ hoàn thành", "70%", "{state: done}", 1),
     ("Tỷ lệ (%)", "100", "{state: done}", 0), ("Tỷ lệ (%)", "70", "{state: running}", 0),
     ("Số hồ sơ", "70", "{state: done}", 0), ("Tỷ lệ (%)", "100", "{state: done, date: 09/02/2025}", 1),
     ("Tỷ lệ (%)", "100", "{state: done, date: 28/12/2025}", 0)],
)  # fmt: skip
def test_work_that_is_done_and_is_not(heading, value, record, found):
    extra = f'            extra: {{"{heading}": "{value}"}}\n            progress: {record}\n'
    columns = f'    columns:\n      - {{key: title, heading: Việc}}\n      - {{key: custom, heading: "{heading}"}}\n'
    text = put(ROW, ROW + extra).replace(
        "    numbering: level\n", f"{columns}    numbering: level\n", 1
    )
    assert count(text, "D014") == found


@pytest.mark.parametrize(
    ("date", "issuer", "found"),
    [("26/12/2025", "UBND tỉnh Bình Thuận", 1), ("26/12/2024", "UBND tỉnh Bình Thuận", 0),
     ("26/12/2025", "UBND tỉnh Lâm Đồng", 0)],
)  # fmt: skip
def test_a_former_province_issues_nothing_today(date, issuer, found):
    base = f"  - Thực hiện Quyết định số 2890/QĐ-UBND ngày {date} của {issuer} ban hành Kế hoạch cải cách hành chính\n"
    assert count(WHOLE.replace("opening: ", f"{base}opening: ", 1), "L004") == found

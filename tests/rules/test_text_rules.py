"""The rules of text (H) and level (L): each fault at its place, and nothing beside it."""

from __future__ import annotations

import unicodedata

import pytest

from .marked import WHOLE, Fault, check_fault, codes, find, put

NFD = unicodedata.normalize("NFD", "Cân đối")
CLEAN = "Cân đối nguồn kinh phí thực hiện."
DUTY = "Tham mưu UBND xã theo dõi việc thực hiện."

FAULTS = [
    Fault("H001", CLEAN, f"‹{NFD.split()[0]}› đối nguồn kinh phí thực hiện.", CLEAN),
    Fault("H001", "name: Nguyễn Văn An", "name: Nguyễn ‹Va\u0306n› An", "name: Nguyễn Văn An"),
    Fault("H001", "name: Phòng Kinh tế}", "name: Phòng Kinh ‹te\u0302\u0301›}", "name: Phòng Kinh tế}"),
    Fault("H002", CLEAN, "Céng ‹hßa› x· héi chñ nghÜa ViÖt Nam"),
    Fault("H003", CLEAN, "Giữ nếp sống văn ‹hoá› ở xã.", "Giữ nếp sống văn hóa ở xã."),
    Fault("H003", "- Sở Nội vụ\n", "- Sở Nội vụ, ‹Uỷ› ban MTTQ xã\n", "- Sở Nội vụ, Ủy ban MTTQ xã\n"),
    Fault("H004", CLEAN, "Xử lý hồ sơ ‹trục tuyến›.", "Xử lý hồ sơ trực tuyến."),
    Fault("H004", "VT, VHXH", "VT, ‹VHXX›", "VT, VHXH"),
    Fault("H005", "- Thường trực HĐND xã", "- Thường trực HĐND ‹xã ,› tỉnh",
          "- Thường trực HĐND xã, tỉnh"),
    Fault("H005", CLEAN, "Cân đối ‹nguồn  kinh› phí.", "Cân đối nguồn kinh phí."),
    Fault("H005", CLEAN, "Cân đối nguồn thu‹,›nguồn chi.", "Cân đối nguồn thu, nguồn chi."),
    Fault("H006", CLEAN, "Phòng Văn hóa‹- ›Xã hội cân đối.", "Phòng Văn hóa - Xã hội cân đối."),
    Fault("H007", DUTY, "Theo dõi công tác ‹CCHC› của xã, đôn đốc CCHC."),
    Fault("H007", "(TTHC)\n        numbering: letter\n        items:\n          - Công khai TTHC",
          "\n        numbering: letter\n        items:\n          - Công khai ‹TTHC›"),
    Fault("H008", DUTY, "Theo dõi thủ tục hành chính (‹TTHC›) của xã."),
    Fault("H009", "Ủy ban nhân dân xã", "Ủy ‹Ban› nhân dân xã", "Ủy ban nhân dân xã"),
    Fault("H009", "Ủy ban nhân dân xã", "Ủy ban ‹Nhân dân› xã", "Ủy ban nhân dân xã"),
    Fault("H009", "UBND xã theo dõi", "theo chỉ đạo của Chính ‹Phủ›, UBND xã theo dõi",
          "theo chỉ đạo của Chính phủ, UBND xã theo dõi"),
    Fault("H009", "UBND xã theo dõi", "theo chỉ đạo của Thủ ‹Tướng› Chính phủ, UBND xã theo dõi",
          "theo chỉ đạo của Thủ tướng Chính phủ, UBND xã theo dõi"),
    Fault("H009", "UBND xã theo dõi", "theo giám sát của Quốc ‹Hội›, UBND xã theo dõi",
          "theo giám sát của Quốc hội, UBND xã theo dõi"),
    Fault("H009", "nhân dân xã Định Hóa ban", "nhân dân ‹Xã› Định Hóa ban",
          "nhân dân xã Định Hóa ban"),
    Fault("H009", "UBND xã theo dõi", "chính quyền ‹Tỉnh› Thái Nguyên theo dõi",
          "chính quyền tỉnh Thái Nguyên theo dõi"),
    Fault("H009", "khoản 2 Điều 5 Luật", "khoản 2 ‹điều› 5 Luật", "khoản 2 Điều 5 Luật"),
    Fault("H009", "theo khoản 2 Điều", "theo ‹Khoản› 2 Điều", "theo khoản 2 Điều"),
    Fault("H010", "nhân dân xã Định Hóa ban", "nhân dân xã ‹Đình Hóa› ban",
          "nhân dân xã Định Hóa ban"),
    Fault("H010", "nhân dân xã Định Hóa ban", "nhân dân xã ‹Định Hóc› ban",
          "nhân dân xã Định Hóa ban"),
    Fault("H010", "Trung tâm.\n  - title: NHIỆM", "địa bàn ‹Đính Hoa›.\n  - title: NHIỆM",
          "địa bàn Định Hóa.\n  - title: NHIỆM"),
    Fault("L001", "Rà soát văn bản\n", "‹Trình HĐND tỉnh› nghị quyết\n"),
    Fault("L001", "văn bản của xã theo", "văn bản ‹Hội đồng nhân dân, UBND tỉnh\n"
          "            ban hành› theo"),
]  # fmt: skip

SILENT = [
    ("H001", CLEAN, "Cân đối nguồn thu, chi."),
    ("H002", CLEAN, "Ông Müller cân đối ngân sách."),
    ("H003", "Phòng Văn hoá- Xã hội", "Phòng Văn hoá – Xã hội"),
    ("H003", CLEAN, "Quý, hoàn thành, toán."),
    ("H004", CLEAN, "Phân đầu mối cho từng việc, các khoản thuê phòng."),
    ("H005", CLEAN, "Tra cứu tại https://a.vn/x;y, chi 1,5 tỷ đồng."),
    ("H006", CLEAN, "Kinh tế - xã hội; Nghị quyết 57-NQ/TW; giai đoạn 2026-2030."),
    ("H007", CLEAN, "UBND, HĐND, MTTQ xã phối hợp; Kế hoạch số 05/TT-VPCP."),
    ("H007", CLEAN, "Cải cách hành chính (sau đây gọi là CCHC) tại xã; kết quả CCHC."),
    ("H007", CLEAN, "Công tác CCHC (cải cách hành chính) tại xã; kết quả CCHC."),
    ("H007", "Chỉ số cải cách hành chính xã", "Chỉ số cải cách hành chính (PAR INDEX) xã"),
    ("H008", "Rà soát văn bản\n", "Rà soát thủ tục hành chính (TTHC)\n"),
    ("H009", CLEAN, "Xã Định Hóa cân đối kinh phí. Ủy ban nhân dân phối hợp."),
    ("H009", "Rà soát văn bản\n", "CHÍNH PHỦ, QUỐC HỘI, THỦ TƯỚNG CHÍNH PHỦ; Chính phủ\n"),
    ("H009", "Rà soát văn bản\n", "ỦY BAN NHÂN DÂN XÃ ĐỊNH HÓA\n"),
    ("H009", CLEAN, "Phục vụ Nhân dân, một trăm điều 5 năm qua."),
    ("H010", CLEAN, "Phối hợp với xã Định Tâm và xã Bình Hóa."),
    ("H010", "name: Nguyễn Văn An", "name: Đinh Hoa"),
    ("L001", "Rà soát văn bản\n", "Báo cáo UBND tỉnh theo quy định\n"),
    ("L001", "Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên",
     "Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về các sở, ban, ngành "
     "thuộc tỉnh"),
]  # fmt: skip


def test_nothing_objects_to_the_whole_plan():
    assert [str(one.finding.message) for one in find(WHOLE)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.code} {f.new[:24]!r}")
def test_a_fault_of_text_is_found_at_its_place(fault):
    check_fault(fault)


@pytest.mark.parametrize(("code", "old", "new"), SILENT)
def test_what_only_looks_like_a_fault_is_left_alone(code, old, new):
    assert code not in codes(old, new)


def test_the_second_of_two_equal_slips_in_one_text_is_found_at_its_own_place():
    text = put(CLEAN, "Xử lý trục tuyến, trả trục tuyến.")
    first, second = find(text)
    assert (first.span.column, second.span.column) == (19, 35)
    assert text[second.span.start : second.span.stop] == "trục tuyến"


def test_the_style_that_most_words_have_is_kept():
    text = put(CLEAN, "Hoà giải, thuỷ lợi, uỷ quyền, số hoá. " * 9)
    flagged = {text[one.span.start : one.span.stop] for one in find(text)}
    assert flagged == {"Hóa", "hóa", "ỦY", "Ủy"}

"""The rules that compare citations (C016-C020): each fault at its place, and nothing beside it."""

from __future__ import annotations

import pytest

from cchc.rules.one_document_two_titles import _differing

from .marked import WHOLE, Fault, check_fault, codes, find

BASE = "  - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên\n"
FULL = (
    "  - Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành\n"
    "    chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa\n"
)
AGAIN = (
    "  - Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về ‹thực hiện thủ tục\n"
    "    hành chính theo cơ chế một cửa, một cửa liên thông tại {end}›\n"
)
SHORT = "  - Thực hiện Nghị định số 118/2025/NĐ-CP{rest}\n"

FAULTS = [
    Fault("C016", BASE, BASE + FULL + AGAIN.format(end="Trung tâm Phục vụ hành chính công")),
    Fault("C019", BASE, BASE + FULL + AGAIN.format(end="Bộ phận Một cửa")),
    Fault("C020", BASE, BASE + "  - Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022 của ‹Thủ tưởng"
          " Chính phủ› phê duyệt Bộ chỉ số\n",
          BASE + "  - Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ phê"
          " duyệt Bộ chỉ số\n"),
    Fault("C008", BASE, BASE + "  - Căn cứ Nghị định số 42/2022/NĐ-CP ngày ‹24/62022› của Chính phủ về A\n"),
    Fault("C002", BASE, BASE + "  - Căn cứ Nghị định số ‹118/25/NĐ-CP› ngày 09/6/2025 của Chính phủ về A\n"),
    Fault("H004", BASE, BASE + "  - Căn cứ ‹Nghi định số› 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ về A\n",
          BASE + "  - Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ về A\n"),
    Fault("C015", BASE, BASE + "  - Căn cứ số ‹1204/UBND-NC› ngày 02/12/2025 của UBND tỉnh\n"),
    Fault("C002", "closing:", "unplaced: ['Số: ‹07 /KHUBND›']\nclosing:"),
    Fault("V011", BASE, BASE + "  - Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ"
          " về A; ‹Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ về B›; Nghị định số"
          " 48/2013/NĐ-CP ngày 14/5/2013 của Chính phủ về C\n"),
    Fault("C017", "ngày 27/12/2025", "ngày ‹27 tháng 12 năm 2025›"),
    Fault("C018", "Nâng cao mức độ hài lòng của người dân và doanh nghiệp khi đến Trung tâm.",
          "Theo ‹Kế hoạch chuyển đổi số năm 2026 của UBND tỉnh›."),
]  # fmt: skip

LIST = (
    "  - 'Căn cứ các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát; số"
    " 48/2013/NĐ-CP ngày 14/5/2013 và số 92/2017/NĐ-CP ngày 07/8/2017 sửa đổi'\n"
)
SAME = (
    "  - Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ sửa đổi Chương trình thực hiện"
    " Nghị quyết số 57-NQ/TW ngày {day} của Bộ Chính trị về đột phá\n"
)
SILENT = [
    ("C015", BASE, BASE + LIST),
    ("C015", BASE, BASE + "  - Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024, Nghị quyết số 59-NQ/TW ngày 24/01/2025,"
     " Nghị quyết số 66-NQ/TW ngày 30/4/2025 và Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị\n"),
    ("C015", BASE, BASE + "  - Căn cứ Quy chế phối hợp số 01/QCPH/UBND-UBMTTQ ngày 20/8/2025 giữa UBND xã và Ủy ban"
     " MTTQ Việt Nam xã\n"),
    ("C007", BASE, BASE + "  - Căn cứ Thông tư liên tịch số 07/2009/TTLT-BGD&ĐT-BNV ngày 15/4/2009 của Bộ Giáo dục và"
     " Đào tạo, Bộ Nội vụ\n"),
    ("C020", BASE, BASE + "  - Căn cứ Sắc lệnh số 64-SL ngày 23/11/1945 của Chủ tịch Chính phủ lâm thời\n"),
    ("V011", BASE, BASE + LIST),
    ("V011", BASE, BASE + "  - Thực hiện Kế hoạch số 401/KH-UBND ngày 29/12/2025 của UBND tỉnh; xét đề nghị của"
     " Trưởng phòng tại Tờ trình số 06/TTr-VHXH ngày 07/01/2026\n"),
    ("C015", BASE, BASE + "  - Căn cứ Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của Bộ trưởng, Chủ nhiệm Văn phòng"
     " Chính phủ hướng dẫn thi hành Nghị định số 61/2018/NĐ-CP\n"),
    ("C015", "  title: Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã Định Hóa năm 2026", "  title: Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã Định Hóa năm 2026 theo Nghị quyết số 57-NQ/TW"),
    ("C016", BASE, BASE + SAME.format(day="02/12/2024") + SAME.format(day="02 tháng 12 năm 2024")),
    ("C016", BASE, BASE + FULL + SHORT.format(rest=" về thực hiện thủ tục hành chính trên địa bàn")),
    ("C016", BASE, BASE + FULL + SHORT.format(rest=" về cơ chế một cửa")),
    ("C019", BASE, BASE + FULL + SHORT.format(rest="")),
    ("C019", BASE, BASE + FULL),
    ("C017", "ngày 27/12/2025", "ngày 28/12/2025"),
    ("C018", "Nâng cao mức độ hài lòng của người dân và doanh nghiệp khi đến Trung tâm.",
     "Theo Kế hoạch số 5/KH-UBND ngày 05/01/2026 của UBND tỉnh về chuyển đổi số năm 2026."),
    ("C018", "Nâng cao mức độ hài lòng của người dân và doanh nghiệp khi đến Trung tâm.",
     "Theo Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030 của Chính phủ."),
    ("C018", "Nâng cao mức độ hài lòng của người dân và doanh nghiệp khi đến Trung tâm.",
     "Xây dựng kế hoạch năm 2026 của phòng."),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.code)
def test_a_fault_is_found_at_its_place(fault):
    check_fault(fault)


@pytest.mark.parametrize(("code", "old", "new"), SILENT)
def test_what_only_looks_like_a_fault_is_left_alone(code, old, new):
    assert code not in codes(old, new)


def test_an_abbreviation_makes_no_other_title_and_whole_words_are_shown():
    one = "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"
    short = one.replace("cải cách hành chính", "CCHC")
    assert _differing(one, short) is None
    assert _differing(one, short.replace("nhà nước", "công vụ")) == (
        "… cải cách hành chính nhà nước giai đoạn 2021 …",
        "… cải cách hành chính công vụ giai đoạn 2021 …",
    )


def test_a_year_goes_by_itself_only_where_the_date_keeps_it():
    from cchc.language.citation import find_citations

    for text, unsafe in (
        ("Kế hoạch số 188/2025/KH-UBND ngày 27/12/2025 của UBND tỉnh", False),
        ("Kế hoạch số 188/2025/KH-UBND của UBND tỉnh", True),
        ("Kế hoạch số 188/2024/KH-UBND ngày 27/12/2025 của UBND tỉnh", True),
    ):
        (cited,) = find_citations(text)
        (found,) = [one for one in cited.problems if one.code == "year-not-allowed"]
        assert (found.replacement, found.unsafe) == ("188/KH-UBND", unsafe)


def test_what_was_issued_when_work_was_done_is_no_first_mention():
    told = {}
    for heading in ("Minh chứng", "Căn cứ"):
        extra = f"- id: sang-kien\n            extra: {{{heading}: Kế hoạch số 15/KH-UBND}}"
        text = WHOLE.replace("- id: sang-kien", extra, 1)
        told[heading] = "C015" in [one.finding.code for one in find(text)]
    assert told == {"Minh chứng": False, "Căn cứ": True}


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("Quyết định số /QĐ-UBND ngày /01/2026 của Chủ tịch UBND xã", True),
        ("Kế hoạch số ...../KH-UBND ngày 05/01/2026 của UBND tỉnh", True),
        ("Nghị quyết số     /2025/NQ-HĐND ngày 05/12/2025 của HĐND xã", True),
        ("Nghị quyết số …-NQ/ĐU ngày 05/12/2025 của Đảng ủy xã", True),
        ("Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND xã", False),
        ("tình hình thực tế của địa phương", False),
    ],
)
def test_a_numbered_plan_rests_on_numbered_papers(base, told):
    added = WHOLE.replace(BASE, f"{BASE}  - Căn cứ {base}\n", 1)
    numbered = added.replace("date: 01/2026", "number: 05\n  date: 05/01/2026", 1)
    words = [str(one.finding.message) for one in find(numbered) if one.finding.code == "C015"]
    assert any("without its number" in one for one in words) == told
    assert not any("without its number" in str(one.finding.message) for one in find(added))

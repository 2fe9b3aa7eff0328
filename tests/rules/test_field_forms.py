"""Forms that real plans have: what is no fault there, and what is said once instead of in each row."""

from __future__ import annotations

import re

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


GAP = """body:
  - title: NHIỆM VỤ
    items:
      - {number: 1., text: Một.}
      - {number: 2., text: Hai.}
      - {number: %s, text: Ba.}
      - {number: %s, text: Bốn.}
      - {number: %s, text: Năm.}
closing:"""


@pytest.mark.parametrize(
    ("marks", "faults"),
    [(("3.", "4.", "5."), 0), (("9.", "3.", "4."), 1), (("9.", "4.", "5."), 1),
     (("4.", "5.", "6."), 1), (("9.", "10.", "11."), 1), (("5.", "9.", "12."), 3)],
)  # fmt: skip
def test_one_displaced_number_is_one_finding(marks, faults):
    start, stop = WHOLE.index("body:\n"), WHOLE.index("closing:")
    text = WHOLE[:start] + GAP % marks + WHOLE[stop + len("closing:") :]
    assert codes(text).count("N006") == faults


@pytest.mark.parametrize(
    ("words", "asked"),
    [("- Chỉ số cải cách hành chính (gọi tắt là Chỉ số CCHC) tăng.", False),
     ("- Cải cách hành chính, sau đây gọi tắt là CCHC, được đẩy mạnh.", False),
     ("- Cải cách hành chính (sau đây viết tắt là: CCHC).", False),
     ("- Kết quả tốt, CCHC được đẩy mạnh.", True)],
)  # fmt: skip
def test_other_wordings_define_an_abbreviation(words, asked):
    found = {one.finding.within for one in find(put(POINT, words)) if one.finding.code == "H007"}
    assert ("CCHC" in found) is asked


@pytest.mark.parametrize(("day", "asked"), [("29", False), ("30", False), ("20", True)])
def test_before_a_day_in_the_text_is_that_day_in_the_table(day, asked):
    text = put(POINT, "- {text: Hoàn thành số hóa., deadline: Trước ngày 30/11/2026}")
    text = text.replace("deadline: Quý III\n", f"deadline: {day}/11/2026\n")
    assert ("D010" in codes(text)) is asked


def test_january_of_the_next_year_is_no_other_year():
    assert "D005" not in codes(WHOLE.replace("deadline: Quý III\n", "deadline: 15/01/2027\n"))
    assert "D005" in codes(WHOLE.replace("deadline: Quý III\n", "deadline: 15/3/2027\n"))


def test_the_one_stop_shop_is_a_living_name():
    assert "U008" not in codes(put(POINT, "- Số hóa hồ sơ tại Bộ phận Một cửa."))


@pytest.mark.parametrize(
    ("words", "asked"),
    [("Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính (đã"
      " được sửa đổi, bổ sung bởi Nghị định số 367/2025/NĐ-CP ngày 31/12/2025)", []),
     ("Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ; Nghị định số 367/2025/NĐ-CP ngày"
      " 31/12/2025", ["367/2025/NĐ-CP"])],
)  # fmt: skip
def test_an_amending_document_has_the_issuer_of_the_amended_one(words, asked):
    found = find(put(POINT, f'- "Thực hiện {words}."'))
    assert [one.finding.within for one in found if one.finding.code == "C015"] == asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [("- Cải thiện các Chỉ số PAR INDEX, PAPI.", False), ("- Nâng cao PAPI.", True)],
)
def test_the_name_of_an_index_needs_no_full_form(words, asked):
    assert ("PAPI" in {one.finding.within for one in find(put(POINT, words))}) is asked


def test_the_title_spells_nothing_out():
    text = put(POINT, "- Cải cách hành chính (CCHC) được đẩy mạnh.")
    text = text.replace("  title: ", "  title: Cải cách hành chính (CCHC), ", 1)
    assert "H008" not in codes(text)


def test_the_title_of_an_appendix_may_leave_out_empty_words():
    title = "Hoạt động kiểm soát thủ tục hành chính trên địa bàn xã năm 2026"
    text = re.sub(r"(document:\n(?:.*\n)*?  title: ).*", rf"\g<1>{title}", WHOLE, count=1)
    appendix = "  - title: Nhiệm vụ kiểm soát thủ tục hành chính trên địa bàn xã năm 2026\n"
    assert "N013" not in codes(text.replace(TABLE, appendix))
    assert "N013" in codes(text.replace(TABLE, appendix.replace("Nhiệm vụ kiểm soát", "Hoạt động")))


@pytest.mark.parametrize(
    ("words", "code", "within"),
    [("- Rà soát của của các phòng.", "H011", "của của"),
     ("- Rà soát thực hiện thực hiện số hóa.", "H011", "thực hiện thực hiện"),
     ("- Rà soát (Thực hiện thực hiện), số hóa.", "H011", "Thực hiện thực hiện"),
     ("- của của các phòng.", "H011", "của của"),
     ("- Rà soát “của\u00a0của” các phòng.", "H011", "của\u00a0của"),
     ("- Rà soát thủ tục hànhchính.", "H011", "hànhchính"),
     ("- Rà soát hiện tại tại xã, ngày ngày, khuyến khích logistics, vắcxin.", "H011", None),
     ("- Rà soát hồ sơ; Tăng cường số hóa.", "H012", "Tăng cường"),
     ("- Rà soát hồ sơ; Kế hoạch số hóa; Phòng Kinh tế.", "H012", None),
     ("- Rà soát hồ sơ ngày 15/7/20211.", "H013", "15/7/20211"),
     ("- Rà soát hồ sơ năm 20226.", "H013", "năm 20226"),
     ("- Rà soát 12/3/100 điểm, năm 2026, 100/100, 5 năm 300 hồ sơ.", "H013", None),
     ("- Tham mưu UBND xã ban hành Kế hoạch cải cách hành chính năm 2026.", "T006",
      "Tham mưu UBND xã ban hành Kế hoạch cải cách hành chính năm 2026"),
     ("- Tham mưu Kế hoạch cải cách hành chính năm 2027.", "T006", None)],
)  # fmt: skip
def test_slips_of_the_hand(words, code, within):
    found = [one.finding.within for one in find(put(POINT, words)) if one.finding.code == code]
    assert found == ([within] if within else [])


@pytest.mark.parametrize(
    ("words", "found"), [("chậm nhất 30/11", 1), ("trước 30/9/2026", 0), ("trước 15/8", 0)]
)
def test_a_day_in_the_words_of_a_task_after_its_deadline(words, found):
    row = f"deadline: Quý III\n            requirement: Số hóa {words}\n"
    assert codes(WHOLE.replace("deadline: Quý III\n", row, 1)).count("D012") == found


ONE = "Cơ cấu, sắp xếp lại đội ngũ cán bộ, công chức theo vị trí việc làm, khung năng lực, {}."


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [("Thực hiện hướng dẫn mới; " + ONE.format("bảo đảm đúng người, đúng việc"),
      ONE.format("bảo đảm đúng người, đúng việc, có chất lượng, hợp lý"), 1),
     ("Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành"
      " chính theo cơ chế một cửa tại xã.", "Đôn đốc các thôn theo Nghị định số 118/2025/NĐ-CP ngày"
      " 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa tại xã.", 0)],
)  # fmt: skip
def test_a_duty_in_other_words_of_the_same_section(first, second, found):
    text = put(POINT, f"- {first}\n          - {second}")
    assert codes(text).count("N015") == found


@pytest.mark.parametrize(
    ("due", "second", "found"),
    [("Quý III", "Tỷ lệ kết quả điện tử", 1), ("Quý IV", "Kết quả điện tử", 0),
     ("Quý III", "Kết quả giấy", 0)],
)  # fmt: skip
def test_a_measure_with_two_values_for_one_time(due, second, found):
    row = "\n            targets: [{{measure: {}, exactly: {}, unit: '%'}}]\n"
    text = WHOLE.replace(
        "deadline: Quý II\n", "deadline: Quý III" + row.format("Kết quả điện tử", 85)
    )
    old, new = (
        "deadline: Quý III\n            lead",
        f"deadline: {due}{row.format(second, 100)}            lead",
    )
    assert codes(text.replace(old, new)).count("T005") == found


def test_a_target_of_the_plan_from_a_table_is_not_looked_for_in_the_text():
    target = "targets: [{measure: %s, exactly: 85, unit: '%%'}]\nbody:\n"
    assert "T007" not in codes(WHOLE.replace("body:\n", target % "Hồ sơ trực tuyến", 1))
    named = WHOLE.replace("body:\n", target % "Số hóa hồ sơ", 1)
    assert "T007" not in codes(named)  # a task has this name, and no text says how much
    assert "T007" in codes(named.replace("Rà soát văn bản", "Số hóa hồ sơ đạt 80%", 1))


@pytest.mark.parametrize(("name", "found"), [("Công an xã", 0), ("Đoàn Thanh niên xã", 1)])
def test_the_police_of_a_commune_may_lead(name, found):
    text = WHOLE.replace("units:\n", f"units:\n  - {{id: ngoai, name: {name}, kind: outside}}\n", 1)
    text = text.replace(
        "deadline: Quý III\n            lead: [vh-xh]",
        "deadline: Quý III\n            lead: [ngoai]",
    )
    assert codes(text).count("U009") == found


def test_documents_that_share_an_issuer_have_it_behind_the_last():
    words = (
        "Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 {} Nghị định số 111/2025/NĐ-CP ngày 22/5/2025"
    )
    for joint, asked in (("và", 0), ("; theo", 1)):
        text = put(POINT, f'- "Giao quyền theo {words.format(joint)} của Chính phủ."')
        assert codes(text).count("C015") == asked


@pytest.mark.parametrize(
    ("stage", "due", "found"),
    [("giai đoạn 2026 - 2030", "Trước ngày 15/12/2028", 0),
     ("giai đoạn 2026 - 2030", "15/3/2032", 1),
     ("giai đoạn 2026 - 2030", "Quý III/2025", 1),
     ("năm 2026 thực hiện Chương trình giai đoạn 2026 - 2030", "15/6/2028", 1)],
)  # fmt: skip
def test_a_plan_of_several_years_has_deadlines_in_all_of_them(stage, due, found):
    text = WHOLE.replace("xã Định Hóa năm 2026\n", f"xã Định Hóa {stage}\n", 1)
    text = text.replace("deadline: Quý III\n", f"deadline: {due}\n", 1)
    told = [one.finding for one in find(text) if one.finding.code == "D005"]
    assert len([one for one in told if one.place[-1] == "deadline"]) == found
    # Work of every year is listed for one year only, and that is said once.
    assert len([one for one in told if one.place[-1] == "title"]) == stage.startswith("giai đoạn")


@pytest.mark.parametrize(
    ("words", "asked"),
    [("Kế hoạch số 12/KH-UBND này", []), ("Kế hoạch số 13/KH-UBND", ["13/KH-UBND"]),
     ("Kế hoạch số 12/KH-UBND ngày 05/02/2025", ["12/KH-UBND"])],
)  # fmt: skip
def test_the_plan_itself_is_not_cited(words, asked):
    text = put(POINT, f"- Các phòng thực hiện {words}.").replace(
        "  symbol: KH-UBND\n", "  number: 12\n  symbol: KH-UBND\n", 1
    )
    assert [one.finding.within for one in find(text) if one.finding.code == "C015"] == asked


FUNDING = "  - title: KINH PHÍ\n    items: [Ngân sách xã bảo đảm kinh phí.]\n"
QUARTERLY = "            deadline: Hằng quý\n"


@pytest.mark.parametrize(
    ("title", "symbol", "asked"),
    [("Kiểm tra công tác cải cách hành chính năm 2026", "KH-UBND", False),
     ("Công tác trọng tâm năm 2026", "CTr-UBND", False),
     ("Cải cách hành chính năm 2026", "CTr-UBND", False),
     ("Cải cách hành chính năm 2026, kiểm tra các phòng", "KH-UBND", True)],
)  # fmt: skip
def test_a_plan_of_inspection_and_a_programme_have_parts_of_their_own(title, symbol, asked):
    assert FUNDING in WHOLE
    assert QUARTERLY in WHOLE
    text = WHOLE.replace(FUNDING, "").replace(QUARTERLY, "            deadline: Khi có yêu cầu\n")
    text = re.sub(r"(?m)^  title: .*$", f"  title: {title}", text, count=1)
    found = codes(text.replace("symbol: KH-UBND", f"symbol: {symbol}"))
    assert ("N010" in found) is asked
    assert "V005" not in found


def test_a_task_that_is_a_paper_needs_no_product():
    bare = without(WHOLE, "product")
    named = bare.replace("title: Rà soát văn bản\n", "title: Báo cáo rà soát văn bản\n")
    assert codes(named).count("T002") == codes(bare).count("T002") - 1


@pytest.mark.parametrize(("first", "asked"), [("4", False), ("5", True)])
def test_tables_may_be_counted_through(first, asked):
    start = WHOLE.index("appendices:\n")
    again = WHOLE[start:].split("closing:")[0].removeprefix("appendices:\n")
    again = re.sub(r"(?m)^          - id: (.*)$", r"          - id: \1-2", again)
    again = again.replace(
        "            title:", f"            number: {first}\n            title:", 1
    )
    lines = (WHOLE.rstrip("\n") + "\n" + again).replace("numbering: level", "numbering: running")
    assert ("N006" in codes(lines)) is asked


@pytest.mark.parametrize("phrase", ["Quý I hằng năm", "trước ngày 15/01"])
@pytest.mark.parametrize(
    ("title", "asked"),
    [("Cải cách hành chính năm 2026", 1), ("Cải cách hành chính giai đoạn 2026 - 2030", 0)],
)
def test_work_of_each_year_is_not_over_in_a_plan_of_several_years(title, asked, phrase):
    text = re.sub(r"(?m)^  title: .*$", f"  title: {title}", WHOLE, count=1)
    text = text.replace("date: 01/2026", "date: 20/4/2026").replace(
        "deadline: Quý III\n", f"deadline: {phrase}\n"
    )
    said = [one for one in find(text) if one.finding.code == "D009"]
    assert len(said) == 2 * asked  # "Quý I" in another row is over too


UNPLACED = {
    "[Số liệu tính đến tháng 6., 'Phòng họp A.']": ["warning", "warning"],
    "['STT | Đơn vị | Thời gian', '1 | Phòng Kinh tế | 12/5', '2 | Công an xã | 13/5']": [
        "warning"
    ],
    "['(*) Số lượng hồ sơ do Trung tâm thống kê.']": ["info"],
    "['Ghi chú: Các đơn vị báo cáo tiến độ trước ngày 25 hằng tháng.']": ["warning"],
    "['Mẫu số 01', BÁO CÁO ĐỊNH KỲ, '1. Kết quả giải quyết hồ sơ: ...']": ["info"],
    "['Người lập biểu |  | TRƯỞNG PHÒNG', 'Quách Thị Mai |  | Bùi Văn Dậu', 'Viết tắt | Đầy đủ', 'VP | Văn phòng']": [
        "info",
        "info",
    ],
    "['Tổng cộng | 277']": ["info"],
    "['STT | Đơn vị | Điện thoại', '1 | Phòng Kinh tế | 0912000111']": ["info"],
    "['1 | Phòng Kinh tế | 12/5', '2 | Công an xã | 0912000111']": ["warning"],
    "['STT | Đơn vị được kiểm tra | Thời gian', '1 | Phòng Kinh tế | 12/5']": ["info"],
    "['STT | Đối tượng giám sát | Ngày', '1 | Công an xã | 13/5', 'STT | Việc | Ngày', '1 | Họp | 12/5']": [
        "info",
        "warning",
    ],
    "['Phụ lục II', ĐỀ CƯƠNG BÁO CÁO, (Kèm theo Kế hoạch số 9/KH-UBND), 'I. TÌNH HÌNH', '1. Số công chức.']": [
        "info"
    ],
    "['Số liệu tính đến tháng 6.', 'Phụ lục 3', PHIẾU KHẢO SÁT, '1. Hồ sơ có đúng hẹn không?']": [
        "warning",
        "info",
    ],
    "['Phụ lục 2', NHIỆM VỤ TRỌNG TÂM, '1. Rà soát thủ tục.', 'Phụ lục 3', BẢNG ĐIỂM]": [
        "warning",
        "info",
    ],
    "['TT | Địa bàn | Số phiếu', '1 | Thôn Hòa An | 40', 'TT | Việc | Đơn vị', '1 | Họp | Công an xã']": [
        "info",
        "warning",
    ],
    "['Viết tắt | Tên đầy đủ', 'VP | Văn phòng HĐND và UBND']": ["info"],
}


@pytest.mark.parametrize("texts", UNPLACED)
def test_a_table_or_appendix_without_a_place_is_one_finding_and_what_holds_no_work_is_only_told(
    texts,
):
    found = [
        one.finding
        for one in find(put("closing:", f"unplaced: {texts}\nclosing:"))
        if one.finding.code == "V015"
    ]
    assert [one.severity.value for one in found] == UNPLACED[texts]


@pytest.mark.parametrize(
    ("words", "asked"),
    [("Các phòng gửi kết quả về Văn phòng trước ngày 15/6/2026.", False),
     ("Ngày 14 hằng tháng các phòng gửi số liệu.", False),
     ("Trước ngày 14 hàng tháng gửi Công an xã tổng hợp.", False),
     ("Tổ chức tổng kết vào tháng 12/2026.", False),
     ("Báo cáo tiến độ vào thứ Sáu hằng tuần.", False),
     ("Gửi hồ sơ qua mạng, Luật ban hành ngày 15/6/2025.", True)],
)  # fmt: skip
def test_a_report_by_a_day_may_stand_in_any_sentence(words, asked):
    text = put(POINT, f"- {words}").replace(QUARTERLY, "            deadline: Khi có yêu cầu\n")
    assert ("N010" in codes(text)) is asked


def test_money_may_stand_behind_its_heading_in_capitals():
    assert FUNDING in WHOLE
    text = WHOLE.replace(FUNDING, "  - {text: 'KINH PHÍ: Nguồn ngân sách xã.'}\n")
    assert "N010" not in codes(text)


def test_of_a_plan_on_one_matter_money_is_only_told():
    duty = "- Cân đối nguồn kinh phí thực hiện."
    assert FUNDING in WHOLE
    assert duty in WHOLE
    text = WHOLE.replace(FUNDING, "").replace(duty, "- Cân đối nguồn lực thực hiện.")
    matter = re.sub(
        r"(?m)^  title: .*$", "  title: Khảo sát sự hài lòng của người dân", text, count=1
    )
    for plan, severity in ((text, "warning"), (matter.replace("Khảo sát", "Tuyên truyền"), "info")):
        found = [one.finding.severity.value for one in find(plan) if one.finding.code == "N010"]
        assert found == [severity]


@pytest.mark.parametrize(
    ("columns", "asked"),
    [("{key: title, heading: Tên thủ tục}", False), ("{key: title, heading: Tên nhiệm vụ}", True),
     ("{key: title, heading: Nội dung}, {key: custom, heading: Số lượng}", False)],
)  # fmt: skip
def test_a_table_of_names_or_amounts_needs_no_product(columns, asked):
    named = f"    columns: [{columns}, {{key: lead, heading: Chủ trì}}]\n"
    assert ("T002" in codes(without(WHOLE, "product").replace(TABLE, TABLE + named))) is asked


def test_a_heading_over_a_table_without_a_place_is_not_empty():
    text = put(POINT, "- {title: Lịch kiểm tra}\n          - {title: Địa điểm}")
    assert codes(text).count("N011") == 2
    rows = "unplaced: ['STT | Đơn vị', '1 | Phòng Kinh tế']\nclosing:"
    assert codes(text.replace("closing:", rows)).count("N011") == 1


def test_a_part_on_the_legal_bases_is_named_otherwise_too():
    start, end = WHOLE.index("bases:"), WHOLE.index("opening:")
    bare = WHOLE[:start] + WHOLE[end:]
    bare = re.sub(r"(?m)^opening:.*\n(?: .*\n)*", "", bare)
    assert "C001" in codes(bare)
    assert "C001" not in codes(
        bare.replace("title: MỤC ĐÍCH, YÊU CẦU", "title: MỤC ĐÍCH, CƠ SỞ PHÁP LÝ")
    )


def test_points_of_a_table_that_lists_some_of_the_criteria_need_not_add_up():
    field = "  - {code: '%s', title: Lĩnh vực, maximum: 10, parts: [{code: '%s.1', title: Việc, maximum: %s, survey: yes}]}\n"
    for points, severities in (
        (("2", "3"), ["info"]),
        (("2", "10"), ["info"]),
        (("12", "10"), ["error"]),
    ):
        book = "criteria:\n" + "".join(field % (n, n, one) for n, one in enumerate(points, start=1))
        text = WHOLE.replace("appendices:\n", book + "appendices:\n")
        found = [one.finding.severity.value for one in find(text) if one.finding.code == "P002"]
        assert found == severities, points


def test_a_task_counts_on_behind_a_group_with_tasks_of_its_own():
    inner = "{title: Công khai, number: '1', tasks: [{id: x, number: '1.1', title: Niêm yết, product: Danh mục, deadline: Quý I, lead: [vh-xh]}]}"
    for number, gap in (("2", False), ("4", True)):
        task = f"{{id: y, number: '{number}', title: Trả lời, product: Văn bản, deadline: Quý II, lead: [vh-xh]}}"
        area = f"      - title: CẢI CÁCH HÀNH CHÍNH\n        tasks: [{inner}, {task}]\n"
        text = WHOLE.replace(
            "      - title: CẢI CÁCH THỂ CHẾ\n", area + "      - title: CẢI CÁCH THỂ CHẾ\n"
        )
        assert ("N006" in codes(text)) is gap


def test_a_person_who_does_it_answers_for_a_task():
    lead = "deadline: Quý III\n            lead: [vh-xh]\n"
    bare = WHOLE.replace(lead, lead.replace("lead: [vh-xh]", "note: Việc thường xuyên"))
    assert "U005" in codes(bare)
    named = WHOLE.replace(lead, lead.replace("lead: [vh-xh]", "officer: Đ/c Nguyễn Văn Nam"))
    assert "U005" not in codes(named)


@pytest.mark.parametrize(
    ("words", "title", "told"),
    [("Thực hiện Luật Tổ chức chính quyền địa phương số 72/2025/QH15.", "", 0),
     ("Thực hiện Kế hoạch số 09/KH-UBND.", "", 1),
     ("Thực hiện Kế hoạch số 09/KH-UBND.", " theo Kế hoạch số 09/KH-UBND ngày 07/01/2026 của UBND xã Định Hóa", 0),
     ("Thực hiện Kế hoạch số 09/KH-UBND.", " theo Kế hoạch số 09/KH-UBND", 1)],
)  # fmt: skip
def test_laws_have_a_number_and_a_full_title_is_a_first_mention(words, title, told):
    text = put(POINT, f'- "{words}"').replace("năm 2026\n", f"năm 2026{title}\n", 1)
    assert title in text
    assert codes(text).count("C015") == told


def test_what_a_plan_carries_out_may_stand_in_one_sentence():
    two = "Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ; Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ"
    for word, severity in (("Căn cứ", "warning"), ("Thực hiện", "info")):
        text = WHOLE.replace("bases:\n", f"bases:\n  - {word} {two}\n", 1)
        (found,) = [one.finding for one in find(text) if one.finding.code == "V011"]
        assert found.severity.value == severity


def test_the_year_before_is_no_other_year_in_a_plan_of_several():
    year = WHOLE.replace("deadline: Quý III\n", "deadline: trước ngày 31/12 năm trước\n")
    assert "D005" in codes(year)
    several = re.sub(
        r"(?m)^  title: .*$", "  title: Chính quyền số giai đoạn 2026 - 2030", year, count=1
    )
    said = [one.finding.severity.value for one in find(several) if one.finding.code == "D005"]
    assert "warning" not in said


def test_points_are_held_against_the_maximum_that_is_written():
    part = "      - {code: '1.1', title: Kế hoạch, maximum: 2, previous: 1}\n"
    criteria = f"criteria:\n  - code: '1'\n    title: Chỉ đạo\n    maximum: 10\n    previous: 8,5\n    parts:\n{part}"
    found = codes(WHOLE.replace("appendices:\n", criteria + "appendices:\n"))
    assert "P002" in found
    assert "P001" not in found


def test_a_year_is_a_time_in_a_plan_of_several():
    year = WHOLE.replace("deadline: Quý III\n", "deadline: Năm 2028\n")
    assert "D003" in codes(year)
    several = re.sub(
        r"(?m)^  title: .*$", "  title: Chính quyền số giai đoạn 2026 - 2030", year, count=1
    )
    assert "D003" not in codes(several)


def test_an_enclosed_list_is_pointed_to_in_other_words():
    text = put("      - {role: appendix, text: (Có Phụ lục kèm theo)}\n", "")
    assert "N004" in codes(text)
    assert "N004" not in codes(text.replace(POINT, "- Số hóa hồ sơ theo Biểu đính kèm."))


@pytest.mark.parametrize(
    ("line", "severity"),
    [("07/KH-UBND ngày 05/01/2026", "info"), ("7/KH-UBND ngày 05 tháng 01 năm 2026", "info"),
     ("70/KH-UBND ngày 05/01/2026", "warning"), ("07/KH-UBND ngày 06/01/2026", "warning"), ("9/KH-ĐU ngày 06/01/2026", "info")],
)  # fmt: skip
def test_a_line_with_another_number_or_date_than_the_paper_is_no_left_over(line, severity):
    numbered = re.sub(r"(?m)^  (?:number|date):.*\n", "", WHOLE)
    numbered = numbered.replace("document:\n", "document:\n  number: 7\n  date: 05/01/2026\n")
    kept = f"unplaced: ['(Kèm theo Kế hoạch số {line} của UBND xã)']\nclosing:"
    found = find(re.sub(r"(?m)^closing:", kept, numbered, count=1))
    assert [one.finding.severity.value for one in found if one.finding.code == "V015"] == [severity]


def test_of_a_kind_whose_tables_have_no_product_it_is_only_told():
    table = "    columns: [{key: title, heading: Tên nhiệm vụ}, {key: lead, heading: Chủ trì}]\n"
    plan = without(WHOLE, "product").replace(TABLE, TABLE + table)
    for kind, severity in (("cchc", "warning"), ("kstthc", "info")):
        found = find(plan.replace("kind: cchc", f"kind: {kind}"))
        assert [one.finding.severity.value for one in found if one.finding.code == "T002"] == [
            severity
        ]


def test_a_report_whose_day_another_office_sets_has_a_day():
    bare = put(POINT, "- Báo cáo quý theo thời hạn do Sở Nội vụ quy định.").replace(
        QUARTERLY, "            deadline: Khi có yêu cầu\n"
    )
    assert "N010" not in codes(bare)
    assert "N010" in codes(bare.replace("theo thời hạn do Sở Nội vụ quy định", "đầy đủ"))

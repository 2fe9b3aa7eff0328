"""Wording that is apt for its work is left alone, or only said as info; the like of it is still found."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.edit.fix import fix
from cchc.model.finding import Severity
from cchc.read.load import read_source

from .marked import WHOLE, find, put

ROW = "            title: Rà soát văn bản\n            product: Báo cáo\n            deadline: Quý III\n            lead: [vh-xh]\n"
POINT = "          - Tiếp nhận phản ánh của người dân.\n"
AREAS = "    numbering: level\n"
TITLE = "Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã Định Hóa năm 2026"


def row(title="Rà soát văn bản", product="Báo cáo", deadline="Quý III", lead="vh-xh") -> str:
    return put(
        ROW,
        f"            title: {title}\n            product: {product}\n"
        f"            deadline: {deadline}\n            lead: [{lead}]\n",
    )


def shown(text: str, code: str) -> list[str]:
    """Return the severities of the findings with this code."""
    return [str(one.finding.severity) for one in find(text) if one.finding.code == code]


@pytest.mark.parametrize(
    ("bounds", "words", "found"),
    [("exactly: 65", "đạt từ 65% trở lên", 0), ("exactly: 65", "đạt 70%", 1),
     ("at_least: 60, at_most: 70", "đạt 65%", 0), ("at_least: 60, at_most: 70", "tối thiểu 60%", 0),
     ("at_least: 60, at_most: 70", "đạt 75%", 1), ("at_least: 65", "không quá 65%", 1),
     ("at_least: 65", "tối thiểu 70%", 1), ("at_least: 65", "đạt 70%", 1), ("at_least: 65", "trên 65%", 0)],
)  # fmt: skip
def test_one_goal_in_other_words_is_no_conflict(bounds, words, found):
    target = f"targets:\n  - {{measure: Hồ sơ nộp trực tuyến, {bounds}, unit: '%'}}\n"
    text = put(
        "          - Trả kết quả đúng hạn.\n", f"          - Tỷ lệ hồ sơ nộp trực tuyến {words}.\n"
    ).replace("body:\n", f"{target}body:\n", 1)
    stated = text.replace("Tỷ lệ hồ sơ", "Tỷ lệ  hồ sơ")
    assert len(shown(stated, "T005")) == found


@pytest.mark.parametrize(
    ("heading", "severity"),
    [("Thời gian", Severity.INFO), ("Thời gian thực hiện", Severity.INFO),
     ("Thời gian hoàn thành", Severity.WARNING), ("Thời hạn", Severity.WARNING)],
)  # fmt: skip
def test_work_that_only_begins_has_an_end_where_the_column_asks_for_it(heading, severity):
    columns = (
        f"    columns: [{{key: title, heading: Việc}}, {{key: deadline, heading: {heading}}}]\n"
    )
    text = row(deadline="Từ tháng 3/2026").replace(AREAS, columns + AREAS, 1)
    assert shown(text, "D004") == [str(severity)]


@pytest.mark.parametrize(
    ("title", "product", "deadline", "severity"),
    [("Duy trì hệ thống camera", "Hệ thống", "Cả năm", Severity.INFO),
     ("Thanh toán trực tuyến", "Tỷ lệ đạt trên 60%", "Trong năm 2026", Severity.INFO),
     ("Sử dụng biên chế", "Không vượt biên chế được giao", "Trong năm 2026", Severity.INFO),
     ("Công khai ngân sách", "Quyết định", "Theo quy định của Luật Ngân sách nhà nước", Severity.INFO),
     ("Công khai ngân sách", "Quyết định", "Theo quy định", Severity.WARNING),
     ("Hỗ trợ hộ kinh doanh", "20 hộ được hỗ trợ", "Trong năm 2026", Severity.WARNING)],
)  # fmt: skip
def test_the_year_is_an_apt_time_for_what_lasts(title, product, deadline, severity):
    assert shown(row(title, product, deadline), "D003") == [str(severity)]


@pytest.mark.parametrize(
    ("title", "deadline", "found"),
    [("Giao dự toán ngân sách năm 2026", "Trước 31/12/2025", 0),
     ("Giao dự toán ngân sách năm 2026", "Trước 30/9/2025", 1),
     ("Quyết toán ngân sách năm 2025", "Trước 31/12/2025", 1), ("Số hóa hồ sơ", "Trước 31/12/2025", 1)],
)  # fmt: skip
def test_a_year_is_made_ready_before_it_begins(title, deadline, found):
    text = row(title, deadline=deadline).replace("  date: 01/2026\n", "  date: 12/2025\n", 1)
    assert len(shown(text, "D005")) == found


@pytest.mark.parametrize(
    ("plan", "found"), [("Kiểm tra công tác cải cách hành chính năm 2026", 0), (TITLE, 1)]
)
def test_whom_an_inspection_looks_at_reports_for_itself(plan, found):
    group = 'groups:\n  - {id: duoc-kiem-tra, name: "Các đơn vị được kiểm tra"}\nbody:\n'
    text = row("Gửi báo cáo tự kiểm tra", lead="duoc-kiem-tra").replace("body:\n", group, 1)
    assert len(shown(text.replace(TITLE, plan, 1), "U003")) == found


@pytest.mark.parametrize(
    ("kind", "work", "severity"),
    [("kstthc", "Rà soát thủ tục hành chính", Severity.INFO), ("kstthc", "Mua sắm máy quét", Severity.WARNING),
     ("cchc", "Rà soát thủ tục hành chính", Severity.WARNING)],
)  # fmt: skip
def test_control_of_procedures_costs_nothing_unless_something_is_bought(kind, work, severity):
    part = "  - title: KINH PHÍ\n    items: [Ngân sách xã bảo đảm kinh phí.]\n"
    text = row(work).replace(part, "", 1).replace("kind: cchc", f"kind: {kind}", 1)
    text = text.replace(
        "          - Cân đối nguồn kinh phí thực hiện.\n", "          - Rà soát thủ tục.\n"
    )
    assert shown(text, "N010") == [str(severity)]


@pytest.mark.parametrize("used", [True, False])
def test_an_old_name_is_told_where_it_stands_and_not_at_its_declaration_too(used):
    old = "Bộ phận Tiếp nhận và Trả kết quả"
    text = put("units:\n", f"units:\n  - {{id: cu, name: {old}}}\n").replace("[kinh-te]", "[cu]", 1)
    if used:
        text = text.replace("khi đến Trung tâm", f"khi đến {old}", 1)
    assert len(shown(text, "U008")) == 1


@pytest.mark.parametrize(
    ("symbol", "date", "mended"),
    [("76/2021/NQCP", " ngày 15/7/2021", "76/NQ-CP"), ("76/2021/NQCP", "", None),
     ("05/2025/NQCP", " ngày 15/7/2025", "05/2025/NQ-CP")],
)  # fmt: skip
def test_only_a_symbol_that_can_be_is_offered(symbol, date, mended):
    base = f"Căn cứ Nghị quyết số {symbol}{date} của Chính phủ về cải cách"
    text = put("  - Thực hiện Kế hoạch số 188", f"  - {base}\n  - Thực hiện Kế hoạch số 188")
    (found,) = [one for one in find(text) if one.finding.code in ("C002", "C004")]
    assert str(found.finding.message).count("is meant") == (mended is not None)
    assert fix(read_source(Path("plan.yaml"), text), unsafe=True).text == (
        text.replace(symbol, mended, 1) if mended else text
    )


def test_a_resolution_of_the_government_had_no_year_for_a_time():
    text = WHOLE.replace("76/NQ-CP", "76/2021/NQ-CP", 1)
    assert shown(text, "C004") == [str(Severity.ERROR)]


@pytest.mark.parametrize(
    ("alias", "written", "found"),
    [("Phòng Văn hoá và Xã hội", "Phòng Văn hoá và Xã hội", ["info"]), ("Phòng Văn hoá và Xã hội", "Phòng", []),
     ("PVHXH", "PVHXH", [])],
)  # fmt: skip
def test_a_unit_in_several_spellings_is_told_once(alias, written, found):
    text = WHOLE.replace("Phòng Văn hoá- Xã hội", alias, 1)
    text = text.replace("Công khai TTHC tại trụ sở", f"{written} công khai; {written} rà soát", 1)
    assert shown(text, "U007") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [("Báo cáo Phòng Nội vụ huyện Phù Yên", ["Phòng Nội vụ huyện"]), ("Gửi Phòng Tư pháp quận", ["Phòng Tư pháp quận"]),
     ("Trình Phòng Tài chính - Kế hoạch của huyện", ["Phòng Tài chính - Kế hoạch của huyện"]),
     ("Gửi Phòng Nội vụ", ["Phòng Nội vụ"]), ("Hồ sơ của Phòng Nội vụ huyện cũ", [])],
)  # fmt: skip
def test_the_office_of_a_former_district_is_told_once_and_not_as_one_of_the_commune(said, found):
    text = put(POINT, f"          - {said} theo quy định.\n")
    every = [one for one in find(text) if one.finding.code in ("U008", "L001", "L004")]
    assert [one.finding.message.values["name"] for one in every] == found
    assert ["now" in one.finding.help.values for one in every] == [
        "huyện" not in said and "quận" not in said
    ] * len(found)


@pytest.mark.parametrize(
    ("said", "declared", "count"),
    [("Thực hiện tại Trung tâm Phục vụ hành chính công", "Trung tâm phục vụ hành chính", 0),
     ("Thực hiện tại Trung tâm Phục vụ hành chính.", "Trung tâm phục vụ hành chính", 1),
     ("Giao Văn phòng HĐND và UBND theo dõi", "Văn phòng hđnd", 0),
     ("Giao Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", "Đoàn thanh niên cộng sản", 0),
     ("Các phòng, đơn vị, trường học, trạm y tế thực hiện", "Trạm Y tế", 0),
     ("Tuyên truyền tại trường học, trạm y tế và chợ", "Trạm Y tế", 0),
     ("Mỗi thôn, công an xã phối hợp", "Công an Xã", 0),
     ("Giao trạm y tế theo dõi", "Trạm Y tế", 1), ("Trạm y tế xã tổ chức khám", "Trạm Y tế xã", 1),
     ("Các Phòng và trạm y tế theo dõi", "Trạm Y tế", 1),
     ("Các đơn vị; giao trạm y tế theo dõi", "Trạm Y tế", 1)],
)  # fmt: skip
def test_a_part_of_a_longer_name_and_a_kind_of_body_are_no_other_spelling(said, declared, count):
    text = put("units:\n", f"units:\n  - {{id: moi, name: {declared}}}\n").replace(
        "[kinh-te]", "[moi]", 1
    )
    assert len(shown(text.replace(POINT, f"          - {said}.\n"), "U007")) == count


@pytest.mark.parametrize(
    ("work", "count"),
    [("Trả lời phản ánh, kiến nghị", 0), ("Tiếp nhận, xử lý, trả lời kiến nghị của cử tri", 0), ("Đôn đốc các đơn vị", 0),
     ("Góp ý dự thảo của tỉnh", 0), ("Kiến nghị sửa đổi thủ tục", 0), ("Rà soát kiến nghị", 1), ("Đối thoại", 1)],
)  # fmt: skip
def test_a_letter_is_said_by_the_task(work, count):
    assert len(shown(row(work, product="Văn bản"), "T001")) == count


@pytest.mark.parametrize(
    ("title", "count"),
    [("THEO DÕI TIẾN ĐỘ (Kế hoạch số 14/KH-UBND ngày 12/01/2026)", 0), ("DANH MỤC theo Kế hoạch số 14/KH-UBND", 0),
     ("DANH MỤC theo Quyết định số 14/QĐ-TTg ngày 12/01/2026", 1)],
)  # fmt: skip
def test_a_table_need_not_say_whose_plan_it_follows_up(title, count):
    text = put("  - title: Phân công thực hiện Kế hoạch\n", f"  - title: {title}\n")
    assert len(shown(text, "C015")) == count


@pytest.mark.parametrize(
    "pointer", ["(Nhiệm vụ cụ thể tại Phụ lục kèm theo)", "(Có Phụ lục kèm theo)"]
)
def test_a_pointer_in_brackets_is_no_numbered_item(pointer):
    text = put(
        "      - title: Cải cách thủ tục hành chính (TTHC)\n",
        "      - number: 3.\n        title: Cải cách thủ tục hành chính (TTHC)\n",
    )
    text = text.replace("text: (Có Phụ lục kèm theo)", f"text: {pointer}")
    assert (shown(text, "N007"), len(shown(text, "N006"))) == ([], 1)


@pytest.mark.parametrize(
    ("said", "count"),
    [("Số hóa hồ sơ còn hiệu lực.", 0), ("Năm 2026 đẩy mạnh số hóa hồ sơ.", 0), ("Số hóa hồ sơ đạt 90%.", 1)],
)  # fmt: skip
def test_a_target_of_a_table_is_compared_where_the_text_gives_it_a_value(said, count):
    targets = 'targets: [{measure: Số hóa hồ sơ, exactly: 95, unit: "%"}]\nbody:\n'
    assert (
        len(shown(put(POINT, f"          - {said}\n").replace("body:\n", targets, 1), "T007"))
        == count
    )


@pytest.mark.parametrize(
    ("kept", "count"),
    [("unplaced: [PAPI | Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh]\n", 0), ("unplaced: [PAPI | một chỉ số]\n", 1), ("", 1)],
)  # fmt: skip
def test_a_short_word_that_a_kept_line_spells_out_is_spelled_out(kept, count):
    text = put(POINT, "          - Cải thiện PAPI.\n")
    assert len(shown(text.replace("body:\n", f"{kept}body:\n", 1), "H007")) == count


def test_a_table_without_its_plan_need_not_spell_out():
    text = put("            title: Rà soát văn bản\n", "            title: Rà soát PAPI\n")
    assert len(shown(text, "H007")) == 1
    start, end = text.index("body:\n"), text.index("closing:")
    alone = f"{text[:start]}body:\n  - {{title: NỘI DUNG, incomplete: không có}}\n{text[end:]}"
    assert shown(alone, "H007") == []


def test_to_whom_a_report_goes_is_told_in_its_sentence():
    text = put("report: {to: Sở Nội vụ, via: vh-xh}", "report: {to: UBND huyện Phù Yên}")
    assert len(shown(text, "U008")) == 1
    said = text.replace(
        "Báo cáo kết quả thực hiện.", "Báo cáo UBND huyện Phù Yên kết quả thực hiện."
    )
    (one,) = [found for found in find(said) if found.finding.code == "U008"]
    assert one.finding.place[-1] == "text"

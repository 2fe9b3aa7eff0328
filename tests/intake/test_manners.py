"""Manners of offices: notes that spell out short words, groups that are times, a decision in front."""

from __future__ import annotations

import pytest

from cchc.intake.body.duties import led_subjects
from cchc.intake.units.words import split_names
from cchc.rules import no_legal_base, numbers_with_a_gap, outsider_in_the_lead
from cchc.rules._facts import Facts
from tests.intake.recognised import plan_of, read_text
from tests.intake.test_task_blocks import END, HEAD

ROWS = "1\tRà soát văn bản\tVP\tPKT, TTHCC\tHết quý II\tBáo cáo\n2\tSố hóa hồ sơ\tTTHCC\t\t30/9\tKho dữ liệu\n"
NOTE = (
    "Ghi chú: CT: chủ trì; VP: Văn phòng HĐND và UBND; PKT: Phòng Kinh tế; "
    "TTHCC: Trung tâm Phục vụ hành chính công.\n"
)
DECISION = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 62/QĐ-UBND
An Bình, ngày 16 tháng 01 năm 2026
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2026
CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
Nơi nhận:
- Như Điều 2;
- Sở Nội vụ;
- Lưu: VT.
CHỦ TỊCH
Trần Văn An
ỦY BAN NHÂN DÂN
XÃ AN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KẾ HOẠCH
Cải cách hành chính năm 2026
(Kèm theo Quyết định số 62/QĐ-UBND ngày 16 tháng 01 năm 2026 của Chủ tịch UBND xã An Bình)
I. MỤC ĐÍCH
1. Nâng cao hiệu quả phục vụ nhân dân.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi.
"""


def test_headings_and_units_of_initials_are_read_by_the_note_below(tmp_path):
    table = "TT\tNhiệm vụ\tCT\tPH\tTGHT\tSản phẩm\n"
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + table + ROWS + NOTE))
    names = {unit.id: unit.name for unit in plan.units}
    first, second = plan.tasks
    assert [names[one] for one in first.lead] == ["Văn phòng HĐND và UBND"]
    assert [names[one] for one in first.support] == [
        "Phòng Kinh tế",
        "Trung tâm Phục vụ hành chính công",
    ]
    assert (first.deadline, second.deadline) == ("Hết quý II", "30/9")
    assert [unit.aliases for unit in plan.units if unit.name.startswith("Văn")] == [("VP",)]


def test_groups_that_are_times_are_the_deadlines_of_their_tasks(tmp_path):
    table = (
        "STT\tNội dung\tChủ trì\tKết quả\n\tQUÝ I/2026\t\t\n1\tRà soát văn bản\tPhòng Kinh tế\tBáo cáo\n"
        "\tTHÁNG 6/2026\t\t\n2\tSố hóa hồ sơ\tPhòng Kinh tế\tKho dữ liệu\n"
    )
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + table))
    assert [task.deadline for task in plan.tasks] == ["Quý I/2026", "Tháng 6/2026"]


def test_a_column_of_codes_is_no_title_and_its_numbers_are_no_row_of_numbers(tmp_path):
    table = (
        "Tiêu chí\tNội dung tiêu chí\tĐiểm chuẩn\tGiải pháp, yêu cầu\tChủ trì\tThời hạn\n"
        "1.2\tChế độ báo cáo\t1,0\tGửi báo cáo đúng hạn\tPhòng Kinh tế\tQuý II\n"
        "3.4\tSố hóa hồ sơ\t3,0\tSố hóa 100%\tPhòng Kinh tế\tQuý III\n"
    )
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + table))
    assert [(task.number, task.title) for task in plan.tasks] == [
        ("1.2", "Chế độ báo cáo"), ("3.4", "Số hóa hồ sơ"),
    ]  # fmt: skip
    assert not list(numbers_with_a_gap.check(Facts(plan)))


def test_a_column_whose_heading_does_not_tell_is_read_by_its_cells_and_that_is_said(tmp_path):
    table = (
        "Stt\tNội dung\tChủ trì\tAi giúp\tXong vào\tSản phẩm\n"
        "1\tRà soát văn bản do xã ban hành\tPhòng Kinh tế\tTrung tâm Phục vụ hành chính công\tTrước 15/3\tBáo cáo\n"
        "2\tSố hóa hồ sơ đất đai còn lại\tPhòng Văn hóa - Xã hội\tPhòng Kinh tế\tQuý 3/2026\tKho dữ liệu\n"
    )
    found = read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + table)
    first, second = plan_of(found).tasks
    assert (first.title, first.deadline) == ("Rà soát văn bản do xã ban hành", "Trước 15/3")
    assert (second.lead, second.support) == (("vh-xh",), ("kinh-te",))
    told = [str(note) for note in found.notes if "by what its cells hold" in note.text]
    assert [heading in " ".join(told) for heading in ("Ai giúp", "Xong vào")] == [True, True]


def test_a_name_alone_behind_tabs_is_the_signers(tmp_path):
    end = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế theo dõi.\n\nNơi nhận:\t\tTM. ỦY BAN NHÂN DÂN\n"
        "- Sở Nội vụ;\t\tCHỦ TỊCH\n- Các phòng;\n- Lưu: VT.\n\t\tHoàng Anh Tú\n"
    )
    signer = plan_of(read_text(tmp_path, HEAD + "1. Rà soát thủ tục.\n" + end)).document.signer
    assert signer and signer.name == "Hoàng Anh Tú"


def test_what_a_decision_in_front_says_is_the_plans(tmp_path):
    found = read_text(tmp_path, DECISION)
    document = plan_of(found).document
    assert document.decision and str(document.decision.number) == "62"
    assert document.decision.issuer == "Chủ tịch UBND xã An Bình"
    assert document.signer and document.signer.name == "Trần Văn An"
    assert document.recipients == ("Sở Nội vụ",)
    assert next(str(one) for one in plan_of(found).bases).startswith("Căn cứ Luật Tổ chức")
    assert "unplaced" not in found.data
    assert any("the decision before the plan" in note.text for note in found.notes)


def test_names_of_one_body_are_not_cut():
    for name in ("Báo và Đài Phát thanh và Truyền hình Cà Mau", "Phòng Văn hóa và Thông tin"):
        assert split_names(name, lambda _: False) == [name]
    assert split_names("Phòng Kinh tế và Trạm Y tế", lambda _: False) == [
        "Phòng Kinh tế",
        "Trạm Y tế",
    ]


def test_a_table_about_reports_is_no_signature(tmp_path):
    table = "PHỤ LỤC II\nSTT\tLoại báo cáo\tHạn gửi\tNơi nhận\n1\tBáo cáo quý\tTrước 14/3/2026\tPhòng Kinh tế\n"
    found = read_text(tmp_path, HEAD + "1. Rà soát thủ tục.\n" + END + table)
    assert "1 | Báo cáo quý | Trước 14/3/2026 | Phòng Kinh tế" in found.data["unplaced"]


def test_a_base_in_the_opening_is_a_base(tmp_path):
    plan = plan_of(read_text(tmp_path, HEAD + "1. Rà soát thủ tục.\n" + END))
    bare = plan.model_copy(update={"bases": ()})
    assert list(no_legal_base.check(Facts(bare)))
    opening = "Thực hiện Kế hoạch số 01/KH-UBND ngày 02/01/2026 của UBND tỉnh Phú Thọ, UBND xã ban hành Kế hoạch:"
    assert not list(no_legal_base.check(Facts(bare.model_copy(update={"opening": opening}))))


def test_the_departments_of_a_province_lead_in_its_plan(tmp_path):
    table = "Stt\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát văn bản\tSở Nội vụ\tQuý II\n"
    text = HEAD + "Theo Phụ lục.\n" + END + table
    assert list(outsider_in_the_lead.check(Facts(plan_of(read_text(tmp_path, text)))))
    text = text.replace("XÃ AN BÌNH", "TỈNH PHÚ THỌ").replace("xã An Bình", "tỉnh Phú Thọ")
    assert not list(outsider_in_the_lead.check(Facts(plan_of(read_text(tmp_path, text)))))


PROGRAMME = HEAD.replace(
    "KẾ HOẠCH\nCải cách hành chính xã An Bình năm 2026", "{kind}\nCông tác năm 2026"
).replace("Số: 12/KH-UBND", "Số: 12/{code}-UBND")


def test_the_title_of_a_programme_or_scheme_is_read(tmp_path):
    for kind, code in (("CHƯƠNG TRÌNH", "CTr"), ("ĐỀ ÁN", "ĐA"), ("PHƯƠNG ÁN", "PA")):
        head = PROGRAMME.format(kind=kind, code=code)
        plan = plan_of(read_text(tmp_path, head + "1. Họp.\n" + END))
        assert (plan.document.title, plan.document.symbol) == ("Công tác năm 2026", f"{code}-UBND")
        assert len(plan.bases) == 1


def test_a_list_below_a_bold_number_counts_anew(tmp_path):
    text = "**1. Mục tiêu chung**\nPhục vụ tốt.\n**2. Chỉ tiêu**\n1. Đạt 90%.\n2. Đạt 95%.\n3. Đạt 99%.\n**3. Yêu cầu**\n"
    plan = plan_of(read_text(tmp_path, HEAD + text + END))
    under = plan.body[1].items
    assert [one.title for one in under] == ["Mục tiêu chung", "Chỉ tiêu", "Yêu cầu"]
    assert [one.text for one in under[1].items] == ["Đạt 90%.", "Đạt 95%.", "Đạt 99%."]


def test_days_of_work_before_something_are_not_cut_in_two(tmp_path):
    end = END.replace("theo dõi", "thông báo lịch trước 05 ngày làm việc")
    duty = plan_of(read_text(tmp_path, HEAD + "1. Họp.\n" + end)).body[2].items[0]
    assert duty.deadline is None


def test_the_kind_of_the_body_above_tells_between_communes_of_one_name(tmp_path):
    head = (
        HEAD.replace("XÃ AN BÌNH", "PHƯỜNG TÂN AN")
        .replace("xã An Bình ", "")
        .replace("UBND tỉnh Phú Thọ", "UBND {}")
        .replace("UBND xã An Bình", "UBND phường")
    )
    for above, province in (("thành phố", "thành phố Cần Thơ"), ("tỉnh", None)):
        plan = read_text(tmp_path, head.format(above) + "1. Họp.\n" + END.replace("tỉnh", above))
        assert plan.data["commune"]["province"] == province


def test_days_with_a_bracket_each_are_all_read(tmp_path):
    days = "trước ngày 05/3 (quý I), 05/6 (6 tháng), 05/9 (quý III) và 01/12 (năm)"
    end = END.replace("theo dõi", f"báo cáo kết quả về UBND xã {days}")
    duty = plan_of(read_text(tmp_path, HEAD + "1. Họp.\n" + end)).body[2].items[0]
    assert duty.deadline == days


def test_days_that_count_from_an_event_named_before_are_no_day(tmp_path):
    end = END.replace(
        "theo dõi", "báo cáo Chủ tịch UBND xã sau mỗi đợt kiểm tra, chậm nhất 07 ngày"
    )
    assert plan_of(read_text(tmp_path, HEAD + "1. Họp.\n" + end)).body[2].items[0].deadline is None


def test_a_base_without_a_number_stands_in_the_sentence_that_issues(tmp_path):
    text = HEAD.replace("Căn cứ Kế hoạch số 01/KH-UBND ngày 02/01/2026 của UBND tỉnh Phú Thọ.\nUBND",
                        "Căn cứ Quy chế làm việc của UBND xã, UBND")  # fmt: skip
    plan = plan_of(read_text(tmp_path, text + "1. Họp.\n" + END))
    assert plan.bases == ("Căn cứ Quy chế làm việc của UBND xã",)


def test_verbs_behind_a_unit_are_no_part_of_its_name(tmp_path):
    duties = (
        "1. Trung tâm Phục vụ hành chính công cung cấp danh sách.\n2. Các thôn: cử người dẫn đường.\n"
        "3. Đoàn kiểm tra nghe báo cáo.\n4. Phòng Kinh tế, Hạ tầng và Đô thị thẩm định, tham mưu.\n5. Văn phòng HĐND và UBND tổng hợp, tham mưu.\n"
    )
    plan = plan_of(
        read_text(
            tmp_path, HEAD + "1. Họp.\n" + END.replace("1. Phòng Kinh tế theo dõi.\n", duties)
        )
    )
    assert [one.name for one in plan.units] == [
        "Trung tâm Phục vụ hành chính công", "Các thôn", "Đoàn kiểm tra",
        "Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng HĐND và UBND",
    ]  # fmt: skip


def test_periods_before_a_bracket_and_the_office_that_collects_are_read(tmp_path):
    duty = "1. Phòng Kinh tế báo cáo định kỳ quý, 6 tháng, năm (gửi trước ngày 10 của tháng cuối kỳ) về Phòng Văn hóa - Xã hội.\n"
    plan = plan_of(
        read_text(tmp_path, HEAD + "1. Họp.\n" + END.replace("1. Phòng Kinh tế theo dõi.\n", duty))
    )
    (item,) = [item for part in plan.body for item in part.items if item.report]
    assert item.deadline == "định kỳ quý, 6 tháng, năm (gửi trước ngày 10 của tháng cuối kỳ)"
    assert item.report.to == "Phòng Văn hóa - Xã hội"


def test_what_a_duty_is_tied_to_is_not_led():
    assert led_subjects(["Chủ trì triển khai Đề án 06 gắn với cải cách thủ tục hành chính."]) == []
    words = "Chủ trì cải cách thể chế; công bố, công khai thủ tục hành chính."
    assert led_subjects([words]) == ["institutions"]
    words = "Chủ trì thực hiện cải cách tài chính công; tham mưu bố trí kinh phí."
    assert led_subjects([words]) == ["public-finance"]


@pytest.mark.parametrize(
    ("sentence", "base"),
    [("Thực hiện Luật Cán bộ, công chức năm 2025; Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ; UBND xã An Bình ban hành Kế hoạch như sau:",
      "Thực hiện Luật Cán bộ, công chức năm 2025; Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ"),
     ("Thực hiện Công văn số 12/SNV-CCHC ngày 12/3/2026 của Sở Nội vụ về mô hình “Thân thiện”; UBND xã An Bình xây dựng Kế hoạch với nội dung sau:",
      "Thực hiện Công văn số 12/SNV-CCHC ngày 12/3/2026 của Sở Nội vụ về mô hình “Thân thiện”"),
     ("Căn cứ Kế hoạch số 09/KH-UBND ngày 09/01/2026 của UBND xã An Bình, Trung tâm Phục vụ hành chính công xã xây dựng Kế hoạch như sau:",
      "Căn cứ Kế hoạch số 09/KH-UBND ngày 09/01/2026 của UBND xã An Bình")],
)  # fmt: skip
def test_the_base_ends_where_the_issuer_is_named(tmp_path, sentence, base):
    start, stop = HEAD.index("Căn cứ"), HEAD.index("I. MỤC ĐÍCH")
    plan = plan_of(read_text(tmp_path, f"{HEAD[:start]}{sentence}\n{HEAD[stop:]}1. Họp.\n{END}"))
    assert plan.bases == (base,)
    assert plan.opening == sentence[len(base) :].lstrip(",; ")


def test_closing_words_behind_the_pointer_to_the_appendix_are_the_plan_s(tmp_path):
    closing = "(Chi tiết tại Phụ lục kèm theo)\nTrên đây là Kế hoạch cải cách hành chính năm 2026, yêu cầu các phòng thực hiện./.\n"
    end = END.replace("Nơi nhận", closing + "Nơi nhận", 1)
    assert end != END
    plan = plan_of(read_text(tmp_path, HEAD + "1. Họp.\n" + end))
    assert (
        plan.closing
        == "Trên đây là Kế hoạch cải cách hành chính năm 2026, yêu cầu các phòng thực hiện"
    )


@pytest.mark.parametrize(
    ("when", "deadline"),
    [("trước ngày 15/6/2026, cả năm trước ngày 15/12/2026 gửi Sở Tài chính",
      "trước ngày 15/6/2026, cả năm trước ngày 15/12/2026"),
     ("gửi Sở Tài chính: 6 tháng (trước ngày 05/6), năm (trước ngày 05/11)",
      "6 tháng (trước ngày 05/6), năm (trước ngày 05/11)"),
     ("gửi Sở Tài chính vào 16 giờ thứ Sáu hằng tuần", "vào 16 giờ thứ Sáu hằng tuần")],
)  # fmt: skip
def test_the_whole_of_when_a_report_is_due_is_read(tmp_path, when, deadline):
    duty = f"1. Phòng Kinh tế theo dõi; báo cáo kết quả 6 tháng {when}.\n"
    plan = plan_of(
        read_text(tmp_path, HEAD + "1. Họp.\n" + END.replace("1. Phòng Kinh tế theo dõi.\n", duty))
    )
    reports = [item for part in plan.body for item in part.items if item.report]
    assert [one.deadline for one in reports] == [deadline]


def test_who_gets_a_report_is_not_when(tmp_path):
    duty = "1. Phòng Kinh tế tổng hợp báo cáo Sở Nội vụ vào ngày 20 của tháng cuối mỗi quý.\n"
    end = END.replace("1. Phòng Kinh tế theo dõi.\n", duty)
    assert end != END
    plan = plan_of(read_text(tmp_path, HEAD + "1. Họp.\n" + end))
    reports = [item.report for part in plan.body for item in part.items if item.report]
    assert [one.to for one in reports] == ["Sở Nội vụ"]


def test_who_signs_below_the_table_signs(tmp_path):
    table = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tPhòng Kinh tế\tQuý II\n"
    signed = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn An\n"
    data = read_text(tmp_path, "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n" + table + signed).data
    assert data["document"]["signer"]["name"] == "Trần Văn An"
    assert not any("CHỦ TỊCH" in text for text in data.get("unplaced", ()))


def test_an_office_without_a_verb_of_doing_is_not_guessed_to_lead(tmp_path):
    table = (
        "TT\tTên lớp\tĐối tượng\tĐơn vị tổ chức\tThời gian\n1\tKỹ năng số\tCông chức Phòng Kinh tế\t"
        "Phòng Văn hóa - Xã hội\tQuý II\n2\tTin học\tCông an xã\tPhòng Kinh tế\tQuý III\n"
    )
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + table))
    assert [one.lead for one in plan.tasks] == [("vh-xh",), ("kinh-te",)]


def test_recipients_of_the_decision_are_not_taken_for_the_next_letterhead(tmp_path):
    text = DECISION.replace("- Sở Nội vụ;", "- UBND tỉnh (b/c);")
    plan = plan_of(read_text(tmp_path, text + END.partition("theo dõi.\n")[0]))
    assert plan.document.recipients == ("UBND tỉnh (b/c)",)
    assert plan.document.signer and plan.document.signer.name == "Trần Văn An"
    assert plan.unplaced == ()


def test_other_lines_with_labels_do_not_part_a_block(tmp_path):
    block = "1. Khảo sát\na) Chủ trì: Phòng Kinh tế.\nb) Số lượng: 100 phiếu.\nc) Thời gian: Tháng 8/2026.\n"
    duty = plan_of(read_text(tmp_path, HEAD + block + END)).body[1].items[0]
    assert (duty.units, duty.deadline) == (("kinh-te",), "Tháng 8/2026")


def test_crosses_under_years_are_deadlines(tmp_path):
    table = "TT\tNội dung\tChủ trì\t2026\t2027\t2028\n1\tSố hóa\tPhòng Kinh tế\tx\tx\t\n2\tTổng kết\tCông an xã\t\t\tx\n"
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + table))
    assert [one.deadline for one in plan.tasks] == ["Năm 2026, Năm 2027", "Năm 2028"]
    figures = table.replace("x", "5")
    assert not plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + figures)).tasks


def test_letters_below_roman_numbers_are_marks_below_them(tmp_path):
    text = "**A. CẢI CÁCH**\n1. Rà soát.\n**B. CHUYỂN ĐỔI SỐ**\n1. Số hóa.\n"
    plan = plan_of(read_text(tmp_path, HEAD + text + END))
    assert [one.title for one in plan.body] == ["MỤC ĐÍCH", "NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN"]
    assert [one.title for one in plan.body[1].items] == ["CẢI CÁCH", "CHUYỂN ĐỔI SỐ"]


def test_one_column_for_who_leads_and_supports_is_taken_apart(tmp_path):
    table = (
        "TT\tNội dung\tChủ trì, phối hợp\tThời gian\n1\tTập huấn\tPhòng Kinh tế chủ trì, Công an xã phối hợp\tQuý II\n"
        "2\tĐánh giá\tCông an xã chủ trì\tQuý III\n"
    )
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + table))
    assert [(one.lead, one.support) for one in plan.tasks] == [
        (("kinh-te",), ("cong-an",)), (("cong-an",), ()),
    ]  # fmt: skip


def test_lines_of_a_block_have_many_names(tmp_path):
    block = (
        "1. Dịch mẫu đơn\n- Chủ trì thực hiện: Phòng Kinh tế.\n- Cùng thực hiện: Công an xã.\n"
        "- Mốc thời gian: 30/6/2026.\n- Dự kiến kết quả: 20 mẫu đơn.\n- Nguồn lực: 40 triệu đồng.\n"
        "2. Chỉnh lý\n- Đơn vị thực hiện: thuê đơn vị có năng lực.\n- Thời gian: Quý III.\n"
    )
    first, second = plan_of(read_text(tmp_path, HEAD + block + END)).body[1].items
    assert (first.units, first.support, first.deadline) == (("kinh-te",), ("cong-an",), "30/6/2026")
    assert (second.units, second.deadline) == ((), "Quý III")


def test_places_with_a_number_and_names_of_one_word_are_read(tmp_path):
    head = HEAD.replace("XÃ AN BÌNH", "XÃ ĐAM RÔNG 2").replace("An Bình, ngày", "Đam Rông 2, ngày")
    document = plan_of(
        read_text(tmp_path, head + "1. Họp.\n" + END.replace("Trần Văn An", "K'Lình"))
    ).document
    assert document.issue_date and f"{document.issue_date.first:%d/%m/%Y}" == "05/01/2026"
    assert document.signer and document.signer.name == "K'Lình"

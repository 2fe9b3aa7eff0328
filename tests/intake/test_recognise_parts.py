"""Letterheads, parts, numbers, duties and ends as other communes write them."""

from __future__ import annotations

import pytest

from cchc.language.deadline import read_deadline
from tests.intake.recognised import plan_of, read_text

END = """Nơi nhận:
- UBND tỉnh;
- Lưu: VT, VHXH.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn An
"""


def text(
    *body: str, head: str = "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 05/KH-UBND\nAn Bình, ngày 09 tháng 01 năm 2026\n",
    title: str = "Cải cách hành chính xã An Bình năm 2026",
    preface: str = "Căn cứ Kế hoạch số 01/KH-UBND ngày 02/01/2026 của UBND tỉnh Vĩnh Long;\n"
    "UBND xã An Bình ban hành Kế hoạch như sau:\n",
    end: str = END,
) -> str:  # fmt: skip
    parts = (
        "\n".join(body)
        or "I. MỤC ĐÍCH\n1. Nâng cao hiệu quả.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế theo dõi."
    )
    return f"{head}KẾ HOẠCH\n{title}\n{preface}{parts}\n{end}"


def read(tmp_path, *body: str, **parts: str):
    return read_text(tmp_path, text(*body, **parts))


def body(found):
    return found.data["body"]


def test_a_signed_plan_is_issued_and_its_letterhead_is_read(tmp_path):
    plan = plan_of(read(tmp_path))
    assert plan.status == "issued"
    assert (plan.document.number, plan.document.symbol) == ("05", "KH-UBND")
    assert str(plan.document.date) == "2026-01-09"
    assert (plan.commune.level, plan.commune.name, plan.commune.province) == (
        "xã", "An Bình", "tỉnh Vĩnh Long",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("head", "level", "name"),
    [
        ("UBND TỈNH CÀ MAU\nUBND PHƯỜNG TÂN THÀNH\nSố:    /KH-UBND\n", "phường", "Tân Thành"),
        ("ỦY BAN NHÂN DÂN ĐẶC KHU CÔN ĐẢO\nCÔN ĐẢO, ngày     tháng 01 năm 2026\n", "đặc khu", "Côn Đảo"),
        ("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ BA VÌ\tĐộc lập - Tự do - Hạnh phúc\n",
         "xã", "Ba Vì"),
    ],
)  # fmt: skip
def test_communes_of_every_level_are_known_by_their_letterhead(tmp_path, head, level, name):
    found = read(tmp_path, head=head, title="Cải cách hành chính năm 2026", preface="")
    commune = found.data["commune"]
    assert (commune["level"], commune["name"]) == (level, name)
    assert found.data["status"] == "draft"


def test_a_superior_agency_is_kept(tmp_path):
    found = read(tmp_path, head="UBND TỈNH CÀ MAU\nUBND PHƯỜNG TÂN THÀNH\n")
    assert found.data["document"]["superior"] == "UBND TỈNH CÀ MAU"
    assert found.data["commune"]["province"] == "tỉnh Cà Mau"


def test_a_name_that_is_written_in_two_ways_is_pointed_out(tmp_path):
    found = read(tmp_path, "I. MỤC ĐÍCH", "1. Cải cách hành chính xã An Bính tốt hơn.",
                 "2. Nâng cao vị thế của xã An Bình.")  # fmt: skip
    assert found.data["commune"]["name"] == "An Bình"
    assert "An Bính" in str(found.comments["commune", "name"])


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Cải cách hành chính năm 2026", "cchc"),
        ("Kiểm soát thủ tục hành chính năm 2026", "kstthc"),
        ("Nâng cao Chỉ số cải cách hành chính năm 2026", "par-index"),
    ],
)
def test_the_title_tells_the_kind_and_the_year(tmp_path, title, kind):
    found = read(tmp_path, title=title)
    assert (found.data["kind"], found.data["year"]) == (kind, "2026")


def test_a_plan_with_a_decision_has_its_number_and_issuer(tmp_path):
    found = read(
        tmp_path, head="", end="",
        preface="(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/01/2026\ncủa Chủ tịch UBND xã An Bình)\n",
    )  # fmt: skip
    assert found.data["document"]["decision"] == {
        "number": "15", "symbol": "QĐ-UBND", "date": "05/01/2026",
        "issuer": "Chủ tịch UBND xã An Bình",
    }  # fmt: skip


def test_the_opening_that_follows_a_base_in_one_paragraph_is_told_apart(tmp_path):
    base = "Thực hiện Quyết định số 9/QĐ-UBND ngày 02/01/2026 của UBND tỉnh Vĩnh Long"
    plan = plan_of(read(tmp_path, preface=f"{base}. UBND xã An Bình ban hành Kế hoạch như sau:\n"))
    assert plan.bases == (base,)
    assert plan.opening == "UBND xã An Bình ban hành Kế hoạch như sau:"


def test_the_opening_that_shares_a_sentence_with_its_base_is_told_apart(tmp_path):
    base = "Thực hiện Kế hoạch số 9/KH-UBND ngày 02/01/2026 của UBND tỉnh Vĩnh Long"
    plan = plan_of(read(tmp_path, preface=f"{base}, UBND xã An Bình xây dựng Kế hoạch như sau:\n"))
    assert plan.bases == (base,)


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("PHẦN THỨ NHẤT\nMỤC ĐÍCH", "PHẦN THỨ NHẤT"), ("Phần I. MỤC ĐÍCH", "Phần I"),
        ("A. MỤC ĐÍCH", "A."), ("Điều 1. Mục đích", "Điều 1."), ("I. MỤC ĐÍCH", None),
        ("I/ MỤC ĐÍCH", None), ("I MỤC ĐÍCH", None), ("III. MỤC ĐÍCH", "III."),
        ("l. MỤC ĐÍCH", None), ("I- MỤC ĐÍCH", None),
    ],
)  # fmt: skip
def test_parts_are_known_by_any_mark_and_keep_it_where_it_is_not_computed(
    tmp_path, heading, number
):
    part = body(read(tmp_path, heading, "1. Nâng cao hiệu quả.", "2. Đúng tiến độ."))[0]
    assert part["title"].upper() == "MỤC ĐÍCH"
    assert part.get("number") == number
    assert part["items"] == ["Nâng cao hiệu quả.", "Đúng tiến độ."]


@pytest.mark.parametrize(
    ("lines", "numbering"),
    [
        (("1) Một.", "2) Hai."), None), (("1/ Một.", "2/ Hai."), None),
        (("a) Một.", "b) Hai."), "letter"), (("- Một.", "- Hai."), "dash"),
        (("• Một.", "• Hai."), "dash"), (("* Một.", "* Hai."), "dash"),
        (("Một.", "Hai."), "none"),
    ],
)  # fmt: skip
def test_lists_are_numbered_as_the_paper_numbers_them(tmp_path, lines, numbering):
    part = body(read(tmp_path, "I. MỤC ĐÍCH", *lines))[0]
    assert part.get("numbering") == numbering
    assert part["items"] == ["Một.", "Hai."]


def test_a_letter_that_does_not_follow_is_kept_with_a_remark(tmp_path):
    found = read(tmp_path, "I. MỤC ĐÍCH", "a) Một.", "b) Hai.", "c) Ba.", "d) Bốn.", "e) Năm.")
    assert body(found)[0]["items"][4] == {"number": "e)", "text": "Năm."}
    assert "đ)" in str(found.comments["body", 0, "items", 4, "number"])


def test_a_sentence_cut_by_a_page_break_is_joined(tmp_path):
    found = read(tmp_path, "I. MỤC ĐÍCH", "1. Nâng cao hiệu quả của", "bộ máy hành chính.")
    assert body(found)[0]["items"] == ["Nâng cao hiệu quả của bộ máy hành chính."]


def test_headings_give_roles_and_fields(tmp_path):
    found = read(
        tmp_path, "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Một.", "2. Yêu cầu", "- Hai.",
        "II. NHIỆM VỤ", "1. Cải cách thể chế", "- Ba.", "III. KINH PHÍ", "Ngân sách xã.",
        "IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Theo dõi.",
    )  # fmt: skip
    first, second, third, fourth = body(found)
    assert [item["role"] for item in first["items"]] == ["purpose", "requirements"]
    assert (second["role"], second["items"][0]["subject"]) == ("contents", "institutions")
    assert (third["role"], fourth["role"]) == ("funding", "organization")
    assert fourth["items"][0]["units"] == ["kinh-te"]


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("1. Phòng Kinh tế chủ trì, phối hợp với các đơn vị.", ["kinh-te"]),
        ("1. Đề nghị Ủy ban MTTQ Việt Nam xã giám sát.", ["mttq"]),
        ("1. Trưởng phòng Kinh tế có trách nhiệm bố trí kinh phí.", ["kinh-te"]),
        ("1. Căn cứ Kế hoạch này, các phòng chuyên môn chủ động thực hiện.", ["phong-chuyen-mon"]),
        ("1. Phòng Kinh tế, Công an xã và các thôn: phối hợp thực hiện.",
         ["kinh-te", "cong-an", "cac-thon"]),
        ("1. Nâng cao trách nhiệm của Phòng Kinh tế.", None),
    ],
)  # fmt: skip
def test_a_sentence_that_begins_with_a_unit_is_its_duty(tmp_path, line, units):
    item = body(read(tmp_path, "I. TỔ CHỨC THỰC HIỆN", line))[0]["items"][0]
    assert (item["units"] if isinstance(item, dict) else None) == units


def test_a_reporting_rule_has_its_phrase_its_body_and_its_way(tmp_path):
    item = body(read(
        tmp_path, "I. TỔ CHỨC THỰC HIỆN",
        "1. Các cơ quan, đơn vị báo cáo định kỳ kết quả với UBND xã (qua Phòng Văn hóa - Xã hội) "
        "trước ngày 15 tháng cuối quý.",
    ))[0]["items"][0]  # fmt: skip
    assert item["deadline"] == "trước ngày 15 tháng cuối quý"
    assert item["report"] == {"to": "UBND xã", "via": "vh-xh"}


def test_a_duty_with_a_day_is_no_reporting_rule(tmp_path):
    item = body(read(
        tmp_path, "I. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Kinh tế hoàn thành dự toán trước ngày 20/01/2026, báo cáo UBND xã.",
    ))[0]["items"][0]  # fmt: skip
    assert (item["deadline"], "report" in item) == ("trước ngày 20/01/2026", False)


def test_a_paragraph_with_two_days_becomes_two_items(tmp_path):
    part = body(read(
        tmp_path, "I. TỔ CHỨC THỰC HIỆN",
        "- Các đơn vị xây dựng kế hoạch trước ngày 20/01/2026. Báo cáo định kỳ gửi UBND xã trước "
        "ngày 15 tháng cuối quý.",
    ))[0]  # fmt: skip
    assert [item["deadline"] for item in part["items"]] == [
        "trước ngày 20/01/2026", "trước ngày 15 tháng cuối quý",
    ]  # fmt: skip


def test_the_closing_words_and_the_signature_are_read(tmp_path):
    plan = plan_of(read(
        tmp_path, "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế theo dõi.",
        "Trên đây là Kế hoạch của UBND xã An Bình./.",
        end="Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLê Thị Bình\n",
    ))  # fmt: skip
    assert plan.closing == "Trên đây là Kế hoạch của UBND xã An Bình"
    signer = plan.document.signer
    assert (signer.authority, signer.post, signer.name) == (
        ("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Lê Thị Bình",
    )  # fmt: skip
    assert (plan.document.recipients, plan.document.archive) == (("Như trên",), "Lưu: VT")


def test_a_table_inside_the_body_becomes_an_appendix_under_its_heading(tmp_path):
    found = read(
        tmp_path, "I. NHIỆM VỤ CỤ THỂ", "STT\tNhiệm vụ\tChủ trì\tThời hạn",
        "1\tRà soát\tPhòng Kinh tế\tQuý II", "II. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế theo dõi.",
    )  # fmt: skip
    assert found.data["appendices"][0]["title"] == "NHIỆM VỤ CỤ THỂ"
    assert ("body", 0) in found.comments
    assert [part["title"] for part in body(found)] == ["NHIỆM VỤ CỤ THỂ", "TỔ CHỨC THỰC HIỆN"]


def test_a_decision_before_the_plan_is_kept_apart(tmp_path):
    found = read_text(
        tmp_path,
        "ỦY BAN NHÂN DÂN XÃ AN BÌNH\nSố: 15/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.\nNơi nhận:\n- Lưu: VT.\n"
        + text(head="ỦY BAN NHÂN DÂN XÃ AN BÌNH\n", preface="(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/01/2026 của UBND xã An Bình)\n", end=""),
    )  # fmt: skip
    assert found.data["document"]["title"] == "Cải cách hành chính xã An Bình năm 2026"
    assert any("QUYẾT ĐỊNH" in line for line in found.data["unplaced"])


@pytest.mark.parametrize(
    ("dated", "date", "told"),
    [("ngày 08 tháng 01 năm 2026", "08/01/2026", True), ("ngày 05 tháng 01 năm 2026", "05/01/2026", False),
     ("ngày      tháng 01 năm 2026", "05/01/2026", False)],
)  # fmt: skip
def test_a_decision_counts_and_another_date_over_the_plan_is_told(tmp_path, dated, date, told):
    line = "(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/01/2026 của UBND xã An Bình)"
    found = read_text(
        tmp_path,
        f"ỦY BAN NHÂN DÂN XÃ AN BÌNH\nSố: 15/QĐ-UBND\nAn Bình, {dated}\nQUYẾT ĐỊNH\n"
        "Về việc ban hành Kế hoạch\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\nNơi nhận:\n- Lưu: VT.\n"
        + text(head="ỦY BAN NHÂN DÂN XÃ AN BÌNH\n", preface=f"{line}\n", end=""),
    )  # fmt: skip
    decision = found.data["document"]["decision"]
    assert (decision["number"], decision["date"]) == ("15", date)
    assert (line in found.data.get("unplaced", [])) is told


def test_a_paper_without_what_the_schema_needs_says_so(tmp_path):
    found = read_text(
        tmp_path, "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tPhòng Kinh tế\tQuý II\n"
    )
    assert {("commune", "name"), ("document", "title"), ("year",)} <= set(found.comments)
    assert found.data["appendices"]


def test_a_title_that_begins_with_vv_is_no_part(tmp_path):
    found = read(tmp_path, title="V/v cải cách hành chính xã An Bình năm 2026")
    assert found.data["document"]["title"] == "V/v cải cách hành chính xã An Bình năm 2026"
    assert [part["title"] for part in body(found)] == ["MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN"]


@pytest.mark.parametrize(
    ("words", "deadline", "to"),
    [("Theo dõi việc thực hiện. Báo cáo kết quả về UBND xã trước ngày 15 hằng tháng.",
      "trước ngày 15 hằng tháng", "UBND xã"),
     ("Tiếp nhận hồ sơ; báo cáo tình hình giải quyết hồ sơ vào ngày 25 hằng tháng.",
      "vào ngày 25 hằng tháng", None)],
)  # fmt: skip
def test_a_report_asked_for_in_the_middle_of_a_duty_is_found(tmp_path, words, deadline, to):
    item = body(read(
        tmp_path, "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", f"- {words}",
    ))[0]["items"][0]["items"][0]  # fmt: skip
    assert (item["deadline"], item["report"].get("to")) == (deadline, to)


MONTHS = (3, 6, 9, 12)


@pytest.mark.parametrize(
    ("words", "to", "day"),
    [("Tổng hợp báo cáo quý, 6 tháng, năm gửi Sở Nội vụ trước ngày 15 tháng cuối kỳ.", "Sở Nội vụ", 14),
     ("Định kỳ (quý, 6 tháng, năm) báo cáo về Phòng Văn hóa - Xã hội trước ngày 15 của kỳ báo cáo.",
      "Phòng Văn hóa - Xã hội", 14),
     ("Định kỳ hằng quý gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 10 của tháng cuối quý.",
      "Phòng Văn hóa - Xã hội", 9),
     ("Tổng hợp báo cáo Sở Nội vụ quý I trước 15/3, 6 tháng trước 15/6, quý III trước 15/9, năm trước"
      " 15/12/2026.", "Sở Nội vụ", 14),
     ("Báo cáo định kỳ hằng quý trước ngày 10 tháng cuối quý.", None, 9)],
)  # fmt: skip
def test_the_day_in_each_period_counts_and_nobody_is_made_up(tmp_path, words, to, day):
    found = read(tmp_path, "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", f"- {words}")
    item = body(found)[0]["items"][0]["items"][0]
    due = read_deadline(item["deadline"], year=2026).due
    assert [(one.month, one.day) for one in due] == [(month, day) for month in MONTHS]
    assert item["report"].get("to") == to
    remark = str(found.comments["body", 0, "items", 0, "items", 0, "report"])
    assert ("does not say to whom" in remark) == (to is None)


def test_a_report_of_one_day_to_a_department_is_a_report(tmp_path):
    words = "Báo cáo Sở Nội vụ kết quả bồi dưỡng trước ngày 15/11/2026."
    found = read(tmp_path, "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", f"- {words}")
    assert body(found)[0]["items"][0]["items"][0]["report"] == {"to": "Sở Nội vụ"}


def test_a_field_that_one_unit_only_advises_on_is_led_by_it_with_a_remark(tmp_path):
    found = read(
        tmp_path, "I. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế",
        "- Tham mưu UBND xã thực hiện nhiệm vụ cải cách tài chính công.",
    )  # fmt: skip
    assert body(found)[0]["items"][0]["leads"] == ["public-finance"]
    assert ("body", 0, "items", 0, "leads") in found.comments


def test_a_full_stop_between_two_bases_stays_to_be_found(tmp_path):
    found = read(
        tmp_path, preface="Căn cứ Luật Cán bộ, công chức ngày 24/6/2025.\n"
        "Căn cứ Kế hoạch số 1/KH-UBND ngày 02/01/2026 của UBND tỉnh Vĩnh Long.\n",
    )  # fmt: skip
    assert [base[-1] for base in found.data["bases"]] == [".", "g"]


def test_numbers_that_run_behind_a_sentence_without_one_are_not_asked_about(tmp_path):
    found = read(
        tmp_path, "I. NHIỆM VỤ", "Bám sát Nghị quyết, tập trung các nhiệm vụ:",
        "1. Rà soát văn bản.", "2. Số hóa hồ sơ.", "3. Kiểm tra.",
    )  # fmt: skip
    assert [one.get("number") for one in body(found)[0]["items"][1:]] == ["1.", "2.", "3."]
    assert not [place for place in found.comments if place[-1] == "number"]

"""Whose plan a paper is, and of which year: from its own statements, else blank and told."""

from __future__ import annotations

import pytest

from cchc.intake.front.identity import identify
from cchc.intake.front.letterhead import Letterhead, read_attached, read_letterhead
from cchc.intake.lines import Line
from cchc.intake.office_paper import Place
from cchc.intake.tables.appendix import read_sheet
from cchc.intake.tables.sheets import AppendixSheet
from tests.intake.recognised import read_text
from tests.intake.tables import table


def who(title="Cải cách hành chính năm 2026", own=(), cited="", text="", **head):
    return identify(text or "\n".join([title, *own, cited]), title, Letterhead(**head), own, cited)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Cải cách hành chính năm 2026", "2026"),
        ("Cải cách hành chính năm 2026 và định hướng đến năm 2030", "2026"),
        ("Chuyển đổi số năm 2026, định hướng đến năm 2030, tầm nhìn 2035", "2026"),
        ("Khắc phục tồn tại năm 2025 và nhiệm vụ năm 2026", "2026"),
        ("Phát triển giai đoạn 2026 - 2030, đến năm 2030", None),
    ],
)
def test_a_horizon_is_not_the_year_of_the_plan(title, year):
    assert who(title).year == year


def test_a_date_in_december_does_not_tell_the_year():
    assert who("Cải cách hành chính", date="29/12/2025").year is None
    assert who("Cải cách hành chính", date="05/01/2026").year == "2026"


def test_a_name_of_one_province_only_is_looked_up_and_marked():
    found = who(level="xã", name="Phú Thịnh")
    assert found.province == "tỉnh Thái Nguyên"
    assert "province" in found.remarks


@pytest.mark.parametrize(
    ("level", "name", "cited", "told"),
    [
        ("xã", "Phú Thịnh", "Căn cứ Kế hoạch số 5/KH-UBND của UBND tỉnh Thái Nguyên;", False),
        ("xã", "Phú Thịnh", "- Sở Nội vụ tỉnh Thái Nguyên;", False),
        ("phường", "Sa Pa", "- UBND tỉnh Lào Cai (báo cáo);", False),
        ("xã", "Phú Thịnh", "- UBND tỉnh Bắc Kạn;", True),
        ("xã", "Phú Thịnh", "- UBND tỉnh;", True),
        ("xã", "Phú Thịnh", "- UBND tỉnh Thái Nguyên;\n- UBND tỉnh Lào Cai;", True),
    ],
)
def test_a_province_that_list_and_paper_name_alike_needs_no_look(level, name, cited, told):
    found = who(level=level, name=name, cited=cited)
    assert found.province in ("tỉnh Thái Nguyên", "tỉnh Lào Cai")
    assert ("province" in found.remarks) == told


def test_a_name_of_several_provinces_leaves_the_province_blank():
    assert who(level="xã", name="An Bình").province is None


def test_the_province_behind_a_body_without_a_name_is_read():
    cited = "Căn cứ Kế hoạch của UBND tỉnh về cải cách hành chính tỉnh Phú Thọ năm 2026"
    assert who(level="xã", name="An Bình", cited=cited).province == "tỉnh Phú Thọ"


def test_the_list_against_the_paper_is_told_and_left_blank():
    found = who(level="xã", name="Phú Thịnh", cited="Căn cứ Quyết định của UBND tỉnh Cà Mau")
    assert found.province is None
    assert "tỉnh Cà Mau" in str(found.remarks["province"])


@pytest.mark.parametrize(
    "cited",
    [
        "Căn cứ Nghị quyết của Ban Thường vụ Tỉnh ủy về chuyển đổi số",
        "theo chỉ đạo của Chủ tịch UBND tỉnh tại văn bản",
        "các cơ quan thuộc UBND tỉnh, thành phố trực thuộc trung ương",
    ],
)
def test_a_body_of_the_province_without_its_name_names_no_province(cited):
    assert who(level="xã", name="An Bình", cited=cited).province is None


def test_what_the_paper_states_of_itself_is_sure():
    found = who(own=["UBND xã An Lập, tỉnh Lào Cai ban hành"], cited="UBND tỉnh Cà Mau")
    assert (found.level, found.name, found.province) == ("xã", "An Lập", "tỉnh Lào Cai")
    assert "province" not in found.remarks


def test_names_of_before_the_merger_are_known_as_former():
    found = who(own=["UBND xã Tân Cương ban hành"], superior="UBND TỈNH HÀ GIANG")
    assert found.province == "tỉnh Hà Giang"
    assert "Tuyên Quang" in str(found.remarks["province"])


def test_a_name_that_is_in_no_list_is_a_remark_and_stays():
    found = who(level="xã", name="Sông Mây")
    assert (found.name, "name" in found.remarks) == ("Sông Mây", True)


def test_a_sentence_about_another_commune_names_nobody():
    found = who(text="Học tập kinh nghiệm của xã Phú Thịnh, xã Phú Thịnh làm tốt.")
    assert (found.level, found.name) == (None, None)


@pytest.mark.parametrize("line", ["UBND xã\n4", "địa bàn xã ổn định", "PHÒNG XÃ HỘI"])
def test_a_word_after_the_level_is_no_name(line):
    assert who(own=[line]).name is None


@pytest.mark.parametrize(
    ("title", "kind", "sure"),
    [("Cải cách hành chính năm 2026", "cchc", True), ("Nâng cao Chỉ số cải cách hành chính năm 2026", "par-index", True),
     ("Cải cách hành chính và nâng cao Chỉ số cải cách hành chính năm 2026", "par-index", False),
     ("Chuyển đổi số năm 2026", "cchc", False)],
)  # fmt: skip
def test_a_title_of_two_kinds_is_asked_about(title, kind, sure):
    found = who(title)
    assert (found.kind, found.kind_is_sure) == (kind, sure)


@pytest.mark.parametrize(
    ("line", "name"),
    [("UBND XÃ DẦU GIÂY, TỈNH ĐỒNG NAI", "Dầu Giây"), ("ỦY BAN NHÂN DÂN XÃ DẦU GIÂY - TỈNH ĐỒNG NAI", "Dầu Giây"),
     ("UBND XÃ DẦU GIÂY TỈNH ĐỒNG NAI", "Dầu Giây"), ("UBND XÃ DẦU GIÂY (TỈNH ĐỒNG NAI)", "Dầu Giây"),
     ("UBND PHƯỜNG BẾN TRE; TỈNH VĨNH LONG", "Bến Tre"), ("UBND XÃ BÀU BÀNG, TP. HỒ CHÍ MINH", "Bàu Bàng"),
     ("UBND xã Dầu Giây, tỉnh Đồng Nai", "Dầu Giây"), ("Ủy ban nhân dân xã Dầu Giây", "Dầu Giây"),
     ("UBND XÃ DẦU GIÂY (ĐỒNG NAI)", "Dầu Giây"), ("UBND xã Dầu Giây ban hành kế hoạch", None),
     ("UBND PHƯỜNG TÂN THÀNH", "Tân Thành"), ("UBND XÃ DẦU GIÂY", "Dầu Giây")],
)  # fmt: skip
def test_the_province_behind_the_commune_is_no_part_of_its_name(line, name):
    assert read_letterhead([Line(line, Place())]).name == name


@pytest.mark.parametrize(
    ("own", "province", "remark"),
    [("(Kèm theo Kế hoạch của UBND xã Phong Nha, tỉnh Quảng Bình)", "tỉnh Quảng Bình", True),
     ("(Kèm theo Kế hoạch của UBND xã Phong Nha, tỉnh Quảng Trị)", "tỉnh Quảng Trị", False),
     ("(Kèm theo Kế hoạch của UBND xã Phong Nha, tỉnh Quảng Bình cũ)", "tỉnh Quảng Trị", True)],
)  # fmt: skip
def test_a_former_province_that_the_paper_states_is_kept_and_told(own, province, remark):
    found = who(own=[own], level="xã", name="Phong Nha")
    assert (found.province, "province" in found.remarks) == (province, remark)


@pytest.mark.parametrize(
    ("line", "issuer"),
    [("(Kèm theo Kế hoạch số 18/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân xã Cẩm Xuyên)", "committee"),
     ("(Ban hành kèm theo Kế hoạch số 18/KH-UBND ngày 15/01/2026 của Chủ tịch UBND xã Cẩm Xuyên)", "chairman"),
     ("(Kèm theo Kế hoạch số 18/KH-UBND ngày 15/01/2026)", None),
     ("Tính đến ngày 30/6/2026 (Kế hoạch số 18/KH-UBND ngày 15/01/2026)", None),
     ("Số liệu đến 30/9/2026 (Kế hoạch số 18/KH-UBND ngày 15/01/2026 của UBND xã Cẩm Xuyên)", "committee"),
     ("(Kế hoạch số 18/KH-UBND ngày 15/01/2026)", None)],
)  # fmt: skip
def test_the_line_that_names_the_paper_says_who_issues_it(line, issuer):
    head = Letterhead()
    assert read_attached(head, [Line(line, Place(paragraph=3))]) == Place(paragraph=3)
    assert (head.number, head.date, head.issuer) == ("18", "15/01/2026", issuer)


@pytest.mark.parametrize(
    ("second", "title"),
    [("(PAR INDEX) năm 2026", "Nâng cao Chỉ số (PAR INDEX) năm 2026"), ("(SIPAS)", "Nâng cao Chỉ số (SIPAS)"),
     ("(Chỉ số DDCI) của xã năm 2026", "Nâng cao Chỉ số (Chỉ số DDCI) của xã năm 2026"),
     ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND xã) năm", "Nâng cao Chỉ số"), ("(Dự thảo)", "Nâng cao Chỉ số"),
     ("(MẬT)", "Nâng cao Chỉ số")],
)  # fmt: skip
def test_a_line_of_the_title_may_begin_with_a_bracket(tmp_path, second, title):
    found = read_text(
        tmp_path,
        f"KẾ HOẠCH\nNâng cao Chỉ số\n{second}\nCăn cứ Luật số 72/2025/QH15;\nI. MỤC ĐÍCH\n1. Nâng cao.\n",
    )
    assert found.data["document"]["title"] == title


def test_the_line_under_the_title_gives_number_and_date_where_no_letterhead_does(tmp_path):
    found = read_text(
        tmp_path, "UBND XÃ DẦU GIÂY, TỈNH ĐỒNG NAI\nKẾ HOẠCH THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026\n"
        "(Kèm theo Kế hoạch số 21/KH-UBND ngày 16/01/2026 của Ủy ban nhân dân xã Dầu Giây)\n"
        "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tPhòng Kinh tế\tQuý I\n",
    )  # fmt: skip
    document = found.data["document"]
    assert (document["number"], document["date"], document["issuer"]) == (
        "21",
        "16/01/2026",
        "committee",
    )
    assert "unplaced" not in found.data


@pytest.mark.parametrize(
    ("over", "title"),
    [(("ỦY BAN NHÂN DÂN", "XÃ PHONG NHA"), ""), (("ỦY BAN NHÂN DÂN", "XÃ DẦU GIÂY, TỈNH ĐỒNG NAI"), ""),
     (("TỈNH ĐỒNG NAI", "UBND XÃ DẦU GIÂY"), ""), (("UBND xã Dầu Giây, tỉnh Đồng Nai",), ""), (("PHƯỜNG BẾN TRE",), ""),
     (("THÀNH PHỐ THÔNG MINH",), "THÀNH PHỐ THÔNG MINH "), (("XÃ HỘI SỐ",), "XÃ HỘI SỐ ")],
)  # fmt: skip
def test_the_name_of_the_commune_over_a_table_is_no_part_of_its_title(over, title):
    head = [Line(one, Place()) for one in (*over, "DANH MỤC NHIỆM VỤ NĂM 2026")]
    (one,) = read_sheet(
        AppendixSheet(
            head, [table("STT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Rà soát | Công an xã | Quý I")]
        )
    )
    assert one.title == f"{title}DANH MỤC NHIỆM VỤ NĂM 2026"


@pytest.mark.parametrize(
    "lines",
    [("TỈNH QUẢNG NINH", "ỦY BAN NHÂN DÂN", "ĐẶC KHU CÔ TÔ"), ("ỦY BAN NHÂN DÂN", "ĐẶC KHU CÔ TÔ", "TỈNH QUẢNG NINH"),
     ("UBND TỈNH QUẢNG NINH", "UBND ĐẶC KHU CÔ TÔ")],
)  # fmt: skip
def test_a_line_of_the_letterhead_with_the_province_states_it(lines):
    head = read_letterhead([Line(one, Place(paragraph=n)) for n, one in enumerate(lines, 1)])
    assert (head.level, head.name, head.rest) == ("đặc khu", "Cô Tô", [])
    found = identify("", "", head, [], "")
    assert (found.province, found.remarks) == ("tỉnh Quảng Ninh", {})


def test_number_and_date_are_read_below_the_heading_of_a_sheet(tmp_path):
    document = read_text(
        tmp_path,
        "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH XÃ TIÊN DU NĂM 2026\nI. CẢI CÁCH THỂ CHẾ\n"
        "(Kèm theo Kế hoạch số 26/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân xã Tiên Du)\n"
        "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát văn bản\tPhòng Kinh tế\tQuý I/2026\n",
    ).data["document"]
    assert (document["number"], str(document["date"])) == ("26", "15/01/2026")

"""Papers as offices and their web pages really set them: other letterheads, titles, ends."""

from __future__ import annotations

import pytest

from tests.intake.recognised import read_text

HEAD = "ỦY BAN NHÂN DÂN\nXÃ SÔNG MÂY\nSố: 11/KH-UBND\nSông Mây, ngày 06 tháng 01 năm 2026\n"
TITLE = "KẾ HOẠCH\nCải cách hành chính năm 2026\n"
PREFACE = (
    "Căn cứ Kế hoạch số 03/KH-UBND ngày 02/01/2026 của UBND tỉnh Sơn La;\n"
    "UBND xã Sông Mây ban hành Kế hoạch như sau:\n"
)
BODY = "I. MỤC ĐÍCH\n1. Phục vụ người dân.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế theo dõi.\n"
END = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVàng A Páo\n"


@pytest.fixture
def read(tmp_path):
    def reader(head=HEAD, title=TITLE, preface=PREFACE, body=BODY, end=END):
        return read_text(tmp_path, head + title + preface + body + end).data

    return reader


def test_a_letterhead_of_three_rows_names_the_commune(read):
    data = read(head="ỦY BAN NHÂN DÂN\nPHƯỜNG\nBẾN TRE\nSố: 05/KH-UBND\n")
    assert (data["commune"]["level"], data["commune"]["name"]) == ("phường", "Bến Tre")
    assert "unplaced" not in data


def test_words_of_a_letterhead_cut_by_a_narrow_column_are_joined(read):
    data = read(
        head="ỦY\nBAN NHÂN DÂN\nXÃ SÔNG MÂY\n-----\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n"
        "Số:\n31/KH-UBND\n|\nSông\nMây, ngày 08 tháng 01 năm 2026\n|\n"
    )
    document = data["document"]
    assert (document["number"], document["date"]) == ("31", "08/01/2026")
    assert data["commune"]["name"] == "Sông Mây"
    assert "unplaced" not in data


def test_the_words_of_the_state_never_name_a_commune(read):
    data = read(
        head="ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/KH-UBND\n"
        "Sơn La, ngày 08 tháng 01 năm 2026\n",
        preface="Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n", end="",
    )  # fmt: skip
    assert "commune" not in data
    assert data["agency"] == {"level": "tỉnh", "name": "Sơn La"}


def test_a_place_that_is_a_province_is_no_commune(read):
    data = read(
        head="Số: 9/KH-UBND\nSơn La, ngày 08 tháng 01 năm 2026\n",
        preface="UBND tỉnh Sơn La ban hành Kế hoạch như sau:\n",
        end="",
    )
    assert data["commune"]["name"] is None


def test_a_city_inside_a_province_is_not_taken_for_the_province(read):
    data = read(
        preface="Căn cứ Kế hoạch số 03/KH-UBND của UBND thành phố Mộc Châu;\n"
        "Căn cứ Kế hoạch số 04/KH-UBND của UBND thành phố Mộc Châu, tỉnh Sơn La;\n"
        "UBND xã Sông Mây ban hành Kế hoạch như sau:\n"
    )
    assert data["commune"]["province"] == "tỉnh Sơn La"


@pytest.mark.parametrize(
    ("title", "wanted", "status"),
    [
        ("DỰ THẢO KẾ HOẠCH\nCải cách hành chính năm 2026\n", "Cải cách hành chính năm 2026", "draft"),
        ("Kế hoạch Cải cách hành chính năm 2026\n", "Cải cách hành chính năm 2026", "issued"),
        ("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH\nNĂM 2026\n", "CẢI CÁCH HÀNH CHÍNH NĂM 2026", "issued"),
        ("CẢI CÁCH HÀNH CHÍNH CỦA XÃ SÔNG MÂY\n", "CẢI CÁCH HÀNH CHÍNH CỦA XÃ SÔNG MÂY", "issued"),
        ("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\nCỦA XÃ SÔNG MÂY\n",
         "CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA XÃ SÔNG MÂY", "issued"),
    ],
)  # fmt: skip
def test_titles_are_read_however_they_are_set(read, title, wanted, status):
    data = read(title=title)
    assert data["document"]["title"] == wanted
    assert data["status"] == status
    assert len(data["bases"]) == 1
    assert data["opening"].startswith("UBND xã")
    assert "unplaced" not in data


def test_a_sentence_after_a_title_on_one_line_is_no_part_of_it(read):
    data = read(
        title="KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\n",
        preface="Ngày 05/01/2026 xã đã họp bàn về công tác này\nUBND xã Sông Mây ban hành Kế hoạch:\n",
    )
    assert data["document"]["title"] == "CẢI CÁCH HÀNH CHÍNH NĂM 2026"
    assert data["opening"].startswith("Ngày 05/01/2026")


def test_a_plan_that_begins_with_its_bases_keeps_them(read):
    data = read(title="")
    assert data["bases"] == [PREFACE.splitlines()[0].rstrip(";")]
    assert data["document"]["title"] is None


def test_a_base_cut_in_its_middle_is_one_base(read):
    data = read(
        preface='Căn cứ các quy định của Đảng,\nChính phủ về cải cách\nhành chính và Đề án\n"Một cửa";\n'
        "Theo đề nghị của Chánh Văn phòng HĐND và UBND xã,\nUBND xã Sông Mây ban hành Kế hoạch như sau:\n"
    )
    assert data["bases"] == [
        'Căn cứ các quy định của Đảng, Chính phủ về cải cách hành chính và Đề án "Một cửa"',
        "Theo đề nghị của Chánh Văn phòng HĐND và UBND xã",
    ]
    assert data["opening"] == "UBND xã Sông Mây ban hành Kế hoạch như sau:"


def test_a_stamp_of_a_draft_is_kept_apart_from_the_opening(read):
    data = read(preface=f"DỰ THẢO LẦN 3\n{PREFACE}")
    assert data["status"] == "draft"
    assert data["unplaced"] == ["DỰ THẢO LẦN 3"]
    assert data["opening"].startswith("UBND xã")


def test_a_decision_of_the_chairman_tells_who_issues_the_plan(read):
    data = read(
        preface="(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 06/01/2026 của Chủ tịch UBND xã)\n",
        end="",
    )
    assert data["document"]["issuer"] == "chairman"


@pytest.mark.parametrize("gap", ["\t", " " * 30])
def test_a_signature_set_beside_the_recipients_is_read_apart(read, gap):
    data = read(
        end=f"Nơi nhận:{gap}TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh (b/c);{gap}KT. CHỦ TỊCH\n"
        f"- Sở Nội vụ;{gap}PHÓ CHỦ TỊCH\n- Lưu: VT.\n{gap}Vàng A Páo\n"
    )
    document = data["document"]
    assert document["signer"] == {
        "authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        "post": "PHÓ CHỦ TỊCH",
        "name": "Vàng A Páo",
    }
    assert document["recipients"] == ["UBND tỉnh (b/c)", "Sở Nội vụ"]
    assert document["archive"] == "Lưu: VT"


def test_headings_without_numbers_begin_the_body(read):
    data = read(
        body="MỤC ĐÍCH, YÊU CẦU\n1. Mục đích: phục vụ.\nTỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế lo.\n"
    )
    assert [part["title"] for part in data["body"]] == ["MỤC ĐÍCH, YÊU CẦU", "TỔ CHỨC THỰC HIỆN"]
    assert "MỤC ĐÍCH" not in data["opening"]


def test_a_heading_in_capitals_cut_in_two_is_one_heading(read):
    data = read(body="I. CÁC NHIỆM VỤ CẢI\nCÁCH HÀNH CHÍNH\n1. Rà soát thủ tục.\n")
    assert data["body"][0]["title"] == "CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH"


def test_a_pointer_behind_a_heading_is_a_reference_of_its_own(read):
    data = read(body="I. NHIỆM VỤ (Có Phụ lục kèm theo)\nII. KINH PHÍ\nNgân sách xã.\n")
    assert data["body"][0]["title"] == "NHIỆM VỤ"
    assert data["body"][0]["items"] == [{"role": "appendix", "text": "(Có Phụ lục kèm theo)"}]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("TRÁCH NHIỆM THỰC HIỆN", "assignment"),
        ("TỔ CHỨC VÀ PHÂN CÔNG", "assignment"),
        ("CÔNG TÁC TỔ CHỨC THỰC HIỆN", "organization"),
        ("TỔ CHỨC PHÂN CÔNG THỰC HIỆN", "assignment"),
    ],
)
def test_the_part_that_assigns_duties_is_known_by_more_names(read, heading, role):
    data = read(body=f"I. {heading}\n1. Phòng Kinh tế theo dõi, đôn đốc.\n")
    assert data["body"][0].get("role") == role


def test_words_that_only_begin_like_a_unit_are_none(read):
    data = read(
        body="I. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế:\n"
        "- Tổng hợp, báo cáo UBND tỉnh định kỳ hằng quý.\n- TTHC được công khai.\n"
    )
    assert [unit["name"] for unit in data["units"]] == ["Phòng Kinh tế"]


def test_a_date_in_figures_is_the_date_of_the_paper(read):
    data = read(head="UBND XÃ SÔNG MÂY\nSố: 11/KH-UBND\nSông Mây, ngày 06/01/2026\n")
    assert (data["document"]["date"], data["status"]) == ("06/01/2026", "issued")


@pytest.mark.parametrize("name", ["Rơ Châm H'Yéo", "Y Thanh Niê Kđăm", "Sùng A Vư"])
def test_names_of_every_people_sign(read, name):
    data = read(end=f"Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n[đã ký]\n{name}\n")
    assert data["document"]["signer"]["name"] == name
    assert "unplaced" not in data


def test_a_report_goes_to_the_office_that_is_named_in_full(read):
    data = read(
        body="I. TỔ CHỨC THỰC HIỆN\n1. Các phòng báo cáo về Văn phòng HĐND và UBND xã trước ngày 10 "
        "của tháng cuối quý.\n"
    )
    assert data["body"][0]["items"][0]["report"]["to"] == "Văn phòng HĐND và UBND xã"


def test_an_appendix_in_a_file_of_its_own_keeps_its_title(tmp_path):
    found = read_text(
        tmp_path,
        "PHỤ LỤC II\nKẾ HOẠCH TUYÊN TRUYỀN NĂM 2026\n(Kèm theo Kế hoạch số 11/KH-UBND của UBND xã Sông Mây)\n"
        "TT\tNội dung\tChủ trì\tThời gian\n1\tPhát thanh\tPhòng Kinh tế\tQuý I\n",
    )
    assert found.data["appendices"][0]["title"] == "KẾ HOẠCH TUYÊN TRUYỀN NĂM 2026"
    assert "unplaced" not in found.data


def test_a_long_name_cut_in_the_letterhead_is_whole_again(read):
    data = read(
        head="UBND THÀNH\nPHỐ HẢI PHÒNG\nỦY BAN NHÂN DÂN\nPHƯỜNG XUÂN\nHƯƠNG - ĐÀ LẠT\nSố: 05/KH-UBND\n"
        "Xuân Hương - Đà Lạt,\nngày 05 tháng 02 năm 2026\n",
        preface="Ủy ban nhân dân phường Xuân Hương - Đà Lạt ban hành Kế hoạch như sau:\n",
    )
    assert data["commune"] == {
        "level": "phường", "name": "Xuân Hương - Đà Lạt", "province": "thành phố Hải Phòng",
    }  # fmt: skip
    assert data["document"]["date"] == "05/02/2026"
    assert "unplaced" not in data


def test_an_office_under_the_name_of_the_commune_is_no_part_of_it(read):
    data = read(head="UBND XÃ SÔNG MÂY\nBAN CHỈ ĐẠO CẢI CÁCH\nSố: 05/KH-UBND\n")
    assert data["commune"]["name"] == "Sông Mây"
    assert data["unplaced"] == ["BAN CHỈ ĐẠO CẢI CÁCH"]


def test_a_number_of_two_parts_may_stand_before_a_number(read):
    data = read(
        body="I. MỤC TIÊU\n2. Mục tiêu cụ thể\n2.1. 100% hồ sơ số hóa.\n2.2. 02 sáng kiến.\n"
    )
    (items,) = [one["items"] for one in data["body"][0]["items"] if one.get("items")]
    assert [one if isinstance(one, str) else one["text"] for one in items] == [
        "100% hồ sơ số hóa.", "02 sáng kiến.",
    ]  # fmt: skip


def test_an_appendix_may_have_its_title_behind_the_word(read):
    table = "Phụ lục: DANH MỤC CÔNG VIỆC\nTT\tCông việc\tNgười/đơn vị thực hiện\tKết thúc\n"
    data = read(end=f"{END}{table}1\tRà soát\tPhòng Kinh tế\tQuý II\n")
    (appendix,) = data["appendices"]
    assert (appendix["title"], appendix["tasks"][0]["lead"]) == ("DANH MỤC CÔNG VIỆC", ["kinh-te"])
    assert "unplaced" not in data

"""Bases, body, closing, recipients and signature."""

from __future__ import annotations

import pytest

from cchc.document.context import plan_context
from cchc.word.markup import w
from tests.document.conftest import plan_of


def body(*sections, **changes):
    made = plan_context(plan_of(body=list(sections), **changes)).body
    return [(item.style, item.text) for item in made]


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop(paper):
    made = paper(bases=["Căn cứ A;", "Căn cứ B", "Căn cứ C ,"])
    assert made.by_style("Căn cứ") == ["Căn cứ A;", "Căn cứ B;", "Căn cứ C."]


def test_a_part_has_its_number_and_capitals_and_a_section_its_title(paper):
    made = paper()
    assert made.by_style("Tiêu đề phần") == ["I. MỤC ĐÍCH, YÊU CẦU", "II. PHÂN CÔNG NHIỆM VỤ"]
    assert made.by_style("Tiêu đề mục") == ["1. Mục đích"]
    assert made.by_style("Gạch đầu dòng") == ["- Việc thứ nhất.", "- Việc thứ hai."]
    assert "2. Yêu cầu không có tiêu đề." in made.by_style("Nội dung")


def test_points_follow_the_vietnamese_alphabet():
    items = [f"Điểm {n}." for n in range(7)]
    made = body({"title": "Phần", "numbering": "letter", "items": items})
    assert [text[:2] for _, text in made[1:]] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_a_section_for_units_takes_their_names_as_its_title():
    made = body(
        {"title": "Tổ chức", "items": [{"units": ["vh-xh", "van-phong"], "items": ["Theo dõi."]}]}
    )
    assert made[1:] == [
        ("Tiêu đề mục", "1. Phòng Văn hóa - Xã hội, Văn phòng HĐND và UBND"),
        ("Gạch đầu dòng", "- Theo dõi."),
    ]


def test_a_section_for_units_without_items_is_its_text():
    made = body({"title": "Tổ chức", "items": [{"units": ["vh-xh"], "text": "Phòng theo dõi."}]})
    assert made[1:] == [("Nội dung", "1. Phòng theo dõi.")]


def test_lines_of_a_text_are_paragraphs_and_only_the_first_has_the_mark():
    made = body({"title": "Phần", "items": ["Một.\n\nHai.\nBa."]}, closing="Hết.")
    assert made[1:] == [("Nội dung", "1. Một."), ("Nội dung", "Hai."), ("Nội dung", "Ba.")]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Báo cáo quý gửi Sở;", "1. Báo cáo quý gửi Sở (trước ngày 15/3);"),
        ("Báo cáo quý gửi Sở", "1. Báo cáo quý gửi Sở (trước ngày 15/3)"),
        ("Báo cáo Trước ngày  15/3 gửi Sở.", "1. Báo cáo Trước ngày  15/3 gửi Sở."),
    ],
)
def test_a_deadline_is_printed_unless_the_text_names_it(text, printed):
    item = {"text": text, "deadline": "trước ngày 15/3"}
    assert body({"title": "Phần", "items": [item]}, closing="Hết.")[1][1] == printed


def test_a_deadline_of_a_section_with_only_a_title_stands_in_the_title():
    made = body({"title": "Phần", "items": [{"title": "Báo cáo", "deadline": "Quý I/2026"}]},
                closing="Hết.")  # fmt: skip
    assert made[1] == ("Tiêu đề mục", "1. Báo cáo (Quý I/2026)")


def test_the_line_pointing_to_the_appendix_is_italic_and_in_brackets(paper):
    assert paper().by_style("Câu dẫn phụ lục") == ["(Có Phụ lục kèm theo)"]
    items = [{"role": "appendix", "text": "Có Phụ lục kèm theo."}]
    assert body({"title": "P", "numbering": "none", "items": items}, closing="Hết.")[1:] == [
        ("Câu dẫn phụ lục", "(Có Phụ lục kèm theo)")
    ]
    assert body({"title": "P", "items": items}, closing="Hết.")[1:] == [
        ("Nội dung", "1. Có Phụ lục kèm theo.")
    ]


@pytest.mark.parametrize(
    "closing", ["Đề nghị thực hiện", "Đề nghị thực hiện.", "Đề nghị thực hiện./."]
)
def test_the_text_ends_with_the_closing_mark(paper, closing):
    assert paper(closing=closing).by_style("Lời kết") == ["Đề nghị thực hiện./."]


def test_without_closing_words_the_body_ends_with_the_mark_and_keeps_to_the_signature(paper):
    made = paper(closing=None, body=[{"title": "Phần", "items": ["Câu cuối."]}])
    last = next(p for p in made.all("p") if made.words(p) == "1. Câu cuối./.")
    assert last.find(f"{w('pPr')}/{w('keepNext')}") is not None


def test_recipients_are_a_list_closed_by_the_archive_line(paper):
    made = paper(document={"recipients": ["Sở Nội vụ;", "Các phòng"], "archive": "Lưu: VT."})
    assert made.by_style("Nơi nhận") == ["Nơi nhận:"]
    assert made.by_style("Danh sách nơi nhận") == ["- Sở Nội vụ;", "- Các phòng;", "- Lưu: VT."]


@pytest.mark.parametrize(
    ("authority", "post"),
    [
        ([], "CHỦ TỊCH"),
        (["KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH"),
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
    ],
)
def test_signature_has_its_authority_above_the_post(paper, authority, post):
    signer = {"authority": authority, "post": post, "name": "Trần Thị Bình"}
    made = paper(document={"signer": signer})
    assert made.by_style("Chức vụ người ký") == [*authority, post]
    assert made.by_style("Họ tên người ký") == [
        "",
        "Trần Thị Bình",
    ]  # the first: the picture of the signature


def test_signature_never_parts_from_the_text_before_it(paper):
    made = paper()
    styles = made.parts["word/styles.xml"].decode()
    table = made.table(1)
    assert table.getprevious().find(w("pPr")) is not None
    assert made.style(table.getprevious()) == "Lời kết"
    for row in table.findall(w("tr")):
        assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
    for name in {"Lời kết", *(made.style(p) for p in table.iter(w("p")))}:
        style = styles.partition(f'w:val="{name}"')[2].partition("</w:style>")[0]
        assert "<w:keepNext/>" in style, name


def test_five_levels_have_five_signs():
    deep = {"text": "Bốn", "items": ["Năm"]}
    items = [{"title": "Hai", "items": [{"text": "Ba", "items": [deep]}, "Ba nữa"]}]
    made = body({"title": "Một", "items": items}, closing="Hết.")
    assert [text for _, text in made] == [
        "I. MỘT", "1. Hai", "a) Ba", "- Bốn", "+ Năm", "b) Ba nữa",
    ]  # fmt: skip
    assert [style for style, _ in made][3:5] == ["Gạch đầu dòng"] * 2


def test_items_without_items_of_their_own_stay_dashes():
    made = body({"title": "Một", "items": [{"title": "Hai", "items": ["Ba", "Bốn"]}]}, closing="x")
    assert [text for _, text in made[2:]] == ["- Ba", "- Bốn"]

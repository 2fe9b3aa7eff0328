"""Plain text and Markdown: lines are paragraphs, tabs and bars make tables."""

from __future__ import annotations

import pytest

from cchc.errors import UserError
from cchc.intake.office_paper import Paragraph, Table
from cchc.intake.opening import open_paper
from tests.intake.docx_files import grid, only_table, texts


def paper(tmp_path, text: str | bytes, name: str = "ke-hoach.txt"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return open_paper(path)


def test_lines_are_paragraphs_with_their_line_numbers(tmp_path):
    found = paper(tmp_path, "Số: 01/KH-UBND\r\n\r\n  I. MỤC ĐÍCH\r\n")
    assert texts(found) == ["Số: 01/KH-UBND", "I. MỤC ĐÍCH"]
    assert [one.place.line for one in found.blocks] == [1, 3]
    assert str(found.blocks[1].place.words) == "line 3"


def test_a_table_of_tabs_goes_on_after_empty_lines(tmp_path):
    text = "STT\tViệc\tHạn\n1\tMột\tQuý I\n\n\n\tvà hai\t\n\nHết\n"
    found = paper(tmp_path, text)
    assert grid(only_table(found)) == [
        ["STT", "Việc", "Hạn"], ["1", "Một", "Quý I"], ["", "và hai", ""],
    ]  # fmt: skip
    assert [one.place.line for one in only_table(found).rows] == [1, 2, 5]
    assert only_table(found).rows[1].cells[2].place.cell == 3
    assert texts(found) == ["Hết"]


@pytest.mark.parametrize("text", ["\tThụt đầu dòng", "ỦY BAN\tCỘNG HÒA", "\tmột\n\thai"])
def test_a_tab_that_indents_or_parts_one_line_makes_no_table(tmp_path, text):
    assert not any(isinstance(one, Table) for one in paper(tmp_path, text).blocks)


def test_a_tab_inside_a_paragraph_stays_and_an_indent_goes(tmp_path):
    assert texts(paper(tmp_path, "\tThụt\n\nTrái\tPhải")) == ["Thụt", "Trái\tPhải"]


def test_a_letterhead_of_two_lines_with_tabs_is_a_table(tmp_path):
    text = "ỦY BAN NHÂN DÂN\tCỘNG HÒA\nXÃ A\tĐộc lập\n"
    assert only_table(paper(tmp_path, text)).columns == 2


def test_automatic_numbers_that_word_saved_with_tabs_are_labels(tmp_path):
    text = "I.\tMỤC ĐÍCH\n1.\tMục đích\na)\tMột\nđ)\tHai\n1.1\tBa\n-\tBốn\n"
    found = paper(tmp_path, text)
    assert [one.label for one in found.blocks] == ["I.", "1.", "a)", "đ)", "1.1", "-"]
    assert texts(found)[0] == "I. MỤC ĐÍCH"


def test_rows_of_a_table_that_begin_with_a_number_stay_rows(tmp_path):
    text = "STT\tNội dung\n1.\tMột\n2.\tHai\n\n1.\tMột\tPhòng A\n"
    assert len(only_table(paper(tmp_path, text)).rows) == 4


def test_a_table_of_bars(tmp_path):
    text = "| STT | Việc \\| hạn |\n|:--|---|\n| 1 | **Một**<br>hai |\n| 2 | |\nSau bảng"
    found = paper(tmp_path, text, "ke-hoach.md")
    assert grid(only_table(found)) == [["STT", "Việc | hạn"], ["1", "Một\nhai"], ["2", ""]]
    assert [one.header for one in only_table(found).rows] == [True, False, False]
    assert texts(found) == ["Sau bảng"]


@pytest.mark.parametrize(
    ("line", "text", "level", "bold", "italic"),
    [
        ("## **II. NỘI DUNG**", "II. NỘI DUNG", 1, True, False),
        ("**1.** Tiếp tục", "1. Tiếp tục", None, False, False),
        ("### ***Nơi nhận:***", "Nơi nhận:", 2, True, True),
        ("*(Có Phụ lục kèm theo)*", "(Có Phụ lục kèm theo)", None, False, True),
        ("(*nếu có*)", "(nếu có)", None, False, False),
        ("<b>I.</b> <i>x</i>", "I. x", None, False, False),
        ("* Gạch đầu dòng", "* Gạch đầu dòng", None, False, False),
        ("2 * 3 * 4", "2 * 3 * 4", None, False, False),
        ("1\\. Mục &amp; khoản", "1. Mục & khoản", None, False, False),
        ("#hashtag", "#hashtag", None, False, False),
        ("KT. CHỦ TỊCH  ", "KT. CHỦ TỊCH", None, False, False),
    ],
)
def test_marks_of_markdown_and_html(tmp_path, line, text, level, bold, italic):
    (found,) = paper(tmp_path, line).blocks
    assert isinstance(found, Paragraph)
    assert (found.text, found.level, found.bold, found.italic) == (text, level, bold, italic)


def test_bold_marks_over_several_lines_count_for_each(tmp_path):
    found = paper(tmp_path, "**KT. CHỦ TỊCH\ngiữa\nPHÓ CHỦ TỊCH**\nTên")
    assert texts(found) == ["KT. CHỦ TỊCH", "giữa", "PHÓ CHỦ TỊCH", "Tên"]
    assert [one.bold for one in found.blocks] == [True, True, True, False]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_codings_that_say_what_they_are(tmp_path, coding):
    assert texts(paper(tmp_path, "Kế hoạch".encode(coding))) == ["Kế hoạch"]


def test_other_codings_are_refused(tmp_path):
    with pytest.raises(UserError) as caught:
        paper(tmp_path, "Kế hoạch".encode("cp1258", errors="replace") + b"\xff\xfe\xa1")
    assert str(caught.value.message).endswith("ke-hoach.txt: the text is not UTF-8")


def test_letters_typed_in_two_signs_become_one(tmp_path):
    assert texts(paper(tmp_path, "ho\u0301a\u00a0\u200bmới")) == ["hóa mới"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_sheet_saved_as_csv_is_a_table_with_the_lines_over_it(tmp_path, sign):
    rows = [["PHỤ LỤC", "", ""], ["STT", "Việc", "Hạn"], ["1", '"Rà soát, sửa; bổ sung"', "Quý I"]]
    found = paper(tmp_path, "\n".join(sign.join(row) for row in rows) + "\n\n", "bang.CSV")
    assert texts(found) == ["PHỤ LỤC"]
    assert grid(only_table(found)) == [
        ["STT", "Việc", "Hạn"], ["1", "Rà soát, sửa; bổ sung", "Quý I"],
    ]  # fmt: skip
    assert only_table(found).rows[1].place.line == 3


def test_a_table_with_tabs_is_read_as_one_with_commas(tmp_path):
    rows = [["STT", "Nhiệm vụ", "Thời hạn"], ["1", "Rà soát,\nđơn giản hóa", "Quý I"]]
    text = "\n".join("\t".join(f'"{cell}"' for cell in row) for row in rows)
    assert grid(only_table(paper(tmp_path, text, "bang.tsv"))) == rows

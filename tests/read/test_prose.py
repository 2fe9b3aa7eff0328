"""The office's own words for a report: `reports/PLAN-PERIOD.md`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.errors import UserError
from cchc.read.prose import parse_prose, prose_path, read_prose

KNOWN = {
    "results": "Kết quả nổi bật", "causes": "Nguyên nhân của tồn tại, hạn chế",
    "proposals": "Kiến nghị, đề xuất",
}  # fmt: skip
PATH = Path("reports/an-binh-q1.md")


def parsed(text):
    return parse_prose(text, PATH, KNOWN)


def test_paragraphs_are_parted_by_empty_lines_and_dashes_stand_alone():
    text = "# results: Kết quả\nDòng một\ntiếp dòng một.\n\nĐoạn hai.\n- Gạch một.\n- Gạch hai\n  tiếp.\n"
    assert parsed(text) == {
        "results": ("Dòng một tiếp dòng một.", "Đoạn hai.", "- Gạch một.", "- Gạch hai tiếp.")
    }


def test_the_heading_alone_names_its_place():
    text = "# Kết quả nổi bật\na\n\n## NGUYÊN NHÂN CỦA TỒN TẠI, HẠN CHẾ:\nb\n# proposals\nc\n"
    assert parsed(text) == {"results": ("a",), "causes": ("b",), "proposals": ("c",)}


def test_headings_without_words_and_comments_give_nothing():
    assert parsed("<!-- lời dặn\n# không phải mục -->\n# results\n\n# causes: Nguyên nhân\n") == {}


def test_nothing_but_headings_is_markup():
    words = "**đậm** <b> {{ x }} [a](b) | c |"
    assert parsed(f"# causes\n{words}\n") == {"causes": (words,)}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("# result\nx\n", "line 1: a report has no place “result”", "did you mean “results”?"),
        ("# Kết quả nổi bât\n", "line 1: a report has no place “Kết quả nổi bât”",
         "did you mean “Kết quả nổi bật”?"),
        ("# zzz\n", "line 1: a report has no place “zzz”", "places: Kết quả nổi bật; Nguyên nhân của tồn tại, hạn chế; Kiến nghị, đề xuất"),
        ("x\n# causes\n", "line 1: words above the first heading",
         "begin with a line such as “# Kết quả nổi bật”"),
        ("# causes\na\n# causes\nb\n", "line 3: “causes” stands there twice",
         "put all its words under one heading"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_line(text, message, hint):
    with pytest.raises(UserError) as caught:
        parsed(text)
    assert str(caught.value.message) == f"{PATH}, {message}"
    assert str(caught.value.hint) == hint


def test_lines_are_counted_past_comments():
    with pytest.raises(UserError, match="line 4"):
        parsed("<!-- a\nb\n-->\n# zzz\n")


def test_a_file_that_is_not_there_has_no_words(tmp_path):
    path = prose_path(tmp_path, "an-binh", "9M")
    assert path == tmp_path / "reports" / "an-binh-9m.md"
    assert read_prose(path, KNOWN) == {}


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "x.md"
    path.write_bytes(b"# results\n\xff\xfe\n")
    with pytest.raises(UserError, match=r"x\.md"):
        read_prose(path, KNOWN)

"""Automatic numbers are written out as Word prints them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import pytest

from tests.intake.docx_files import NUMBERING, add_styles, read, swap, texts
from tests.intake.docx_pieces import W, abstract_list, level, paragraph


def labels(tmp_path, levels, used, *, edit=None, list_id=70) -> list[str]:
    """Return the numbers printed before paragraphs of these lists and levels."""
    lists = [(list_id, abstract_list(0, levels))]
    body = [paragraph("x", numbered=(one if isinstance(one, tuple) else (list_id, one)))
            for one in used]  # fmt: skip
    return [block.label for block in read(tmp_path, body, lists=lists, edit=edit).blocks]


def more_lists(xml: str):
    return swap(NUMBERING, "</w:numbering>", f"{xml}</w:numbering>")


PLAIN = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
TREE = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3"))


def test_each_level_counts_and_starts_again_under_the_next_of_the_level_above(tmp_path):
    found = labels(tmp_path, PLAIN, [0, 1, 2, 2, 1, 2, 0, 1])
    assert found == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]


@pytest.mark.parametrize(
    ("form", "first", "later"),
    [
        ("decimal", "1", "28"),
        ("decimalZero", "01", "28"),
        ("upperRoman", "I", "XXVIII"),
        ("lowerRoman", "i", "xxviii"),
        ("upperLetter", "A", "BB"),
        ("lowerLetter", "a", "bb"),
        ("none", "", ""),
        ("numberInDash", "- 1 -", "- 28 -"),
        ("hebrew1", "1", "28"),
    ],
)
def test_forms_of_numbers(tmp_path, form, first, later):
    found = labels(tmp_path, [level(0, form, "%1")], [0] * 28)
    assert (found[0], found[-1]) == (first, later)


@pytest.mark.parametrize(("sign", "label"), [("-", "-"), ("\uf0b7", "-"), ("+", "+"), ("", "")])
def test_bullets(tmp_path, sign, label):
    assert labels(tmp_path, [level(0, "bullet", sign)], [0, 0]) == [label] * 2


def test_a_level_skipped_over_counts_as_begun(tmp_path):
    # As LibreOffice prints it, made to agree with Word; the same for all below.
    found = labels(tmp_path, TREE, [1, 1, 0, 2, 1])
    assert found == ["1.1.", "1.2.", "2.", "2.1.1", "2.2."]


def test_legal_numbers_are_arabic_whatever_the_level_above(tmp_path):
    levels = [level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")]
    assert labels(tmp_path, levels, [0, 0, 1]) == ["I.", "II.", "2.1"]


def test_a_level_may_start_elsewhere_and_never_start_again(tmp_path):
    fifth = level(0, "decimal", "Điều %1.").replace("start w:val='1'", "start w:val='5'")
    on = level(1, "decimal", "%2.", "<w:lvlRestart w:val='0'/>")
    found = labels(tmp_path, [fifth, on], [0, 1, 1, 0, 1])
    assert found == ["Điều 5.", "1.", "2.", "Điều 6.", "3."]


def test_a_level_may_start_again_after_the_first_level_only(tmp_path):
    levels = [*TREE[:2], level(2, "decimal", "%3)", "<w:lvlRestart w:val='1'/>")]
    assert labels(tmp_path, levels, [0, 1, 2, 1, 2, 0, 2])[2::2] == ["1)", "2)", "1)"]


def test_lists_of_one_kind_count_on_and_a_start_of_its_own_begins_anew(tmp_path):
    xml = (
        "<w:num w:numId='71'><w:abstractNumId w:val='900'/></w:num>"
        "<w:num w:numId='72'><w:abstractNumId w:val='900'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='7'/></w:lvlOverride></w:num>"
    )
    used = [(70, 0), (71, 0), (72, 0), (72, 0), (70, 0)]
    assert labels(tmp_path, TREE, used, edit=more_lists(xml)) == ["1.", "2.", "7.", "8.", "9."]


def test_a_list_may_have_a_level_of_its_own(tmp_path):
    own = level(1, "upperLetter", "%2/")
    xml = (
        f"<w:num w:numId='71'><w:abstractNumId w:val='900'/><w:lvlOverride w:ilvl='1'>{own}"
        "</w:lvlOverride></w:num>"
    )
    assert labels(tmp_path, TREE, [(70, 1), (71, 1)], edit=more_lists(xml)) == ["1.1.", "B/"]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it(tmp_path):
    levels = [level(0, "upperRoman", "%1.", "<w:pStyle w:val='Phan'/>"),
              level(1, "decimal", "%2.", "<w:pStyle w:val='Muc'/>")]  # fmt: skip
    numbered = "<w:pPr><w:numPr><w:numId w:val='70'/></w:numPr></w:pPr>"
    styles = add_styles(*(
        f"<w:style w:type='paragraph' w:styleId='{one}'><w:name w:val='{one}'/>{numbered}</w:style>"
        for one in ("Phan", "Muc")
    ))  # fmt: skip
    body = [paragraph(text, style=text) for text in ("Phan", "Muc", "Muc", "Phan", "Muc")]
    body.insert(2, f"<w:p {W}><w:pPr><w:pStyle w:val='Muc'/><w:numPr><w:numId w:val='0'/></w:numPr>"
                   "</w:pPr><w:r><w:t>không số</w:t></w:r></w:p>")  # fmt: skip
    paper = read(tmp_path, body, lists=[(70, abstract_list(0, levels))], edit=styles)
    assert texts(paper) == ["I. Phan", "1. Muc", "không số", "2. Muc", "II. Phan", "1. Muc"]


def test_a_list_may_be_named_by_a_list_style(tmp_path):
    styles = add_styles(
        "<w:style w:type='numbering' w:styleId='KieuSo'><w:name w:val='KieuSo'/><w:pPr><w:numPr>"
        "<w:numId w:val='70'/></w:numPr></w:pPr></w:style>"
    )

    def edit(parts):
        styles(parts)
        kind = abstract_list(0, []).replace("abstractNumId='0'", "abstractNumId='990'")
        kind = kind.replace("</w:abstractNum>", "<w:numStyleLink w:val='KieuSo'/></w:abstractNum>")
        swap(NUMBERING, "<w:num ", f"{kind}<w:num ")(parts)
        more_lists("<w:num w:numId='91'><w:abstractNumId w:val='990'/></w:num>")(parts)

    assert labels(tmp_path, TREE, [(91, 0), (91, 1)], edit=edit) == ["1.", "1.1."]


def test_numbers_of_lists_that_are_not_there_are_nothing(tmp_path):
    assert labels(tmp_path, TREE, [(4711, 0), (70, 8)]) == ["", ""]


def test_an_empty_numbered_paragraph_still_counts_and_is_handed_on(tmp_path):
    lists = [(70, abstract_list(0, TREE))]
    body = [paragraph(text, numbered=(70, 0)) for text in ("một", "", "ba")]
    assert texts(read(tmp_path, body, lists=lists)) == ["1. một", "2.", "3. ba"]


def test_an_empty_paragraph_with_a_bullet_is_nothing(tmp_path):
    lists = [(70, abstract_list(0, [level(0, "bullet", "-")]))]
    body = [paragraph(text, numbered=(70, 0)) for text in ("một", "", "ba")]
    assert texts(read(tmp_path, body, lists=lists)) == ["- một", "- ba"]


def test_lists_are_found_where_the_file_says_they_are(tmp_path):
    def move(parts):
        parts["word/so.xml"] = parts.pop(NUMBERING)
        swap("word/_rels/document.xml.rels", '"numbering.xml"', '"so.xml"')(parts)

    assert labels(tmp_path, TREE, [0, 1], edit=move) == ["1.", "1.1."]

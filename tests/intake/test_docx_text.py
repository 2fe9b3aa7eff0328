"""Which words of a Word paragraph are read: what people see printed."""

from __future__ import annotations

import pytest

from tests.intake.docx_files import DOCUMENT, STYLES, add_styles, read, swap, texts
from tests.intake.docx_pieces import W, abstract_list, level, paragraph, run

T = "<w:t xml:space='preserve'>{}</w:t>"
VML = "xmlns:v='urn:schemas-microsoft-com:vml'"
MC = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
WPS = "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
MATH = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"


def said(tmp_path, inside: str) -> list[str]:
    return texts(read(tmp_path, [paragraph("", inside=inside)]))


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<w:ins>{run('được thêm')}</w:ins>", "được thêm"),
        (f"<w:moveTo>{run('chuyển đến')}</w:moveTo>", "chuyển đến"),
        (f"<w:hyperlink w:anchor='x'>{run('nối')}</w:hyperlink>", "nối"),
        (f"<w:smartTag w:element='x'>{run('nhãn')}</w:smartTag>", "nhãn"),
        (f"<w:sdt><w:sdtContent>{run('ô điền')}</w:sdtContent></w:sdt>", "ô điền"),
        (f"<w:fldSimple w:instr='DATE'>{run('05/01')}</w:fldSimple>", "05/01"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>NQ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r>", "NQ-CP"),
        ("<w:r><w:t>hành</w:t><w:softHyphen/><w:t>chính</w:t></w:r>", "hànhchính"),
        (run("Ủy\u00a0ban\u2003nhân\u200bdân"), "Ủy ban nhândân"),
        (run("hóa".replace("ó", "o\u0301")), "hóa"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>90%</w:t></w:r>", "≥90%"),
        ("<w:r><w:sym w:font='Wingdings' w:char='FC'/><w:t>đạt</w:t></w:r>", "✓đạt"),
        ("<w:r><w:sym w:font='Wingdings 2' w:char='F0FF'/><w:sym w:char='x'/></w:r>", "•"),
        ("<w:r><w:rPr><w:rFonts w:hAnsi='Symbol'/></w:rPr><w:t>\uf0a3 5</w:t></w:r>", "≤ 5"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r>",
            "chữ",
        ),
        (
            f"<w:r><mc:AlternateContent {MC}><mc:Choice><w:t>một lần</w:t></mc:Choice><mc:Fallback>"
            "<w:t>hai lần</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "một lần",
        ),
        (
            f"<mc:AlternateContent {MC}><mc:Choice/><mc:Fallback>{run('chỉ ở sau')}</mc:Fallback>"
            "</mc:AlternateContent>",
            "chỉ ở sau",
        ),
        (f"<m:oMath {MATH}><m:r><m:t>x+</m:t><m:t>y</m:t></m:r></m:oMath>", "x+y"),
        (run("  đầu và cuối \n "), "đầu và cuối"),
        (run("\tGiữ tab"), "\tGiữ tab"),
    ],
)
def test_what_is_printed_is_read(tmp_path, inside, text):
    assert said(tmp_path, inside) == [text]


def test_a_tracked_deletion_is_left_out_and_told(tmp_path):
    gone = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    paper = read(tmp_path, [paragraph("", inside=run("mới") + gone)])
    assert texts(paper) == ["mới"]
    assert [str(n) for n in paper.notes] == ["tracked deletions left out, insertions kept: 1"]


def test_a_paragraph_mark_deleted_with_tracking_joins_two_paragraphs(tmp_path):
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    first = f"<w:p {W}>{mark}{run('Căn cứ Luật ')}</w:p>"
    assert texts(read(tmp_path, [first, paragraph("Tổ chức")])) == ["Căn cứ Luật Tổ chức"]


def test_of_a_field_only_the_result_is_read_even_over_paragraphs(tmp_path):
    def mark(kind):
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    code = f"{mark('begin')}<w:r><w:instrText>IF 1=1</w:instrText></w:r>{run('mã')}"
    first = paragraph("", inside=code)
    second = paragraph("", inside=mark("separate") + run("kết quả") + mark("end") + run("."))
    assert texts(read(tmp_path, [first, second])) == ["kết quả."]


def test_a_field_in_the_code_of_a_field_is_not_read(tmp_path):
    def mark(kind):
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    inner = mark("begin") + mark("separate") + run("trong") + mark("end")
    whole = mark("begin") + inner + run("mã") + mark("separate") + run("ngoài") + mark("end")
    assert said(tmp_path, mark("separate") + whole + run(" sau")) == ["ngoài sau"]


def test_a_field_that_never_ends_swallows_nothing(tmp_path):
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    body = [paragraph("", inside=begin + run("một")), paragraph("hai")]
    assert texts(read(tmp_path, body)) == ["một", "hai"]


def test_hidden_by_a_style_and_shown_again_by_the_run(tmp_path):
    style = (
        "<w:style w:type='paragraph' w:styleId='An'><w:name w:val='An'/><w:rPr><w:vanish/></w:rPr>"
        "</w:style>"
    )
    shown = f"<w:r><w:rPr><w:vanish w:val='0'/></w:rPr>{T.format('hiện')}</w:r>"
    body = [paragraph("", style="An", inside=run("ẩn") + shown)]
    assert texts(read(tmp_path, body, edit=add_styles(style))) == ["hiện"]


def test_a_hidden_empty_paragraph_takes_no_number(tmp_path):
    mark = "<w:rPr><w:vanish/></w:rPr>"
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='70'/></w:numPr>"
    hidden = f"<w:p {W}><w:pPr>{number}{mark}</w:pPr></w:p>"
    body = [hidden, paragraph("một", numbered=(70, 0))]
    lists = [(70, abstract_list(0, [level(0, "decimal", "%1.")]))]
    assert texts(read(tmp_path, body, lists=lists)) == ["1. một"]


def test_hidden_text_is_left_out_and_told(tmp_path):
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{T.format('ẩn')}</w:r>"
    paper = read(tmp_path, [paragraph("", inside=run("thấy") + hidden)])
    assert texts(paper) == ["thấy"]
    assert [str(n) for n in paper.notes] == ["pieces of hidden text left out: 1"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path):
    box = f"<w:txbxContent>{paragraph('Số: 01/KH-UBND')}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx {WPS}>{box}</wps:txbx></w:drawing>"
    fallback = f"<mc:Fallback><w:pict {VML}><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both = (
        f"<w:r><mc:AlternateContent {MC}>{choice}</mc:Choice>{fallback}</mc:AlternateContent></w:r>"
    )
    body = [paragraph("", inside=run("Trên") + both), paragraph("Dưới")]
    assert texts(read(tmp_path, body)) == ["Trên", "Số: 01/KH-UBND", "Dưới"]


def test_pictures_notes_and_comments_are_told(tmp_path):
    picture = f"<w:r><w:pict {VML}><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    inside = run("a") + picture + "<w:r><w:footnoteReference w:id='2'/></w:r>"
    inside += "<w:r><w:commentReference w:id='1'/></w:r>"
    notes = [str(n) for n in read(tmp_path, [paragraph("", inside=inside)]).notes]
    assert notes == [
        "footnotes and endnotes not read: 1", "comments not read: 1", "pictures not read: 1",
    ]  # fmt: skip


def test_blocks_given_in_two_ways_are_read_once_and_deleted_ones_not(tmp_path):
    both = (
        f"<mc:AlternateContent {MC}><mc:Choice Requires='x'>{paragraph('mới')}</mc:Choice>"
        f"<mc:Fallback>{paragraph('cũ')}</mc:Fallback></mc:AlternateContent>"
    )
    gone = f"<w:moveFrom {W}>{paragraph('chuyển đi')}</w:moveFrom>"
    chunk = f"<w:altChunk {W}/>"
    paper = read(tmp_path, [both, gone, chunk])
    assert texts(paper) == ["mới"]
    assert [str(n) for n in paper.notes] == [
        "tracked deletions left out, insertions kept: 1", "embedded files not read: 1",
    ]  # fmt: skip


def test_paragraphs_in_content_controls_and_of_a_strict_file_are_read(tmp_path):
    control = f"<w:sdt {W}><w:sdtContent>{paragraph('trong ô')}</w:sdtContent></w:sdt>"

    def strict(parts):
        usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        for part in (DOCUMENT, STYLES):
            parts[part] = parts[part].replace(
                usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            )

    assert texts(read(tmp_path, [control], edit=strict)) == ["trong ô"]


def test_a_table_of_contents_is_left_out_and_told(tmp_path):
    style = "<w:style w:type='paragraph' w:styleId='Muc1'><w:name w:val='toc 1'/></w:style>"
    body = [paragraph("I. MỤC ĐÍCH\t2", style="Muc1"), paragraph("I. MỤC ĐÍCH")]
    paper = read(tmp_path, body, edit=add_styles(style))
    assert texts(paper) == ["I. MỤC ĐÍCH"]
    assert [str(n) for n in paper.notes] == ["table of contents left out: 1 lines"]


def test_places_count_every_paragraph_as_word_does(tmp_path):
    paper = read(tmp_path, [paragraph("một"), paragraph(""), paragraph("ba")])
    assert [b.place.paragraph for b in paper.blocks] == [1, 3]


def test_the_text_is_found_where_the_file_says_it_is(tmp_path):
    def move(parts):
        parts["word/document2.xml"] = parts.pop(DOCUMENT)
        parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
        swap("_rels/.rels", "word/document.xml", "/word/document2.xml")(parts)

    assert texts(read(tmp_path, [paragraph("ở chỗ khác")], edit=move)) == ["ở chỗ khác"]

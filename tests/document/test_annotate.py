"""Remarks as Word comments: at the right words, with everything else as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from random import Random
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest
from lxml import etree

from cchc.document.check import check_docx
from cchc.document.comments.annotate import Remark, annotate
from cchc.document.file_properties import is_own_file
from cchc.errors import UserError
from cchc.intake.office_paper import Block, Place, Table
from tests.document.comments import (
    COMMENTS,
    DOCUMENT,
    RELS,
    TYPES,
    Comment,
    W,
    annotated,
    blocks,
    comments,
    copy_of,
    letters,
)  # fmt: skip
from tests.intake.docx_files import parts_of, word_file, zipped
from tests.intake.docx_pieces import cell, document, paragraph, row, run, table
from tests.intake.papers_of_plans import paper

TITLE = paragraph("KẾ HOẠCH", bold=True)


def texts(found: Iterable[Block]) -> Iterator[tuple[Place, str]]:
    """Yield every text of a paper with its place."""
    for block in found:
        if isinstance(block, Table):
            yield from ((c.place, c.text) for r in block.rows for c in r.cells if c.text)
        elif block.text:
            yield block.place, block.text


def at(number: int, words: str = "", within: str = "", nth: int = 0) -> Remark:
    return Remark(Place(paragraph=number), ("Sai", "Sửa đi"), words, within, nth)


def in_cell(row: int, cell: int, words: str = "", within: str = "") -> Remark:
    return Remark(Place(table=1, row=row, cell=cell), ("Sai",), words, within)


def over(parts: dict[str, bytes]) -> list[str]:
    return [one.over for one in comments(parts)]


def test_a_comment_covers_the_words_meant_and_says_what_is_wrong(tmp_path):
    parts = annotated(tmp_path, [TITLE, paragraph("Báo cáo trước 31/11/2026 nhé")],
                      at(2, "Báo cáo trước 31/11/2026 nhé", "31/11/2026"))  # fmt: skip
    assert comments(parts) == [Comment("31/11/2026", ["Sai", "Sửa đi"])]


def test_words_over_several_runs_are_covered_and_each_run_keeps_its_look(tmp_path):
    inside = run("Phòng ") + run("Kinh", bold=True) + run(" tế", italic=True) + run(" và Hạ tầng")
    parts = annotated(tmp_path, [paragraph("", inside=inside)], at(1, "", "ng Kinh tế và"))
    assert over(parts) == ["ng Kinh tế và"]
    assert parts[DOCUMENT].count(b"<w:b/>") == 1


def test_both_halves_of_a_run_keep_its_look(tmp_path):
    parts = annotated(tmp_path, [paragraph("Kinh tế xã", bold=True)], at(1, "", "tế"))
    assert over(parts) == ["tế"]
    assert parts[DOCUMENT].count(b"<w:b/>") == 3


def test_the_same_words_twice_are_told_apart(tmp_path):
    parts = annotated(tmp_path, [paragraph("hoá, hóa, hoá.")],
                      at(1, "hoá, hóa, hoá.", "hoá", nth=1))  # fmt: skip
    text = parts[DOCUMENT].decode()
    assert text.index("hóa") < text.index("commentRangeStart")


def test_without_words_the_whole_paragraph_is_covered(tmp_path):
    parts = annotated(tmp_path, [paragraph("Một"), paragraph("Hai ba")], at(2))
    assert over(parts) == ["Hai ba"]


def test_words_that_are_not_there_leave_the_comment_on_the_paragraph(tmp_path):
    parts = annotated(tmp_path, [paragraph("Một hai")], at(1, "ba bốn", "bốn"))
    assert over(parts) == ["Một hai"]


def test_words_of_a_later_line_are_found_behind_their_heading(tmp_path):
    body = [paragraph("1. Mục đích"), paragraph("- Dòng một"), paragraph("- Dòng hai sai")]
    assert over(annotated(tmp_path, body, at(1, "Dòng một\nDòng hai sai", "sai"))) == ["sai"]


def test_remarks_on_the_same_words_are_one_comment_and_on_others_another(tmp_path):
    parts = annotated(tmp_path, [paragraph("Một hai ba")],
                      at(1, "", "hai"), at(1, "", "hai ba"), at(1, "", "hai"))  # fmt: skip
    assert sorted(over(parts)) == ["hai", "hai ba"]
    assert [len(one.lines) for one in comments(parts)] == [4, 2]


def test_the_whole_paragraph_and_all_of_its_words_are_one_comment(tmp_path):
    parts = annotated(tmp_path, [paragraph("Số: 05 /KH")], at(1), at(1, "", "Số: 05 /KH"))
    assert [len(one.lines) for one in comments(parts)] == [4]


def test_what_has_no_place_stands_at_the_title_outside_tables(tmp_path):
    head = table([row([cell("UBND XÃ"), cell("CỘNG HÒA")])], 2)
    parts = annotated(tmp_path, [head, paragraph(""), TITLE, paragraph("Chữ")],
                      Remark(None, ("Thiếu ngày",)))  # fmt: skip
    assert comments(parts) == [Comment("KẾ HOẠCH", ["Thiếu ngày"])]


def test_cells_are_found_in_merged_tables(tmp_path):
    rows = [
        row([cell("STT"), cell("Nhiệm vụ"), cell("Chủ trì", span=2)], header=True),
        row([cell("1", merge="restart"), cell("Rà soát"), cell("Phòng A"), cell("Quý I")]),
        row([cell("", merge="continue"), cell("Kiểm tra"), cell("Phòng B"), cell("Năm 2026")]),
    ]
    parts = annotated(tmp_path, [TITLE, table(rows, 4)], in_cell(1, 3, "Chủ trì"),
                      in_cell(3, 4, "Năm 2026", "2026"), in_cell(2, 1))  # fmt: skip
    assert over(parts) == ["Chủ trì", "1", "2026"]


def test_a_comment_never_begins_in_one_table_and_ends_in_another(tmp_path):
    inner = paragraph("Ngoài") + table([row([cell("trong")])], 1) + paragraph("")
    outer = table([row([cell("A"), cell("")._replace(inside=inner)])], 2)
    assert over(annotated(tmp_path, [outer], in_cell(1, 2, "", "Ngoài trong"))) == ["Ngoài"]


def test_a_row_is_commented_at_its_words_not_at_its_number(tmp_path):
    rows = [row([cell("STT"), cell("Nhiệm vụ")]), row([cell("12"), cell("Rà soát\fvăn bản")])]
    parts = annotated(tmp_path, [table(rows, 2)], in_cell(2, 0))
    assert over(parts) == ["Rà soátvăn bản"]


@pytest.mark.parametrize("empty", ["></w:p>", "/>", " />", "><w:pPr/></w:p>"])
def test_an_empty_cell_takes_a_comment(tmp_path, empty):
    body = table([row([cell("Rà soát"), cell("")])], 2)
    assert body.count('main"></w:p>') == 1
    body = body.replace('main"></w:p>', f'main"{empty}')
    assert over(annotated(tmp_path, [body], in_cell(1, 2))) == [""]


def test_tables_in_tables_are_part_of_their_cell(tmp_path):
    inner = table([row([cell("Trong"), cell("Ngoài sai")])], 2) + paragraph("")
    outer = table([row([cell("A"), cell("")._replace(inside=inner)])], 2)
    assert over(annotated(tmp_path, [outer], in_cell(1, 2, "Ngoài sai", "sai"))) == ["sai"]


@pytest.mark.parametrize("around", [
    "<w:hyperlink w:anchor='a'>{}</w:hyperlink>",
    "<w:ins w:id='7' w:author='A' w:date='2026-01-01T00:00:00Z'>{}</w:ins>",
    "<w:smartTag w:element='x'><w:smartTag w:element='y'>{}</w:smartTag></w:smartTag>",
])  # fmt: skip
def test_words_inside_links_insertions_and_tags_are_covered(tmp_path, around):
    inside = run("Theo ") + around.format(run("Quyết định số 5")) + run(" nhé")
    parts = annotated(tmp_path, [paragraph("", inside=inside)], at(1, "", "định số"),
                      at(1, "", "số 5 nhé"))  # fmt: skip
    assert over(parts) == ["định số", "số 5 nhé"]


@pytest.mark.parametrize("around", [
    "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:fldSimple w:instr=' DATE '>{}</w:fldSimple>",
])  # fmt: skip
def test_content_controls_and_fields_are_not_cut(tmp_path, around):
    held = around.format(run("Quyết định số 5"))
    parts = annotated(tmp_path, [paragraph("", inside=run("Theo ") + held)], at(1, "", "định"))
    assert over(parts) == ["Quyết định số 5"]
    assert held.encode() in parts[DOCUMENT]


def test_a_paragraph_inside_a_content_control_is_found(tmp_path):
    held = f"<w:sdt><w:sdtContent>{paragraph('Năm 2026 rồi')}</w:sdtContent></w:sdt>"
    assert over(annotated(tmp_path, [TITLE, held], at(2, "", "2026"))) == ["2026"]


def test_deleted_words_are_stepped_over(tmp_path):
    gone = ("<w:del w:id='3' w:author='A' w:date='2026-01-01T00:00:00Z'>"
            "<w:r><w:delText>cũ</w:delText></w:r></w:del>")  # fmt: skip
    parts = annotated(tmp_path, [paragraph("", inside=run("Quý ") + gone + run("II/2026"))],
                      at(1, "Quý II/2026"))  # fmt: skip
    assert over(parts) == ["Quý II/2026"]
    assert gone.encode() in parts[DOCUMENT]


def test_a_run_with_a_tracked_look_is_not_cut(tmp_path):
    look = "<w:rPr><w:b/><w:rPrChange w:id='9' w:author='A'><w:rPr/></w:rPrChange></w:rPr>"
    inside = f"<w:r>{look}<w:t>Một hai ba</w:t></w:r>"
    parts = annotated(tmp_path, [paragraph("", inside=inside)], at(1, "", "hai"))
    assert over(parts) == ["Một hai ba"]


def test_the_results_of_fields_are_found_and_their_codes_left_alone(tmp_path):
    kinds = {kind: f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"
             for kind in ("begin", "separate", "end")}  # fmt: skip
    inside = (run("Trang ") + kinds["begin"] + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
              + kinds["separate"] + run("12") + kinds["end"] + run(" sai"))  # fmt: skip
    parts = annotated(tmp_path, [paragraph("", inside=inside)], at(1, "Trang 12 sai", "12"))
    assert over(parts) == ["12"]


def test_text_boxes_are_commented_where_they_hang(tmp_path):
    box = (
        "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    body = [TITLE, paragraph("", inside=run("Ngoài") + box)]
    parts = annotated(tmp_path, body, at(2, "Trong khung"))
    assert box.encode() in parts[DOCUMENT]
    assert over(parts)[0].startswith("Ngoài")


def test_tabs_and_breaks_in_a_run_are_where_it_is_cut(tmp_path):
    parts = annotated(tmp_path, [paragraph("Số: 5\tĐịnh Hóa, ngày 5\nKính gửi")],
                      at(1, "", "Định Hóa"), at(1, "", "Số: 5"), at(1, "", "Kính gửi"))  # fmt: skip
    assert over(parts) == ["Số: 5", "Định Hóa", "Kính gửi"]


def test_marks_typed_apart_from_their_letters_are_kept_with_them(tmp_path):
    apart = "ke\u0302\u0301 hoạch sai"
    parts = annotated(tmp_path, [paragraph(apart)], at(1, "", "kế"), at(1, "", "sai"))
    assert over(parts) == ["ke\u0302\u0301", "sai"]


def test_entities_and_blanks_are_counted_as_one_letter(tmp_path):
    text = "A &amp; B&#160;&lt;C&gt;"
    inside = f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"
    parts = annotated(tmp_path, [paragraph("", inside=inside)], at(1, "", "B <C"))
    assert over(parts) == ["B\u00a0<C"]


def test_blanks_at_a_cut_are_kept(tmp_path):
    inside = "<w:r><w:t>Quý I năm nay</w:t></w:r>"
    parts = annotated(tmp_path, [paragraph("", inside=inside)], at(1, "", "I"))
    root = etree.fromstring(parts[DOCUMENT])
    pieces = list(root.iter("{*}t"))
    assert [node.text for node in pieces] == ["Quý ", "I", " năm nay"]
    assert all(node.get("{http://www.w3.org/XML/1998/namespace}space") for node in pieces)


def test_a_text_that_is_no_plain_text_is_not_cut(tmp_path):
    inside = "<w:r><w:t><![CDATA[Một hai ba]]></w:t></w:r>"
    parts = annotated(tmp_path, [paragraph("", inside=inside)], at(1, "", "hai"))
    assert over(parts) == ["Một hai ba"]
    assert "<![CDATA[Một hai ba]]>" in parts[DOCUMENT].decode()


def test_only_the_text_the_comments_and_what_leads_to_them_change(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    before, after = parts_of(path.read_bytes()), parts_of(annotate(path, [at(1)]).data)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {DOCUMENT, COMMENTS, RELS, TYPES}
    assert list(after)[:-1] == list(before)
    assert before[DOCUMENT].startswith(after[DOCUMENT][: before[DOCUMENT].index(b"<w:r>")])


def test_the_bytes_of_the_text_stay_but_for_what_is_put_in(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE, paragraph("Hai"), "<!-- lời -->"])
    before, after = (parts_of(data)[DOCUMENT]
                     for data in (path.read_bytes(), annotate(path, [at(2)]).data))  # fmt: skip
    put_in = (
        b'<w:commentRangeStart w:id="0"/>',
        b'<w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
        b'<w:commentReference w:id="0"/></w:r>',
    )
    for one in put_in:
        assert after.count(one) == 1
        after = after.replace(one, b"")
    assert after == before


def test_the_same_input_gives_the_same_bytes_and_another_day_others(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    first, second = annotate(path, [at(1)]), annotate(path, [at(1)])
    assert first == second
    assert b"w:date" not in parts_of(first.data)[COMMENTS]
    dated = annotate(path, [at(1)], date(2026, 3, 5)).data
    assert b'w:date="2026-03-05T00:00:00Z"' in parts_of(dated)[COMMENTS]


def test_the_comments_of_the_office_stay_and_numbers_do_not_clash(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE, paragraph("Hai ba")])
    theirs = tmp_path / "b.docx"
    theirs.write_bytes(annotate(path, [at(1), at(2, "", "ba")]).data)
    before = parts_of(theirs.read_bytes())
    after = parts_of(copy_of(theirs, at(2, "", "Hai"), at(1)).read_bytes())
    assert [one.over for one in comments(after)] == ["KẾ HOẠCH", "KẾ HOẠCH", "Hai", "ba"]
    assert after[RELS] == before[RELS]
    assert after[TYPES] == before[TYPES]
    assert after[COMMENTS].startswith(before[COMMENTS].partition(b"</w:comments>")[0])


def test_an_empty_list_of_comments_and_other_prefixes_are_understood(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    parts = parts_of(annotate(path, [at(1)]).data)
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts[COMMENTS] = f'<comments xmlns="{main}" />'.encode()
    text = parts_of(path.read_bytes())[DOCUMENT].decode()
    parts[DOCUMENT] = text.replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:").replace(
        "xmlns:w=", "xmlns:x=").encode()  # fmt: skip
    path.write_bytes(zipped(parts))
    after = parts_of(copy_of(path, at(1)).read_bytes())
    assert comments(after) == [Comment("KẾ HOẠCH", ["Sai", "Sửa đi"])]
    assert b"<x:commentRangeStart x:id=" in after[DOCUMENT]


def test_the_main_namespace_may_have_no_prefix(tmp_path):
    path = word_file(tmp_path / "a.docx", [])
    parts = parts_of(path.read_bytes())
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts[DOCUMENT] = (
        f'<document xmlns="{main}"><body><p><r><t>Một hai</t></r></p></body></document>'.encode()
    )
    path.write_bytes(zipped(parts))
    assert over(parts_of(copy_of(path, at(1, "", "hai")).read_bytes())) == ["hai"]


@pytest.mark.parametrize("coding", ["utf-16", "utf-8-sig"])
def test_a_text_in_another_coding_stays_in_it(tmp_path, coding):
    path = word_file(tmp_path / "a.docx", [TITLE])
    parts = parts_of(path.read_bytes())
    text = parts[DOCUMENT].decode()
    parts[DOCUMENT] = f"{text[text.index('<w:document') :]}".encode(coding)
    path.write_bytes(zipped(parts))
    after = parts_of(copy_of(path, at(1, "", "HOẠCH")).read_bytes())
    assert after[DOCUMENT][:3] == parts[DOCUMENT][:3]
    assert over(after) == ["HOẠCH"]


def test_strict_files_get_strict_comments(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    parts = parts_of(path.read_bytes())
    usual, strict = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    parts[DOCUMENT] = parts[DOCUMENT].replace(
        f"{usual}wordprocessingml/2006/main".encode(), f"{strict}wordprocessingml/main".encode()
    )
    path.write_bytes(zipped(parts))
    after = parts_of(copy_of(path, at(1)).read_bytes())
    assert f"{strict}wordprocessingml/main".encode() in after[COMMENTS]
    assert f"{strict}officeDocument/relationships/comments".encode() in after[RELS]


def test_comments_are_numbered_as_the_text_goes(tmp_path):
    body = [TITLE, paragraph("Một hai ba")]
    parts = annotated(tmp_path, body, at(2, "", "ba"), at(2, "", "hai"), at(1), at(2, "", "Một"))
    for part, name in ((DOCUMENT, "commentRangeStart"), (COMMENTS, "comment")):
        marks = etree.fromstring(parts[part]).iter(f"{{*}}{name}")
        assert [dict(one.attrib)[f"{W}id"] for one in marks] == ["0", "1", "2", "3"]


def test_markup_and_signs_in_a_remark_are_only_text(tmp_path):
    told = Remark(Place(paragraph=1), ("a < b & “c” </w:t>\x01\n d",))
    (found,) = comments(annotated(tmp_path, [TITLE], told))
    assert found.lines == ["a < b & “c” </w:t> d"]


def test_macros_and_other_parts_are_kept_as_they_are(tmp_path):
    path = tmp_path / "a.docm"
    parts = parts_of(document([TITLE])) | {"word/vbaProject.bin": b"\x00macro\xff"}
    path.write_bytes(zipped(parts))
    with ZipFile(path, "a") as archive:
        archive.writestr(ZipInfo("word/media/a.png", (2025, 2, 3, 4, 5, 6)), b"png", ZIP_STORED)
    target = tmp_path / "b.docm"
    target.write_bytes(annotate(path, [at(1)]).data)
    assert parts_of(target.read_bytes())["word/vbaProject.bin"] == b"\x00macro\xff"
    with ZipFile(target) as archive:
        picture = archive.getinfo("word/media/a.png")
        assert (picture.date_time, picture.compress_type) == ((2025, 2, 3, 4, 5, 6), ZIP_STORED)


def test_a_signature_is_told_of(tmp_path):
    path = tmp_path / "a.docx"
    parts = parts_of(document([TITLE]))
    path.write_bytes(zipped(parts))
    assert not annotate(path, [at(1)]).signed
    path.write_bytes(zipped(parts | {"_xmlsignatures/sig1.xml": b"<a/>"}))
    assert annotate(path, [at(1)]).signed


def test_a_copy_is_ours_until_somebody_saves_it(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    assert not is_own_file(path)
    path.write_bytes(annotate(path, [at(1)]).data)
    assert is_own_file(path)
    parts = parts_of(path.read_bytes())
    path.write_bytes(zipped(parts | {"word/settings.xml": parts["word/settings.xml"] + b" "}))
    assert not is_own_file(path)


def test_check_docx_finds_the_same_in_the_copy(tmp_path):
    rows = [row([cell("STT"), cell("Nhiệm vụ")]), row([cell("1"), cell("Năm 2026")])]
    path = word_file(tmp_path / "a.docx", [TITLE, paragraph("I/ PHẦN MỘT"), table(rows, 2)])
    target = copy_of(path, at(2, "", "PHẦN"), in_cell(2, 2, "", "2026"))
    found, again = ([one._replace(element=None) for one in check_docx(p)] for p in (path, target))
    comments_told = [one for one in again if one.fault.name == "changes-not-settled"]
    assert found
    assert [one for one in again if one not in comments_told] == found


DOCTYPE = b"<!DOCTYPE a [<!ENTITY b 'c'>]>"


@pytest.mark.parametrize("part", [DOCUMENT, COMMENTS, RELS, TYPES])
def test_a_part_with_a_document_type_is_refused(tmp_path, part):
    path = word_file(tmp_path / "a.docx", [TITLE])
    parts = parts_of(annotate(path, [at(1)]).data)
    if part == TYPES:  # else nothing has to be put into it
        parts[TYPES] = parts_of(path.read_bytes())[TYPES]
    head, mark, rest = parts[part].rpartition(b"?>")
    parts[part] = head + mark + DOCTYPE + rest
    path.write_bytes(zipped(parts))
    with pytest.raises(UserError):
        annotate(path, [at(1)])


def test_comments_are_never_put_into_a_part_that_holds_something_else(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    parts = parts_of(annotate(path, [at(1)]).data)
    parts[RELS] = parts[RELS].replace(b'Target="comments.xml"', b'Target="document.xml"')
    path.write_bytes(zipped(parts))
    with pytest.raises(UserError, match="damaged"):
        annotate(path, [at(1)])


def test_the_text_may_be_in_a_part_of_any_name(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    parts = parts_of(path.read_bytes())
    folder = "word/{0.real}&"
    named = folder.replace("&", "&amp;").encode()
    parts[f"{folder}/text.xml"] = parts.pop(DOCUMENT)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", named + b"/text.xml")
    parts[TYPES] = parts[TYPES].replace(b"/word/document.xml", b"/" + named + b"/text.xml")
    path.write_bytes(zipped(parts))
    after = parts_of(copy_of(path, at(1)).read_bytes())
    assert b"Sai" in after[f"{folder}/comments.xml"]
    assert b'PartName="/' + named + b'/comments.xml"' in after[TYPES]
    assert (
        etree.fromstring(after[f"{folder}/_rels/text.xml.rels"])[0].get("Target") == "comments.xml"
    )


def test_a_file_with_two_parts_of_one_name_is_refused(tmp_path):
    path = word_file(tmp_path / "a.docx", [TITLE])
    with ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, parts_of(path.read_bytes())[DOCUMENT])
    with pytest.raises(UserError, match="damaged"):
        annotate(path, [at(1)])


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", b"not a file", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_word_file_is_refused(tmp_path, data):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(UserError):
        annotate(path, [at(1)])


def test_a_document_without_a_paragraph_is_refused(tmp_path):
    path = word_file(tmp_path / "a.docx", [])
    with pytest.raises(UserError, match="no text"):
        annotate(path, [Remark(None, ("Thiếu",))])


@pytest.mark.parametrize("style", ["typed", "automatic", "tables"])
def test_no_remark_at_any_place_of_a_plan_changes_its_text(tmp_path, style):
    path = tmp_path / "a.docx"
    path.write_bytes(paper("nam-dan", style))
    draw = Random(style)
    remarks = []
    for place, words in texts(blocks(path)):
        start = draw.randrange(len(words))
        stop = draw.randrange(start, len(words)) + 1
        remarks.append(Remark(place, ("Sai",), words, words[start:stop].strip("\n")))
    before = parts_of(path.read_bytes())
    after = parts_of(copy_of(path, *remarks).read_bytes())
    assert letters(after[DOCUMENT]) == letters(before[DOCUMENT])
    assert len(comments(after)) > 100


def test_every_word_of_a_long_paragraph_can_have_its_comment(tmp_path):
    words = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    inside = run("một hai b") + run("a bốn năm", bold=True) + run(" sáu bảy tám chín mười")
    parts = annotated(tmp_path, [paragraph("", inside=inside)], *(at(1, "", one) for one in words))
    assert over(parts) == words
    assert letters(parts[DOCUMENT])
    assert blocks(tmp_path / "ke-hoach.docx")

"""Templates as files: what is wrong with one, columns changed in Word, where they are found."""

from __future__ import annotations

import os
import re
import zipfile
from io import BytesIO

import pytest

from cchc.document.dump import dump, dumped_words
from cchc.document.papers import kinds
from cchc.document.template import folder
from cchc.document.template.compiled import template
from cchc.document.template.folder import available_templates, find_template, packaged_templates
from cchc.document.template.sections import BOOKMARK
from cchc.errors import UserError
from cchc.word import package
from cchc.word.markup import w
from cchc.word.package import DOCUMENT, read_package, write_package
from tests.document.conftest import KE_HOACH, Paper, plan_of
from tests.document.printing import render_plan

HEADING = "{{ column.heading }}"


def fault(path):
    with pytest.raises(UserError) as caught:
        render_plan(plan_of(), path)
    return str(caught.value.message)


@pytest.mark.parametrize("name", kinds())
def test_dump_beside_each_template_is_fresh(name):
    path = packaged_templates() / f"{name}.docx"
    committed = path.with_suffix(".dump.txt").read_text(encoding="utf-8")
    assert committed == dump(path.read_bytes())


def test_the_same_plan_gives_the_same_bytes():
    assert render_plan(plan_of(), KE_HOACH) == render_plan(plan_of(), KE_HOACH)


def test_the_file_has_fixed_dates_and_its_content_types_first():
    with zipfile.ZipFile(BytesIO(render_plan(plan_of(), KE_HOACH))) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert len({info.filename for info in infos}) == len(infos)


def test_a_template_is_compiled_again_only_when_its_file_changes(with_template):
    path = with_template()
    first = template(path)
    assert template(path) is first
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert template(path) is not first


def test_page_and_type_face_are_those_of_the_decree():
    lines = dump(KE_HOACH.read_bytes()).splitlines()
    assert lines[0].startswith("# generated; edit the .docx")
    pages = lines[lines.index("# page") + 1 :][:2]
    assert pages[0].startswith("210 x 297 mm top=20 bottom=20 left=30 right=15 ")
    assert "defaults: font=Times New Roman 14pt lang=vi-VN line=1" in lines
    for page in pages:
        assert page.endswith("header-default header-first titlePg start=1")
    assert "Số trang: <PAGE>2" in lines
    assert lines[lines.index("# header2") + 1] == "Số trang:"


@pytest.mark.parametrize(
    ("style", "form"),
    [
        ("Quốc hiệu", "13pt bold jc=center"),
        ("Tiêu ngữ", "14pt bold jc=center"),
        ("Cơ quan chủ quản", "13pt jc=center"),
        ("Cơ quan ban hành", "13pt bold jc=center"),
        ("Số và ký hiệu", "13pt jc=center"),
        ("Địa danh và ngày", "14pt italic jc=center"),
        ("Tên loại", "14pt bold jc=center"),
        ("Trích yếu", "14pt bold jc=center"),
        ("Căn cứ", "14pt italic jc=both firstLine=12.7mm before=6pt line=1.15"),
        ("Nội dung", "14pt jc=both firstLine=12.7mm before=6pt line=1.15"),
        ("Tiêu đề phần", "14pt bold jc=left"),
        ("Nơi nhận", "12pt bold italic jc=left"),
        ("Danh sách nơi nhận", "11pt jc=left"),
        ("Chức vụ người ký", "14pt bold jc=center"),
        ("Họ tên người ký", "14pt bold jc=center"),
        ("Số phụ lục", "14pt bold jc=center"),
        ("Tên phụ lục", "14pt bold jc=center"),
        ("Kèm theo", "14pt italic jc=center"),
        ("Số trang", "14pt jc=center"),
        ("Ô bảng", "12pt jc=left line=1"),
    ],
)
def test_each_component_has_the_size_and_letters_of_the_decree(style, form):
    lines = dump(KE_HOACH.read_bytes()).splitlines()
    line = next(line for line in lines if line.startswith(f"{style}: "))
    assert line.startswith(f"{style}: {form} ")


def test_headings_are_in_the_navigation_pane_and_keep_to_their_text():
    lines = dump(KE_HOACH.read_bytes()).splitlines()
    for style, level in (("Tiêu đề phần", 0), ("Tiêu đề mục", 1), ("Tiêu đề điểm", 2)):
        line = next(line for line in lines if line.startswith(f"{style}: "))
        assert f"outline={level}" in line
        assert "keepNext" in line


def test_style_names_have_no_comma_which_would_part_them_into_aliases(paper):
    assert not [name for name in paper().names.values() if "," in name]


def test_no_empty_paragraph_makes_room_and_no_line_is_typed(paper):
    made = paper()
    (place,) = (
        one.getparent() for one in made.all("bookmarkStart") if one.get(w("name")) == BOOKMARK
    )
    empty = {made.style(p) for p in made.all("p") if not made.words(p).strip() and p is not place}
    cells = {made.style(p) for p in made.table().iter(w("p"))}
    assert empty - cells == {"Đường kẻ dài", "Đường kẻ ngắn", "Cuối phần"}
    assert not [text for text in made.texts() if "__" in text or "──" in text]
    assert not made.all("u")


def test_text_dump_shows_the_words_in_order(paper):
    lines = dumped_words(paper().data).splitlines()
    assert lines[0] == "[header1] <PAGE>2"
    assert lines[2].startswith("| ỦY BAN NHÂN DÂN / XÃ ĐỊNH HÓA | CỘNG HÒA XÃ HỘI")
    assert "| I | Công tác chỉ đạo, điều hành |" in lines


def test_files_that_are_no_templates_are_told(tmp_path):
    missing = tmp_path / "khong-co.docx"
    assert fault(missing).startswith(f"{missing}: cannot be opened: ")
    text = tmp_path / "chu.docx"
    text.write_text("không phải Word", encoding="utf-8")
    assert fault(text) == f"{text}: not a Word document"
    damaged = tmp_path / "hong.docx"
    damaged.write_bytes(write_package(read_package(KE_HOACH) | {"word/document.xml": b"<w:p"}))
    assert fault(damaged) == f"{damaged}: the file is damaged (in its part word/document.xml)"


def test_a_part_too_large_for_a_template_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART_BYTES", 1000)
    with pytest.raises(UserError, match="too large to be a paper"):
        read_package(KE_HOACH)


def test_a_template_part_with_a_doctype_is_refused(tmp_path):
    parts = read_package(KE_HOACH)
    head, _, rest = parts["word/document.xml"].partition(b"?>")
    bomb = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    path = tmp_path / "dtd.docx"
    path.write_bytes(write_package(parts | {"word/document.xml": head + b"?>" + bomb + rest}))
    assert fault(path) == f"{path}: the file is damaged (in its part word/document.xml)"


def test_a_lost_style_is_named_with_near_ones(with_template):
    path = with_template(("Gạch đầu dòng", "Gạch đầu dòng 2"), part="word/styles.xml")
    with pytest.raises(UserError) as caught:
        template(path)
    assert str(caught.value.message) == f'{path.name}: the template has no style "Gạch đầu dòng"'
    assert str(caught.value.hint) == "Did you mean Gạch đầu dòng 2?"


def test_styles_are_found_by_name_whatever_their_id_or_case(with_template):
    path = with_template(
        ('w:styleId="GachDauDong"', 'w:styleId="a1"'), ("Gạch đầu dòng", "GẠCH ĐẦU DÒNG"),
        part="word/styles.xml",
    )  # fmt: skip
    made = Paper(render_plan(plan_of(), path))
    assert made.by_style("GẠCH ĐẦU DÒNG") == ["- Việc thứ nhất.", "- Việc thứ hai."]


def test_body_and_appendix_in_one_section_are_refused(with_template):
    path = with_template(("{{ closing }}", "{{ appendix.title }}"))
    assert fault(path) == f"{path.name}: the body and the appendix share a section"


def test_two_sample_rows_for_tasks_are_refused(with_template):
    path = with_template(("{{ area.title }}", "{{ task.title }}"),
                         ("{{ area.number }}", "{{ task.number }}"))  # fmt: skip
    assert fault(path) == f"{path.name}, table 3: 3 rows name task.; one is the sample of all"


def test_a_row_may_not_name_task_and_area(with_template):
    path = with_template(("{{ task.number }}", "{{ area.number }}"))
    assert fault(path) == f"{path.name}, table 3, row 4: names both task. and area."


def without_column(number):
    """Return the shipped template without one column of the appendix table, as taken out in Word."""
    from cchc.word.markup import parse_xml, serialize

    with zipfile.ZipFile(BytesIO(KE_HOACH.read_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = parse_xml(parts["word/document.xml"])
    table = root.findall(f".//{w('tbl')}")[-1]
    grid = table.find(w("tblGrid"))
    grid.remove(grid[number])
    for row in table.findall(w("tr")):
        cells = row.findall(w("tc"))
        if len(cells) > 2:
            row.remove(cells[number])
        else:
            cells[1].find(f"{w('tcPr')}/{w('gridSpan')}").set(w("val"), "6")
    parts["word/document.xml"] = serialize(root)
    return write_package(parts)


def test_a_column_taken_out_in_word_is_not_printed(tmp_path):
    path = tmp_path / "it-cot.docx"
    path.write_bytes(without_column(5))
    parts = read_package(path)
    said = b"{{ title }}{# leaves out: lead #}"
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"{{ title }}", said)
    path.write_bytes(write_package(parts))
    assert Paper(render_plan(plan_of(), path)).rows()[0] == [
        "TT", "Nhiệm vụ", "Cơ quan, đơn vị phối hợp", "Sản phẩm", "Thời gian hoàn thành",
    ]  # fmt: skip


def test_a_heading_typed_in_word_keeps_its_column_beside_its_neighbour(tmp_path):
    parts = read_package(KE_HOACH)
    text = parts["word/document.xml"].decode()
    heads = text.split(HEADING)
    before, after = HEADING.join(heads[:8]), HEADING.join(heads[8:])  # the one behind "support"
    text = (before + "Kết quả" + after).replace("{{ task.approver }}", "")
    path = tmp_path / "them-cot.docx"
    path.write_bytes(write_package(parts | {"word/document.xml": text.encode()}))
    rows = Paper(render_plan(plan_of(), path)).rows()
    assert rows[0] == [
        "TT", "Nhiệm vụ", "Cơ quan, đơn vị chủ trì", "Cơ quan, đơn vị phối hợp", "Kết quả",
        "Sản phẩm", "Thời gian hoàn thành",
    ]  # fmt: skip
    assert rows[2][4] == ""


def test_a_table_with_all_headings_typed_prints_the_columns_it_has(tmp_path):
    parts = read_package(KE_HOACH)
    text = parts["word/document.xml"].decode()
    heads = iter(
        [
            "TT",
            "Việc",
            "Yêu cầu",
            "Kết quả",
            "Hạn",
            "Chủ trì",
            "Phối hợp",
            "Lãnh đạo",
            "Người làm",
            "Ghi chú",
        ]
    )
    while HEADING in text:
        text = text.replace(HEADING, next(heads), 1)
    path = tmp_path / "go-san.docx"
    path.write_bytes(write_package(parts | {"word/document.xml": text.encode()}))
    rows = Paper(render_plan(plan_of(), path)).rows()
    assert rows[0] == [
        "TT", "Việc", "Yêu cầu", "Kết quả", "Hạn", "Chủ trì", "Phối hợp", "Lãnh đạo", "Người làm",
        "Ghi chú",
    ]  # fmt: skip
    assert rows[2][2] == "Ban hành đúng hạn"
    assert rows[1] == ["I", "Công tác chỉ đạo, điều hành"]


def test_traces_of_the_editor_do_not_pass_into_the_document(tmp_path):
    parts = read_package(KE_HOACH)
    parts["docProps/app.xml"] = b"<Properties><Company>UBND</Company></Properties>"
    parts["docProps/core.xml"] = b"<coreProperties><creator>Lan</creator></coreProperties>"
    text = parts["word/document.xml"].decode()
    parts["word/document.xml"] = text.replace("<w:p>", '<w:p w:rsidR="00AA11BB">').encode()
    path = tmp_path / "dau-vet.docx"
    path.write_bytes(write_package(parts))
    made = Paper(render_plan(plan_of(), path))
    assert b"UBND" not in made.parts["docProps/app.xml"]
    assert b"Lan" not in made.parts["docProps/core.xml"]
    assert b"rsid" not in made.parts["word/document.xml"]


def test_the_workspaces_own_template_wins_over_the_packaged_one(tmp_path):
    assert find_template("ke-hoach", tmp_path) == KE_HOACH
    own = tmp_path / "templates" / "ke-hoach.docx"
    own.parent.mkdir()
    own.write_bytes(KE_HOACH.read_bytes())
    (own.parent / "~$-hoach.docx").write_bytes(b"")
    assert find_template("ke-hoach", tmp_path) == own
    assert list(available_templates(tmp_path)) == list(available_templates())
    assert find_template() == packaged_templates() / "ke-hoach.docx"


def test_packaged_templates_are_found_inside_the_package_or_beside_it(tmp_path, monkeypatch):
    module = tmp_path / "site" / "cchc" / "document" / "template" / "folder.py"
    monkeypatch.setattr(folder, "__file__", str(module))
    assert packaged_templates() == tmp_path / "site" / "templates"
    inside = tmp_path / "site" / "cchc" / "templates"
    inside.mkdir(parents=True)
    assert packaged_templates() == inside


def test_an_unknown_template_is_told_with_the_known_ones(tmp_path):
    with pytest.raises(UserError) as caught:
        find_template("ke-hoch", tmp_path)
    assert str(caught.value.message) == 'there is no template "ke-hoch"'
    assert str(caught.value.hint) == "Did you mean ke-hoach?"


def test_a_document_opens_in_python_docx_with_its_tables(paper):
    from docx import Document

    document = Document(BytesIO(paper().data))
    assert len(document.tables) == 3
    assert document.core_properties.language == "vi-VN"
    assert document.sections[1].page_width.mm == pytest.approx(297, abs=0.1)


def test_a_printed_plan_says_of_itself_what_document_systems_ask(paper):
    parts = paper().parts
    custom, core = (parts[f"docProps/{name}.xml"].decode() for name in ("custom", "core"))
    said = dict(re.findall(r'name="([^"]+)"><vt:lpwstr>([^<]*)<', custom))
    assert said.pop("cchc")
    assert said == {
        "Số": "05", "Ký hiệu": "KH-UBND", "Loại văn bản": "Kế hoạch", "Ngày ban hành": "05/01/2026",
        "Trích yếu": "Cải cách hành chính nhà nước xã Định Hóa năm 2026",
        "Người ký": "Nguyễn Văn An", "Chức vụ người ký": "CHỦ TỊCH",
    }  # fmt: skip
    assert "<cp:keywords>05/KH-UBND</cp:keywords><cp:category>Kế hoạch</cp:category>" in core

"""Traps of sections, styles, tables and file properties; appendices of extreme size."""

from __future__ import annotations

import re
from datetime import date

import pytest
from lxml import etree

from cchc.document.dump import dumped_words
from cchc.document.file_properties import APP, CORE
from cchc.word.markup import int_of, parse_xml, serialize, w
from cchc.word.package import DOCUMENT, STYLES, read_package
from tests.document.conftest import DECISION, KE_HOACH, PLAN, Paper, plan_of
from tests.document.printing import render_plan
from tests.document.test_appendix_table import TWELVE, columns
from tests.document.test_appendix_table import widths as grid_of
from tests.document.test_traps import said, saved

APPENDIX = PLAN["appendices"][0]


def test_a_section_break_in_a_paragraph_that_goes_stays_with_its_page(tmp_path):
    parts = read_package(KE_HOACH)
    root = parse_xml(parts[DOCUMENT])
    holder = next(root.iter(w("sectPr"))).getparent().getparent()
    assert holder.tag == w("p")
    for child in list(holder)[1:]:
        holder.remove(child)
    run = etree.SubElement(holder, w("r"))
    etree.SubElement(run, w("t")).text = "{% if year == '1999' %}Cũ{% endif %}"
    made = Paper(
        render_plan(plan_of(), saved(tmp_path / "a.docx", parts | {DOCUMENT: serialize(root)}))
    )
    assert "Cũ" not in " ".join(made.texts())
    pages = made.all("sectPr")
    assert [page.find(w("pgSz")).get(w("orient")) for page in pages] == [None, "landscape"]
    assert all(page.find(w("titlePg")) is not None for page in pages)
    assert pages[0].getparent().tag == w("pPr")


def renamed_as_libreoffice_does(parts):
    """Give every style the id and the name that LibreOffice would: letters lost, capitals."""
    ids = [one.get(w("styleId")) for one in parse_xml(parts[STYLES]).findall(w("style"))]
    changed = dict(parts)
    for part in (name for name in parts if name.startswith("word/") and name.endswith(".xml")):
        text = parts[part].decode()
        for n, old in enumerate(ids):
            for tag in ('styleId="', 'basedOn w:val="', 'next w:val="', 'pStyle w:val="',
                        'rStyle w:val="', 'tblStyle w:val="'):  # fmt: skip
                text = text.replace(f'w:{tag}{old}"', f'w:{tag}Khc{n}"')
        changed[part] = text.encode()
    named = changed[STYLES].decode()
    capital = re.sub(r'(?<=<w:name w:val=")[^"]+', lambda found: found[0].upper(), named)
    assert capital != named
    return changed | {STYLES: capital.encode()}


def test_styles_renamed_throughout_by_libreoffice_are_found_by_name(tmp_path):
    parts = renamed_as_libreoffice_does(read_package(KE_HOACH))
    assert b"Khc3" in parts[DOCUMENT]
    data = render_plan(plan_of(), saved(tmp_path / "lo.docx", parts))
    assert dumped_words(data) == dumped_words(render_plan(plan_of(), KE_HOACH))
    assert said(data, tmp_path / "a.docx") == []


def test_a_column_added_in_word_is_printed(tmp_path):
    parts = read_package(KE_HOACH)
    root = parse_xml(parts[DOCUMENT])
    table = next(t for t in root.iter(w("tbl")) if b"task.title" in etree.tostring(t))
    grid = table.find(w("tblGrid"))
    grid.append(parse_xml(etree.tostring(grid[-1])))
    for row in table.findall(w("tr")):
        cells = row.findall(w("tc"))
        words = "".join(t.text or "" for t in row.iter(w("t")))
        if "area." in words:
            span = cells[-1].find(f"{w('tcPr')}/{w('gridSpan')}")
            span.set(w("val"), str(int(span.get(w("val"))) + 1))
            continue
        cells[-1].addnext(parse_xml(etree.tostring(cells[-1])))
        texts = list(row.findall(w("tc"))[-1].iter(w("t")))
        texts[0].text = "{{ task.approver }}" if "task." in words else "Người duyệt"
        for rest in texts[1:]:
            rest.text = ""
    path = saved(tmp_path / "them.docx", parts | {DOCUMENT: serialize(root)})
    task = {"id": "a", "title": "Việc", "lead": ["vh-xh"], "approver": "Chủ tịch UBND xã"}
    plan = plan_of(appendices=[APPENDIX | {"areas": [{"title": "Một", "tasks": [task]}]}])
    data = render_plan(plan, path)
    rows = Paper(data).rows()
    assert [row[-1] for row in rows] == ["Người duyệt", "Một", "Chủ tịch UBND xã"]
    assert said(data, tmp_path / "a.docx") == []


def test_texts_that_look_like_lists_are_not_numbered_by_word(paper):
    made = paper()
    assert "- Việc thứ nhất." in made.texts()
    assert made.all("numPr") == []
    assert b"<w:numPr" not in made.parts[STYLES]


def test_every_cell_ends_with_a_paragraph_and_so_does_the_text(paper):
    for made in (paper(), paper(appendices=[]), paper(document={"decision": DECISION})):
        assert [cell for cell in made.all("tc") if cell[-1].tag != w("p")] == []
        assert made.body[-2].tag == w("p")


def test_tables_are_fixed_and_as_wide_as_their_columns(appendix_paper):
    for table in appendix_paper(columns=columns(TWELVE)).all("tbl"):
        look = table.find(w("tblPr"))
        assert look.find(w("tblLayout")).get(w("type")) == "fixed"
        assert look.find(w("tblW")).get(w("type")) == "dxa"
        assert int_of(look, "tblW", "w", 0) == sum(grid_of(table))


def test_a_template_without_properties_gets_the_plans_date_not_todays(tmp_path):
    parts = read_package(KE_HOACH)
    lost = {name: data for name, data in parts.items() if name not in (CORE, APP)}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = parse_xml(lost[name])
        for node in list(root):
            if (node.get("PartName") or node.get("Target") or "").lstrip("/") in (CORE, APP):
                root.remove(node)
        lost[name] = serialize(root)
    data = render_plan(plan_of(), saved(tmp_path / "a.docx", lost))
    core = Paper(data).parts[CORE].decode()
    assert core.count("2026-01-05T") == 2
    assert str(date.today()) not in core
    assert said(data, tmp_path / "b.docx") == []


EXTREMES = {
    "three hundred tasks": {"areas": [{"title": "Một", "tasks": [
        {"id": f"v{n}", "title": f"Việc {n}", "lead": ["vh-xh"], "deadline": "Quý I/2026"}
        for n in range(300)]}]},
    "twelve columns of text": {"columns": columns(TWELVE), "areas": [{"title": "Một", "tasks": [
        {"id": "v", "title": "Nội dung dài " * 20, "product": "Sản phẩm " * 20,
         "requirement": "Yêu cầu " * 20, "note": "Ghi chú " * 20, "lead": ["vh-xh"],
         "support": ["tat-ca"], "deadline": "Trước 30/11/2026"}]}]},
    "a cell of 2,000 characters": {"areas": [], "tasks": [
        {"id": "v", "title": "việc " * 400, "lead": ["vh-xh"]}]},
    "an empty appendix": {"areas": [], "tasks": []},
    "an area without tasks": {"areas": [{"title": "Một", "tasks": []}]},
}  # fmt: skip


@pytest.mark.parametrize("name", EXTREMES)
def test_extreme_appendices_are_printed_whole_and_by_the_decree(name, tmp_path):
    plan = plan_of(appendices=[APPENDIX | EXTREMES[name]])
    data = render_plan(plan, KE_HOACH)
    assert said(data, tmp_path / "a.docx") == []
    words = " ".join(dumped_words(data).split())
    for area in plan.appendices[0].areas:
        for task in area.tasks:
            assert " ".join(task.title.split()) in words
    assert ("DANH MỤC NHIỆM VỤ" in words) is (name != "an empty appendix")

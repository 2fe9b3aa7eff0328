"""`cchc template`: list, copy, check, dump and tidy."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cchc.document.dump import dump
from cchc.document.template.folder import packaged_templates
from cchc.word.markup import parse_xml, w
from cchc.word.package import read_package, write_package

OURS = packaged_templates() / "ke-hoach.docx"
DOC = "word/document.xml"


@pytest.fixture
def own(workspace):
    """Make the workspace's own ke-hoach.docx from ours, with words of a part exchanged."""

    def make(*changes: tuple[str, str], part: str = DOC) -> Path:
        parts = read_package(OURS)
        text = parts[part].decode()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        parts[part] = text.encode()
        path = Path("templates") / "ke-hoach.docx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(write_package(parts))
        return path

    return make


def test_the_list_says_where_each_template_is_from(cchc, workspace):
    first = json.loads(cchc("template", "list", "--format", "json").out)
    assert (first["schema_version"], first["kind"]) == (1, "templates")
    assert {"name": "ke-hoach", "origin": "packaged", "path": str(OURS)} in first["templates"]
    cchc("template", "copy", "ke-hoach")
    second = json.loads(cchc("template", "list", "--format", "json").out)
    mine = {"name": "ke-hoach", "origin": "workspace", "path": "templates/ke-hoach.docx"}
    assert mine in second["templates"]
    assert re.search(r"ke-hoach +workspace +templates/ke-hoach.docx", cchc("template", "list").out)


def test_a_copy_is_ours_to_the_byte_and_never_replaces_silently(cchc, workspace):
    ran = cchc("template", "copy", "ke-hoach")
    assert ran == (0, "templates/ke-hoach.docx\n", "")
    mine = workspace / "templates" / "ke-hoach.docx"
    assert mine.read_bytes() == OURS.read_bytes()
    mine.write_bytes(b"changed")
    again = cchc("template", "copy", "ke-hoach")
    assert again.code == 2
    assert "templates/ke-hoach.docx is there already" in again.err
    assert mine.read_bytes() == b"changed"
    assert cchc("template", "copy", "ke-hoach", "--force").code == 0
    assert mine.read_bytes() == OURS.read_bytes()


@pytest.mark.parametrize("name", ["ke-hoch", "../ke-hoach", "/etc/passwd"])
def test_only_templates_are_copied(cchc, workspace, name):
    ran = cchc("template", "copy", name)
    assert ran.code == 2
    assert "there is no template" in ran.err
    assert not (workspace / "templates").exists()


def test_our_template_is_sound(cchc, workspace):
    ran = cchc("template", "check", "ke-hoach")
    assert ran.code == 0
    assert ran.out.endswith("ke-hoach.docx: a sound template\n")


def test_an_unknown_name_is_told_with_its_cell_and_what_was_meant(cchc, own):
    ran = cchc("template", "check", str(own(("{{ task.lead }}", "{{ task.leed }}"))))
    assert ran.code == 1
    assert (
        "ke-hoach.docx, table 3, row 4, cell 6, paragraph 1: {{ task.leed }} names leed, which "
        "does not exist\n      = Did you mean task.lead, task.leader?" in ran.out
    )


def test_all_faults_are_told_at_once(cchc, own):
    path = own(
        ("{{ title }}", "{{ titel }}"), ("{{ date_line }}", "{{ date_line"),
        ("{{ signer.name }}", "{% for x in y %}"),
    )  # fmt: skip
    out = cchc("template", "check", str(path)).out
    assert "{{ titel }} names titel, which does not exist" in out
    assert "the tag at {{ date_line is not complete" in out
    assert "{% for x in y %} cannot be used here" in out
    assert "table 1, row 2, cell 2, paragraph 1" in out


@pytest.mark.parametrize(
    ("tag", "name"),
    [("{{ body }}", "body"), ("{{ bases }}", "bases"), ("{{ issuer }}", "issuer"),
     ("{{ appendix.attached }}", "appendix.attached"), ("{{ signer.post }}", "signer.post")],
)  # fmt: skip
def test_a_missing_tag_is_named(cchc, own, tag, name):
    ran = cchc(
        "template",
        "check",
        str(
            own(
                (tag, ""),
            )
        ),
    )
    assert ran.code == 1
    assert f"ke-hoach.docx: the tag {{{{ {name} }}}} is missing" in ran.out


def test_a_lost_first_page_header_is_told(cchc, own):
    ran = cchc("template", "check", str(own(("<w:titlePg/>", ""))))
    assert ran.code == 1
    assert "ke-hoach.docx, section 1: the first page shows its number" in ran.out
    assert "Different First Page" in ran.out
    assert "W107 first-page-numbered" in ran.out


def test_a_lost_page_number_is_told_though_the_samples_are_short(cchc, own):
    path = own((" PAGE ", " DATE "), part="word/header1.xml")
    ran = cchc("template", "check", str(path))
    assert "ke-hoach.docx, section 1: the page header has no page number" in ran.out


def test_a_style_that_is_gone_is_told_with_near_ones(cchc, own):
    ran = cchc(
        "template", "check", str(own(("Gạch đầu dòng", "Gạch đầu dòng 2"), part="word/styles.xml"))
    )
    assert ran.code == 1
    assert 'ke-hoach.docx: the template has no style "Gạch đầu dòng"' in ran.out
    assert "Did you mean Gạch đầu dòng 2?" in ran.out
    assert ran.out.count("has no style") == 1


def test_mixed_sample_rows_are_told_with_their_row(cchc, own):
    ran = cchc("template", "check", str(own(("{{ task.number }}", "{{ area.number }}"))))
    assert "ke-hoach.docx, table 3, row 4: names both task. and area." in ran.out


def test_what_the_template_prints_is_judged_by_the_decree(cchc, own):
    path = own(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"))
    ran = cchc("template", "check", str(path), "--format", "json")
    assert ran.code == 1
    answer = json.loads(ran.out)
    assert (answer["kind"], answer["problems"]) == ("template-check", [])
    assert [one["code"] for one in answer["diagnostics"]] == ["W206"]
    assert answer["diagnostics"][0]["path"] == "ke-hoach.docx (the fullest plan)"


def test_what_is_no_word_document_is_refused(cchc, workspace):
    (workspace / "mau.docx").write_bytes(b"x")
    for action in ("check", "dump", "tidy"):
        ran = cchc("template", action, "mau.docx")
        assert (ran.code, ran.out) == (2, "")
        assert "mau.docx: not a Word document" in ran.err


def test_a_dump_is_printed_or_written_beside(cchc, own):
    path = own()
    assert cchc("template", "dump", str(path)).out == dump(OURS.read_bytes())
    assert not path.with_suffix(".dump.txt").exists()
    assert cchc("template", "dump", "ke-hoach", "--write").code == 0
    assert path.with_suffix(".dump.txt").read_text(encoding="utf-8") == dump(path.read_bytes())


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mẫu</dc:title>'
    "<dc:creator>Nguyet</dc:creator><cp:lastModifiedBy>Nguyet</cp:lastModifiedBy></cp:coreProperties>"
)
APP = "<Properties><Company>UBND huyện cũ</Company></Properties>"


def test_tidy_takes_out_names_company_thumbnail_and_marks(cchc, own):
    path = own(("<w:p><w:pPr>", '<w:p w:rsidR="00AB12CD"><w:proofErr w:type="x"/><w:pPr>'))
    parts = read_package(path)
    parts |= {"docProps/core.xml": CORE.encode(), "docProps/app.xml": APP.encode(),
              "docProps/thumbnail.jpeg": b"Nguyet", "docProps/custom.xml": b"<x>Nguyet</x>"}  # fmt: skip
    back = b'<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    parts[DOC] = parts[DOC].replace(b"<w:body>", b"<w:body>" + back)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="t" Type="x" Target="docProps/thumbnail.jpeg"/></Relationships>',
    )
    path.write_bytes(write_package(parts))
    ran = cchc("template", "tidy", str(path))
    assert ran.code == 0
    assert "removed: names and dates in docProps/core.xml" in ran.out
    made = read_package(path)
    whole = b"".join(made.values())
    for trace in (b"Nguyet", "huyện cũ".encode(), b"rsid", b"proofErr", b"_GoBack", b"thumbnail"):
        assert trace not in whole
    assert "Mẫu".encode() in made["docProps/core.xml"]
    assert dump(path.read_bytes()) == dump(OURS.read_bytes())
    assert cchc("template", "tidy", str(path)).out == f"{path}: nothing to tidy\n"


CHANGED = (
    '<w:ins w:id="1" w:author="Nguyet"><w:r><w:t>KẾ </w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="Nguyet"><w:r><w:delText>BÁO CÁO</w:delText></w:r></w:del>'
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="Nguyet"><w:rPr/></w:rPrChange></w:rPr>'
    "<w:t>HOẠCH</w:t></w:r>"
)
KIND = '<w:r><w:t xml:space="preserve">KẾ HOẠCH</w:t></w:r>'


def test_tracked_changes_are_refused_unless_accepted(cchc, own):
    path = own((KIND, CHANGED))
    before = path.read_bytes()
    ran = cchc("template", "tidy", str(path))
    assert ran.code == 2
    assert "has tracked changes that nobody has accepted or refused" in ran.err
    assert path.read_bytes() == before
    assert cchc("template", "tidy", str(path), "--accept").code == 0
    root = parse_xml(read_package(path)[DOC])
    assert "".join(t.text for t in root.iter(w("t"))).find("KẾ HOẠCH") > 0
    assert b"Nguyet" not in read_package(path)[DOC]
    assert "BÁO CÁO" not in read_package(path)[DOC].decode()


def test_a_deleted_row_and_a_deleted_paragraph_end_are_accepted(cchc, own):
    mark = '<w:rPr><w:del w:id="9" w:author="Nguyet"/></w:rPr>'
    path = own(
        ('<w:pStyle w:val="TenLoai"/>', f'<w:pStyle w:val="TenLoai"/>{mark}'),
        ("<w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"3685\" w:type=\"dxa\"/></w:tcPr><w:p>"
         '<w:pPr><w:pStyle w:val="SoKyHieu"/>',
         "<w:cantSplit/><w:del w:id=\"8\" w:author=\"Lan\"/></w:trPr><w:tc><w:tcPr><w:tcW "
         'w:w="3685" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="SoKyHieu"/>'),
    )  # fmt: skip
    assert cchc("template", "tidy", str(path), "--accept").code == 0
    text = dump(path.read_bytes())
    assert "{{ number_line }}" not in text
    assert "KẾ HOẠCH{{ title }}" in text


def test_a_packaged_template_is_not_tidied_in_place(cchc, workspace):
    ran = cchc("template", "tidy", "ke-hoach")
    assert ran.code == 2
    assert "copy it first: cchc template copy ke-hoach" in ran.err


def test_a_template_must_be_named_for_all_but_the_list(cchc, workspace):
    for action in ("copy", "check", "dump", "tidy"):
        assert "NAME or FILE is missing" in cchc("template", action).err
    assert cchc("template", "paint").code == 2

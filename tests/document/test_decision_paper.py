"""The decision that a plan is issued with, and appendices in files of their own."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from cchc.app.update import read_update
from cchc.document.check import check_docx
from cchc.document.context import appendix_alone, plan_context, without_appendices
from cchc.document.dump import dumped_words
from cchc.document.issued import render_issued
from cchc.document.papers.decision import decision_paper
from cchc.document.print_record import printed_values
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates
from cchc.errors import UserError
from cchc.read.load import load
from cchc.word.markup import parse_xml, value, w
from tests.conftest import ROOT
from tests.document.conftest import DECISION, KE_HOACH, plan_of

QUYET_DINH = packaged_templates() / "quyet-dinh.docx"


def test_number_date_bases_recipients_and_signature_come_from_the_plan():
    plan = plan_of(document={"decision": DECISION | {"number": "7"}, "superior": None})
    paper = decision_paper(plan)
    assert paper is not None
    assert (paper.number_line, paper.signer.name) == ("Số: 07/QĐ-UBND", "Nguyễn Văn An")
    assert paper.decides == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỊNH HÓA"
    assert paper.recipients[0] == "- Như Điều 3;"
    text = dumped_words(template(QUYET_DINH).render(paper))
    assert "Về việc ban hành Kế hoạch Cải cách hành chính nhà nước xã Định Hóa năm 2026" in text
    assert text.index("Căn cứ Nghị quyết") < text.index("QUYẾT ĐỊNH:") < text.index("Điều 1.")
    assert "trách nhiệm thi hành Quyết định này./." in text


def test_a_chairman_signs_for_himself_and_a_plan_without_decision_has_none():
    plan = plan_of(document={"decision": DECISION, "signer": None})
    paper = decision_paper(plan)
    assert paper is not None
    assert (paper.signer.authority, paper.signer.post) == ((), "CHỦ TỊCH")
    assert decision_paper(plan_of()) is None


def test_an_appendix_apart_holds_itself_alone_and_the_plan_the_rest():
    paper = plan_context(plan_of(), "p")
    made = template(KE_HOACH)
    alone = appendix_alone(paper, paper.appendices[0])
    text = dumped_words(made.render(alone))
    assert text.splitlines()[2:4] == ["Phụ lục", "DANH MỤC NHIỆM VỤ NĂM 2026"]
    assert "KẾ HOẠCH\n" not in text
    assert {value.place[0] for value in printed_values(alone)} == {"appendices"}
    assert "DANH MỤC NHIỆM VỤ" not in dumped_words(made.render(without_appendices(paper)))


def decided():
    more = {"number": "7", "issuer": "Chủ tịch UBND xã Định Hóa"}
    signer = {"post": "CHỦ TỊCH", "name": "Nguyễn Văn An"}
    return plan_of(document={"decision": DECISION | more, "signer": signer})


def packed(changes: dict[str, tuple[str, str]], added: dict[str, bytes] | None = None) -> bytes:
    """Return the template of the decision with texts of its parts replaced and parts added."""
    made = BytesIO()
    with zipfile.ZipFile(QUYET_DINH) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            before, after = changes.get(name, ("", ""))
            text = old.read(name).decode()
            assert before in text
            new.writestr(name, text.replace(before, after) if before else text)
        for name, data in (added or {}).items():
            new.writestr(name, data)
    return made.getvalue()


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def workspace(tmp_path, decision: bytes):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "quyet-dinh.docx").write_bytes(decision)
    return tmp_path


def test_a_picture_of_the_signature_has_a_marked_place_between_post_and_name():
    """Once, where the signature is: a bookmark for document systems, as high as the space was."""
    for plan in (plan_of(), decided()):
        body = parse_xml(parts_of(render_issued(plan, "p", None))["word/document.xml"])
        marks = [one for one in body.iter(w("bookmarkStart")) if one.get(w("name")) == "ChuKy"]
        (place,) = (one.getparent() for one in marks)
        spacing = place.find(f"{w('pPr')}/{w('spacing')}")
        assert (spacing.get(w("line")), spacing.get(w("lineRule"))) == ("1440", "atLeast")
        assert value(place.getprevious().find(w("pPr")), "pStyle") == "ChucVu"
        assert "Nguyễn Văn An" in "".join(place.getnext().itertext())
        ids = [one.get(w("id")) for one in body.iter(w("bookmarkStart"))]
        assert len(ids) == len(set(ids))


def test_the_decision_stands_in_front_of_the_plan(tmp_path):
    """Pages of its own, counted for themselves, and what the file says of itself is the decision's."""
    docx = render_issued(decided(), "p", None)
    parts = parts_of(docx)
    body = parse_xml(parts["word/document.xml"]).find(w("body"))
    pages = list(body.iter(w("sectPr")))
    assert [value(one.getparent(), "pStyle") for one in pages[:-1]] == ["CuoiPhan"] * (
        len(pages) - 1
    )
    assert len(pages) == 3
    for one in pages:
        assert one.find(w("titlePg")) is not None
        assert one.find(w("pgNumType")).get(w("start")) == "1"
    text = dumped_words(docx)
    assert (
        text.index("Điều 3.") < text.index("KẾ HOẠCH\n") < text.index("(Kèm theo Quyết định số 07")
    )
    said = parts["docProps/custom.xml"].decode()
    assert ">QĐ-UBND<" in said
    assert ">Nguyễn Văn An<" in said
    (tmp_path / "a.docx").write_bytes(docx)
    assert check_docx(tmp_path / "a.docx") == []
    long = decided().model_copy(update={"bases": decided().bases * 30})
    (tmp_path / "a.docx").write_bytes(render_issued(long, "p", None))
    assert check_docx(tmp_path / "a.docx") == []
    assert render_issued(plan_of(), "p", None) == template(KE_HOACH).render(
        plan_context(plan_of(), "p")
    )


def test_looks_headers_and_pictures_of_the_decision_come_along(tmp_path):
    """Its template has other sizes and margins, a style the plan lacks, a picture in the header."""
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="media/a.png"/></Relationships>'
    )
    own = packed(
        {"word/styles.xml": ('w:val="28"/><w:szCs', 'w:val="27"/><w:szCs')},
        {"word/_rels/header2.xml.rels": rels.encode(), "word/media/a.png": b"png"},
    )
    parts = parts_of(render_issued(decided(), "p", workspace(tmp_path, own)))
    plain = parts_of(render_issued(decided(), "p", None))
    assert parts["word/media/a-quyet-dinh.png"] == b"png"
    assert (
        b'Target="/word/media/a-quyet-dinh.png"' in parts["word/_rels/header2-quyet-dinh.xml.rels"]
    )
    assert b'PartName="/word/header1-quyet-dinh.xml"' in parts["[Content_Types].xml"]
    styles = {
        one.get(w("styleId")): one for one in parse_xml(parts["word/styles.xml"]).iter(w("style"))
    }
    root = styles["quyet-dinh-Normal"]
    assert value(root.find(w("rPr")), "sz") == "27"
    assert root.get(w("default")) is None
    front = parse_xml(parts["word/document.xml"]).find(w("body"))[0]
    used = {node.get(w("val")) for node in front.iter(w("pStyle"))}
    assert used <= set(styles)
    assert all(one.startswith("quyet-dinh-") for one in used)
    assert not [
        one
        for one in parse_xml(plain["word/styles.xml"]).iter(w("style"))
        if "(" in value(one, "name")
    ]


def test_automatic_numbers_of_the_decision_are_refused_with_the_remedy(tmp_path):
    styled = '<w:pPr><w:pStyle w:val="NoiDung"/>'
    own = packed(
        {"word/document.xml": (styled, f"{styled}<w:numPr><w:numId w:val='1'/></w:numPr>")}
    )
    with pytest.raises(UserError) as caught:
        render_issued(decided(), "p", workspace(tmp_path, own))
    assert "quyet-dinh.docx: automatic numbers" in str(caught.value.message)
    assert "--apart" in str(caught.value.hint)


def test_the_decision_does_not_come_back_into_the_plan(tmp_path):
    """What changed in it is told; the same base in both stands once in the plan."""

    plan = tmp_path / "plans" / "thanh-mien.yaml"
    plan.parent.mkdir()
    plan.write_bytes((ROOT / "plans" / "thanh-mien.yaml").read_bytes())

    read = load(plan).plan
    assert read is not None
    paper = tmp_path / "a.docx"
    paper.write_bytes(render_issued(read, "thanh-mien", tmp_path))
    update = read_update(paper, plan, tmp_path)
    assert (update.changed, update.unsure) == (False, [])
    document = parts_of(paper.read_bytes())["word/document.xml"].decode()
    assert document.count("kể từ ngày ký") == 1
    edited = document.replace("kể từ ngày ký", "từ ngày 10/01/2026").replace(
        "hài lòng của người dân", "hài lòng của nhân dân"
    )
    parts = parts_of(paper.read_bytes()) | {"word/document.xml": edited.encode()}
    with zipfile.ZipFile(paper, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    update = read_update(paper, plan, tmp_path)
    assert [one.plan for one in update.changes][:1] == ["thanh-mien"]
    assert [str(one) for one in update.unsure] == [
        "paragraph 9: “Điều 2. Quyết định này có hiệu lực thi hành từ ngày 10/01/2026.” stands in the "
        "decision and is not taken into the plan"
    ]

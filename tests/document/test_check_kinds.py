"""What a document is, and right papers that are worded in other ways: nothing is found on them."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from cchc.document.check import _components as forms
from cchc.document.check import check_docx
from cchc.document.check._reading import scan
from cchc.document.check._recognise import components
from cchc.model.finding import Severity
from cchc.word.package import parsed, write_package
from tests.document.office_papers import PAPERS, Manner, made

PLAN, LETTER, DECISION = PAPERS["plan"], PAPERS["letter"], PAPERS["decision"]
FORMS = {
    "plan": forms.PLAN, "decision": forms.DECISION, "letter": forms.LETTER,
    "submission": forms.SUBMISSION, "report": forms.REPORT, "notice": forms.NOTICE,
    "telegram": forms.TELEGRAM, "invitation": forms.INVITATION, "minutes": forms.MINUTES,
    "appendix": forms.APPENDIX,
}  # fmt: skip
BROKEN = (("XX", "</w:t><w:br/><w:t>"),)
"""A line ended by hand, as is usual in the frame of a paper."""
ISSUED = ("(Kèm theo Quyết định số 120/QĐ-UBND ngày 05 tháng 3 năm 2026 của Chủ tịch Ủy ban nhân dân "
          "xã An Lập)")  # fmt: skip
WORDINGS = {
    "sections that are no titles": replace(
        PLAN, body=(*PLAN.body[:-1], "1. Địa chỉ: thôn Trung tâm, xã An Lập",
                    "2. Điện thoại: 0208 3 877 123", "3. Email: ubnd@thainguyen.gov.vn",
                    PLAN.body[-1]),
    ),
    "blanks for number and day": replace(
        LETTER, number="Số:      /UBND-VHXH", date="An Lập, ngày     tháng 3 năm 2026"
    ),
    "subject in one paragraph": replace(LETTER, subject=("V/v đăng ký sáng kiến năm 2026",)),
    "subject broken by hand": replace(LETTER, subject=("V/v đăng kýXXsáng kiến",), edits=BROKEN),
    "one addressee": replace(LETTER, address=("Kính gửi: Các phòng chuyên môn thuộc xã",)),
    "addressees without dashes": replace(
        LETTER, address=("Kính gửi:", "Sở Nội vụ tỉnh Thái Nguyên;", "Sở Tài chính tỉnh.")
    ),
    "signature broken by hand": replace(
        PLAN, signer=("TM. ỦY BAN NHÂN DÂNXXCHỦ TỊCH", "", "Nguyễn Văn An"), edits=BROKEN
    ),
    "signed for the chair": replace(
        PLAN, signer=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Trần Thị Bình")
    ),
    "signed by order": replace(
        LETTER, signer=("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "", "Trần Thị Bình")
    ),
    "marked as signed": replace(
        PLAN, signer=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Nguyễn Văn An")
    ),
    "summary broken by hand": replace(
        PLAN, summary="Cải cách hành chính nhà nướcXXxã An Lập năm 2026", edits=BROKEN
    ),
    "no bases": replace(PLAN, bases=()),
    "letter that names its base": replace(
        LETTER, body=("Căn cứ Kế hoạch số 25/KH-UBND ngày 24/01/2026 của Ủy ban nhân dân tỉnh Thái "
                      "Nguyên, Ủy ban nhân dân xã đề nghị các đơn vị đăng ký.", *LETTER.body[1:]),
    ),
    "decision of the committee": replace(
        DECISION, issuer="ỦY BAN NHÂN DÂN XÃ AN LẬP",
        signer=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nguyễn Văn An"),
    ),
    "report without addressee": replace(PAPERS["report"], address=()),
    "second appendix": replace(
        PAPERS["appendix"], appendix=("Phụ lục II", *PAPERS["appendix"].appendix[1:])
    ),
    "number as issued": replace(PLAN, number="Số: 0155/KH-UBND"),
    "many recipients": replace(
        PLAN, recipients=("- UBND tỉnh (b/c);", "- TT Đảng ủy, HĐND xã;", "- Lưu: VT, VP (05 bản).")
    ),
}  # fmt: skip
MANNERS = (Manner(), Manner("two rows", "drawing", signature="two rows"),
           Manner("boxes", "vml", signature="tabs"), Manner("tabs", "vml", "theme", "box"))  # fmt: skip


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def recognised(parts, path):
    return components(scan(parts, {name: parsed(data, path, name) for name, data in parts.items()}))


def told(path, data):
    path.write_bytes(data)
    return [(one.fault.code, str(one.place), str(one.found)) for one in check_docx(path)
            if one.fault.severity is not Severity.INFO]  # fmt: skip


@pytest.mark.parametrize("manner", MANNERS, ids=lambda one: one.letterhead)
@pytest.mark.parametrize("kind", FORMS)
def test_the_kind_is_recognised(kind, manner, tmp_path):
    (found,) = recognised(parts_of(made(PAPERS[kind], manner)), tmp_path)
    assert found.form is FORMS[kind]


@pytest.mark.parametrize("manner", MANNERS, ids=lambda one: one.letterhead)
@pytest.mark.parametrize("name", WORDINGS)
def test_nothing_is_found_on_a_right_paper_worded_otherwise(name, manner, tmp_path):
    assert told(tmp_path / "a.docx", made(WORDINGS[name], manner)) == []


def decision_with_plan(closing: str) -> dict[str, bytes]:
    """Return a decision and, on a new page of the same file, the plan that it issues."""
    issued = replace(PLAN, number="", date="", bases=(), recipients=(),
                     body=(*PLAN.body[:-1], PLAN.body[-1].replace("./.", closing)))  # fmt: skip
    parts, second = parts_of(made(DECISION, Manner())), parts_of(made(issued, Manner()))
    first = parts["word/document.xml"].decode()
    text = second["word/document.xml"].decode()
    begin, end = (
        text.index("<w:body>") + 8,
        text.index("<w:tbl>", text.index("thực hiện" + closing)),
    )
    plan = text[begin:end].replace("<w:pBdr>", "<w:pBdr>", 1)
    title = plan.index("</w:p>", plan.index("năm 2026")) + 6
    attached = ('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" '
                f'w:hAnsi="Times New Roman"/><w:i/></w:rPr><w:t>{ISSUED}</w:t></w:r></w:p>')  # fmt: skip
    plan = plan[:title] + attached + plan[title:]
    at = first.rindex("<w:sectPr>")
    section = first[at : first.index("</w:body>")]
    new_page = f"<w:p><w:pPr>{section}</w:pPr></w:p>"
    last = section.replace("<w:titlePg/>", '<w:pgNumType w:start="1"/><w:titlePg/>')
    whole = first[:at] + new_page + plan + last + "</w:body></w:document>"
    return parts | {"word/document.xml": whole.encode()}


def test_a_decision_and_its_plan_in_one_file_are_two_papers(tmp_path):
    found = recognised(decision_with_plan("./."), tmp_path)
    assert [one.form for one in found] == [forms.DECISION, forms.ATTACHED]
    assert told(tmp_path / "a.docx", write_package(decision_with_plan("./."))) == []


def test_the_plan_behind_a_decision_is_judged_too(tmp_path):
    found = told(tmp_path / "a.docx", write_package(decision_with_plan(".")))
    assert [code for code, *_ in found] == ["W412"]

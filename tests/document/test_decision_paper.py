"""The decision that a plan is issued with, and appendices in files of their own."""

from __future__ import annotations

from cchc.document.context import appendix_alone, plan_context, without_appendices
from cchc.document.dump import text_of
from cchc.document.papers.decision import decision_paper
from cchc.document.print_record import printed_values
from cchc.document.template import template
from cchc.document.templates_folder import packaged_templates
from tests.document.conftest import DECISION, KE_HOACH, plan_of

QUYET_DINH = packaged_templates() / "quyet-dinh.docx"


def test_number_date_bases_recipients_and_signature_come_from_the_plan():
    plan = plan_of(document={"decision": DECISION | {"number": "7"}, "superior": None})
    paper = decision_paper(plan)
    assert paper is not None
    assert (paper.number_line, paper.signer.name) == ("Số: 07/QĐ-UBND", "Nguyễn Văn An")
    assert paper.decides == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỊNH HÓA"
    assert paper.recipients[0] == "- Như Điều 3;"
    text = text_of(template(QUYET_DINH).render(paper))
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
    text = text_of(made.render(alone))
    assert text.splitlines()[2:4] == ["Phụ lục", "DANH MỤC NHIỆM VỤ NĂM 2026"]
    assert "KẾ HOẠCH\n" not in text
    assert {value.place[0] for value in printed_values(alone)} == {"appendices"}
    assert "DANH MỤC NHIỆM VỤ" not in text_of(made.render(without_appendices(paper)))

"""The decision that amends a plan issued with a decision: `templates/quyet-dinh-dieu-chinh.docx`.

Such a plan is amended as it was issued: by a decision, whose articles adjust, add and repeal. Form:
Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from cchc.document import letterhead
from cchc.document.paper import Paper
from cchc.document.papers.amending import AmendingPaper, PartNumbers, amending_paper
from cchc.document.papers.amending import samples as plain_samples
from cchc.document.papers.decision import decides, signer
from cchc.document.samples import plan_samples
from cchc.document.words import date_words, enumerated, padded_number, without_end
from cchc.messages import Message
from cchc.model.document import Decision
from cchc.model.plan import Plan

TEMPLATE = "quyet-dinh-dieu-chinh"


@dataclass(frozen=True, slots=True)
class ArticleNumbers(PartNumbers):
    """`parts`: the numbers of the articles that are printed."""

    last: str
    """The article that says who carries the decision out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendingDecision(AmendingPaper):
    """Everything the decision that amends a plan prints."""

    PARTS: ClassVar = (*AmendingPaper.PARTS, ("decides",))

    parts: ArticleNumbers
    decides: str
    """Who decides, in capitals: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THANH MIỆN."""


PAPER = AmendingDecision


def amending_decision(old: Plan, new: Plan) -> AmendingDecision | None:
    """Return the decision that makes the plan `old`, issued with one, into `new`.

    None: no print changed, or `old` is issued without a decision.
    """
    paper, decision = amending_paper(old, new), old.document.decision
    return _decision(paper, old, new, decision) if paper and decision else None


def _decision(paper: AmendingPaper, old: Plan, new: Plan, decision: Decision) -> AmendingDecision:
    numbers = iter("12345")
    printed = (paper.adjusted, paper.added, paper.repealed, True, True)
    parts = ArticleNumbers(*(next(numbers) if one else "" for one in printed))
    what = "điều chỉnh, bổ sung một số nội dung"
    title = f"Về việc {what} {paper.plan}"
    issuing = (
        f"Căn cứ Quyết định số {padded_number(decision.number)}/{decision.symbol} "
        f"{date_words(decision.date, old.year)} của {decision.issuer} về việc ban hành Kế hoạch "
        f"{without_end(' '.join(old.document.title.split()))}"
    )
    added = [base for base in new.bases if base not in old.bases]
    changed = {
        "symbol": decision.symbol,
        "number_line": f"Số: {paper.number}/{decision.symbol}",
        "title": title,
        "bases": enumerated([without_end(one) for one in (*old.bases[:1], *added, issuing)]),
        "recipients": letterhead.later_recipients(
            new, [f"Như Điều {parts.last}", *new.document.recipients]
        ),
        "signer": signer(new, decision),
        "properties": letterhead.file_properties(new, "Quyết định", f"{what} {paper.plan}"),
        "parts": parts,
        "decides": decides(new, decision),
    }
    same = {one.name: getattr(paper, one.name) for one in fields(paper)}
    return AmendingDecision(**(same | changed))


def samples() -> list[tuple[Message, Paper]]:
    """Return the papers that amend the fullest sample plan, as decisions."""
    (_, plan), *_, (_, least) = plan_samples()
    decision = least.document.decision
    assert decision is not None
    document = plan.document.model_copy(update={"decision": decision})
    issued = plan.model_copy(update={"document": document})
    return [
        (name, _decision(paper, issued, issued, decision))
        for name, paper in plain_samples()
        if isinstance(paper, AmendingPaper)
    ]

"""The decision that a plan is issued with: `templates/quyet-dinh.docx`.

Form: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2 (Quyết định) and 1.3 (what is issued with one).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from cchc.document import letterhead
from cchc.document.paper import Paper, SignerLines
from cchc.document.samples import plan_samples
from cchc.document.words import date_words, enumerated, padded_number
from cchc.messages import Message
from cchc.model.document import Decision
from cchc.model.plan import Plan

TEMPLATE = "quyet-dinh"
FIRST = "Như Điều 3"
"""Whoever carries the decision out is its first recipient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPaper(Paper):
    """Everything the decision prints."""

    PARTS: ClassVar = (
        ("superior",), ("issuer",), ("number_line", "number"), ("date_line",), ("title",), ("decides",), ("bases",),
        ("plan_title",), ("recipients",), ("signer.authority",), ("signer.post",), ("signer.name",),
    )  # fmt: skip

    decides: str
    """Who decides, in capitals: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THANH MIỆN."""
    bases: tuple[str, ...]
    plan_title: str


PAPER = DecisionPaper


def decision_paper(plan: Plan) -> DecisionPaper | None:
    """Return the decision of a plan; None when the plan is issued without one.

    Number, symbol and date are those of `document.decision`; bases, recipients and signer the plan's.
    """
    document = plan.document
    decision = document.decision
    if decision is None:
        return None
    return DecisionPaper(
        **letterhead.letterhead(
            plan,
            date_words(decision.date, plan.year),
            decision.symbol,
            padded_number(decision.number),
        ),
        title=f"Về việc ban hành Kế hoạch {document.title}",
        decides=decides(plan, decision),
        bases=enumerated(plan.bases),
        plan_title=" ".join(document.title.split()),
        recipients=letterhead.later_recipients(plan, [FIRST, *document.recipients]),
        signer=signer(plan, decision),
        properties=letterhead.file_properties(
            plan, "Quyết định", f"ban hành Kế hoạch {document.title}", decision.date, decision.date
        ),
    )


def decides(plan: Plan, decision: Decision) -> str:
    """Return who decides, in capitals."""
    who = "CHỦ TỊCH " if _by_chairman(decision) else ""
    return f"{who}{' '.join(letterhead.issuer_lines(plan))}"


def signer(plan: Plan, decision: Decision) -> SignerLines:
    """Return who signs a decision of the plan's agency."""
    lines = letterhead.later_signer(plan)
    unsigned = plan.document.signer is None
    return replace(lines, authority=()) if _by_chairman(decision) and unsigned else lines


def _by_chairman(decision: Decision) -> bool:
    return decision.issuer.casefold().startswith("chủ tịch")


def samples() -> list[tuple[Message, Paper]]:
    """Return the decision of the fullest sample plan, and one that says hardly anything."""
    (full, plan), *_, (name, least) = plan_samples()
    decision, signed = least.document.decision, plan.document.signer
    found: list[tuple[Message, Paper]] = []
    for said, one, more in (
        (full, plan, {"decision": decision}),
        (name, least, {"signer": signed}),
    ):
        document = one.document.model_copy(update=more)
        paper = decision_paper(one.model_copy(update={"document": document}))
        assert paper is not None  # both have a decision
        found.append((said, paper))
    return found

"""From a plan to its paper: everything a template may print, computed in one place."""

from __future__ import annotations

from cchc.document import frame
from cchc.document.appendices import printed_appendices
from cchc.document.body import body_paragraphs
from cchc.document.paper import PlanPaper, Styled
from cchc.document.words import date_words, enumerated, padded_number, text_lines, without_end
from cchc.model.plan import Plan


def plan_context(plan: Plan) -> PlanPaper:
    """Return what the templates of a plan may name, ready to print."""
    document = plan.document
    names = {unit.id: unit.name for unit in plan.declared}
    number = padded_number(document.number)
    symbol = document.symbol or frame.DEFAULT_SYMBOL
    decision = _decision_line(plan)
    place = frame.place_of(plan)
    date = date_words(document.date, plan.year)
    attached = decision or frame.broken(
        f"(Kèm theo Kế hoạch số {number}/{symbol} {date}",
        f"của {frame.issuer_name(plan, 'UBND')})",
    )
    body, closing = _ended(body_paragraphs(plan, names), text_lines(plan.closing))
    return PlanPaper(
        commune=frame.commune_names(plan),
        year=str(plan.year),
        superior=frame.superior_lines(plan),
        issuer=frame.issuer_lines(plan),
        number=number,
        symbol=symbol,
        number_line="" if decision else f"Số: {number}/{symbol}",
        place=place,
        date_line="" if decision else frame.dated(place, date),
        title=document.title,
        decision=decision,
        bases=enumerated(plan.bases),
        opening=text_lines(plan.opening),
        body=body,
        closing=closing,
        recipients=()
        if document.decision
        else frame.recipient_lines(document.recipients, document.archive),
        signer=frame.signer_lines(document),
        appendices=tuple(printed_appendices(plan, names, attached)),
        properties=frame.properties(plan, f"Kế hoạch {document.title}"),
    )


def _decision_line(plan: Plan) -> str:
    decision = plan.document.decision
    if decision is None:
        return ""
    number = padded_number(decision.number)
    date = date_words(decision.date, plan.year)
    return frame.broken(
        f"(Kèm theo Quyết định số {number}/{decision.symbol} {date}", f"của {decision.issuer})"
    )


def _ended(
    body: list[Styled], closing: tuple[str, ...]
) -> tuple[tuple[Styled, ...], tuple[str, ...]]:
    # "./." closes the text; its last paragraph keeps to the signature, which never stands alone.
    if closing:
        return tuple(body), (*closing[:-1], f"{without_end(closing[-1])}./.")
    if not body:
        return (), ()
    last = body[-1]
    return (*body[:-1], Styled(last.style, f"{without_end(last.text)}./.", keep_next=True)), ()

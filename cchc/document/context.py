"""From a plan to its paper: everything a template may print, computed in one place."""

from __future__ import annotations

from cchc.document.appendices import printed_appendices
from cchc.document.body import body_paragraphs
from cchc.document.metrics import balanced, width_mm
from cchc.document.paper import (
    CommuneNames,
    PlanPaper,
    Properties,
    SignerLines,
    Styled,
)
from cchc.document.words import (
    date_words,
    enumerated,
    padded_number,
    text_lines,
    without_end,
)
from cchc.model.plan import Document, Kind, Plan

DEFAULT_SYMBOL = "KH-UBND"
SUBJECTS: dict[Kind, str] = {
    "cchc": "Cải cách hành chính",
    "kstthc": "Kiểm soát thủ tục hành chính",
    "par-index": "Chỉ số cải cách hành chính",
}
AGENCY_COLUMN_MM = 64
AGENCY_SIZE = 13
"""A longer agency name is broken into lines of like length (Nghị định 30/2020/NĐ-CP: 12-13 pt)."""
LINE_SIZE = 14
DATE_COLUMN_MM = 103
"""100 mm of the letterhead; the measure is of bold letters, the date's are narrower."""
TEXT_MM = 170
"""165 mm of text, measured likewise."""
NEW_LINE = "\n"


def plan_context(plan: Plan) -> PlanPaper:
    """Return what the templates of a plan may name, ready to print."""
    document, commune = plan.document, plan.commune
    names = {unit.id: unit.name for unit in plan.units}
    names |= {group.id: group.name for group in plan.groups}
    number = padded_number(document.number)
    symbol = document.symbol or DEFAULT_SYMBOL
    own = f"{commune.level} {commune.name}"
    decision = _decision_line(plan)
    place = document.place or commune.name
    date = date_words(document.date, plan.year)
    chairman = "Chủ tịch " if document.issuer == "chairman" else ""
    attached = decision or _broken(
        f"(Kèm theo Kế hoạch số {number}/{symbol} {date}", f"của {chairman}UBND {own})"
    )
    body, closing = _ended(body_paragraphs(plan, names), text_lines(plan.closing))
    return PlanPaper(
        commune=CommuneNames(commune.level, commune.name, commune.province),
        year=str(plan.year),
        superior=_agency_lines(document.superior or ""),
        issuer=("ỦY BAN NHÂN DÂN", *_agency_lines(own)),
        number=number,
        symbol=symbol,
        number_line="" if decision else f"Số: {number}/{symbol}",
        place=place,
        date_line="" if decision else _dated(place, date),
        title=document.title,
        decision=decision,
        bases=enumerated(plan.bases),
        opening=text_lines(plan.opening),
        body=body,
        closing=closing,
        recipients=_recipients(document),
        signer=_signer(document),
        appendices=tuple(printed_appendices(plan, names, attached)),
        properties=_properties(plan, f"{chairman}Ủy ban nhân dân {own}"),
    )


def _agency_lines(name: str) -> tuple[str, ...]:
    return balanced(name.upper(), AGENCY_COLUMN_MM, AGENCY_SIZE)


def _decision_line(plan: Plan) -> str:
    decision = plan.document.decision
    if decision is None:
        return ""
    number = padded_number(decision.number)
    date = date_words(decision.date, plan.year)
    return _broken(
        f"(Kèm theo Quyết định số {number}/{decision.symbol} {date}", f"của {decision.issuer})"
    )


def _dated(place: str, date: str) -> str:
    return _broken(f"{place},", date, limit=DATE_COLUMN_MM)


def _broken(first: str, rest: str, limit: float = TEXT_MM) -> str:
    """Join two parts of a centred line, by a line break when they are too long for one."""
    fits = width_mm(f"{first} {rest}", LINE_SIZE) <= limit
    return f"{first}{' ' if fits else NEW_LINE}{rest}"


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


def _recipients(document: Document) -> tuple[str, ...]:
    if document.decision:
        return ()
    archive = (document.archive,) if document.archive else ()
    return enumerated((*document.recipients, *archive), "- ")


def _signer(document: Document) -> SignerLines:
    signer = document.signer
    if signer is None or document.decision:
        return SignerLines()
    return SignerLines(signer.authority, signer.post, signer.name)


def _properties(plan: Plan, creator: str) -> Properties:
    date = plan.document.date
    if date is None and plan.document.decision:
        date = plan.document.decision.date
    year, month, day = (date.year, date.month, date.day or 1) if date else (plan.year, 1, 1)
    return Properties(
        title=f"Kế hoạch {plan.document.title}",
        subject=SUBJECTS[plan.kind],
        creator=creator,
        created=f"{year:04}-{month:02}-{day:02}T00:00:00Z",
    )

"""What every paper of an agency shares: letterhead, place and date, signature, recipients."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc.document.metrics import balanced, width_mm
from cchc.document.paper import AgencyNames, Properties, SignerLines
from cchc.document.words import BLANK, date_words, enumerated, padded_number, short_date
from cchc.errors import UserError
from cchc.messages import say
from cchc.model.dates import PartialDate
from cchc.model.document import Document
from cchc.model.plan import Plan
from cchc.model.plan_kinds import KINDS

AGENCY_COLUMN_MM = 64
AGENCY_SIZE = 13
"""A longer agency name is broken into lines of like length (Nghị định 30/2020/NĐ-CP: 12-13 pt)."""
LINE_SIZE = 14
DATE_COLUMN_MM = 103
"""100 mm of the letterhead; the measure is of bold letters, the date's are narrower."""
TEXT_MM = 170
"""165 mm of text, measured likewise."""
BOLD_MM = 163
"""165 mm of bold text, with a margin for what the measure does not know."""
_NEW_LINE = "\n"


def agency_names(plan: Plan) -> AgencyNames:
    """Return what templates may say of the agency whose plan it is.

    Raises:
        UserError: it is a committee of the Party.
    """
    owner = plan.owner
    if owner.of_level.kind == "party":
        raise UserError(
            say("{agency}: papers of the Party have a form of their own, which cchc does not print",
                agency=owner.full_name)
        )  # fmt: skip
    return AgencyNames(
        owner.level, owner.name, owner.home, owner.full_name, issuing(plan),
        f"Ủy ban nhân dân {owner.place}" if is_committee(plan) else owner.own_name,
    )  # fmt: skip


def is_committee(plan: Plan) -> bool:
    """Tell whether a People's Committee issues the plan, not an agency below one."""
    return plan.owner.of_level.kind == "committee"


def issuing(plan: Plan, committee: str = "Ủy ban nhân dân") -> str:
    """Return the agency that issues: Ủy ban nhân dân xã Định Hóa, Sở Nội vụ tỉnh Thái Nguyên."""
    name = plan.owner.full_name
    return f"{committee} {name}" if is_committee(plan) else name


def issuer_name(plan: Plan, committee: str = "Ủy ban nhân dân") -> str:
    """Return who issues the plan: (Chủ tịch) Ủy ban nhân dân xã Định Hóa."""
    head = f"{plan.owner.of_level.head} " if plan.document.issuer == "chairman" else ""
    return f"{head}{issuing(plan, committee)}"


def symbol_of(plan: Plan, kind: str) -> str:
    """Return the symbol of a paper of this kind of the plan's agency: BC-UBND, BC-SNV."""
    if is_committee(plan):
        return f"{kind}-UBND"
    _, _, agency = (plan.document.symbol or "").partition("-")
    return f"{kind}-{agency or plan.owner.initials}"


def superior_lines(plan: Plan) -> tuple[str, ...]:
    """Return the lines of the superior agency; most communes print none."""
    above = "" if is_committee(plan) else f"UBND {plan.owner.body}"
    return _agency_lines(plan.document.superior or above)


def issuer_lines(plan: Plan) -> tuple[str, ...]:
    """Return the lines of the issuing agency."""
    lines = _agency_lines(plan.owner.own_name)
    return ("ỦY BAN NHÂN DÂN", *lines) if is_committee(plan) else lines


def _agency_lines(name: str) -> tuple[str, ...]:
    return balanced(name.upper(), AGENCY_COLUMN_MM, AGENCY_SIZE)


def place_of(plan: Plan) -> str:
    """Return the place named before the date."""
    if plan.document.place:
        return plan.document.place
    # A name after a person keeps its kind: "Thành phố Hồ Chí Minh, ngày ...".
    owner = plan.owner
    return owner.body if owner.body.startswith("Thành phố ") else owner.place_name


def place_and_date(place: str, date: str) -> str:
    """Return the line of place and date, in two lines when it is long."""
    return broken_line(f"{place},", date, limit=DATE_COLUMN_MM)


def broken_line(first: str, rest: str, limit: float = TEXT_MM) -> str:
    """Join two parts of a centred line, by a line break when they are too long for one."""
    fits = width_mm(f"{first} {rest}", LINE_SIZE) <= limit
    return f"{first}{' ' if fits else _NEW_LINE}{rest}"


def letterhead(plan: Plan, date: str, symbol: str = "", number: str = BLANK) -> dict[str, Any]:
    """Return what the head of a paper prints, from the agency to the line of place and date.

    `date` is the date in words; a paper without `symbol` has no number either.
    """
    place = place_of(plan)
    return {
        "agency": agency_names(plan), "year": str(plan.year), "superior": superior_lines(plan),
        "issuer": issuer_lines(plan), "number": number if symbol else "", "symbol": symbol,
        "number_line": f"Số: {number}/{symbol}" if symbol else "", "place": place,
        "date_line": place_and_date(place, date),
    }  # fmt: skip


def plan_citation(plan: Plan) -> str:
    """Return how another paper names the plan: Kế hoạch số ... ngày ... của ..."""
    document, decision = plan.document, plan.document.decision
    if decision:
        number = padded_number(decision.number)
        date = date_words(decision.date, plan.year)
        return (
            f"Kế hoạch ban hành kèm theo Quyết định số {number}/{decision.symbol} {date} của "
            f"{decision.issuer}"
        )
    symbol = document.symbol or symbol_of(plan, "KH")
    date = date_words(document.date, plan.year)
    return f"Kế hoạch số {padded_number(document.number)}/{symbol} {date} của {issuer_name(plan)}"


def recipient_lines(recipients: Sequence[str], archive: str | None) -> tuple[str, ...]:
    """Return the list of recipients with the archive as its last line."""
    return enumerated((*recipients, *([archive] if archive else [])), "- ")


def later_recipients(plan: Plan, recipients: Sequence[str]) -> tuple[str, ...]:
    """Return the recipients of a paper that follows from the plan: it is kept on file as well."""
    return recipient_lines(recipients, plan.document.archive or "Lưu: VT")


def signer_lines(document: Document) -> SignerLines:
    """Return who signs the plan; nothing when a decision carries the signature."""
    signer = document.signer
    if signer is None or document.decision:
        return SignerLines()
    return SignerLines(signer.authority, signer.post, signer.name)


def later_signer(plan: Plan, name: str | None = None) -> SignerLines:
    """Return who signs papers that follow from the plan: the plan's signer, or the head.

    `name` takes the place of the name; a plan issued with a decision names nobody.
    """
    signer = plan.document.signer
    if signer is None:
        as_committee = is_committee(plan) and plan.document.issuer == "committee"
        authority = ("TM. ỦY BAN NHÂN DÂN",) if as_committee else ()
        return SignerLines(authority, plan.owner.of_level.post, name or "")
    return SignerLines(signer.authority, signer.post, name or signer.name)


def file_properties(
    plan: Plan,
    kind: str,
    title: str,
    date: PartialDate | None = None,
    dated: PartialDate | None = None,
) -> Properties:
    """Return what the file says about itself, made on `date` or when the plan was.

    `place_and_date` is the date that the paper bears, if it bears one already.
    """
    document = plan.document
    date = date or document.issue_date
    created = (date or PartialDate(plan.year, 1)).first
    return Properties(
        title=f"{kind} {title}",
        subject=KINDS[plan.kind].subject,
        creator=issuer_name(plan),
        created=f"{created.isoformat()}T00:00:00Z",
        kind=kind,
        date=short_date(dated) if dated is not None and dated.day is not None else "",
    )

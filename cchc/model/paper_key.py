"""How a plan is cited when another one amends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.model.document import AmendedPlan, Decision, Document

SYMBOL = "KH-UBND"


def paper_key(paper: AmendedPlan | Decision | Document) -> str:
    """Return number, symbol and year of a paper, without leading zeros; empty while one is blank."""
    if not paper.number or not paper.date:
        return ""
    return f"{paper.number.lstrip('0')}/{paper.symbol or SYMBOL}/{paper.date.year}".casefold()


def cited_as(paper: AmendedPlan | Decision | Document) -> str:
    """Return number and symbol as they are cited."""
    return f"{paper.number or ''}/{paper.symbol or SYMBOL}"

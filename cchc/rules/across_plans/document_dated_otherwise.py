"""Two plans cite one document with two dates.

Why: a document has one date; one of the plans sends its readers to nothing, and may have passed the
slip on.

Source: docs/citations.md: a document is known by symbol, issuer and year. Documents that the
register has are compared with it instead.

Bad:
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch cải
        cách hành chính năm 2026
    ---
    kind: kstthc
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 26/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch cải
        cách hành chính năm 2026
Good:
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch cải
        cách hành chính năm 2026
    ---
    kind: kstthc
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch cải
        cách hành chính năm 2026
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.across_plans import Claim, Named
from cchc.rules.across_plans._same_document import cited

if TYPE_CHECKING:
    from cchc.rules._facts import Facts

CODE = "X004"
SEVERITY = Severity.WARNING


def claims(facts: Facts) -> Iterator[Claim]:
    """Yield the date of each cited document."""
    for place, citation, key in cited(facts):
        if citation.date:
            yield Claim(
                key, f"{citation.date:%d/%m/%Y}", place, citation.symbol or "", citation.date_text
            )


def conflict(earlier: Claim, of: Named, later: Claim) -> Hit | None:
    """Find dates that differ from those of earlier plans."""
    if earlier.value == later.value:
        return None
    return Hit(
        later.place,
        say("{plan} dates {document} {date}",
            plan=of.id, document=later.shown, date=earlier.value),
        say("check the date against the original and write the same one everywhere"),
        within=later.within,
    )  # fmt: skip

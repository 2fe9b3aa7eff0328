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

from collections.abc import Hashable
from datetime import date

from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan
from cchc.rules.across_plans._same_document import cited

CODE = "X004"
SEVERITY = Severity.WARNING


def claims(facts: Facts) -> Claims:
    """Yield the date of each cited document; of two in one plan the second is told by C014."""
    first: dict[Hashable, date] = {}
    for place, citation, key in cited(facts):
        if citation.date and first.setdefault(key, citation.date) == citation.date:
            yield Claim(
                key, f"{citation.date:%d/%m/%Y}", place, citation.symbol or "", citation.date_text
            )


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
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

"""Two plans cite one document under two titles.

Why: one of the titles is not that of the original; the next plan will copy either.

Source: docs/citations.md: a document is known by symbol, issuer and year. Documents that the
register has are compared with it instead.

Bad:
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch cải
        cách hành chính năm 2026
    ---
    kind: kstthc
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch kiểm
        soát thủ tục hành chính năm 2026
Good:
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch cải
        cách hành chính năm 2026
    ---
    kind: kstthc
    bases:
      - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về việc ban hành
        Kế hoạch cải cách hành chính
"""

from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan
from cchc.rules.across_plans._same_document import cited

CODE = "X006"
SEVERITY = Severity.INFO


def claims(facts: Facts) -> Claims:
    """Yield the title of each cited document."""
    for place, citation, key in cited(facts):
        if citation.title:
            yield Claim(key, citation.title, place, citation.symbol or "", citation.title)


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
    """Find titles that leave those of earlier plans."""
    from cchc.rules._register import same_title

    if same_title(later.value, earlier.value):
        return None
    return Hit(
        later.place,
        say("{plan} gives {document} another title: {title}",
            plan=of.id, document=later.shown, title=earlier.value),
        say("check the title against the original and write the same one everywhere"),
        within=later.within,
    )  # fmt: skip

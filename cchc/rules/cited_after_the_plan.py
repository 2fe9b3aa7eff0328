"""A document is cited whose date is later than the plan's own.

Why: a plan cannot rest on a paper that did not exist when it was signed; one of the dates is wrong.

Source: docs/citations.md, checks beyond the form.

Bad:
    document: {date: 05/01/2026}
    bases:
      - Căn cứ Quyết định số 282/QĐ-TTg ngày 12/02/2026 của Thủ tướng Chính phủ ban hành Kế hoạch
        cải cách hành chính nhà nước giai đoạn 2026 - 2030
Good:
    document: {date: 05/3/2026}
    bases:
      - Căn cứ Quyết định số 282/QĐ-TTg ngày 12/02/2026 của Thủ tướng Chính phủ ban hành Kế hoạch
        cải cách hành chính nhà nước giai đoạn 2026 - 2030
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "C013"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    """Find cited dates after the plan's date; a blank day counts as the last of its month."""
    written = facts.plan.document.issue_date
    if written is None:
        return
    signed = written.last
    for place, citation in facts.citations:
        if citation.date and citation.date > signed:
            yield Hit(
                place,
                say(
                    "{symbol} is dated {date}, after the plan itself",
                    symbol=citation.symbol or citation.text, date=f"{citation.date:%d/%m/%Y}",
                ),
                say("check both dates against the originals"),
                within=citation.date_text,
            )  # fmt: skip

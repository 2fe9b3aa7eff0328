"""One document is cited with two dates in the same plan.

Why: a document has one date; at least one of the two sends the reader to nothing.

Source: docs/citations.md: a document is known by symbol, issuer and year.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 16/7/2021 của Chính phủ ban hành Chương trình tổng thể
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
"""

from collections.abc import Hashable
from datetime import date

from cchc.language.citation import document_key
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "C014"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    """Find citations whose date differs from that of the first citation of the same document."""
    first: dict[Hashable, date] = {}
    for place, citation in facts.citations:
        if citation.date is None or not citation.symbol:
            continue
        earlier = first.setdefault(document_key(citation), citation.date)
        if earlier != citation.date:
            yield Hit(
                place,
                say(
                    "{symbol} has the date {date} further up",
                    symbol=citation.symbol, date=f"{earlier:%d/%m/%Y}",
                ),
                say("check the date against the original and write the same one everywhere"),
                within=citation.date_text,
            )  # fmt: skip

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

from collections.abc import Iterator, Sequence

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules.together import InRun
from cchc.rules.together._same_document import same_documents

CODE = "X004"
NAME = "document-dated-otherwise"
SEVERITY = Severity.WARNING


def check(plans: Sequence[InRun]) -> Iterator[tuple[InRun, Hit]]:
    """Find dates that differ from those of earlier plans."""
    for earlier, first, one, place, citation in same_documents(plans, "date"):
        if first.date and citation.date and first.date != citation.date:
            yield one, Hit(
                place,
                say("{plan} dates {document} {date}",
                    plan=earlier.source.id, document=citation.symbol,
                    date=f"{first.date:%d/%m/%Y}"),
                say("check the date against the original and write the same one everywhere"),
                within=citation.date_text,
            )  # fmt: skip

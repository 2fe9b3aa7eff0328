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

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._register import same_title
from cchc.rules.together import InRun
from cchc.rules.together._same_document import same_documents

CODE = "X006"
NAME = "document-titled-otherwise"
SEVERITY = Severity.INFO


def check(plans: Sequence[InRun]) -> Iterator[tuple[InRun, Hit]]:
    """Find titles that leave those of earlier plans."""
    for earlier, first, one, place, citation in same_documents(plans, "title"):
        ours, theirs = citation.title, first.title
        if ours is None or theirs is None or same_title(ours, theirs):
            continue
        yield one, Hit(
            place,
            say("{plan} gives {document} another title: {title}",
                plan=earlier.source.id, document=citation.symbol, title=theirs),
            say("check the title against the original and write the same one everywhere"),
            within=ours,
        )  # fmt: skip

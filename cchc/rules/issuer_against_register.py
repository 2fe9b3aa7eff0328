"""A document is cited as that of another issuer than the register gives.

Why: the committee and its chairman, or two provinces, issue different documents under the same
symbol.

Source: plans/register.yaml of the workspace, kept by its users; docs/citations.md. "UBND tỉnh" is
the province of the plan.

Bad:
    bases:
      - Thực hiện Quyết định số 906/QĐ-UBND ngày 06/4/2025 của UBND tỉnh Thái Nguyên
    ---
    register: 1
    documents:
      - key: qd-906-2025
        kind: Quyết định
        symbol: 906/QĐ-UBND
        date: 06/4/2025
        issuer: Chủ tịch UBND tỉnh Thái Nguyên
Good:
    bases:
      - Thực hiện Quyết định số 906/QĐ-UBND ngày 06/4/2025 của Chủ tịch UBND tỉnh Thái Nguyên
    ---
    register: 1
    documents:
      - key: qd-906-2025
        kind: Quyết định
        symbol: 906/QĐ-UBND
        date: 06/4/2025
        issuer: Chủ tịch UBND tỉnh Thái Nguyên
"""

from cchc.language.names import fold
from cchc.rules._register import full_issuer, same_issuer
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "R006"
SEVERITY = Severity.WARNING
WHOLE = True


def check(facts: Facts) -> Hits:
    for place, citation, entry in facts.registered:
        if entry is None or entry.issuer is None or citation.issuer is None:
            continue
        if not same_issuer(full_issuer(citation.issuer, facts.plan), fold(entry.issuer)):
            yield Hit(
                place,
                say("by the register, {document} was issued by {issuer}",
                    document=citation.symbol, issuer=entry.issuer),
                say("check the issuer against the original; correct it here or in the register"),
                within=citation.issuer,
            )  # fmt: skip

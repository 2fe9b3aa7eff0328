"""A document is cited that the register does not have.

Why: what is not in the register has not been looked up by anybody: number, date and title may be
copied wrongly, or the document may be replaced.

Source: plans/register.yaml of the workspace, kept by its users; docs/citations.md. Nothing is found
in a workspace without a register.

Bad:
    bases:
      - Căn cứ Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện
        Chương trình tổng thể cải cách hành chính
    ---
    register: 1
    documents:
      - key: nq-76-2021
        kind: Nghị quyết
        symbol: 76/NQ-CP
        date: 15/7/2021
        issuer: Chính phủ
Good:
    bases:
      - Căn cứ Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện
        Chương trình tổng thể cải cách hành chính
    ---
    register: 1
    documents:
      - key: ct-23-2021
        kind: Chỉ thị
        symbol: 23/CT-TTg
        date: 02/9/2021
        issuer: Thủ tướng Chính phủ
        title: đẩy mạnh thực hiện Chương trình tổng thể cải cách hành chính
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "R001"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Find the first mention of each document that the register has not."""
    seen: set[str] = set()
    for place, citation, entry in facts.registered:
        name = citation.symbol or citation.text
        if name in seen:
            continue
        seen.add(name)
        if entry is None:
            near = [one.key for one in facts.register_index.with_symbol(citation)]
            yield Hit(
                place,
                say("{document} is not in the register", document=name),
                say("the register has this symbol as: {keys}", keys=", ".join(near))
                if near
                else say("look it up and add it to plans/register.yaml"),
                within=name,
            )

"""A document is cited with another date than the register gives.

Why: a document has one date; the wrong one sends the reader to nothing.

Source: plans/register.yaml of the workspace, kept by its users; docs/citations.md.

Bad:
    bases:
      - Căn cứ Chỉ thị số 23/CT-TTg ngày 03/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện
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

CODE = "R005"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    for place, citation, entry in facts.registered:
        if entry is None or citation.date is None or entry.date is None:
            continue
        day = entry.date.full
        if day and day != citation.date:
            yield Hit(
                place,
                say("the register dates {document} {date}",
                    document=citation.symbol, date=f"{day:%d/%m/%Y}"),
                say("check the date against the original; correct it here or in the register"),
                within=citation.date_text,
            )  # fmt: skip

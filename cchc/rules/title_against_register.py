"""A document is cited under another title than the register gives.

Why: whoever looks the document up by its title does not find it; most such titles were copied from
a plan that already had them wrong.

Source: plans/register.yaml of the workspace, kept by its users; docs/citations.md. Short forms, and
a title that stops early, are no other title.

Bad:
    bases:
      - Căn cứ Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện
        Chương trình tổng thể chuyển đổi số
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

from cchc.rules._register import BACK, same_title
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "R002"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find titles that differ from the register's, in later mentions too."""
    for place, citation, entry in facts.registered:
        if entry is None or entry.title is None or not citation.symbol or citation.title is None:
            continue
        if citation.title.endswith(BACK) or same_title(citation.title, entry.title):
            continue
        yield Hit(
            place,
            say("this is not the title that the register gives {document}",
                document=citation.symbol),
            say("the register: {title}", title=entry.title),
            within=citation.title,
        )  # fmt: skip

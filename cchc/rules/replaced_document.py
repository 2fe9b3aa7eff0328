"""A document is cited that, by the register, another has replaced.

Why: a plan that rests on a document no longer in force is sent back.

Source: plans/register.yaml of the workspace, kept by its users; docs/citations.md. The tool repeats
the register and never judges what is in force.

Bad:
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
        replaced_by: ct-05-2024
      - key: ct-05-2024
        kind: Chỉ thị
        symbol: 05/CT-TTg
        date: 04/3/2024
        issuer: Thủ tướng Chính phủ
Good:
    bases:
      - Căn cứ Chỉ thị số 05/CT-TTg ngày 04/3/2024 của Thủ tướng Chính phủ
    ---
    register: 1
    documents:
      - key: ct-23-2021
        kind: Chỉ thị
        symbol: 23/CT-TTg
        date: 02/9/2021
        issuer: Thủ tướng Chính phủ
        title: đẩy mạnh thực hiện Chương trình tổng thể cải cách hành chính
        replaced_by: ct-05-2024
      - key: ct-05-2024
        kind: Chỉ thị
        symbol: 05/CT-TTg
        date: 04/3/2024
        issuer: Thủ tướng Chính phủ
"""

from cchc.rules._register import entry_name
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "R004"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find the first mention of documents that the register says are replaced."""
    seen: set[str] = set()
    for place, citation, entry in facts.registered:
        if entry is None or entry.replaced_by is None or entry.key in seen:
            continue
        seen.add(entry.key)
        yield Hit(
            place,
            say("by the register, {document} is replaced by {name}",
                document=citation.symbol or citation.text,
                name=entry_name(entry.replaced_by, facts.register)),
            say("cite the document that replaces it"),
            within=citation.symbol or citation.text,
        )  # fmt: skip

"""A document is cited that, by the register, has been amended, and the plan does not cite what amends
it.

Why: the reader takes the old wording for the rule; a base cites the document "được sửa đổi, bổ
sung" or the amending one beside it.

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
        amended_by: [ct-05-2024]
      - key: ct-05-2024
        kind: Chỉ thị
        symbol: 05/CT-TTg
        date: 04/3/2024
        issuer: Thủ tướng Chính phủ
Good:
    bases:
      - Căn cứ Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện
        Chương trình tổng thể cải cách hành chính
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
        amended_by: [ct-05-2024]
      - key: ct-05-2024
        kind: Chỉ thị
        symbol: 05/CT-TTg
        date: 04/3/2024
        issuer: Thủ tướng Chính phủ
"""

from cchc.rules._register import entry_name
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "R003"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    """Find the first mention of documents that others, not cited in the plan, amend."""
    cited = {entry.key for _, _, entry in facts.registered if entry}
    seen: set[str] = set()
    for place, citation, entry in facts.registered:
        if entry is None or entry.key in seen or not citation.symbol:
            continue
        seen.add(entry.key)
        amending = [key for key in entry.amended_by if key not in cited]
        if amending:
            names = "; ".join(entry_name(key, facts.register) for key in amending)
            yield Hit(
                place,
                say("by the register, {document} is amended by {names}",
                    document=citation.symbol, names=names),
                say("check whether the amendment matters here, and cite it if it does"),
                within=citation.symbol,
            )  # fmt: skip

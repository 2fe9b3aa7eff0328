"""A document's date, issuer and title are repeated in full.

Why: the first mention gives everything; later ones need only kind and symbol, and a long title
typed again is one more place for a slip.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.

Bad:
    bases:
      - Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa
        học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            items:
              - Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát
                triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia.
Good:
    bases:
      - Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa
        học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            items: [Triển khai Nghị quyết số 57-NQ/TW.]
"""

from cchc.language.citation import document_key
from cchc.language.names import fold
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "C019"
SEVERITY = Severity.INFO
WHOLE = True
DocumentKey = tuple[str, str | None, int | None]

_LONG = 8
"""Titles of fewer words do not tire a reader."""


def check(facts: Facts) -> Hits:
    """Find long titles given again for a document already cited with the same one."""
    seen: dict[DocumentKey, str] = {}
    last: dict[tuple[str, str | None], DocumentKey] = {}
    for place, citation in facts.citations:
        if not citation.title or not citation.symbol or citation.issuer is None:
            continue
        key, title = document_key(citation), fold(citation.title)
        if citation.year is None:  # cited again without its date
            key = last.get(key[:2], key)
        last[key[:2]] = key
        if key not in seen:
            seen[key] = title
            continue
        if seen[key] != title or len(title.split()) < _LONG:
            continue
        text = facts.text_at(place)
        start = text.find(citation.title, citation.start)
        if start >= 0:
            yield hit_in(
                place, text, start, start + len(citation.title),
                say("the title of {symbol} stands further up already", symbol=citation.symbol),
                say("after the first time kind and symbol are enough"),
            )  # fmt: skip

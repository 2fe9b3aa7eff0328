"""A piece of the text lies deeper than a paper is divided.

Why: below phần, khoản, điểm and a dash nobody can cite a piece, and readers lose what it belongs to.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6 (bố cục phần, mục, khoản, điểm).

Bad:
    body:
      - title: NỘI DUNG
        items:
          - title: Thủ tục hành chính
            items:
              - text: Công khai thủ tục
                items:
                  - text: Tại trụ sở
                    items: [Bảng niêm yết tầng 1.]
Good:
    body:
      - title: NỘI DUNG
        items:
          - title: Thủ tục hành chính
            items:
              - text: Công khai thủ tục
                items: [Tại trụ sở, trên bảng niêm yết tầng 1.]
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N016"
SEVERITY = Severity.WARNING

_LEVELS = 4
"""I., 1., a) and a dash."""


def check(facts: Facts) -> Hits:
    for found in facts.sections:
        if found.depth == _LEVELS and found.section.items:
            yield Hit(
                (*found.place, "items"),
                say("{label} is divided further than a paper is", label=found.name),
                say("a paper has phần (I.), khoản (1.), điểm (a) and dashes: move these up, or "
                    "say them in one sentence"),
            )  # fmt: skip

"""Siblings are numbered in two styles: "I." and "II", or "a)" beside "2.".

Why: the reader takes another mark for another level of the text.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6: one mark for each level.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        areas:
          - number: I.
            title: CHỈ ĐẠO, ĐIỀU HÀNH
            tasks:
              - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
          - title: CẢI CÁCH THỂ CHẾ
            tasks:
              - {id: b, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        areas:
          - title: CHỈ ĐẠO, ĐIỀU HÀNH
            tasks:
              - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
          - title: CẢI CÁCH THỂ CHẾ
            tasks:
              - {id: b, title: Kiểm tra, product: Báo cáo, deadline: Quý I, lead: [vh-xh]}
"""

from collections import Counter

from cchc.rules._numbers import siblings
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N009"
SEVERITY = Severity.INFO
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find numbers by hand whose style or closing mark is not that of most of their siblings."""
    for group in siblings(facts):
        shapes = Counter((one.mark.style, one.mark.end) for one in group if one.mark)
        if len(shapes) < 2:
            continue
        computed = {(one.mark.style, one.mark.end) for one in group if one.mark and not one.by_hand}
        # What cchc computes is the measure, else the style of most, else the first.
        style, end = next(iter(computed), None) or shapes.most_common(1)[0][0]
        for one in group:
            if one.mark and one.by_hand and (one.mark.style, one.mark.end) != (style, end):
                only_end = one.mark.style == style
                yield Hit(
                    one.place,
                    say("{number} is not in the style of its siblings", number=one.text),
                    say("one style and one closing mark for each level"),
                    replacement=f"{one.mark.above}{one.mark.own}{end}" if only_end else None,
                )

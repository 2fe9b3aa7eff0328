"""A number written by hand does not follow the one before it.

Why: after II comes III; a reader who finds IV looks for a part that was lost.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7 (bố cục: phần, mục, khoản, điểm).

Bad:
    body:
      - {title: MỤC ĐÍCH, items: [{role: purpose, text: Nêu mục đích.}]}
      - {title: NHIỆM VỤ, items: [Nêu nhiệm vụ của xã.]}
      - {number: IV., title: KINH PHÍ, items: [Ngân sách xã bảo đảm kinh phí.]}
      - {number: V., title: TỔ CHỨC THỰC HIỆN, items: [{units: [vh-xh], text: Theo dõi.}]}
      - title: BÁO CÁO
        items: [{text: Báo cáo, deadline: Hằng quý, report: {to: UBND xã}}]
Good:
    body:
      - {title: MỤC ĐÍCH, items: [{role: purpose, text: Nêu mục đích.}]}
      - {title: NHIỆM VỤ, items: [Nêu nhiệm vụ của xã.]}
      - {title: KINH PHÍ, items: [Ngân sách xã bảo đảm kinh phí.]}
      - {title: TỔ CHỨC THỰC HIỆN, items: [{units: [vh-xh], text: Theo dõi.}]}
      - title: BÁO CÁO
        items: [{text: Báo cáo, deadline: Hằng quý, report: {to: UBND xã}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc.messages import say
from cchc.model.finding import Severity
from cchc.rules import Hit
from cchc.rules._facts import Facts
from cchc.rules._numbers import siblings

CODE = "N006"
NAME = "numbers-with-a-gap"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Find Roman and Arabic numbers by hand that are not one more than the number before."""
    for group in siblings(facts):
        last = 0
        above = None
        for one in group:
            mark = one.mark
            if mark is None or mark.style == "letter" or not mark.value:
                continue
            fresh = above is not None and mark.above != above
            if one.by_hand and not fresh and mark.value not in (last, last + 1):
                right = mark.put(last + 1)
                yield Hit(
                    one.place,
                    say("the number {number} where {right} follows", number=one.text, right=right),
                    say("delete “number”: cchc numbers by place; or find the part that is lost"),
                    replacement=right,
                    unsafe=True,
                )
            last, above = mark.value, mark.above

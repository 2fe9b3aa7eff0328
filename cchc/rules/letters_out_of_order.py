"""A point has a letter that the Vietnamese alphabet does not have there.

Why: after d comes đ, then e, g: whoever quotes "điểm e" means the sixth point, and f, j, w and z
number nothing.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6: letters in the order of the Vietnamese
alphabet.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - title: Trách nhiệm chung
            numbering: letter
            items:
              - Kiểm tra.
              - Đôn đốc.
              - Tổng hợp.
              - Báo cáo.
              - {number: e), text: Khen thưởng.}
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - title: Trách nhiệm chung
            numbering: letter
            items:
              - Kiểm tra.
              - Đôn đốc.
              - Tổng hợp.
              - Báo cáo.
              - Khen thưởng.
"""

from cchc.rules._numbers import siblings
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N008"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find letters by hand that are not the next of the alphabet."""
    for group in siblings(facts):
        last = 0
        for one in group:
            mark = one.mark
            if mark is None:
                continue
            if one.by_hand and mark.style == "letter" and mark.value not in (last, last + 1):
                right = mark.put(last + 1)
                yield Hit(
                    one.place,
                    say("the letter {letter} where {right} follows", letter=one.text, right=right)
                    if mark.value
                    else say("{letter} is not a letter of the Vietnamese alphabet", letter=one.text),
                    say("delete “number”: cchc numbers by place; the next letter is {right}",
                        right=right),
                    replacement=right,
                    unsafe=True,
                )  # fmt: skip
            last = mark.value or last + 1

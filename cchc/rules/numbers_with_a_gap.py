"""A number written by hand does not follow the one before it.

Why: after II comes III; a reader who finds IV looks for a part that was lost.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6 (bố cục: phần, mục, khoản, điểm).

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {units: [vh-xh], text: Theo dõi.}
          - {number: 3., text: Các đơn vị khác phối hợp.}
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - {units: [vh-xh], text: Theo dõi.}
          - {text: Các đơn vị khác phối hợp.}
"""

from cchc.model.plan import Area
from cchc.rules._numbers import Numbered, read_typed_mark, siblings
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "N006"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find Roman and Arabic numbers by hand that are not one more than the number before."""
    ends = _ends_of_appendices(facts) if facts.numbered_by_hand else {}
    for group in siblings(facts):
        last = _before(group[0], ends)
        above = None
        if _selected(group):
            continue
        for one in group:
            mark = one.mark
            if mark is None or not mark.value:
                continue
            fresh = mark.style == "letter" or (above is not None and mark.above != above)
            if one.by_hand and not fresh and mark.value not in (last, last + 1):
                right = mark.put(last + 1)
                yield Hit(
                    one.place,
                    say("the number {number} where {right} follows", number=one.text, right=right),
                    say("delete “number”: cchc numbers by place; or find the part that is lost"),
                    replacement=right,
                    unsafe=True,
                )
                if _goes_on(group, one, last):
                    last += 1  # one number out of place; those behind it go on
                    continue
            last, above = mark.value, mark.above


def _selected(group: list[Numbered]) -> bool:
    """Whether rows are some of another list and keep its numbers: 1.2, 3.1, 6.3, the criteria that lost points."""
    marks = [one.mark for one in group]
    return (
        len(group) > 1
        and group[0].place[0] == "appendices"
        and all(one.by_hand for one in group)
        and len({mark.above for mark in marks if mark and mark.above}) > 1
        and all(mark is not None and mark.above for mark in marks)
    )


def _ends_of_appendices(facts: Facts) -> dict[int, int]:
    """Return the number of the last task of each appendix."""
    marks = (
        (row.appendix, read_typed_mark(row.number))
        for row in facts.rows
        if not isinstance(row.row, Area)
    )
    return {appendix: mark.value for appendix, mark in marks if mark}


def _before(first: Numbered, ends: dict[int, int]) -> int:
    """Return the number that `first` follows: that of the table before where tables are counted through."""
    if first.mark is None or not first.by_hand or first.place[0] != "appendices":
        return 0
    end = ends.get(int(first.place[1]) - 1, 0)
    return end if first.mark.value == end + 1 else 0


def _goes_on(group: list[Numbered], one: Numbered, last: int) -> bool:
    """Whether the number behind `one` follows `last`, as if `one` had the number due or were
    not there; and not the number of `one`."""
    at = group.index(one) + 1
    mark = group[at].mark if at < len(group) else None
    if mark is None or one.mark is None or mark.above != one.mark.above:
        return False
    return mark.value in (last + 1, last + 2) and mark.value != one.mark.value + 1

"""A number written by hand is that of another part, section or row.

Why: "2.1" then means two rows, and whoever reports on 2.1 reports on either.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6 (bố cục).

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
          - id: b
            number: 1
            title: Kiểm tra
            product: Báo cáo
            deadline: Quý I
            lead: [vh-xh]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I, lead: [vh-xh]}
          - id: b
            title: Kiểm tra
            product: Báo cáo
            deadline: Quý I
            lead: [vh-xh]
"""

from collections.abc import Iterator

from cchc.model.plan import Area
from cchc.rules._numbers import Numbered, siblings
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "N007"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    """Find equal numbers among sections under one parent, and among the rows of an appendix; one that
    stands by hand in rows one behind the other is one number over several rows."""
    for group in _groups(facts):
        first: dict[str, Numbered] = {}
        before: Numbered | None = None
        for one in group:
            number = one.text.rstrip(" .):")
            other = first.setdefault(number, one)
            goes_on = before and one.by_hand and other.by_hand and before.text == one.text
            before = one
            if other is not one and (one.by_hand or other.by_hand) and not goes_on:
                yield Hit(
                    (one if one.by_hand else other).place,
                    say("the number {number} stands twice", number=number),
                    say("delete “number”: cchc numbers by place"),
                )


def _groups(facts: Facts) -> Iterator[list[Numbered]]:
    if not facts.numbered_by_hand:
        return  # computed numbers are all different, or meant
    for group in siblings(facts):
        if group[0].place[0] == "body":
            yield group
    rows: dict[object, list[Numbered]] = {}
    for row in facts.rows:
        by_hand = row.row.number is not None
        numbering, area = facts.plan.appendices[row.appendix].numbering, isinstance(row.row, Area)
        kind = None if numbering == "level" else area
        within = row.place[:-1] if numbering == "area" and not area else ()
        place: KeyPath = (*row.place, "number")
        rows.setdefault((row.appendix, kind, within), []).append(
            Numbered(place, row.number, None, by_hand)
        )
    yield from rows.values()

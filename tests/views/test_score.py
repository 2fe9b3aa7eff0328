"""The score book against sums worked out by hand, and refused where it does not add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from cchc.edit.begin.carry_forward import carry_forward
from cchc.model.criteria import misfits, printed_points
from cchc.model.plan import Plan
from cchc.views.score import score_book

# Seven fields, 29 criteria of which eight have 22 parts in all: code, maximum, last year, target.
# A field is a list of criteria, a criterion with parts a list of parts.
BOOK: list[list[Any]] = [
    [("3", "2,5", "3"), ("2", "2", "2"), [("2", "1", "2"), ("2", "2", "2"), ("1", "1", "1")],
     ("2", "2", "2")],
    [("4", "3,5", "4"), [("2", "2", "2"), ("1,5", "1", "1,5"), ("1,5", "1,5", "1,5")],
     ("1", "1", "1")],
    [[("4", "3", "4"), ("3", "3", "3"), ("3", "2,25", "2,5")], ("3", "3", "3"), ("4", "3,5", "3,5"),
     [("3", "2", "3"), ("3", "3", "3")], ("2", "2", "2")],
    [("4", "4", "4"), ("3", "3", "3"), [("1", "0,75", "1"), ("1", "1", "1")]],
    [("5", "4", "4,5"), ("2", "2", "2"), [("2", "1,5", "2"), ("2", "2", "2"), ("1", "0,5", "0,5")],
     ("2", "2", "2")],
    [("6", "4,5", "5"), ("3", "3", "3"), [("2", "2", "2"), ("1", "1", "1")]],
    [[("1", "0,5", "1"), ("3", "3", "3"), ("2", "1,5", "2"), ("2", "1", "1,5")], ("3", "2", "2,5"),
     ("2", "2", "2"), ("1", "1", "1"), ("2", "1,5", "1,5"), ("1", "1", "1"), ("1", "1", "1")],
]  # fmt: skip
# Worked out on paper, field by field: maximum, last year, target, lost.
SUMS = [
    ("12", "10,5", "12", "1,5"), ("10", "9", "10", "1"), ("25", "21,75", "24", "3,25"),
    ("9", "8,75", "9", "0,25"), ("14", "12", "13", "2"), ("12", "10,5", "11", "1,5"),
    ("18", "14,5", "16,5", "3,5"),
]  # fmt: skip
WHOLE = ("100", "87", "95,5", "13")
NOT_ARISING = ("7.5", "7.6", "7.7", "7.3")
"""Two, one, one and two points lower the maximum; 5,5 of last year go with them."""


def entries(found: list[Any], code: str = "") -> list[dict[str, Any]]:
    made = []
    for n, one in enumerate(found, start=1):
        own = f"{code}{n}"
        if isinstance(one, list):
            made.append({"code": own, "title": f"Mục {own}", "parts": entries(one, f"{own}.")})
        else:
            keys = zip(("maximum", "previous", "target"), one, strict=True)
            made.append({"code": own, "title": f"Tiêu chí {own}", **dict(keys)})
    return made


def plan(criteria: list[dict[str, Any]], **keys: Any) -> Plan:
    return Plan.model_validate({
        "cchc": "1", "kind": "par-index", "year": "2026",
        "commune": {"level": "xã", "name": "Phú Thịnh", "province": "tỉnh Thái Nguyên"},
        "document": {"title": "X"}, "units": [{"id": "a", "name": "Phòng A"}], "body": ["Một câu"],
        "criteria": criteria, **keys,
    })  # fmt: skip


def row(one: Any) -> tuple[str, ...]:
    points = (one.points["maximum"], one.points["previous"], one.points["target"], one.lost)
    return tuple(map(printed_points, points))


def test_a_book_of_seven_fields_gives_the_sums_worked_out_by_hand():
    held = plan(entries(BOOK))
    assert [len(BOOK), sum(map(len, BOOK))] == [7, 29]
    assert sum(len(one) for field in BOOK for one in field if isinstance(one, list)) == 22
    assert list(misfits(held.criteria)) == []
    found = score_book("x", held, date(2026, 7, 1))
    assert [row(one) for one in found.fields] == SUMS
    assert row(found.whole) == WHOLE


def test_what_does_not_arise_lowers_the_maximum():
    criteria = entries(BOOK)
    for one in criteria[6]["parts"]:
        one["arising"] = "no" if one["code"] in NOT_ARISING else "yes"
    found = score_book("x", plan(criteria), date(2026, 7, 1))
    assert row(found.fields[6]) == ("12", "9", "11", "3")
    assert row(found.whole)[:2] == ("94", "81,5")


def test_a_sum_that_does_not_fit_is_found_at_any_depth():
    criteria = entries(BOOK)
    criteria[2]["parts"][0]["maximum"] = "10,5"  # its parts are 4 + 3 + 3
    criteria[3]["previous"] = "8,75"  # fits
    (wrong,) = misfits(plan(criteria).criteria)
    assert (wrong.code, wrong.written, wrong.added) == ("3.1", Decimal("10.5"), Decimal(10))
    assert wrong.place == ("criteria", 2, "parts", 0, "maximum")
    assert len(wrong.parts) == 3


def test_causes_risk_and_what_is_still_to_win():
    def task(name: str, deadline: str, **record: str) -> dict[str, Any]:
        made: dict[str, Any] = {
            "id": name,
            "title": name,
            "deadline": deadline,
            "criteria": [f"1.{name}"],
        }
        return {**made, "progress": record} if record else made

    parts = [
        {"code": f"1.{name}", "title": name, "maximum": "10", "previous": "8", **more}
        for name, more in (
            ("a", {"target": "9,5"}), ("b", {"appraised": "8"}), ("c", {}), ("d", {"survey": "yes"}),
            ("e", {"previous_self": "10"}), ("f", {"appraised": "9", "self": "9,5"}),
            ("g", {"appraised": "7"}),
        )
    ]  # fmt: skip
    tasks = [
        task("a", "Quý I"),
        task("b", "Quý I", state="done", date="02/4/2026", evidence="1/BC-UBND"),
        task("c", "Quý I", state="done", date="02/3/2026"),
        task("f", "Quý I"),
        task("g", "Quý I", state="done", date="02/3/2026"),
    ]
    held = plan(
        [{"code": "1", "title": "A", "parts": parts}],
        appendices=[{"title": "B", "tasks": tasks}],
        targets=[{"measure": "Chỉ số cải cách hành chính", "at_least": "60", "unit": "điểm"}],
    )
    found = score_book("x", held, date(2026, 7, 1))
    told = {one.title: (one.causes, one.lost, one.at_risk, one.to_win) for one in found.criteria}
    assert told == {
        "a": (("unknown",), 2, Decimal("9.5"), Decimal("1.5")),
        "b": (("late",), 2, 0, 0),
        "c": (("unknown",), 2, 10, 2),
        "d": (("survey",), 2, 0, 2),
        "e": (("below-self",), 2, 0, 2),
        "f": (("not-done", "below-self"), 1, 0, 0),
        "g": (("no-evidence",), 3, 0, 0),
    }
    assert [one.title for one in found.sources] == ["c", "e", "a", "d"]
    assert (found.goal, found.needed) == (60, 4)


def test_points_move_with_the_year():
    data: dict[str, Any] = {
        "cchc": "1", "kind": "par-index", "year": "2025", "document": {"title": "X"}, "units": [],
        "criteria": [{"code": "1", "title": "A", "parts": [
            {"code": "1.1", "title": "B", "maximum": "5", "previous": "3", "self": "4,5",
             "appraised": "4", "target": "5", "evidence": "1/BC"},
            {"code": "1.2", "title": "C", "maximum": "5", "previous": "3", "target": "5"}]}],
        "appendices": [{"title": "B", "columns": [{"key": "previous", "heading": "Điểm thẩm định 2024"}]}],
    }  # fmt: skip
    carried = carry_forward(data, "x", 2026)
    assert carried.data["criteria"][0]["parts"] == [
        {"code": "1.1", "title": "B", "maximum": "5", "previous_self": "4,5", "previous": "4"},
        {"code": "1.2", "title": "C", "maximum": "5"},
    ]
    assert carried.data["appendices"][0]["columns"][0]["heading"] == "Điểm thẩm định 2025"

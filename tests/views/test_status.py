"""How far plans have come, and that this agrees with what is due to the last task."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc.messages import say
from cchc.model.plan import Plan
from cchc.read.load import load, required_plan
from cchc.read.yaml.tree import parse_yaml
from cchc.views.due import Wanted, due
from cchc.views.status import APART, COUNTED, ranked, status
from cchc.views.trend import Past, month_ends, trend

ROOT = Path(__file__).parent.parent.parent
WORKSPACE = ROOT / "tests" / "workspaces" / "due" / "plans"
MONTH_ENDS = month_ends(2026, date(2026, 12, 31))


@pytest.fixture(scope="module")
def plans():
    return [(path.stem, required_plan(load(path))) for path in sorted(WORKSPACE.glob("*.yaml"))]


@pytest.fixture(scope="module")
def recorded_nam_dan():
    """A real plan with a record for two of three rows, in every state and through the year."""
    text = (ROOT / "plans" / "nam-dan.yaml").read_text(encoding="utf-8")
    data = parse_yaml(text).data
    rows = [row for area in data["appendices"][0]["areas"] for row in area["tasks"]]
    for n, row in enumerate(rows):
        if n % 3:
            state = ("done", "done", "running", "suspended")[n % 4]
            row["progress"] = {"state": state, "date": f"{n % 28 + 1}/{n % 12 + 1}/2026"}
    made = Plan.model_validate(data)
    return [("nam-dan", made)]


def test_every_standing_is_counted_once(plan):
    made = plan(
        {"deadline": "Quý I/2026", "progress": {"state": "done", "date": "1/3/2026"}},
        {"deadline": "Quý I/2026", "progress": {"state": "done", "date": "1/4/2026"}},
        {"deadline": "Quý I/2026"},
        {"deadline": "25/7/2026", "progress": {"state": "running"}},
        {"deadline": "Quý IV/2026", "progress": {"state": "running"}},
        {"deadline": "Quý IV/2026", "progress": {"state": "suspended"}},
        {"deadline": "Quý IV/2026"},
        {"deadline": "Thường xuyên"},
        {"deadline": "Thường xuyên", "progress": {"state": "done", "date": "1/4/2026"}},
        {},
    )
    total = status([("a", made)], date(2026, 7, 20)).total
    assert dict(total.counts) == {
        "done": 2, "done-late": 1, "overdue": 1, "due": 1, "running": 1, "suspended": 1,
        "not-recorded": 1, "continuous": 1, "conditional": 1,
    }  # fmt: skip
    assert total.total == 8
    assert total.done_percent == Decimal("37.50")


def test_nothing_to_do_has_no_percentage(plan):
    assert status([("a", plan())], date(2026, 7, 20)).total.done_percent is None


def test_percentages_are_rounded_half_up(plan):
    rows = [{"deadline": "Quý I/2026"} for _ in range(3)]
    rows[0]["progress"] = {"state": "done", "date": "1/3/2026"}
    assert status([("a", plan(*rows))], date(2026, 7, 20)).total.done_percent == Decimal("33.33")


@pytest.mark.parametrize("today", MONTH_ENDS, ids=str)
@pytest.mark.parametrize("which", ["plans", "recorded_nam_dan"])
def test_status_and_due_agree_to_the_last_task(request, which, today):
    plans = request.getfixturevalue(which)
    answer = status(plans, today)
    states = Counter(item.state for item in due(plans, today).items)
    total = answer.total
    assert total["running"] + total["suspended"] + total["not-recorded"] == states["upcoming"]
    for state in ("done", "done-late", "overdue", "due", "continuous", "conditional"):
        assert total[state] == states[state]
    assert sum(group.tally.counts.total() for group in answer.groups["plan"]) == states.total()
    assert sum(group.tally.counts.total() for group in answer.groups["area"]) == states.total()


@pytest.mark.parametrize("today", MONTH_ENDS, ids=str)
def test_each_unit_has_what_due_lists_as_led_by_it(plans, today):
    first = plans[:1]
    for group in status(first, today).groups["unit"]:
        if group.id:
            wanted = Wanted(units={first[0][0]: [group.id]}, lead_only=True)
            listed = Counter(item.state for item in due(first, today, wanted).items)
            assert group.tally.counts.total() == listed.total()
            assert group.tally["overdue"] == listed["overdue"]


def test_the_real_plan_goes_through_every_standing(recorded_nam_dan):
    seen = {one for day in MONTH_ENDS for one in status(recorded_nam_dan, day).total.counts}
    assert seen == {*COUNTED, *APART}


def test_the_states_of_the_year_move_only_forward(plans):
    done = [status(plans, day).total for day in MONTH_ENDS]
    finished = [tally["done"] + tally["done-late"] for tally in done]
    assert finished == sorted(finished)
    assert finished[-1] == 4  # what the two plans record
    assert len({tally.counts.total() for tally in done}) == 1


def test_fields_come_in_their_order_and_headings_without_one_after_them(plans):
    found = [(group.id, group.name) for group in status(plans, date(2026, 7, 20)).groups["area"]]
    assert [key for key, _ in found] == ["steering", "procedures", "public-finance", "tác động", ""]


def test_units_of_a_commune_that_differ_in_spelling_are_one(plan):
    made = plan({"lead": ["vh-xh"]})
    other = plan({"lead": ["a"]}, units=[{"id": "a", "name": "Phòng Văn hoá – Xã hội"}], groups=[])
    (unit,) = status([("a", made), ("b", other)], date(2026, 7, 20)).groups["unit"]
    assert (unit.id, unit.name, unit.agency) == ("vh-xh", "Phòng Văn hóa - Xã hội", "")
    assert unit.tally.counts.total() == 2


def test_units_of_several_communes_are_told_apart(plans):
    found = status(plans, date(2026, 7, 20), by=("unit", "commune")).groups
    economy = [one for one in found["unit"] if one.name.startswith("Phòng Kinh tế")]
    assert [(one.agency, one.name) for one in economy] == [
        ("xã An Bình", "Phòng Kinh tế"), ("xã Bình Minh", "Phòng Kinh tế xã"),
    ]  # fmt: skip
    assert [one.name for one in found["commune"]] == ["xã An Bình", "xã Bình Minh"]


def test_communes_of_one_name_are_told_apart_by_their_province(plan):
    other = {"level": "xã", "name": "An Bình", "province": "tỉnh Lào Cai"}
    made = [("a", plan({})), ("b", plan({}, commune=other))]
    found = status(made, date(2026, 7, 20), by=("commune",)).groups["commune"]
    assert [one.name for one in found] == [
        "xã An Bình, tỉnh Phú Thọ",
        "xã An Bình, tỉnh Lào Cai",
    ]


def test_the_worst_can_stand_on_top(plan):
    late = {"deadline": "1/3/2026"}
    done = late | {"progress": {"state": "done", "date": "1/3/2026"}}
    made = [("tot", plan(done, late)), ("xau", plan(late, late)), ("a", plan(done))]
    answer = status(made, date(2026, 7, 20), by=("plan",))

    def ids(*asked):
        return [one.id for one in ranked(answer, *asked).groups["plan"]]

    assert ids("overdue") == ["xau", "tot", "a"]
    assert ids("done") == ["xau", "tot", "a"]
    assert ids(None) == ["tot", "xau", "a"]
    assert ids("overdue", 1) == ["xau"]
    assert ranked(answer, "overdue", 1).left_out == {"plan": 2}
    assert ranked(answer, "overdue", 1).total == answer.total


def test_month_ends_stop_at_today():
    assert month_ends(2028, date(2028, 3, 30)) == [date(2028, 1, 31), date(2028, 2, 29)]
    assert month_ends(2026, date(2026, 12, 31))[-1] == date(2026, 12, 31)
    assert month_ends(2027, date(2026, 12, 31)) == []


WHY = say("file not found")


def test_the_trend_asks_for_the_past_of_each_month(plan):
    early, late = plan({"deadline": "Quý I"}), plan({"deadline": "Quý I"}, {"deadline": "Quý II"})
    past = {
        1: Past(None), 2: Past("c1", [("a", early)]), 3: Past("c2", [("a", late)], {"b": WHY}),
    }  # fmt: skip
    months = trend(2026, date(2026, 3, 31), lambda day: past[day.month])
    assert [(m.commit, m.plans, m.tally and m.tally.total, m.unreadable) for m in months] == [
        (None, 0, None, {}), ("c1", 1, 1, {}), ("c2", 1, 2, {"b": WHY}),
    ]  # fmt: skip
    assert str(months[0].why) == "none of these plans was there yet"

"""Which items are asked for, in which order, and in which groups."""

from __future__ import annotations

from datetime import date

from cchc.views.due import Wanted, due, grouped

TODAY = date(2026, 7, 20)


def tasks(answer):
    return [item.task for item in answer.items]


def quarter(n):
    return {"deadline": f"Quý {n}/2026"}


def test_overdue_items_of_earlier_periods_are_carried_over_and_nothing_else(plan):
    done = {"state": "done", "date": "1/3/2026"}
    made = plan(quarter(1), quarter(1) | {"progress": done}, quarter(3), quarter(4))
    answer = due([("a", made)], TODAY, Wanted(date(2026, 7, 1), date(2026, 9, 30)))
    assert [item.task for item in answer.carried] == ["t1"]
    assert [item.task for item in answer.dated] == ["t3"]


def test_the_first_and_the_last_day_of_the_period_belong_to_it(plan):
    made = plan(*({"deadline": day} for day in ("30/6/2026", "1/7/2026", "30/9/2026", "1/10/2026")))
    answer = due([("a", made)], date(2026, 1, 1), Wanted(date(2026, 7, 1), date(2026, 9, 30)))
    assert tasks(answer) == ["t2", "t3"]


def test_what_has_no_date_stands_apart_whatever_the_period(plan):
    made = plan({"deadline": "Thường xuyên"}, quarter(1))
    answer = due([("a", made)], TODAY, Wanted(date(2026, 10, 1), date(2026, 12, 31)))
    assert [item.task for item in answer.undated] == ["t1"]


def test_a_unit_is_found_as_lead_as_support_and_through_a_group(plan):
    made = plan(
        {"lead": ["kinh-te"]}, {"lead": ["vh-xh"], "support": ["kinh-te"]},
        {"lead": ["tat-ca"]}, {"lead": ["vh-xh"]},
    )  # fmt: skip
    units = {"a": ["kinh-te"]}
    assert tasks(due([("a", made)], TODAY, Wanted(units=units))) == ["t1", "t2", "t3"]
    leads = Wanted(units=units, lead_only=True)
    assert tasks(due([("a", made)], TODAY, leads)) == ["t1", "t3"]


def test_kinds_of_plan_and_kinds_of_work_narrow_each_other(plan):
    body = [{"title": "A", "items": [{"text": "Nộp kế hoạch", "deadline": "1/8/2026"}]}]
    plans = [("a", plan({}, body=body)), ("b", plan({}, kind="par-index", body=body))]
    duties = due(plans, TODAY, Wanted(kinds=frozenset({"duty"})))
    assert [item.plan for item in duties.items] == ["a", "b"]
    both = due(plans, TODAY, Wanted(kinds=frozenset({"par-index", "duty", "report"})))
    assert [(item.plan, item.source) for item in both.items] == [("b", "duty")]


def test_an_area_is_found_by_a_part_of_its_heading_or_field_without_accents(plan, monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "vi")
    areas = [
        {"title": "THỦ TỤC", "tasks": [{"id": "a", "title": "A"}]},
        {"title": "Mục VIII", "subject": "public-finance", "tasks": [{"id": "b", "title": "B"}]},
    ]
    plans = [("x", plan(appendices=[{"title": "Danh mục", "areas": areas}]))]
    for query, found in (
        ("thu tuc", ["a"]), ("Thủ", ["a"]), ("tai chinh", ["b"]), ("public-finance", ["b"]),
        ("viii", ["b"]), ("khong co", []),
    ):  # fmt: skip
        assert tasks(due(plans, TODAY, Wanted(area=query))) == found


def test_only_the_states_asked_for_remain(plan):
    made = plan(quarter(1), quarter(3), {"deadline": "Thường xuyên"})
    wanted = Wanted(states=frozenset({"overdue", "continuous"}))
    assert tasks(due([("a", made)], TODAY, wanted)) == ["t1", "t3"]


def test_rows_are_sorted_as_asked(plan):
    made = plan(
        quarter(4) | {"lead": ["kinh-te"]}, quarter(1) | {"lead": ["vh-xh"]},
        quarter(2) | {"lead": ["kinh-te"], "progress": {"state": "done", "date": "1/6/2026"}},
    )  # fmt: skip
    plans = [("b", made), ("a", plan(quarter(3)))]
    order = {
        way: [item.task for item in due(plans, TODAY, order=way).dated]
        for way in ("date", "plan", "unit", "state")
    }
    assert order == {
        "date": ["t2", "t3", "t1", "t1"],
        "plan": ["t1", "t2", "t3", "t1"],
        "unit": ["t1", "t3", "t1", "t2"],
        "state": ["t2", "t1", "t1", "t3"],
    }


def test_days_of_rest_are_known_for_the_days_shown_only(plan):
    made = plan({"deadline": "29/11/2026"}, {"deadline": "5/9/2026"})
    answer = due([("a", made)], TODAY, Wanted(date(2026, 11, 1), date(2026, 11, 30)))
    assert {day: off.kind for day, off in answer.days_off.items()} == {date(2026, 11, 29): "sunday"}


def test_an_item_of_several_units_stands_under_each(plan):
    made = plan({"lead": ["kinh-te", "vh-xh"]}, {"lead": ["vh-xh"]}, {})
    other = plan({"lead": ["a"]}, units=[{"id": "a", "name": "Phòng Văn hoá – Xã hội"}], groups=[])
    answer = due([("a", made), ("b", other)], TODAY)
    parts = grouped(answer.items, "unit")
    assert [(part.key, [f"{i.plan}.{i.task}" for i in part.items]) for part in parts] == [
        ("Phòng Kinh tế", ["a.t1"]),
        ("Phòng Văn hóa - Xã hội", ["a.t1", "a.t2", "b.t1"]),
        (None, ["a.t3"]),
    ]


def test_units_of_one_name_are_apart_in_several_communes(plan):
    made = plan({"lead": ["kinh-te"]})
    other = plan(
        {"lead": ["kinh-te"]},
        commune={"level": "phường", "name": "Tân Trào", "province": "tỉnh Tuyên Quang"},
    )
    answer = due([("a", made), ("b", made), ("c", other)], TODAY)
    parts = grouped(answer.items, "unit", answer.agencies)
    assert [(part.key, [item.plan for item in part.items]) for part in parts] == [
        ("phường Tân Trào - Phòng Kinh tế", ["c"]), ("xã An Bình - Phòng Kinh tế", ["a", "b"]),
    ]  # fmt: skip


def test_groups_by_day_come_in_order_of_the_days(plan):
    made = plan({}, {"deadline": "2/3/2026"}, {"deadline": "1/12/2026"}, {"deadline": "2/3/2026"})
    parts = grouped(due([("a", made)], TODAY).items, "date")
    assert [(part.key, len(part.items)) for part in parts] == [
        (date(2026, 3, 2), 2), (date(2026, 12, 1), 1), (None, 1),
    ]  # fmt: skip

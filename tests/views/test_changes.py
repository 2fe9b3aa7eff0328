"""What changed in meaning: edits only, whatever the numbers and the order."""

from __future__ import annotations

import random
from datetime import date

import pytest
from pydantic import BaseModel

from cchc.model import document, plan, section, units, work
from cchc.model import task as tasks
from cchc.model.criteria import Criterion
from cchc.model.plan import Plan
from cchc.outputs.changes_words import FIELDS
from cchc.views.changes import changes
from cchc.views.changes_match import match
from tests.views.conftest import PLAN


def make(**changed) -> Plan:
    return Plan.model_validate(PLAN | changed)


def told(old: Plan | None, new: Plan | None):
    """Return each change as (part, what names it, kind, field, what is told)."""
    found = []
    for one in changes("x", old, new):
        subject, what = one.subject, one.difference
        name = subject.id or subject.number or subject.title
        sides = {"old": what.old, "new": what.new}
        values = {side: value and str(value) for side, value in sides.items()}
        values |= {"added": what.added, "removed": what.removed}
        said = {key: value for key, value in values.items() if value}
        field = f"{what.field}[{what.item}]" if what.item else what.field
        found.append((subject.part, name, one.kind, field, said))
    return found


def task(number: int, **fields) -> dict:
    return {
        "id": f"t{number}", "title": f"Việc số {number}", "product": f"Báo cáo {number}",
        "deadline": "Quý I", "lead": ["vh-xh"], "support": ["kinh-te"], **fields,
    }  # fmt: skip


def table(*areas: list[dict], order: tuple[int, ...] = (), **changed) -> Plan:
    named = [
        {"title": f"Lĩnh vực {n}", "tasks": areas[n - 1]} for n in order or range(1, len(areas) + 1)
    ]
    return make(appendices=[{"title": "Danh mục", "numbering": "level", "areas": named}], **changed)


TWENTY_FOUR = [[task(10 * area + n) for n in range(8)] for area in (1, 2, 3)]


# Tasks


def test_of_a_renumbered_reordered_and_edited_plan_only_the_edits_are_told():
    edited = [[dict(one) for one in area] for area in TWENTY_FOUR]
    edited[0][3]["deadline"] = "Trước 30/11/2026"
    edited[1][0]["support"] = ["van-phong", "kinh-te"]
    edited[2][7]["title"] = "Việc mới hẳn"
    edited[0].insert(0, task(99, title="Chèn lên đầu"))  # every number of area 1 moves
    del edited[1][5]
    for number, area in enumerate(edited):
        random.Random(number).shuffle(area)
    found = told(table(*TWENTY_FOUR), table(*edited, order=(3, 1, 2)))
    assert sorted(found, key=str) == sorted([
        ("task", "t13", "changed", "deadline", {"old": "Quý I", "new": "Trước 30/11/2026"}),
        ("task", "t20", "changed", "support", {"added": ("Văn phòng HĐND và UBND",)}),
        ("task", "t37", "changed", "title", {"old": "Việc số 37", "new": "Việc mới hẳn"}),
        ("task", "t99", "added", "", {"new": "Chèn lên đầu; Quý I; Phòng Văn hóa - Xã hội"}),
        ("task", "t25", "removed", "", {"old": "Việc số 25; Quý I; Phòng Văn hóa - Xã hội"}),
    ], key=str)  # fmt: skip


def test_nothing_but_numbers_and_order_is_no_change():
    turned = [list(reversed(area)) for area in TWENTY_FOUR]
    turned[0][0] = turned[0][0] | {"number": "17"}
    assert told(table(*TWENTY_FOUR), table(*turned, order=(2, 3, 1))) == []


def test_white_space_and_unicode_forms_are_no_change():
    old = table([task(1, title="Hòa giải ở cơ sở")])
    new = table([task(1, title="Ho\u0300a  giải\n ở cơ sở")])
    assert told(old, new) == []


def test_another_area_is_one_change():
    old = table([task(1), task(2)], [task(3)])
    new = table([task(2)], [task(3), task(1)])
    said = {"old": "Lĩnh vực 1", "new": "Lĩnh vực 2"}
    assert told(old, new) == [("task", "t1", "moved", "", said)]


def test_another_area_and_an_edit_are_two_changes_of_one_subject():
    old, new = table([task(1)], [task(2)]), table([], [task(2), task(1, note="gấp")])
    assert [(kind, field) for _, _, kind, field, _ in told(old, new)] == [
        ("moved", ""), ("changed", "note"),
    ]  # fmt: skip


def test_a_new_area_title_moves_no_task():
    titles = ("Cải cách thể chế", "Lĩnh vực 2", "Lĩnh vực 3")
    areas = [
        {"title": title, "tasks": tasks} for title, tasks in zip(titles, TWENTY_FOUR, strict=True)
    ]
    new = make(appendices=[{"title": "Danh mục", "numbering": "level", "areas": areas}])
    said = {"old": "Lĩnh vực 1", "new": "Cải cách thể chế"}
    assert told(table(*TWENTY_FOUR), new) == [("area", "I", "changed", "title", said)]


def test_an_area_is_known_by_its_tasks_when_every_word_of_its_title_is_new():
    def plan(title):
        areas = [{"title": title, "tasks": [task(1)]}, {"title": "B", "tasks": [task(2)]}]
        return make(appendices=[{"title": "Danh mục", "areas": areas}])

    said = {"old": "Chỉ đạo điều hành", "new": "Cải cách thể chế"}
    found = told(plan("Chỉ đạo điều hành"), plan("Cải cách thể chế"))
    assert found == [("area", "I", "changed", "title", said)]


def test_areas_of_one_title_are_told_apart_by_their_table():
    def plan(first, second):
        return make(appendices=[
            {"title": "Một", "areas": [{"title": "Chung", "tasks": [task(n)]} for n in first]},
            {"title": "Hai", "areas": [{"title": "Chung", "tasks": [task(n)]} for n in second]},
        ])  # fmt: skip

    found = told(plan([1], [2]), plan([], [2]))
    assert [(part, kind) for part, _, kind, _, _ in found] == [
        ("area", "removed"), ("task", "removed"),
    ]  # fmt: skip


def test_an_area_added_around_tasks_is_told_with_what_moved_there():
    old, new = table([task(1), task(2)]), table([task(1)], [task(2)])
    assert [(part, kind) for part, _, kind, _, _ in told(old, new)] == [
        ("area", "added"), ("task", "moved"),
    ]  # fmt: skip


def test_an_area_under_another_is_moved_and_its_tasks_are_not():
    inner = {"title": "Nhóm", "tasks": [task(1)]}

    def plan(first, second):
        areas = [{"title": "A", "tasks": first}, {"title": "B", "tasks": second}]
        return make(appendices=[{"title": "Danh mục", "areas": areas}])

    found = told(plan([inner, task(2)], [task(3)]), plan([task(2)], [inner, task(3)]))
    assert found == [("area", "II.1", "moved", "", {"old": "A", "new": "B"})]


def test_an_id_alone_is_told_as_renamed():
    old, new = table([task(1), task(2)]), table([task(2), task(1, id="ten-moi")])
    assert told(old, new) == [("task", "ten-moi", "renamed", "id", {"old": "t1", "new": "ten-moi"})]


def test_an_id_and_an_edit_are_a_task_gone_and_a_task_come():
    old, new = table([task(1)]), table([task(1, id="moi", deadline="Quý II")])
    assert [(name, kind) for _, name, kind, _, _ in told(old, new)] == [
        ("moi", "added"), ("t1", "removed"),
    ]  # fmt: skip


def test_a_unit_with_another_id_and_the_same_name_is_the_same_lead():
    units = [{"id": "vhxh", "name": "Phòng Văn hóa - Xã hội"}, *PLAN["units"][1:]]
    old, new = table([task(1)]), table([task(1, lead=["vhxh"])], units=units)
    renamed = ("unit", "vhxh", "renamed", "id", {"old": "vh-xh", "new": "vhxh"})
    assert told(old, new) == [renamed]


def test_a_unit_with_another_name_is_one_change_however_many_tasks_it_leads():
    units = [{"id": "vh-xh", "name": "Phòng VHXH"}, *PLAN["units"][1:]]
    said = {"old": "Phòng Văn hóa - Xã hội", "new": "Phòng VHXH"}
    found = told(table(*TWENTY_FOUR), table(*TWENTY_FOUR, units=units))
    assert found == [("unit", "vh-xh", "changed", "name", said)]


def test_two_tasks_with_one_id_are_told_apart_by_their_order():
    old = table([task(1, title="A"), task(1, title="B")])
    new = table([task(1, title="A"), task(1, title="C")])
    assert [said for *_, said in told(old, new)] == [{"old": "B", "new": "C"}]


def test_a_renamed_unit_does_not_hide_another_that_was_added_beside_it():
    units = [{"id": "vh-xh", "name": "Phòng VHXH"}, *PLAN["units"][1:]]
    old, new = table([task(1)]), table([task(1, lead=["vh-xh", "van-phong"])], units=units)
    said = {"added": ("Văn phòng HĐND và UBND",)}
    assert told(old, new)[1:] == [("task", "t1", "changed", "lead", said)]


# Deadlines


def deadline(old, new, **changed):
    before, after = table([task(1, deadline=old)]), table([task(1, deadline=new)], **changed)
    (change,) = changes("x", before, after)
    return change.difference


def test_a_deadline_has_the_days_it_meant_and_means():
    found = deadline("Trước 30/11/2026", "Quý IV/2026")
    assert (found.old, found.new, found.wording) == ("Trước 30/11/2026", "Quý IV/2026", False)
    assert (found.old_due, found.new_due) == ((date(2026, 11, 29),), (date(2026, 12, 31),))


@pytest.mark.parametrize(
    ("old", "new"),
    [("Quý I", "Trong quý I/2026"), ("Thường xuyên", "Thường xuyên trong năm"),
     ("Trước 30/11/2026", "Trước ngày 30/11/2026")],
)  # fmt: skip
def test_other_words_for_the_same_days_are_only_wording(old, new):
    found = deadline(old, new)
    assert (found.wording, found.old_due, found.new_due) == (True, (), ())


@pytest.mark.parametrize(
    ("old", "new"), [("Quý I", "Quý II"), ("Quý I", None), ("Quý I", "khi rảnh"),
                     ("Thường xuyên, quý I", "Quý I"), ("Quý II - III", "Quý III/2026")],
)  # fmt: skip
def test_other_days_or_none_are_not_only_wording(old, new):
    assert deadline(old, new).wording is False


def test_each_deadline_is_read_in_the_year_of_its_own_plan():
    found = changes("x", table([task(1)]), table([task(1, deadline="Trong quý I")], year="2027"))
    assert [one.difference.field for one in found] == ["year", "deadline"]
    assert found[1].difference.wording is False
    assert found[1].difference.new_due == (date(2027, 3, 31),)


# Lists and records


def test_lists_are_sets():
    old = table([task(1, lead=["vh-xh", "kinh-te"], support=["tat-ca"])])
    new = table([task(1, lead=["kinh-te", "vh-xh"], support=["lien-quan", "van-phong"])])
    names = ("Các đơn vị liên quan", "Văn phòng HĐND và UBND")
    said = {"added": names, "removed": ("Các cơ quan, đơn vị",)}
    assert told(old, new) == [("task", "t1", "changed", "support", said)]


def test_targets_are_known_by_their_measure():
    old = make(targets=[
        {"measure": "Hồ sơ trực tuyến", "at_least": "80", "unit": "%"},
        {"measure": "Sáng kiến", "exactly": "1"},
    ])  # fmt: skip
    new = make(targets=[
        {"measure": "Hài lòng", "at_least": "90", "unit": "%", "previous": "85"},
        {"measure": "Hồ sơ trực tuyến", "at_least": "85", "unit": "%"},
    ])  # fmt: skip
    assert told(old, new) == [
        ("plan", "", "changed", "targets[Hài lòng]", {"new": "≥ 90 % (last year 85)"}),
        ("plan", "", "changed", "targets[Hồ sơ trực tuyến]", {"old": "≥ 80 %", "new": "≥ 85 %"}),
        ("plan", "", "changed", "targets[Sáng kiến]", {"old": "= 1"}),
    ]


def test_records_are_known_by_their_period():
    first = {"state": "done", "date": "31/3/2026", "occurrence": "2026-Q1"}
    second = {"state": "running", "occurrence": "2026-Q2"}
    last = {"state": "done", "date": "30/6/2026", "evidence": "15/BC-UBND", "occurrence": "2026-Q2"}
    old = table([task(1, progress=[first, second])])
    new = table([task(1, progress=[last, first])])
    said = {"old": "running", "new": "done on 30/06/2026; 15/BC-UBND"}
    assert told(old, new) == [("task", "t1", "changed", "progress[2026-Q2]", said)]


def test_columns_and_numbering_of_a_table_are_compared():
    def plan(**fields):
        return make(appendices=[{"title": "Danh mục", "tasks": [task(1)], **fields}])

    old = plan(columns=[{"key": "number", "heading": "TT"}, {"key": "title", "heading": "Việc"}])
    new = plan(
        numbering="level",
        columns=[{"key": "title", "heading": "Việc"}, {"key": "number", "heading": "STT"}],
    )
    assert told(old, new) == [
        ("appendix", "1", "changed", "columns[number]", {"old": "TT", "new": "STT"}),
        ("appendix", "1", "changed", "numbering", {"old": "running", "new": "level"}),
    ]


# The paper, bases, units


def test_fields_of_the_paper_are_told_by_their_path():
    old = make(document={"symbol": "KH-UBND", "date": "1/2026", "title": "A",
                         "recipients": ["Sở Nội vụ", "Lưu"]})  # fmt: skip
    new = make(
        status="issued", commune=PLAN["commune"] | {"name": "An Hòa"},
        document={"number": "15", "symbol": "KH-UBND", "date": "05/01/2026", "title": "A",
                  "signer": {"post": "CHỦ TỊCH", "name": "Nguyễn Văn An"},
                  "recipients": ["Lưu", "Đảng ủy"]},
    )  # fmt: skip
    assert told(old, new) == [
        ("plan", "", "changed", "status", {"old": "draft", "new": "issued"}),
        ("plan", "", "changed", "commune.name", {"old": "An Bình", "new": "An Hòa"}),
        ("plan", "", "changed", "document.number", {"new": "15"}),
        ("plan", "", "changed", "document.date", {"old": "01/2026", "new": "05/01/2026"}),
        ("plan", "", "changed", "document.signer.post", {"new": "CHỦ TỊCH"}),
        ("plan", "", "changed", "document.signer.name", {"new": "Nguyễn Văn An"}),
        ("plan", "", "changed", "document.recipients",
         {"added": ("Đảng ủy",), "removed": ("Sở Nội vụ",)}),
    ]  # fmt: skip


def test_bases_are_known_by_the_document_they_cite():
    nq = "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ"
    law = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025"
    qd = "Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ"
    old = make(bases=[nq, law])
    new = make(bases=[law, f"Thực hiện {nq[7:]} ban hành Chương trình tổng thể", qd])
    assert told(old, new) == [
        ("base", "76/NQ-CP", "changed", "text",
         {"old": nq, "new": f"Thực hiện {nq[7:]} ban hành Chương trình tổng thể"}),
        ("base", "766/QĐ-TTg", "added", "", {"new": qd}),
    ]  # fmt: skip
    assert told(make(bases=[nq, law]), make(bases=[law, nq])) == []


def test_units_and_groups_are_compared_by_their_fields():
    units = [PLAN["units"][0] | {"aliases": ["P. VHXH"], "kind": "outside"}, PLAN["units"][1],
             {"id": "cong-an", "name": "Công an xã"}]  # fmt: skip
    groups = [PLAN["groups"][0] | {"members": ["vh-xh"]},
              PLAN["groups"][1] | {"members": ["kinh-te"]}]  # fmt: skip
    assert told(make(), make(units=units, groups=groups)) == [
        ("unit", "vh-xh", "changed", "aliases", {"added": ("P. VHXH",)}),
        ("unit", "vh-xh", "changed", "kind", {"old": "own", "new": "outside"}),
        ("unit", "cong-an", "added", "", {"new": "Công an xã"}),
        ("unit", "van-phong", "removed", "", {"old": "Văn phòng HĐND và UBND"}),
        ("group", "tat-ca", "changed", "members",
         {"old": "all units", "new": "Phòng Văn hóa - Xã hội"}),
        ("group", "lien-quan", "changed", "members", {"added": ("Phòng Kinh tế",)}),
    ]  # fmt: skip


# The body


def body(*parts):
    return make(body=list(parts))


PURPOSE = {"title": "MỤC ĐÍCH", "items": ["Nâng cao chất lượng phục vụ.", "Tăng cường kỷ cương."]}
WORK = {"title": "TỔ CHỨC THỰC HIỆN", "items": [
    {"units": ["vh-xh"], "items": ["Theo dõi.", "Tổng hợp báo cáo gửi Ủy ban nhân dân tỉnh."]},
    {"units": ["kinh-te"], "items": ["Bố trí kinh phí."]},
]}  # fmt: skip


def test_sections_in_another_order_are_no_change():
    turned = {**WORK, "items": list(reversed(WORK["items"]))}
    assert told(body(PURPOSE, WORK), body(turned, PURPOSE)) == []


def test_an_edited_sentence_is_found_by_what_stayed():
    edited = {"title": "MỤC ĐÍCH", "items": ["Mới.", "Nâng cao hơn nữa chất lượng phục vụ.",
                                             "Tăng cường kỷ cương."]}  # fmt: skip
    said = {"old": "Nâng cao chất lượng phục vụ.", "new": "Nâng cao hơn nữa chất lượng phục vụ."}
    assert told(body(PURPOSE, WORK), body(edited, WORK)) == [
        ("section", "I.1", "added", "", {"new": "Mới."}),
        ("section", "I.2", "changed", "text", said),
    ]


def test_a_section_added_or_removed_is_one_change_with_all_it_holds():
    found = told(body(PURPOSE, WORK), body(PURPOSE))
    assert found == [("section", "II", "removed", "", {"old": "TỔ CHỨC THỰC HIỆN"})]
    found = told(body(PURPOSE), body(WORK, PURPOSE))
    assert found == [("section", "I", "added", "", {"new": "TỔ CHỨC THỰC HIỆN"})]


def test_a_duty_is_known_by_its_units():
    first, second = WORK["items"]
    edited = {**WORK, "items": [second, {**first, "items": ["Chủ trì."]}]}
    found = told(body(PURPOSE, WORK), body(PURPOSE, edited))
    assert [(name, kind) for _, name, kind, _, _ in found] == [
        ("II.2.-1", "added"), ("II.1.-1", "removed"), ("II.1.-2", "removed"),
    ]  # fmt: skip


def test_a_section_with_an_id_is_known_wherever_it_stands():
    report = {"id": "bao-cao", "text": "Báo cáo quý.", "deadline": "Quý I"}
    later = {"id": "bao-cao", "text": "Gửi báo cáo hằng quý cho tỉnh.", "deadline": "Quý II"}
    old = body({**PURPOSE, "items": [report]}, WORK)
    new = body({**PURPOSE, "items": []}, {**WORK, "items": [*WORK["items"], later]})
    assert [(name, kind, field) for _, name, kind, field, _ in told(old, new)] == [
        ("bao-cao", "moved", ""), ("bao-cao", "changed", "text"), ("bao-cao", "changed", "deadline"),
    ]  # fmt: skip


def test_a_section_taken_whole_to_another_place_is_moved():
    first, second = WORK["items"]
    new = body(PURPOSE, {**WORK, "items": [second]}, {"title": "KHÁC", "items": [first]})
    assert [(kind, said) for *_, kind, _, said in told(body(PURPOSE, WORK), new)] == [
        ("added", {"new": "KHÁC"}),
        ("moved", {"old": "TỔ CHỨC THỰC HIỆN", "new": "KHÁC"}),
    ]


def test_an_id_given_to_a_section_is_no_change_and_another_one_is():
    named = [{**PURPOSE, "id": name} for name in ("muc-dich", "muc-tieu")]
    assert told(body(PURPOSE), body(named[0])) == []
    said = {"old": "muc-dich", "new": "muc-tieu"}
    found = told(body(named[0]), body(named[1]))
    assert found == [("section", "muc-tieu", "renamed", "id", said)]


def test_a_rule_of_reporting_is_compared_by_its_fields():
    rule = {"text": "Báo cáo quý", "report": {"to": "Sở Nội vụ", "via": "vh-xh"}}
    other = {"text": "Báo cáo quý", "report": {"to": "UBND tỉnh", "via": "van-phong"}}
    assert told(body(rule), body(other)) == [
        ("section", "I", "changed", "report.to", {"old": "Sở Nội vụ", "new": "UBND tỉnh"}),
        ("section", "I", "changed", "report.via",
         {"old": "Phòng Văn hóa - Xã hội", "new": "Văn phòng HĐND và UBND"}),
    ]  # fmt: skip


# Whole plans, and every field


def test_a_plan_of_one_side_is_one_change():
    assert told(None, make()) == [
        ("plan", "Cải cách hành chính", "added", "", {"new": "Cải cách hành chính"})
    ]
    assert told(make(), None)[0][2] == "removed"
    assert told(make(), make()) == []


def test_every_field_of_the_model_has_a_name_in_words():
    rooms = (document, plan, section, tasks, units, work)
    kinds = {kind for room in rooms for kind in vars(room).values() if isinstance(kind, type)}
    named = {
        field
        for kind in kinds
        if issubclass(kind, BaseModel)
        and kind
        not in (work.Target, work.Progress, plan.Column, document.CitedBase, work.Link, Criterion)
        for field in kind.model_fields
    }
    never_told = {"cchc", "bases", "groups", "body", "appendices", "areas", "tasks", "items", "id"}
    assert named - never_told == set(FIELDS)


def test_points_of_a_score_book_are_told_by_criterion():
    def book(target):
        part = {"code": "1.1", "title": "Kế hoạch", "maximum": "2,5", "target": target}
        return {"criteria": [{"code": "1", "title": "Chỉ đạo", "parts": [part]}]}

    ((part, _, _, field, said),) = told(make(**book("1,5")), make(**book("2")))
    assert (part, field) == ("plan", "criteria[1.1. Kế hoạch]")
    assert said["old"].endswith(" 1,5")
    assert said["new"].endswith(" 2")


# Matching


def test_what_no_key_pairs_goes_to_the_most_alike():
    old, new = ["a b c d e", "p q r s t"], ["p q r s x", "a b c x y", "m"]
    assert match(old, new, text=str) == [
        ("p q r s t", "p q r s x"), ("a b c d e", "a b c x y"), (None, "m"),
    ]  # fmt: skip


def test_capital_letters_do_not_make_texts_unlike():
    assert match(["cải cách thể chế"], ["CẢI CÁCH THỂ CHẾ"], text=str) == [
        ("cải cách thể chế", "CẢI CÁCH THỂ CHẾ")
    ]


def test_too_many_texts_are_not_compared():
    old = [f"a b c d {n}" for n in range(60)]
    new = [f"a b c d {n}" for n in range(100, 160)]
    assert {one for one, other in match(old, new, text=str) if other} == {None}

"""Several sheets at once, sheets older than the plan, and who has not answered."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.edit.progress.journal import record
from cchc.edit.progress.request import Request
from tests.edit.sheets import TODAY, faults_of, filled, made_from, taken, workspace
from tests.edit.test_sheet_legal import records

DAY = date(2026, 5, 20)
DONE = {"state5": "Hoàn thành", "date5": DAY}
"""Row 5 is IV.8.1, which every unit of the commune leads."""


@pytest.fixture
def here(tmp_path):
    return workspace(tmp_path, "nam-dan")


@pytest.fixture
def plan(here):
    return here / "plans" / "nam-dan.yaml"


def both(here, first, second):
    """Take in the sheets of two units that lead the same task."""
    return taken(
        here,
        filled(here / "a.xlsx", "nam-dan", "kinh-te", first),
        filled(here / "b.xlsx", "nam-dan", "pvhcc", second),
    )


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (
            {"state5": "Đang thực hiện", "date5": DAY},
            "K5: “Đang thực hiện” contradicts “Hoàn thành” in a.xlsx: Phiếu!K5",
        ),
        (
            {"state5": "Hoàn thành", "date5": "21/5/2026"},
            "L5: “21/05/2026” contradicts “20/05/2026” in a.xlsx: Phiếu!L5",
        ),
    ],
)
def test_two_units_that_contradict_each_other_are_told_with_both_cells(here, plan, second, fault):
    before = plan.read_bytes()
    assert faults_of(both(here, DONE, second)) == [
        f"b.xlsx: Phiếu!{fault} (the units agree on one answer; correct or clear the other cell)"
    ]
    assert plan.read_bytes() == before


def test_two_units_that_agree_are_one_record(here):
    intake = both(here, DONE, {**DONE, "date5": "20/05/2026"})
    assert intake.faults == []
    assert len(intake.changes) == len(records(here)) == 1


def test_what_one_unit_leaves_open_the_other_may_say(here):
    both(here, {"state5": "Hoàn thành"}, {"date5": DAY, "evidence5": "15/BC-UBND"})
    (record_,) = records(here).values()
    assert (record_.state, record_.date.full, record_.evidence) == ("done", DAY, "15/BC-UBND")


def test_evidence_and_remarks_of_several_units_stand_together(here):
    one = {**DONE, "evidence5": "15/BC-UBND", "note5": "đủ"}
    two = {**DONE, "evidence5": "16/BC-UBND", "note5": "chậm"}
    intake = both(here, one, two)
    assert intake.faults == []
    (made,) = records(here).values()
    assert made.evidence == "15/BC-UBND; 16/BC-UBND"
    assert made.note == "Phòng Kinh tế: đủ; Trung tâm Phục vụ hành chính công: chậm"
    other_way_round = taken(here, here / "b.xlsx", here / "a.xlsx")
    assert (other_way_round.faults, other_way_round.changes) == ([], [])


def test_two_copies_of_one_sheet_may_not_differ_in_anything(here):
    files = [
        filled(here / "a.xlsx", "nam-dan", "pvhcc", {**DONE, "evidence5": "15/BC-UBND"}),
        filled(here / "a (1).xlsx", "nam-dan", "pvhcc", {**DONE, "evidence5": "16/BC-UBND"}),
    ]
    assert [fault.split(" (the")[0] for fault in faults_of(taken(here, *files))] == [
        "a (1).xlsx: Phiếu!M5: “16/BC-UBND” contradicts “15/BC-UBND” in a.xlsx: Phiếu!M5"
    ]


def test_two_equal_copies_of_one_sheet_are_one(here):
    files = [
        filled(here / name, "nam-dan", "pvhcc", {**DONE, "note5": "đủ"}) for name in ["a.xlsx", "b.xlsx"]
    ]  # fmt: skip
    intake = taken(here, *files)
    assert (intake.faults, len(intake.changes)) == ([], 1)
    assert next(iter(records(here).values())).note == "đủ"


def test_an_answer_that_was_copied_into_a_second_sheet_of_the_file(here):
    def copy(book):
        book.copy_worksheet(book["Phiếu"]).title = "Phiếu (2)"
        book["Phiếu (2)"]["K5"].value = "Tạm dừng"

    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", DONE, copy)
    assert [fault.split(" (the")[0] for fault in faults_of(taken(here, file))] == [
        "a.xlsx: Phiếu (2)!K5: “Tạm dừng” contradicts “Hoàn thành” in a.xlsx: Phiếu!K5"
    ]


# The plan has changed since the sheet was made.

SINCE = "the plan has changed since this sheet was made; now: "
THEN = "check that the answer still holds, then add --accept-changed; or make a new sheet"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "title: Ban hành Kế hoạch kiểm tra công tác cải cách TTHC năm 2026",
            "title: Ban hành Kế hoạch kiểm tra cải cách TTHC",
            f"E8: {SINCE}“Ban hành Kế hoạch kiểm tra cải cách TTHC” ({THEN})",
        ),
        (
            "product: Kế hoạch\n            deadline: Quý I/2026\n            lead:\n"
            "              - pvhcc\n            support:\n              - lien-quan\n"
            "          - id: cat-giam",
            "product: Quyết định\n            deadline: Trước 30/6/2026\n            lead:\n"
            "              - pvhcc\n            support:\n              - lien-quan\n"
            "          - id: cat-giam",
            f"F8: {SINCE}“Quyết định” ({THEN})\n"
            f"H8: {SINCE}“Trước 30/6/2026” ({THEN})",
        ),
    ],
)  # fmt: skip
def test_a_row_whose_task_has_changed_is_told_with_what_the_plan_says_now(
    here, plan, old, new, fault
):
    replace(plan, old, new)
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state8": "Tạm dừng"})
    intake = taken(here, file)
    assert faults_of(intake) == [f"a.xlsx: Phiếu!{line}" for line in fault.splitlines()]
    assert len(taken(here, file, accept=True).changes) == 1


def test_a_row_that_has_changed_and_was_left_empty_hinders_nothing(here, plan):
    replace(
        plan, "title: Ban hành Kế hoạch kiểm tra công tác cải cách TTHC năm 2026", "title: Khác"
    )
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state7": "Tạm dừng"})
    intake = taken(here, file)
    assert (intake.faults, len(intake.changes)) == ([], 1)


def test_a_task_that_is_gone_cannot_be_answered_even_when_changes_are_accepted(here, plan):
    replace(plan, "- id: kiem-tra-tthc", "- id: kiem-tra-moi")
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", {"state8": "Tạm dừng"})
    for accept in (False, True):
        assert [
            fault.split(" (the")[0] for fault in faults_of(taken(here, file, accept=accept))
        ] == ["a.xlsx: Phiếu!E8: the plan has no task “18” any more"]


def test_a_duty_without_an_id_is_never_taken_for_another_one(here, plan):
    # The number of a section without an id belongs to another text as soon as the plan moves.
    replace(plan, "          - id: bao-cao-vuong-mac\n            units:", "          - units:")
    made = made_from(plan)
    replace(plan, "nếu có khó khăn, vướng mắc", "khi có khó khăn, vướng mắc")
    filling = {"state10": "Đang thực hiện"}
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", filling, made=made)
    (fault,) = faults_of(taken(here, file, accept=True))
    assert fault == (
        f"a.xlsx: Phiếu!H10: {SINCE}“khi có khó khăn, vướng mắc”"
        " (make a new sheet with “cchc sheet out”; this row has no id of its own)"
    )


def entered(here, **values):
    request = Request("plans/nam-dan.yaml", "kiem-tra-tthc", **values)
    assert not record([request], here, TODAY).refusals


@pytest.mark.parametrize(
    ("since", "filling", "text"),
    [
        (
            {"state": "done", "date": date(2026, 5, 16), "evidence": "15/BC-UBND"},
            {"state8": "Đang thực hiện"},
            "Hoàn thành 16/05/2026; 15/BC-UBND",
        ),
        (
            {"state": "done", "date": date(2026, 5, 16)},
            {"state8": "Hoàn thành", "date8": DAY},
            "Hoàn thành 16/05/2026",
        ),
        (
            {"state": "running", "note": "chờ kinh phí"},
            {"state8": "Đang thực hiện", "note8": "sắp xong"},
            "Đang thực hiện; chờ kinh phí",
        ),
    ],
)
def test_a_sheet_does_not_write_over_what_was_recorded_after_it_was_made(
    here, plan, since, filling, text
):
    entered(here, **since)
    before = plan.read_bytes()
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", filling)
    assert faults_of(taken(here, file)) == [
        f"a.xlsx: Phiếu!K8: recorded since this sheet was made: {text}"
        " (if the sheet is right, add --accept-changed; else clear this row)"
    ]
    assert plan.read_bytes() == before
    assert len(taken(here, file, accept=True).changes) == 1


@pytest.mark.parametrize(
    ("since", "filling"),
    [
        ({"state": "running", "date": date(2026, 5, 16)}, {"state8": "Hoàn thành", "date8": DAY}),
        ({"state": "running"}, {"state8": "Tạm dừng", "note8": "chờ kinh phí"}),
        ({"state": "done", "date": DAY}, {"state8": "Hoàn thành", "evidence8": "15/BC-UBND"}),
        ({"state": "done", "date": DAY, "evidence": "15/BC-UBND"}, {"note8": "đủ"}),
    ],
)
def test_a_sheet_may_go_on_from_what_was_recorded_after_it_was_made(here, since, filling):
    entered(here, **since)
    intake = taken(here, filled(here / "a.xlsx", "nam-dan", "pvhcc", filling))
    assert (intake.faults, len(intake.changes)) == ([], 1)


# Who has not answered.


def owed(intake):
    return [
        (one.unit, one.has_sheet, [row.item.number for row in one.rows]) for one in intake.silent
    ]


def test_units_without_a_sheet_and_rows_left_empty_are_named(here):
    filling = {f"state{row}": "Đang thực hiện" for row in (6, 7, 8, 9, 10)}
    assert owed(taken(here, filled(here / "a.xlsx", "nam-dan", "pvhcc", filling))) == [
        ("vh-xh", False, ["IV.8.1", "1", "IV.1.2", "2"]),
        ("kinh-te", False, ["IV.8.1"]),
        ("van-phong", False, ["IV.8.1"]),
        ("pvhcc", True, ["IV.8.1"]),
        ("dich-vu", False, ["IV.8.1", "2"]),
    ]


def test_a_unit_owes_nothing_that_another_unit_has_answered(here):
    filling = {f"state{row}": "Đang thực hiện" for row in range(5, 11)}
    assert owed(taken(here, filled(here / "a.xlsx", "nam-dan", "pvhcc", filling))) == [
        ("vh-xh", False, ["1", "IV.1.2", "2"]), ("dich-vu", False, ["2"]),
    ]  # fmt: skip


def test_an_empty_sheet_changes_nothing_and_owes_every_row(here, plan):
    before = plan.read_bytes()
    intake = taken(here, filled(here / "a.xlsx", "nam-dan", "pvhcc", {}))
    assert (intake.faults, intake.changes, intake.answers) == ([], [], 0)
    assert ("pvhcc", True, ["IV.8.1", "IV.8.2", "17", "18", "IV.8.2", "IV.8.4"]) in owed(intake)
    assert plan.read_bytes() == before


def test_what_was_done_in_the_meantime_is_owed_no_more(here):
    entered(here, state="done", date=DAY)
    intake = taken(here, filled(here / "a.xlsx", "nam-dan", "pvhcc", {}))
    assert ("pvhcc", True, ["IV.8.1", "IV.8.2", "17", "IV.8.2", "IV.8.4"]) in owed(intake)


def test_work_of_several_units_that_one_of_them_calls_done_is_told(here):
    one = filled(here / "a.xlsx", "nam-dan", "pvhcc", {**DONE, "state7": "Tạm dừng"})
    (shared,) = taken(here, one).shared
    assert (shared.plan, shared.number, shared.period) == ("nam-dan", "IV.8.1", "")
    assert shared.missing == (
        "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND xã",
        "Trung tâm Dịch vụ công",
    )  # fmt: skip
    assert taken(here, one).shared == []  # told once, when it is recorded


def test_work_of_several_units_that_all_call_done_needs_no_word(here):
    units = ("vh-xh", "kinh-te", "van-phong", "pvhcc", "dich-vu")
    files = [filled(here / f"{unit}.xlsx", "nam-dan", unit, DONE) for unit in units]
    intake = taken(here, *files)
    assert (len(intake.changes), intake.shared) == (1, [])

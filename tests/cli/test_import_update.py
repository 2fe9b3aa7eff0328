"""`cchc import FILE --update PLAN`: shown, asked for, written; and no way to lose records."""

from __future__ import annotations

import json

import pytest

from tests.app.returned_plan import PLAN
from tests.app.test_update import Office, deadline, phrase, recorded_row_out


@pytest.fixture
def office(tmp_path, monkeypatch) -> Office:
    monkeypatch.chdir(tmp_path)
    made = Office(tmp_path)
    made.edit(deadline)
    return made


def test_check_shows_the_changes_and_writes_nothing(office, cchc):
    ran = cchc("import", "ke-hoach.docx", "--update", "xuan-mai", "--check")
    assert ran.code == 1
    assert "Quý III/2026 -> Quý II/2026" in ran.out
    assert office.plan.read_text() == PLAN


def test_yes_writes_and_a_second_time_changes_nothing(office, cchc):
    assert cchc("import", "ke-hoach.docx", "--update", "xuan-mai", "--yes").code == 0
    assert "deadline: Quý II/2026" in office.plan.read_text()
    ran = cchc("import", "ke-hoach.docx", "--update", "xuan-mai", "--check")
    assert (ran.code, ran.err) == (0, "")


def test_where_nobody_can_be_asked_nothing_is_written_without_yes(office, cchc):
    ran = cchc("import", "ke-hoach.docx", "--update", "xuan-mai")
    assert ran.code == 2
    assert "--yes" in ran.err
    assert office.plan.read_text() == PLAN


def test_the_answer_as_json(office, cchc):
    office.edit(recorded_row_out)
    ran = cchc("import", "ke-hoach.docx", "--update", "xuan-mai", "--check", "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["kind"], told["written"]) == (1, "update", False)
    assert [one["id"] for one in told["changes"]] == ["kiem-tra", "ra-soat"]
    assert told["withdrawn"] == [
        {"task": "ra-soat", "title": "Rà soát, đơn giản hóa thủ tục hành chính", "records": 1}
    ]
    assert (told["conflicts"], told["unsure"]) == ([], [])


def test_a_conflict_leaves_the_value_and_is_told(office, cchc):
    office.edit(phrase)
    office.plan.write_text(PLAN.replace("deadline: Quý III/2026", "deadline: Quý IV/2026"))
    ran = cchc("import", "ke-hoach.docx", "--update", "xuan-mai", "--yes")
    assert ran.code == 1
    assert "Quý II/2026" in ran.out and "Quý IV/2026" in ran.out
    assert "deadline: Quý IV/2026" in office.plan.read_text()
    assert "08 bậc" in office.plan.read_text()


def test_options_that_go_with_update_alone(office, cchc):
    assert cchc("import", "ke-hoach.docx", "--yes").code == 2
    assert cchc("import", "ke-hoach.docx", "--update", "xuan-mai", "--force").code == 2


def test_force_never_loses_records_unasked(office, cchc):
    words = ("import", "ke-hoach.docx", "--id", "xuan-mai", "--force")
    ran = cchc(*words)
    assert ran.code == 2
    assert "--discard-progress" in ran.err
    assert office.plan.read_text() == PLAN
    assert cchc(*words, "--discard-progress").code in (0, 1)
    assert "progress" not in office.plan.read_text()


def test_a_plan_that_is_there_leads_to_update(office, cchc):
    ran = cchc("import", "ke-hoach.docx", "--id", "xuan-mai")
    assert ran.code == 2
    assert "--update xuan-mai" in ran.err
    assert office.plan.read_text() == PLAN

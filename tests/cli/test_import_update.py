"""`cchc import FILE --update PLAN`: shown, asked for, written; and no way to lose records."""

from __future__ import annotations

import io
import json
import sys

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


@pytest.mark.parametrize(
    ("answer", "writes"),
    [("c", True), ("CÓ", True), ("đồng ý", True), ("yes", True), ("what\ny", True),
     ("k", False), ("không", False), ("n", False), ("", False)],
)  # fmt: skip
def test_yes_and_no_are_understood_in_both_languages(office, cchc, monkeypatch, answer, writes):
    typed = io.StringIO(f"{answer}\n")
    typed.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    ran = cchc("import", "ke-hoach.docx", "--update", "xuan-mai")
    assert (office.plan.read_text() != PLAN) is writes
    assert ("nothing is written" in ran.err) is not writes


def test_a_renamed_plan_takes_its_print_back(office, cchc):
    office.plan.rename(office.plan.with_name("ten-moi.yaml"))
    ran = cchc("import", "ke-hoach.docx", "--update", "ten-moi", "--yes")
    assert ran.code == 0
    assert "printed as “xuan-mai”, which is “ten-moi” now" in ran.err + ran.out
    assert "deadline: Quý II/2026" in office.plan.with_name("ten-moi.yaml").read_text()


@pytest.mark.parametrize("change", [("Xuân Mai", "Xuân Lộc"), ("year: 2026", "year: 2027")])
def test_another_plan_takes_no_print_of_one_that_is_gone(office, cchc, change):
    office.plan.unlink()
    office.plan.with_name("khac.yaml").write_text(PLAN.replace(*change))
    ran = cchc("import", "ke-hoach.docx", "--update", "khac", "--yes")
    assert ran.code == 2
    assert "--update xuan-mai" not in ran.err
    assert "xuan-mai.yaml" in ran.err


def test_a_plan_file_is_not_imported(office, cchc):
    for words in (
        ("plans/xuan-mai.yaml",),
        ("plans/xuan-mai.yaml", "--update", "xuan-mai", "--yes"),
    ):
        ran = cchc("import", *words)
        assert ran.code == 2
        assert "this is a plan file" in ran.err
    office.plan.rename(office.root / "ke hoach.txt")
    ran = cchc("validate", "ke hoach.txt")
    assert ran.code == 2
    assert 'cchc validate "ke hoach.txt"' in ran.err


def test_commands_that_are_shown_can_be_typed(office, cchc):
    office.file.rename(office.root / "KH CCHC 2026.docx")
    ran = cchc("import", "KH CCHC 2026.docx", "-o", "plans/xuan-mai.yaml")
    assert 'cchc import "KH CCHC 2026.docx" --update xuan-mai' in ran.err
    ran = cchc("import", "KH CCHC 2026.docx", "-o", "plans/co dau.yaml")
    assert 'cchc validate "plans/co dau.yaml"' in ran.err
    ran = cchc("init", "thư mục có dấu")
    assert '1. cd "thư mục có dấu"' in ran.err

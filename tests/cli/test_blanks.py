"""A plan with blanks: lists and drafts answer, `validate` says what is blank."""

from __future__ import annotations

import json

import pytest

from tests.intake.test_cases import CASES


@pytest.fixture
def imported(tmp_path, monkeypatch, cchc):
    """Import a paper that names no province, and nothing else; the file is not touched after."""
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path)
    ran = cchc("import", str(CASES / "office" / "base.docx"), "-o", "plans/base.yaml")
    assert ran.code == 1
    assert "cchc due --plan plans/base.yaml" in ran.err
    assert "cchc render" not in ran.err
    return tmp_path / "plans" / "base.yaml"


def test_the_first_due_list_needs_no_look_into_the_file(imported, cchc):
    ran = cchc("due", "--year", "2026", "--today", "2026-03-01", "--format", "json")
    dates = sorted(one["due"] for one in json.loads(ran.out)["items"])
    assert dates == ["2026-03-31", "2026-09-30", "2026-11-29"]


@pytest.mark.parametrize("command", ["status", "assignments", "export"])
def test_lists_answer(imported, cchc, command):
    ran = cchc(command)
    assert (ran.code, "Phòng Văn hóa - Xã hội" in ran.out) == (0, True)


def test_validate_fails_until_the_province_is_filled_in(imported, cchc):
    ran = cchc("validate")
    assert (ran.code, ran.out.count("S006")) == (1, 1)
    imported.write_text(imported.read_text().replace("province:", "province: tỉnh Nghệ An"))
    assert "S006" not in cchc("validate").out


def test_a_draft_is_printed_with_blanks_and_an_issued_plan_is_not(imported, cchc):
    ran = cchc("render", "base")
    assert ran.code == 2
    assert (
        "an issued plan is not printed with blanks: name of the province (commune.province)"
        in ran.err
    )
    imported.write_text(imported.read_text().replace("status: issued", "status: draft"))
    ran = cchc("render", "base")
    assert ran.code == 0
    assert "base: printed with blanks: name of the province (commune.province)" in ran.err


def test_progress_is_recorded(imported, cchc):
    ran = cchc("progress", "base", "2", "--state", "done", "--date", "12/6/2026",
               "--today", "2026-06-15")  # fmt: skip
    assert ran.code == 0
    assert "progress: {state: done, date: 2026-06-12}" in imported.read_text()

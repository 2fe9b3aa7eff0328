"""`cchc deadline` and `cchc schema`."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT


def test_a_phrase_is_explained_with_its_day_of_the_week(cchc):
    ran = cchc("deadline", "Trước 30/11/2026", "--year", "2026")
    assert ran.code == 0
    assert "Sunday, 29/11/2026" in ran.out


def test_the_json_contract(cchc):
    ran = cchc("deadline", "Định kỳ hàng quý, năm", "--year", "2026", "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out) == {
        "schema_version": 1,
        "kind": "deadline",
        "phrase": "Định kỳ hàng quý, năm",
        "deadline_kind": "recurring",
        "due": ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
        "vague": False,
        "notes": [],
    }


@pytest.mark.parametrize("phrase", ["31/6/2026", "bao giờ xong thì thôi"])
def test_what_is_not_understood_exits_with_1(cchc, phrase):
    ran = cchc("deadline", phrase, "--year", "2026")
    assert (ran.code, ran.err) == (1, "")
    assert len(ran.out.splitlines()) == 2  # the reason, and what to write
    answer = json.loads(cchc("deadline", phrase, "--year", "2026", "--format", "json").out)
    assert answer["deadline_kind"] is None
    assert answer["notes"]


def test_inclusive_counts_the_day_itself(cchc):
    ran = cchc("deadline", "Trước 30/11/2026", "--inclusive", "--format", "json")
    assert json.loads(ran.out)["due"] == ["2026-11-30"]


def test_days_counted_from_the_plan(cchc):
    phrase = "Sau 30 ngày kể từ ngày ban hành Kế hoạch này"
    ran = cchc("deadline", phrase, "--issued", "5/1/2026", "--format", "json", "--year", "2026")
    assert json.loads(ran.out)["due"] == ["2026-02-04"]


def test_the_schema_in_docs_is_fresh(cchc):
    """`python -m tests.generate` makes it so."""
    assert (ROOT / "docs" / "plan.schema.json").read_text(encoding="utf-8") == cchc("schema").out


@pytest.mark.parametrize(
    ("phrase", "issued", "due"),
    [
        ("Hằng quý", "10/4/2026", ["2026-06-30", "2026-09-30", "2026-12-31"]),
        ("Tháng 3, 6, 9", "31/3/2026", ["2026-03-31", "2026-06-30", "2026-09-30"]),
        ("Trước 31/3/2026", "10/4/2026", ["2026-03-30"]),
    ],
)
def test_recurring_work_begins_with_the_plan(cchc, phrase, issued, due):
    ran = cchc("deadline", phrase, "--issued", issued, "--format", "json", "--year", "2026")
    assert json.loads(ran.out)["due"] == due

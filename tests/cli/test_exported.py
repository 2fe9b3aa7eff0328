"""What `cchc export` writes is read back by `cchc import`: every task, word for word."""

from __future__ import annotations

import csv
import io

import pytest

from tests.conftest import ROOT

STEMS = ("nam-dan", "phu-thinh", "dinh-hoa-kstthc")
"""Plans with tasks."""
NOT_CARRIED = {"plan", "path", "targets", "lead_units", "incomplete"}
"""What is another plan's name, or told as a remark."""


def rows(out: str) -> list[dict[str, str]]:
    return [
        {key: value for key, value in row.items() if key not in NOT_CARRIED}
        for row in csv.DictReader(io.StringIO(out.lstrip("\ufeff")))
    ]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("stem", STEMS)
def test_the_export_of_a_plan_comes_back_as_its_tasks(workspace, cchc, stem, form):
    source = str(ROOT / "plans" / f"{stem}.yaml")
    cchc("export", source, "--format", form, "--today", "2026-03-01", "-o", f"bang.{form}")
    ran = cchc("import", f"bang.{form}", "-o", "back.yaml")
    assert "to fill in: title of the plan" in ran.err
    before = rows(cchc("export", source, "--today", "2026-03-01").out)
    after = rows(cchc("export", "back.yaml", "--today", "2026-03-01").out)
    assert before
    assert after == before


def test_an_export_of_several_plans_is_refused(workspace, cchc):
    first, second = (str(ROOT / "plans" / f"{stem}.yaml") for stem in STEMS[:2])
    cchc("export", first, second, "-o", "bang.csv")
    ran = cchc("import", "bang.csv", "-o", "back.yaml")
    assert ran.code == 2
    assert "the tasks of several plans" in ran.err
    assert not (workspace / "back.yaml").exists()


def test_a_record_of_progress_comes_back(workspace, cchc):
    cchc("progress", "an-binh", "1", "--state", "done", "--date", "12/2/2026", "--evidence",
         "15/BC-UBND", "--today", "2026-03-01")  # fmt: skip
    cchc("export", "an-binh", "--today", "2026-03-01", "-o", "bang.csv")
    cchc("import", "bang.csv", "-o", "back.yaml")
    text = (workspace / "back.yaml").read_text(encoding="utf-8")
    assert "progress: {state: done, date: 2026-02-12, evidence: 15/BC-UBND}" in text

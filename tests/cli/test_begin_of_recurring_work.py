"""Recurring work begins on the day of issue, whatever is asked."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from openpyxl import load_workbook

ISSUED = date(2026, 8, 20)
MONTHLY = [
    f"2026-{month:02}-{day}" for month, day in ((8, 31), (9, 30), (10, 31), (11, 30), (12, 31))
]
YEAR = ("--from", "2026-01-01", "--to", "2026-12-31", "--today", "2026-12-31")


@pytest.fixture(autouse=True)
def _monthly(workspace):
    plan = workspace / "plans" / "an-binh.yaml"
    text = plan.read_text(encoding="utf-8")
    text = text.replace("deadline: Quý I,", "deadline: Hằng tháng,")
    text = text.replace("date: 01/2026", f"date: {ISSUED:%d/%m/%Y}")
    plan.write_text(text, encoding="utf-8")


def test_due_calendar_status_and_assignments_agree(cchc):
    items = json.loads(cchc("due", *YEAR, "--format", "json").out)["items"]
    assert [item["due"] for item in items] == MONTHLY
    calendar = cchc("due", *YEAR, "--format", "ics").out
    days = set(re.findall(r"DTSTART;VALUE=DATE:(\d{8})", calendar))
    assert days == {day.replace("-", "") for day in MONTHLY}
    status = json.loads(cchc("status", "--today", "2026-12-31", "--format", "json").out)
    assert status["plans"][0]["total"] == len(MONTHLY)
    units = json.loads(cchc("assignments", "--format", "json").out)["units"]
    assert [task["due"] for unit in units for task in unit["lead"]] == [MONTHLY]


def test_sheets_ask_for_the_same_periods(cchc, workspace):
    assert cchc("sheet", "out", "--today", "2026-12-31").code == 0
    (path,) = (workspace / "out").rglob("*.xlsx")
    rows = [row for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True)]
    found = {str(value)[:10] for row in rows for value in row if isinstance(value, date)}
    assert set(MONTHLY) <= found
    assert min(found) >= ISSUED.isoformat()

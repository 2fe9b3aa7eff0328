"""The answer that every output writes: a made-up workspace on one day, in Vietnamese."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc.read.holidays import load_holidays
from cchc.read.load import load, required_plan
from cchc.views.calendar import Calendar
from cchc.views.due import Due, Wanted, due

WORKSPACE = Path(__file__).parent.parent / "workspaces" / "due"


@pytest.fixture(scope="session")
def two_plans():
    return [
        (path.stem, required_plan(load(path)))
        for path in sorted((WORKSPACE / "plans").glob("*.yaml"))
    ]


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "vi")


@pytest.fixture
def answer(two_plans) -> Callable[..., Due]:
    def ask(today: str = "2026-07-20", first: str | None = "2026-07-01",
            last: str | None = "2026-12-31") -> Due:  # fmt: skip
        days = [date.fromisoformat(day) if day else None for day in (first, last)]
        calendar = Calendar(load_holidays(WORKSPACE))
        return due(two_plans, date.fromisoformat(today), Wanted(*days), days_off=calendar.days_off)

    return ask

"""Follow-up sheets of the real plans, made once, filled in by script and taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from cchc.edit.sheets.take_in import Intake, take_in
from cchc.outputs.followup_sheet import About, followup_sheet
from cchc.read.load import load, required_plan
from cchc.views.followup import Period, follow_up
from cchc.views.followup_form import COLUMNS

PLANS = Path(__file__).parent.parent.parent / "plans"
NAMES = ("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien")
MADE, TODAY = date(2026, 5, 15), date(2026, 6, 1)
QUARTER = Period(date(2026, 4, 1), date(2026, 6, 30))
LETTER = {
    column.key: chr(ord("A") + n)
    for n, column in enumerate(column for column in COLUMNS if not column.optional)
}
FIRST = 5
"""The first row below the header."""

Filling = Mapping[str, Any]
"""Cells by name (`K5`) or by key and row (`state5`), and what is typed into them."""


def made_from(path: Path, period: Period = QUARTER) -> dict[str, bytes]:
    """Return the sheet of each unit that has one in the plan at `path`, as it is now."""
    read = required_plan(load(path))
    about = About(read.document.title, period, MADE, date(2026, 1, 1))
    units = follow_up(path.stem, read, MADE, period)
    return {unit.unit: followup_sheet(unit, about) for unit in units if unit.rows}


@cache
def blank(plan: str) -> dict[str, bytes]:
    """Return the sheets of a real plan."""
    return made_from(PLANS / f"{plan}.yaml")


def workspace(folder: Path, *plans: str) -> Path:
    """Copy plans, and the register they cite from, into a workspace."""
    (folder / "plans").mkdir(exist_ok=True)
    for name in (*plans, "register"):
        (folder / "plans" / f"{name}.yaml").write_bytes((PLANS / f"{name}.yaml").read_bytes())
    return folder


def cell_name(key: str) -> str:
    """Return the name of a cell: `state5` is `K5`."""
    letters = key.rstrip("0123456789")
    return LETTER.get(letters, letters) + key[len(letters) :]


def filled(
    path: Path,
    plan: str,
    unit: str,
    filling: Filling,
    change: Callable[[Any], None] | None = None,
    made: Mapping[str, bytes] | None = None,
) -> Path:
    """Write the sheet of a unit to `path` with `filling` typed into it; `change` edits the book."""
    book = openpyxl.load_workbook(BytesIO((made or blank(plan))[unit]))
    page = book["Phiếu"]
    for key, value in filling.items():
        page[cell_name(key)].value = value
    if change:
        change(book)
    book.save(path)
    return path


def rows_of(plan: str, unit: str) -> int:
    """Return how many rows there are to fill in."""
    return openpyxl.load_workbook(BytesIO(blank(plan)[unit]))["Phiếu"].max_row - FIRST + 1


def faults_of(intake: Intake) -> list[str]:
    """Return each fault in one line: place, message, what to do."""
    return [
        f"{fault.place}: {fault.message}" + (f" ({fault.hint})" if fault.hint else "")
        for fault in intake.faults
    ]


def taken(folder: Path, *files: Path, **options: Any) -> Intake:
    """Take the sheets in, on `TODAY` unless said otherwise."""
    options.setdefault("today", TODAY)
    return take_in(
        [file.relative_to(folder) for file in files], folder, options.pop("today"), **options
    )

"""A plan with something wrong in it: one finding with place and remedy, and the others are answered for."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT

NAM_DAN = (ROOT / "plans" / "nam-dan.yaml").read_text(encoding="utf-8")
DATE = next(line for line in NAM_DAN.splitlines() if line.startswith("  date: "))


@pytest.mark.parametrize("written", ["00/01/2026", "2026-01-00", "00/3/2026", "0/3/2026"])
def test_day_0_is_no_blank_day(workspace, cchc, written):
    broken = workspace / "plans" / "broken.yaml"
    broken.write_text(NAM_DAN.replace(DATE, f"  date: {written}"), encoding="utf-8")
    ran = cchc("validate", "plans")
    assert ran.code == 1
    assert ran.out.count("S005") == 1
    assert f"the calendar has no day {written}" in ran.out
    assert "correct the day or the month" in ran.out
    assert "plans checked: 2" in ran.out
    for command in (("status",), ("due", "--all")):
        assert cchc(*command, "plans").code in (1, 2)

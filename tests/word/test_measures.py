"""Lengths stay in their own units: each unit has its own limit, and none is cut to a common one."""

from __future__ import annotations

import pytest

from cchc.word.measures import emu, half_points, twips, vml


@pytest.mark.parametrize(
    ("read", "text", "wanted"),
    [
        (emu, "2167200", 60.2),
        (emu, "60.2mm", 60.2),
        (twips, "1440", 1440),
        (twips, "-567", -567),
        (twips, "1in", 1440),
        (half_points, "28", 14),
        (half_points, "14pt", 14),
        (vml, "170.1pt", 60.0),
        (vml, "6cm", 60.0),
        (vml, "96", 25.4),
    ],
)
def test_a_length_is_read_in_its_own_unit(read, text, wanted):
    assert read(text) == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("read", [emu, twips, half_points, vml])
def test_what_is_no_length_is_none(read):
    for text in (None, "", "x1", "nan", "inf", "9" * 400, "12abc", "0x10", "1e9"):
        assert read(text) is None, text


def test_a_length_no_paper_has_is_none():
    assert emu(str(36_000 * 5_001)) is None
    assert twips("400000") is None
    assert half_points("0") is None
    assert half_points("-24") is None

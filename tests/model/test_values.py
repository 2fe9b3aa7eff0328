"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.model.dates import PartialDate


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-31", (2026, 3, 31)),
        ("31/3/2026", (2026, 3, 31)),
        ("31/03/2026", (2026, 3, 31)),
        (" 1/2/2026 ", (2026, 2, 1)),
        ("4/2026", (2026, 4, None)),
        ("29/02/2028", (2028, 2, 29)),
    ],
)
def test_a_date_is_read_in_each_form(written, read):
    assert PartialDate.parse(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2026",
        "31-3-2026",
        "31/6/2026",
        "29/2/2026",
        "0/2026",
        "13/2026",
        "٣/2026",
        "00/01/2026",
        "0/1/2026",
        "00/1/2026",
        "2026-01-00",
        "2026-00-01",
        "01/00/2026",
        "00/2026",
        "01/01/0000",
    ],
)
def test_what_is_no_date_is_refused(written):
    with pytest.raises(ValueError):  # noqa: PT011  two reasons, told apart by the reader
        PartialDate.parse(written)


def test_a_blank_day_has_no_full_date():
    assert PartialDate(2026, 4).full is None
    assert PartialDate(2026, 2).first == date(2026, 2, 1)
    assert PartialDate(2026, 2).last == date(2026, 2, 28)
    assert PartialDate(2026, 4, 5).first == PartialDate(2026, 4, 5).last == date(2026, 4, 5)
    assert PartialDate(2026, 4, 5).full == date(2026, 4, 5)


@pytest.mark.parametrize("written", ["2026-03-31", "4/2026"])
def test_a_date_is_written_as_it_can_be_read(written):
    assert str(PartialDate.parse(written)) == written

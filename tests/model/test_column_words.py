"""Headings of offices and the field each is."""

from __future__ import annotations

import re

import pytest

from cchc.model.task import TASK_FIELDS


def field_of(heading: str) -> str | None:
    """Return the field whose words fit a heading first."""
    ranked = sorted(TASK_FIELDS.items(), key=lambda one: one[1].rank)
    return next(
        (name for name, field in ranked if field.columns and re.match(field.columns, heading)), None
    )


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("sản phẩm hoàn thành", "product"), ("kết quả hoàn thành", "product"),
        ("thời gian hoàn thành", "deadline"), ("thời gian hoàn thành sản phẩm", "deadline"),
        ("thời gian bắt đầu", "start"), ("hoàn thành", "deadline"),
        ("lãnh đạo phụ trách", "leader"), ("kinh phí", "funding"),
    ],
)  # fmt: skip
def test_a_heading_is_the_field_it_begins_with(heading, field):
    assert field_of(heading) == field

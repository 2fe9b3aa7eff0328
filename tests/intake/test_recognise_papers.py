"""The five plans, printed as Word papers in three office styles, are the same plans again."""

from __future__ import annotations

import pytest

from cchc.model.task import Task
from tests.intake.papers_of_plans import STYLES, five_plans
from tests.intake.recognised import (
    areas,
    duties,
    plan_of,
    read_paper,
    same_units,
    table,
)

IDS = ("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien")
each_paper = pytest.mark.parametrize(
    ("plan_id", "style"), [(plan_id, style) for plan_id in IDS for style in STYLES]
)


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    return {
        (plan_id, style): read_paper(folder, plan_id, style) for plan_id in IDS for style in STYLES
    }


@each_paper
def test_the_letterhead_and_the_end_are_read(papers, plan_id, style):
    ours, theirs = five_plans()[plan_id], plan_of(papers[plan_id, style])
    assert (ours.kind, ours.year, ours.status) == (theirs.kind, theirs.year, theirs.status)
    assert ours.commune == theirs.commune
    assert ours.document == theirs.document


@each_paper
def test_bases_opening_and_closing_are_read(papers, plan_id, style):
    ours, theirs = five_plans()[plan_id], plan_of(papers[plan_id, style])
    assert ours.bases == theirs.bases
    assert ours.opening.splitlines() == theirs.opening.splitlines()
    assert [line for line in ours.closing.splitlines() if line] == [
        line for line in theirs.closing.splitlines() if line
    ]


@each_paper
def test_every_task_equals_the_printed_one_cell_by_cell(papers, plan_id, style):
    ours, theirs = five_plans()[plan_id], plan_of(papers[plan_id, style])
    assert len(table(ours)) == len(table(theirs))
    for mine, other in zip(table(ours), table(theirs), strict=True):
        assert type(mine.row) is type(other.row)
        assert mine.number == other.number
        if not isinstance(mine.row, Task) or not isinstance(other.row, Task):
            continue
        for key in ("title", "requirement", "product", "deadline"):
            said, read = getattr(mine.row, key) or "", getattr(other.row, key) or ""
            assert said.split() == read.split(), (mine.number, key)
        assert same_units(ours, mine.row.lead, theirs, other.row.lead), mine.number
        assert same_units(ours, mine.row.support, theirs, other.row.support), mine.number


@each_paper
def test_the_areas_stand_where_they_are_printed(papers, plan_id, style):
    assert areas(five_plans()[plan_id]) == areas(plan_of(papers[plan_id, style]))


@each_paper
def test_duties_in_the_body_name_the_same_units(papers, plan_id, style):
    ours, theirs = five_plans()[plan_id], plan_of(papers[plan_id, style])
    read = duties(theirs)
    for label, units in duties(ours).items():
        if (plan_id, label) not in NOT_NAMED:
            assert same_units(ours, units, theirs, read.get(label, ())), label


NOT_NAMED = {
    ("nam-dan", "III.2"), ("phu-thinh", "IV.2.-1"), ("thanh-mien", "IV.2.d.-2"),
    ("thanh-mien", "IV.2.d.-3"),
}  # fmt: skip
"""Duties whose units the printed words name otherwise, or not at all."""


@each_paper
def test_nothing_of_a_whole_paper_is_left_unplaced(papers, plan_id, style):
    assert plan_of(papers[plan_id, style]).unplaced == ()

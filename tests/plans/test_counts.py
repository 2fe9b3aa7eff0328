"""The five real plans hold what their sources hold, counted."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

from cchc.language.citation import find_citations
from cchc.language.numbering import rows, sections
from cchc.model.plan import Area, Plan
from cchc.model.task import Task
from cchc.read.load import load, required_plan
from cchc.read.workspace import plan_files
from tests.conftest import ROOT

PLANS = ROOT / "plans"


class Counts(NamedTuple):
    tasks: int
    areas: int
    sub_areas: int
    bases: int
    recipients: int
    duties: int
    """Sections that name units themselves, reports left out."""
    reports: int
    parts: int


SOURCES = {
    "dinh-hoa": Counts(0, 0, 0, 8, 6, 7, 3, 3),
    "dinh-hoa-kstthc": Counts(16, 3, 2, 6, 3, 2, 1, 3),
    "nam-dan": Counts(45, 8, 0, 2, 6, 11, 3, 4),
    "phu-thinh": Counts(50, 9, 11, 10, 6, 4, 2, 4),
    "thanh-mien": Counts(0, 0, 0, 2, 0, 10, 2, 4),
}


@cache
def plan(name: str) -> Plan:
    return required_plan(load(PLANS / f"{name}.yaml"))


def count(name: str) -> Counts:
    held = plan(name)
    table = [row for n, one in enumerate(held.appendices) for row in rows(one, n)]
    areas = [row for row in table if isinstance(row.row, Area)]
    named = [found.section for found in sections(held) if found.section.units]
    return Counts(
        tasks=sum(isinstance(row.row, Task) for row in table),
        areas=sum(row.depth == 1 for row in areas),
        sub_areas=sum(row.depth > 1 for row in areas),
        bases=len(held.bases),
        recipients=len(held.document.recipients),
        duties=sum(not section.report for section in named),
        reports=sum(1 for found in sections(held) if found.section.report),
        parts=len(held.body),
    )


def test_these_are_the_plans():
    assert sorted(path.stem for path in plan_files(PLANS)) == sorted(SOURCES)


@pytest.mark.parametrize("name", SOURCES)
def test_a_plan_holds_what_its_source_holds(name):
    assert count(name) == SOURCES[name]


@pytest.mark.parametrize("name", SOURCES)
def test_every_base_is_one_document_with_its_date(name):
    for base in plan(name).bases:
        first = find_citations(base)[0]
        assert first.date is not None, base
        assert first.issuer is not None, base


@pytest.mark.parametrize("name", SOURCES)
def test_no_progress_is_invented(name):
    held = plan(name)
    assert not any(found.section.progress for found in sections(held))
    table = [row.row for n, one in enumerate(held.appendices) for row in rows(one, n)]
    assert not any(row.progress for row in table if isinstance(row, Task))


SIGNED = {
    "dinh-hoa": ((), "CHỦ TỊCH", "Nguyễn Đình Tuấn"),
    "dinh-hoa-kstthc": (("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Phan Thanh Nam"),
    "nam-dan": (("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Nguyễn Quang Hưng"),
    "phu-thinh": ((), "CHỦ TỊCH", "Nguyễn Ngọc Hưng"),
}


@pytest.mark.parametrize("name", SIGNED)
def test_who_signs(name):
    signer = plan(name).document.signer
    assert signer is not None
    assert (signer.authority, signer.post, signer.name) == SIGNED[name]


def test_thanh_mien_is_issued_with_a_decision():
    document = plan("thanh-mien").document
    assert document.signer is None
    assert document.decision is not None
    assert document.decision.symbol == "QĐ-UBND"

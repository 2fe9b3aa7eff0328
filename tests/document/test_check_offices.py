"""Sixty papers of offices, half of them with one break: each break is found, and no other error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc.document.check import check_docx
from cchc.model.finding import Severity
from tests.document.office_breaks import BREAKS
from tests.document.office_papers import PAPERS, Manner, made, manner

COUNT = 60


def _cases():
    names = list(BREAKS)
    for number in range(COUNT):
        if number % 2:
            name = names[(number // 2) % len(names)]
            kinds = BREAKS[name].kinds
            yield number, kinds[(number // 2) % len(kinds)], name
        else:
            yield number, list(PAPERS)[(number // 2) % len(PAPERS)], ""


CASES = list(_cases())


def judged(tmp_path, number: int, kind: str, name: str):
    paper = PAPERS[kind]
    path = tmp_path / "van-ban.docx"
    path.write_bytes(made(BREAKS[name].make(paper) if name else paper, manner(number)))
    return [one for one in check_docx(path) if one.fault.severity is not Severity.INFO]


def told(found):
    return [(one.fault.code, str(one.place), one.text, str(one.found)) for one in found]


@pytest.mark.parametrize(("number", "kind", "name"), CASES)
def test_a_break_is_found_at_its_place_and_nothing_else(number, kind, name, tmp_path):
    found = judged(tmp_path, number, kind, name)
    if not name:
        assert told(found) == []
        return
    wanted = BREAKS[name]
    assert {one.fault.code for one in found} == {wanted.code}, told(found)
    assert any(wanted.place in one.text for one in found), told(found)


@pytest.mark.parametrize("name", BREAKS)
def test_each_break_is_found(name, tmp_path):
    number = list(BREAKS).index(name) * 7 + 1
    wanted = BREAKS[name]
    found = judged(tmp_path, number, wanted.kinds[-1], name)
    assert {one.fault.code for one in found} == {wanted.code}, told(found)
    assert any(wanted.place in one.text for one in found), told(found)


OTHER_MANNERS = {
    "a table in each cell of the letterhead": (Manner(letterhead="nested", lines="vml"), ()),
    "columns that are not as wide as their cells": (
        Manner(lines="border"),
        (
            (
                r'<w:gridCol w:w="3470"/><w:gridCol w:w="5670"/>',
                '<w:gridCol w:w="4570"/><w:gridCol w:w="4570"/>',
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", OTHER_MANNERS)
def test_more_manners_of_letterheads(name, tmp_path):
    """Without a break nothing is found, with one the one."""
    how, edits = OTHER_MANNERS[name]
    wrong = replace(PAPERS["report"], date="An Lập, ngày 05 tháng 03 năm 2026", edits=edits)
    for paper, codes in ((replace(PAPERS["report"], edits=edits), []), (wrong, ["W312"])):
        path = tmp_path / "van-ban.docx"
        path.write_bytes(made(paper, how))
        found = [one for one in check_docx(path) if one.fault.severity is not Severity.INFO]
        assert [one.fault.code for one in found] == codes, told(found)


def test_text_after_a_base_that_ends_in_a_semicolon_is_no_base(tmp_path):
    paper = PAPERS["submission"]
    bases = (*paper.bases[:-1], paper.bases[-1].rstrip(".") + ";")
    path = tmp_path / "van-ban.docx"
    path.write_bytes(made(replace(paper, bases=bases), Manner()))
    found = [one for one in check_docx(path) if one.fault.severity is Severity.ERROR]
    assert "W205" not in [one.fault.code for one in found], told(found)

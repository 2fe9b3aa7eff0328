"""The official samples of Phụ lục III are the norm: nothing in them is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.document.check import check_docx
from cchc.model.finding import Severity

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.docx"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_in_an_official_sample_is_an_error(path):
    found = check_docx(path)
    assert [one.fault.code for one in found if one.fault.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_typed_lines_are_one_warning(path):
    typed = [one for one in check_docx(path) if one.fault.code == "W702"]
    assert [one.fault.severity for one in typed] == [Severity.WARNING]


def test_there_are_thirteen_samples():
    assert len(SAMPLES) == 13

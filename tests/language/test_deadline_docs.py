"""The examples of docs/deadlines.md mean what is written beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.language.deadline import DeadlineError, NotUnderstoodError, read_deadline, show

PAGE = Path(__file__).parents[2] / "docs" / "deadlines.md"
ROW = re.compile(r"\| (?!Phrase)(.+?) \| (.*?) ?\| (.*?) ?\|")


def rows():
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [found.groups() for line in lines if (found := ROW.fullmatch(line))]


def days(found):
    return ", ".join(show(day) for day in found.due)


def test_the_page_has_its_tables():
    assert len(rows()) == 59


@pytest.mark.parametrize(("phrase", "second", "third"), rows(), ids=[row[0] for row in rows()])
def test_each_example_means_what_is_written_beside_it(phrase, second, third):
    if second in ("not understood", "impossible"):
        with pytest.raises(DeadlineError) as caught:
            read_deadline(phrase, year=2026)
        assert isinstance(caught.value, NotUnderstoodError) == (second == "not understood")
        return
    found = read_deadline(phrase, year=2026)
    remarks = [str(note.message) for note in found.notes if note.code == "remark"]
    if second[:1].isdigit():
        assert (days(found), remarks) == (second, [f"remark: {third}"])
    else:
        assert (found.kind, days(found), remarks) == (second, third, [])

"""A deadline read from memory is the deadline read anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cchc.language.deadline import DeadlineError, read_deadline
from cchc.language.deadline.reading import read_anew

LINES = (Path(__file__).parent / "deadlines.tsv").read_text(encoding="utf-8").splitlines()
PHRASES = sorted({line.split("\t")[0] for line in LINES if line and not line.startswith("#")})


def outcome(read, phrase, **options):
    try:
        return read(phrase, **options)
    except DeadlineError as error:
        return str(error)


@pytest.mark.parametrize("issued", [None, date(2026, 1, 5), date(2026, 6, 30)])
@pytest.mark.parametrize("before", ["exclusive", "inclusive"])
def test_every_phrase_has_the_same_meaning_whatever_was_read_before(issued, before):
    counted = [
        "Trong 15 ngày kể từ ngày ban hành Kế hoạch", "Sau 30 ngày kể từ ngày ban hành kế hoạch",
    ]  # fmt: skip
    assert len(PHRASES) > 100
    for phrase in [*PHRASES, *counted, "Ngày 31/02/2026", "", "không hiểu gì cả"]:
        options = {"year": 2026, "issued": issued, "before": before}
        anew = outcome(read_anew, phrase, **options)
        assert outcome(read_deadline, phrase, **options) == anew
        assert outcome(read_deadline, phrase, **options) == anew


def test_the_day_of_issue_counts_where_a_phrase_counts_from_it():
    phrase = "Trong 15 ngày kể từ ngày ban hành Kế hoạch"
    options = {"year": 2026, "before": "exclusive"}
    days = [read_deadline(phrase, issued=date(2026, 1, n), **options).due for n in (5, 6)]
    assert days[0] != days[1]

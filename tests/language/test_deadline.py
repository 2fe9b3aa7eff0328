"""The deadline language: phrases with their meaning, errors with their words, explanations."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc.language.deadline import DeadlineError, described, read_deadline, weekday

TABLE = Path(__file__).with_name("deadlines.tsv")


class Row(NamedTuple):
    phrase: str
    year: str
    issued: str
    kind: str
    due: str
    flags: str


def _rows():
    lines = TABLE.read_text(encoding="utf-8").split("\n")[1:]
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("# ")]


ROWS = _rows()


def _read(row):
    issued = date.fromisoformat(row.issued) if row.issued else None
    return read_deadline(row.phrase, year=int(row.year), issued=issued)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.phrase}-{row.year}-{row.issued}")
def test_phrase_has_the_meaning_written_down_for_it(row):
    found = _read(row)
    flags = {note.code for note in found.notes} | ({"continuous"} if found.continuous else set())
    assert (found.kind, " ".join(map(str, found.due)), " ".join(sorted(flags))) == (
        row.kind,
        row.due,
        row.flags,
    )
    assert found.vague == ("vague" in flags)
    assert found.phrase == row.phrase


def test_table_holds_at_least_three_hundred_phrases():
    assert len({row.phrase for row in ROWS}) >= 300


def _keys(phrase, **options):
    return [item.key for item in read_deadline(phrase, year=2026, **options).occurrences]


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("Hàng quý", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("Định kỳ hàng quý, năm", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("Quý, 6 tháng, 9 tháng, năm", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("Báo cáo Quý I, 6 tháng, Quý III, năm", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("6 tháng, năm", ["2026-H1", "2026-H2"]),
        ("6 tháng, 9 tháng, năm", ["2026-H1", "2026-9M", "2026"]),
        ("Hằng năm, trước ngày 15/12", ["2026"]),
        ("Chậm nhất 31/12 hằng năm", ["2026"]),
        ("Hằng tháng", [f"2026-{month:02}" for month in range(1, 13)]),
        ("Tháng 6 và tháng 12", ["2026-06", "2026-12"]),
        ("Trước 15/6 và 15/12", ["2026-06-15", "2026-12-15"]),
        ("Ngày 10 tháng đầu quý", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("Quý II, III", ["2026-Q2/2026-Q3"]),
        ("25/6", ["2026-06-25"]),
        ("Năm 2026", ["2026"]),
    ],
)
def test_each_last_day_has_the_key_of_its_period(phrase, keys):
    assert _keys(phrase) == keys


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.phrase}-{row.year}-{row.issued}")
def test_no_key_stands_twice_and_last_days_are_in_order(row):
    found = _read(row)
    assert len({item.key for item in found.occurrences}) == len(found.occurrences)
    assert list(found.due) == sorted(found.due)


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("Trước 30/11/2026", "2026-11-30"),
        ("Trước tháng 6/2026", "2026-06-30"),
        ("Trước Quý II/2026", "2026-06-30"),
        ("Trước ngày 10 hằng tháng", "2026-01-10"),
        ("Trước ngày 15 tháng cuối quý", "2026-03-15"),
        ("Từ ngày 01/3 đến trước ngày 30/9/2026", "2026-09-30"),
        ("Chậm nhất ngày 30/11", "2026-11-30"),
    ],
)
def test_inclusive_before_takes_the_named_time_in(phrase, due):
    found = read_deadline(phrase, year=2026, before="inclusive")
    assert found.due[0] == date.fromisoformat(due)
    assert "exclusive" not in {note.code for note in found.notes}


def test_key_of_a_last_day_does_not_depend_on_how_before_is_read():
    for phrase in ("Trước 30/11/2026", "Trước Quý II/2026", "Trước ngày 1 hằng tháng"):
        assert _keys(phrase) == _keys(phrase, before="inclusive")


def test_a_period_knows_its_first_day():
    assert read_deadline("Quý II", year=2026).occurrences[0].start == date(2026, 4, 1)
    assert read_deadline("25/6", year=2026).occurrences[0].start is None
    assert read_deadline("Hàng quý", year=2026).occurrences[3].start == date(2026, 10, 1)
    span = read_deadline("Từ ngày 01/3 đến ngày 30/9", year=2026).occurrences[0]
    assert span.start == date(2026, 3, 1)


def test_nothing_written_is_missing():
    for phrase in (None, "", "   ", "...", "…", " - ", "…/…/…"):
        assert read_deadline(phrase, year=2026).kind == "missing"


EXAMPLES = (
    "accepted wordings are for example: Trước 30/11/2026; Quý I/2026; Hằng tháng; "
    "Trước ngày 15 tháng cuối quý; Thường xuyên"
)
ERRORS = [
    ("31/6/2026", "there is no day 31/6/2026: month 6 has only 30 days", "30/6/2026; tháng 6/2026"),
    (
        "Trước ngày 31/6",
        "there is no day 31/6/2026: month 6 has only 30 days",
        "30/6/2026; tháng 6/2026",
    ),
    (
        "30/02/2026",
        "there is no day 30/02/2026: month 02 has only 28 days",
        "28/02/2026; tháng 02/2026",
    ),
    ("29/02", "there is no day 29/02/2026: month 02 has only 28 days", "28/02/2026; tháng 02/2026"),
    (
        "ngày 31 tháng Tư",
        "there is no day 31/4/2026: month 4 has only 30 days",
        "30/4/2026; tháng 4/2026",
    ),
    ("0/3/2026", "there is no day 0: no month has one", "05/3/2026"),
    ("Ngày 0 hằng tháng", "there is no day 0: no month has one", "05/3/2026"),
    ("ngày 32 hằng tháng", "there is no day 32: no month has one", "05/3/2026"),
    ("Quý V/2026", "there is no quarter 5: a year has four quarters", "Quý IV/2026"),
    ("Quý I, V", "there is no quarter 5: a year has four quarters", "Quý IV/2026"),
    ("0 lần/năm", "0 times, or every 0 months, is no rhythm", "02 lần/năm"),
    ("mỗi năm 0 lần", "0 times, or every 0 months, is no rhythm", "02 lần/năm"),
    ("00 tháng một lần", "0 times, or every 0 months, is no rhythm", "02 lần/năm"),
    ("Quý 0", "there is no quarter 0: a year has four quarters", "Quý IV/2026"),
    ("Tháng 13/2026", "there is no month 13: months run from 1 to 12", "tháng 6/2026"),
    ("15/13/2026", "there is no month 13: months run from 1 to 12", "tháng 6/2026"),
    ("15/3/26", "the year “26” is not written with four digits", "15/3/2026"),
    ("15.3.26", "the year “26” is not written with four digits", "15/3/2026"),
    ("15-3-26", "the year “26” is not written with four digits", "15/3/2026"),
    ("30/9/202", "the year “202” is not written with four digits", "15/3/2026"),
    ("30/9/2O26", "“30/9/2O26” has a letter where a digit belongs", "30/9/2026"),
    ("Trước 3O/11", "“Trước 3O/11” has a letter where a digit belongs", "Trước 30/11"),
    ("l5/6/2026", "“l5/6/2026” has a letter where a digit belongs", "15/6/2026"),
    ("Quý ll/2026", "“Quý ll/2026” has a letter where a digit belongs", "Quý II/2026"),
    ("QUÝ l/2026", "“QUÝ l/2026” has a letter where a digit belongs", "QUÝ I/2026"),
    ("Quý I/26", "the year “26” is not written with four digits", "Quý I/2026"),
    ("Ngày 15", "of which month day 15 is meant is not said", "15/6/2026, ngày 15 hằng tháng"),
    (
        "Từ 01/9/2026 đến 30/3/2026",
        "the end 30/3/2026 is before the beginning 01/9/2026",
        "từ ngày 01/3/2026 đến ngày 30/9/2026",
    ),
    (
        "99999 ngày kể từ ngày 01/3/2026",
        "“99999 ngày kể từ ngày 01/3/2026” cannot be counted",
        "30 ngày kể từ ngày ban hành Kế hoạch này",
    ),
]


@pytest.mark.parametrize(("phrase", "message", "example"), ERRORS, ids=[row[0] for row in ERRORS])
def test_impossible_deadline_is_refused_with_the_reason(phrase, message, example):
    with pytest.raises(DeadlineError) as caught:
        read_deadline(phrase, year=2026)
    assert str(caught.value) == str(caught.value.message) == message
    assert str(caught.value.hint) == f"write for example {example}"


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("xyz", "xyz"),
        ("Quý I/2026 15/4/2026", "15"),
        ("Quý I/2026/2027", "/"),
        ("Ngày 10 tháng 3 âm lịch", "âm"),
        ("Niên vụ 2026-2027", "Niên"),
        ("Hoàn thành", "Hoàn thành"),
        ("Trước", "Trước"),
        ("Tháng 3 5", "5"),
        ("quý quý", "quý"),
        ("???", "?"),
        ("Quỹ 3/2026", "Quỹ"),
        ("Quỷ 3/2026", "Quỷ"),
        ("Sở Tài chính quỹ 3/2026", "Sở"),
        ("Tước 15/10/2026", "Tước"),
        ("Dưới 15/10/2026", "Dưới"),
        ("Sàu ngày 15/6/2026", "Sàu"),
        ("Thág 5/2026", "Thág"),
        ("Họp 4/2026", "Họp"),
        ("đợt 3/2026", "đợt"),
        ("Lần 2/2026", "Lần"),
        ("Thang sau", "sau"),
        ("Thang tu", "tu"),
    ],
)
def test_phrase_outside_the_grammar_is_refused_at_the_word(phrase, word):
    with pytest.raises(DeadlineError) as caught:
        read_deadline(phrase, year=2026)
    assert str(caught.value) == f"the deadline “{phrase}” is not understood at “{word}”"
    assert str(caught.value.hint) == EXAMPLES


def test_phrase_that_is_too_long_is_refused():
    read_deadline("khi " + "a" * 496, year=2026)
    for length in (501, 20_000):
        with pytest.raises(DeadlineError) as caught:
            read_deadline("a" * length, year=2026)
        assert (
            str(caught.value) == f"the deadline is {length} characters long; at most 500 are read"
        )


def test_year_far_from_now_is_refused():
    for phrase, year in (("15/3/1926", 2026), ("Quý I", 1926), ("Quý I/2101", 2026)):
        with pytest.raises(DeadlineError, match="is not between 2000 and 2100"):
            read_deadline(phrase, year=year)


def _explained(phrase):
    return [str(line) for line in described(read_deadline(phrase, year=2026))]


def test_explanation_gives_kind_last_day_and_why():
    assert _explained("Trước 30/11/2026") == [
        "One day: done by the end of that day.",
        "Last day: Sunday, 29/11/2026.",
        "“trước” leaves out the time it names: the last day is 29/11/2026",
    ]
    assert _explained("Quý I/2026") == [
        "A period: due on its last day.",
        "Last day: Tuesday, 31/3/2026 (period 2026-Q1, from 01/01/2026).",
    ]
    assert _explained("Thường xuyên, báo cáo trước ngày 15/12") == [
        "One day: done by the end of that day.",
        "The work itself is continuous; only the dates below can be overdue.",
        "Last day: Monday, 14/12/2026.",
        "“trước” leaves out the time it names: the last day is 14/12/2026",
    ]
    assert _explained("Khi phát sinh") == [
        "Depends on an event or a rule elsewhere.",
        "No last day until the date is known.",
    ]


def test_weekdays_have_their_names():
    names = [str(weekday(date(2026, 3, day))) for day in (15, 16, 20)]
    assert names == ["Sunday", "Monday", "Friday"]


def test_importing_the_language_loads_nothing_heavy():
    code = (
        "import sys, cchc.language.deadline;"
        "print(sorted({'pydantic', 'docx', 'rich', 'gettext', 'ruamel'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

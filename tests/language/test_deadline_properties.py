"""What holds for every date, period and string, not only for the phrases of the table."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.language.deadline import DeadlineError, NotUnderstoodError, read_deadline
from cchc.language.deadline.words import LEXICON
from tests.counting import calls
from tests.language.test_deadline import ROWS

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
MONTH_WORDS = (
    "Một Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Mười_một Mười_hai".replace(" ", "|")
    .replace("_", " ")
    .split("|")
)
STYLES = (
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d.day} – {d.month:02} – {d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"ngày {d.day:02} tháng {d.month} năm {d.year}",
    lambda d: f"{d.day} tháng {d.month} năm {d.year}",
    lambda d: f"Ngày {d.day} tháng {MONTH_WORDS[d.month - 1]} năm {d.year}",
    lambda d: f"ngày {d.day}/{d.month}/{d.year}",
    lambda d: f"Chậm nhất là ngày {d.day}/{d.month}/{d.year}.",
    lambda d: f"đến hết ngày {d.day} tháng {d.month:02} năm {d.year}",
    lambda d: f"Trong ngày {d.day:02}.{d.month:02}.{d.year}",
)
SHORT_STYLES = (
    lambda d: f"{d.day}/{d.month}",
    lambda d: f"ngày {d.day:02}/{d.month:02}",
    lambda d: f"ngày {d.day} tháng {d.month}",
    lambda d: f"Hạn cuối ngày {d.day} tháng {MONTH_WORDS[d.month - 1]}",
)


@given(DAYS, st.sampled_from(STYLES))
def test_a_date_in_any_style_comes_back_as_itself(day, style):
    found = read_deadline(style(day), year=2026)
    assert (found.kind, found.due, found.occurrences[0].key) == ("date", (day,), day.isoformat())


@given(DAYS, st.sampled_from(SHORT_STYLES))
def test_a_date_without_a_year_is_in_the_year_of_the_plan(day, style):
    assert read_deadline(style(day), year=day.year).due == (day,)


@given(DAYS.filter(lambda d: d.year < 2100), st.sampled_from(STYLES[:10]))
def test_before_a_date_is_the_day_before(day, style):
    found = read_deadline(f"Trước {style(day)}", year=2026)
    assert found.due == (day - timedelta(days=1),)
    assert read_deadline(f"Trước {style(day)}", year=2026, before="inclusive").due == (day,)


PERIODS = st.one_of(
    st.tuples(st.sampled_from(["Quý I", "quý 2", "Q3", "Quý thứ tư", "cuối quý II"]), st.just(3)),
    st.tuples(st.integers(1, 12).map(lambda m: f"Tháng {m:02}"), st.just(1)),
    st.tuples(st.sampled_from([f"Tháng {word}" for word in MONTH_WORDS]), st.just(1)),
    st.tuples(st.sampled_from(["6 tháng đầu năm", "nửa cuối năm"]), st.just(6)),
    st.tuples(st.sampled_from(["9 tháng đầu năm"]), st.just(9)),
)


@given(PERIODS, st.integers(2000, 2100))
def test_the_last_day_of_a_period_lies_in_it_and_ends_its_month(period, year):
    text, months = period
    written = f"{text} năm {year}" if not text.endswith("năm") else f"{text} {year}"
    for phrase, plan_year in ((written, 2026), (text, year)):
        found = read_deadline(phrase, year=plan_year)
        (only,) = found.occurrences
        assert only.start is not None
        assert only.start <= only.due
        assert only.start.day == (only.due + timedelta(days=1)).day == 1
        assert (only.due.month - only.start.month + 1, only.due.year) == (months, year)


@given(st.integers(1, 12), st.integers(2000, 2100))
def test_before_a_month_is_the_day_before_its_first(month, year):
    found = read_deadline(f"Trước tháng {month}/{year}", year=year)
    assert found.due == (date(year, month, 1) - timedelta(days=1),)


@given(st.integers(1, 28), st.integers(2000, 2100))
def test_a_day_of_every_month_gives_twelve_days(day, year):
    found = read_deadline(f"Ngày {day} hằng tháng", year=year)
    assert found.due == tuple(date(year, month, day) for month in range(1, 13))


@given(st.data(), st.integers(2000, 2100))
def test_a_range_runs_from_its_first_to_its_last_day(data, year):
    first = data.draw(st.dates(date(year, 1, 1), date(year, 12, 30)))
    last = data.draw(st.dates(first + timedelta(days=1), date(year, 12, 31)))
    a, b = f"{first.day}/{first.month}", f"{last.day}/{last.month}/{year}"
    for phrase in (f"Từ ngày {a} đến ngày {b}", f"{a} - {b}", f"từ {a} đến hết {b}"):
        (only,) = read_deadline(phrase, year=2026).occurrences
        assert (only.start, only.due) == (first, last)


def _meaning(phrase, row):
    issued = date.fromisoformat(row.issued) if row.issued else None
    found = read_deadline(phrase, year=int(row.year), issued=issued)
    return found.kind, found.occurrences, found.vague, found.continuous


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.phrase}-{row.year}-{row.issued}")
def test_decomposed_letters_capitals_spaces_and_dashes_do_not_matter(row):
    meaning = _meaning(row.phrase, row)
    assert _meaning(unicodedata.normalize("NFD", row.phrase), row) == meaning
    assert _meaning(unicodedata.normalize("NFC", row.phrase), row) == meaning
    assert _meaning(row.phrase.upper(), row) == meaning
    assert _meaning(row.phrase.lower(), row) == meaning
    assert _meaning(f"  {row.phrase.replace(' ', '   ')}  ", row) == meaning
    assert _meaning(row.phrase.replace(" ", "\u00a0"), row) == meaning
    assert _meaning(row.phrase.replace("-", "—"), row) == meaning
    if row.phrase == row.phrase.replace("Hằng", "hàng").replace("hằng", "hàng"):
        assert _meaning(row.phrase.replace("hàng", "hằng"), row) == meaning


WORDS = sorted({" ".join((first, *rest)) for first, found in LEXICON.items() for rest, _ in found})
SOUP = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(
            [",", ";", "/", "-", ".", "(", ")", "I", "IV", "2026", "26", "15/3", "31/6"]
        ),
        st.integers(0, 40).map(str),
        st.sampled_from([row.phrase for row in ROWS]),
    ),
    max_size=60,
)
ISSUED = st.none() | st.dates()


def _read(phrase, issued):
    """Read a phrase or let it be refused; what it means is in order and without repetition."""
    try:
        found = read_deadline(phrase, year=2026, issued=issued)
    except DeadlineError:
        pass
    else:
        assert list(found.due) == sorted(found.due)
        assert len({one.key for one in found.occurrences}) == len(found.occurrences)
        assert found.kind in ("missing", "continuous", "conditional", "recurring", "reporting") or (
            found.occurrences
        )


MOST_CALLS = 100_000
"""Calls of functions that no phrase may need: about 20 ms."""


def _assert_bounded(phrase, issued):
    assert calls(lambda: _read(phrase, issued)) < MOST_CALLS


@settings(max_examples=150)
@given(SOUP.map(" ".join), ISSUED)
def test_any_words_in_any_order_are_read_or_refused_for_bounded_work(phrase, issued):
    _assert_bounded(phrase, issued)


@settings(max_examples=100)
@given(st.text(max_size=600))
def test_any_string_is_read_or_refused_for_bounded_work(phrase):
    _assert_bounded(phrase, None)


@pytest.mark.parametrize(
    "piece",
    ["khi trong ", "1/1,", "quý, ", "tháng và ", "1-", "khi a, ", "từ 1 đến ", "((", "ngày 1, ",
     "1, ", "kể từ ", "5 ngày kể từ ", "\u0301", "30 ngày kể từ ngày ký ", "hàng quý trước 1/3, ",
     "hàng tháng, ", "ngày 1, 2, 3, 4, 5 hàng tháng; ", "theo trong tháng 1, ", "báo cáo quý; "],
)  # fmt: skip
def test_the_longest_repetition_of_anything_takes_bounded_work(piece):
    for length in (500, 100_000):
        _assert_bounded((piece * length)[:length], None)


TIMES = (
    "15/3/2026", "Tháng 4", "Cuối tháng 6", "Đầu tháng 9", "Quý II", "Giữa tháng 8", "Hết quý IV",
    "Cuối năm", "Giữa năm", "Tuần cuối tháng 10", "15 ngày cuối tháng 5", "Ngày 20 hằng tháng",
    "Đầu quý", "Cuối mỗi quý", "Tuần đầu quý", "Tháng cuối quý", "Đầu mỗi tháng", "Thứ Sáu hằng tuần",
    "Chậm nhất ngày 30/6", "Nửa đầu tháng 2",
)  # fmt: skip


@pytest.mark.parametrize("first", TIMES)
def test_a_second_time_behind_va_is_never_lost(first):
    for second in TIMES:
        if second == first:
            continue
        phrase = f"{first} và {second[0].lower()}{second[1:]}"
        apart = {day for one in (first, second) for day in read_deadline(one, year=2026).due}
        try:
            found = read_deadline(phrase, year=2026)
        except NotUnderstoodError:
            continue
        noted = any(note.code == "joined" for note in found.notes)
        assert noted or set(found.due) == apart, phrase

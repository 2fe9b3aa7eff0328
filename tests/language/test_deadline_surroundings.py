"""A deadline is a core and what surrounds it: two tables of phrases as offices write them.

`deadline_surroundings.tsv` was looked at while the grammar was made. `deadline_unread.tsv`, written
at the same time, was only scored and never mended by: its figure tells how the grammar does on
phrases that it has not seen. A kind may have two names ("recurring|reporting"), the due days of a
phrase that can be refused or read in more than one way are "*", and "error" is refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from cchc.language.deadline import DeadlineError, NotUnderstoodError, read_deadline

HERE = Path(__file__).parent


class Row(NamedTuple):
    phrase: str
    year: str
    kind: str
    due: str


def table(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()[1:]
    return [Row(*line.split("\t")) for line in lines]


SEEN = table("deadline_surroundings.tsv")
UNREAD = table("deadline_unread.tsv")


def outcome(row):
    try:
        found = read_deadline(row.phrase, year=int(row.year))
    except DeadlineError:
        return "error", ""
    return found.kind, " ".join(map(str, found.due))


def is_right(row):
    kind, due = outcome(row)
    return kind in row.kind.split("|") and row.due in ("*", due)


@pytest.mark.parametrize("row", SEEN, ids=lambda row: row.phrase)
def test_the_core_gives_the_dates_whatever_surrounds_it(row):
    kind, due = outcome(row)
    assert kind in row.kind.split("|")
    assert row.due in ("*", due)


def test_phrases_never_mended_by_are_read_or_refused_never_wrong():
    assert len(UNREAD) == 57
    assert sum(map(is_right, UNREAD)) >= 54
    wrong = [row for row in UNREAD if row.due not in ("*", outcome(row)[1])]
    assert [row.phrase for row in wrong if outcome(row)[0] != "error"] == []


@pytest.mark.parametrize(
    ("phrase", "remarks"),
    [
        ("Quý III/2026 (lịch cụ thể báo sau)", ["lịch cụ thể báo sau"]),
        ("trước ngày 03/12/2026 để tổng hợp báo cáo", ["để tổng hợp báo cáo"]),
        ("Báo cáo Sở Nội vụ trước ngày 15/12/2026", ["Sở Nội vụ"]),
        ("Quý II/2026", []),
    ],
)
def test_a_remark_is_kept_and_shown(phrase, remarks):
    notes = read_deadline(phrase, year=2026).notes
    found = [str(note.message) for note in notes if note.code == "remark"]
    assert found == [f"remark: {text}" for text in remarks]


@pytest.mark.parametrize(
    "phrase",
    ["trước ngày 03/12/2026 để tổng hợp báo cáo", "Quý III/2026 (lịch cụ thể báo sau)"],
)
def test_without_remarks_the_words_around_a_date_are_refused(phrase):
    with pytest.raises(NotUnderstoodError):
        read_deadline(phrase, year=2026, remarks=False)


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("trước 25 giờ ngày 15/6/2026", "no day has the time 25:00"),
        ("17:75 ngày 15/6/2026", "no day has the time 17:75"),
        ("ngày 15 (mười sáu) hằng tháng", "“15 (mười sáu)” says two different numbers"),
        ("Quý II/2026 (31/6)", "there is no day 31/6/2026: month 6 has only 30 days"),
    ],
)
def test_what_cannot_be_is_an_error(phrase, message):
    with pytest.raises(DeadlineError) as caught:
        read_deadline(phrase, year=2026)
    assert str(caught.value) == message
    assert not isinstance(caught.value, NotUnderstoodError)


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("Quý II/2026 (ngày 20/8)", "the brackets name another time than what stands before them"),
        ("08 tháng (dự kiến)", "of which months or days the deadline is meant is not said"),
    ],
)
def test_what_contradicts_itself_is_not_understood(phrase, message):
    with pytest.raises(NotUnderstoodError) as caught:
        read_deadline(phrase, year=2026)
    assert str(caught.value) == message

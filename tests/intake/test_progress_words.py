"""What the status columns of trackers say."""

from __future__ import annotations

import pytest

from cchc.intake.tables.progress_words import progress_of


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("Đã HT", {"state": "done"}),
        ("HT muộn", {"state": "done", "note": "HT muộn"}),
        ("Chậm", {"state": "running", "note": "Chậm"}),
        ("Đang TH", {"state": "running"}),
        ("x", {"state": "done"}),
        ("90%", {"state": "running", "note": "90%"}),
        ("đã xong 12/3, CV 45", {"state": "done", "date": "12/3/2026", "evidence": "CV 45"}),
        ("Hoàn thành 3/5 chỉ tiêu", {"state": "running", "note": "Hoàn thành 3/5 chỉ tiêu"}),
        ("Tạm dừng", {"state": "suspended", "note": "Tạm dừng"}),
    ],
)
def test_words_of_offices(words, record):
    assert progress_of({"state": words}, 2026).record == record


@pytest.mark.parametrize("words", ["Chưa thực hiện", "chưa", "0%"])
def test_nothing_done_yet_is_no_record(words):
    said = progress_of({"state": words}, 2026)
    assert said.not_yet
    assert said.record is None


def test_words_that_are_not_understood_are_kept_not_guessed():
    said = progress_of({"state": "Không phát sinh"}, 2026)
    assert (said.record, said.unread) == (None, "Không phát sinh")


def test_percent_day_and_paper_make_one_record():
    said = progress_of({"percent": "100%", "done": "12/03/2026", "evidence": "45/BC-UBND"}, 2026)
    assert said.record == {"state": "done", "date": "12/03/2026", "evidence": "45/BC-UBND"}


def test_a_bare_mark_is_told_as_a_guess():
    assert progress_of({"state": "x"}, 2026).guessed


@pytest.mark.parametrize("day", ["00/3/2026", "31/02/2026", "2026-02-31", "31/4"])
def test_a_day_that_does_not_exist_stays_a_remark(day):
    said = progress_of({"state": "Đã HT", "done": day}, 2026)
    assert said.record == {"state": "done", "note": day}


def test_work_that_is_not_due_and_has_a_share_is_under_way():
    said = progress_of({"state": "Chưa đến hạn", "percent": "40%"}, 2026)
    assert said.record == {"state": "running", "note": "Chưa đến hạn; 40%"}
    assert progress_of({"state": "Chưa đến hạn", "percent": "0"}, 2026).not_yet

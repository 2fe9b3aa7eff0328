"""The workspace file of swapped days."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.errors import UserError
from cchc.model.announced import Announced
from cchc.read.holidays import load_holidays


@pytest.fixture
def read(tmp_path):
    (tmp_path / "plans").mkdir()

    def read(text: str) -> Announced:
        (tmp_path / "plans" / "holidays.yaml").write_text(text, encoding="utf-8")
        return load_holidays(tmp_path)

    return read


def test_without_a_file_nothing_is_announced(tmp_path):
    assert load_holidays(tmp_path) == Announced()


@pytest.mark.parametrize("text", ["", "\n", "# chỉ có ghi chú\n", "days_off:\nworking_days: []\n"])
def test_a_file_that_says_nothing_is_sound(read, text):
    assert read(text) == Announced()


def test_days_off_swaps_and_working_days_are_read(read):
    found = read(
        "days_off:\n"
        "  - {date: 02/01/2026, name: Nghỉ hoán đổi, made_up_on: 10/01/2026}\n"
        "  - {date: 2026-08-31, name: Quốc khánh}\n"
        "working_days: [22/8/2026]\n"
    )
    assert found.off == {date(2026, 1, 2): "Nghỉ hoán đổi", date(2026, 8, 31): "Quốc khánh"}
    assert found.working == {date(2026, 1, 10), date(2026, 8, 22)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("days: []\n", "holidays.yaml:1:1: unknown key “days”"),
        ("days_off: 02/01/2026\n", "holidays.yaml:1:11: “days_off” must be a list"),
        ("days_off: [02/01/2026]\n", "holidays.yaml:1:12: a day off has a date and a name"),
        ("days_off:\n  - name: Tết\n", "holidays.yaml:2:5: “date” is missing"),
        ("days_off:\n  - date: 2/1/2026\n", "holidays.yaml:2:5: “name” is missing"),
        (
            "days_off:\n  - {date: 31/6/2026, name: A}\n",
            "holidays.yaml:2:12: there is no day 31/6/2026: month 6 has only 30 days",
        ),
        ("working_days: [6/2026]\n", "holidays.yaml:1:16: “6/2026” is not a date"),
        (
            "days_off:\n  - {date: 2/1/2026, name: A}\n  - {date: 02/01/2026, name: B}\n",
            "holidays.yaml:3:12: this day stands here a second time",
        ),
        (
            "days_off:\n  - {date: 2/1/2026, name: A}\nworking_days: [2026-01-02]\n",
            "holidays.yaml:2:12: this day is given both as off and as worked",
        ),
        ("- a\n", "holidays.yaml:1:1: this file holds two lists: days_off, working_days"),
        ("days_off: [\n", "holidays.yaml:2:1:"),
        ("days_off:\n\t- a\n", "holidays.yaml:2:1: a tab character is used for indentation"),
        ("days_off:\n  - {date: 2/1/2026, name: A, ghi: b}\n", "holidays.yaml:2:31: unknown key"),
    ],
)
def test_a_fault_names_its_place(read, text, message):
    with pytest.raises(UserError) as raised:
        read(text)
    assert str(raised.value.message).startswith(message)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "holidays.yaml").write_bytes("days_off:\n - Tết".encode("utf-16"))
    with pytest.raises(UserError) as raised:
        load_holidays(tmp_path)
    assert str(raised.value.message) == "holidays.yaml: the file is UTF-16, not UTF-8"

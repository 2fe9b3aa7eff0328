"""The calendar file against RFC 5545: a strict reader of its lines, and a parser's round trip."""

from __future__ import annotations

import re
from datetime import date, timedelta

import icalendar
import pytest

from cchc.outputs.due import ics
from cchc.outputs.layout import DueLayout

NAME = re.compile(r"[A-Z-]+(;[A-Z-]+=[^;:,]+)*:")
ONCE = ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "SEQUENCE", "LAST-MODIFIED")


def unfolded(text: str) -> list[str]:
    """Return the content lines, refusing what the standard does not allow."""
    data = text.encode()
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    out: list[str] = []
    for raw in lines:
        assert 0 < len(raw) <= 75
        assert b"\r" not in raw
        assert b"\n" not in raw
        line = raw.decode()  # a character cut in two would fail here
        if line.startswith(" "):
            out[-1] += line[1:]
        else:
            out.append(line)
    for line in out:
        assert NAME.match(line), line
        value = line.partition(":")[2]
        if line.startswith(("SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR")):
            assert not re.search(r"(?<!\\)[;,]", value.replace("\\\\", ""))
            assert not re.search(r"\\(?![\\;,nN])", value.replace("\\\\", ""))
    return out


def events(lines: list[str]) -> list[list[str]]:
    """Return the lines of each event; every BEGIN must have its END."""
    open_: list[str] = []
    found: list[list[str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            assert open_ == {"VCALENDAR": [], "VEVENT": ["VCALENDAR"],
                             "VALARM": ["VCALENDAR", "VEVENT"]}[value]  # fmt: skip
            open_.append(value)
            if value == "VEVENT":
                found.append([])
        if "VEVENT" in open_:
            found[-1].append(line)
        if name == "END":
            assert open_.pop() == value
    assert not open_
    return found


def test_every_line_keeps_the_standard(answer):
    lines = unfolded(ics.write(answer(first=None), DueLayout()))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    for event in events(lines):
        for name in ONCE:
            assert sum(line.startswith(f"{name}:") for line in event) == 1


def test_a_parser_reads_back_what_was_written(answer):
    given = answer(first=None)
    calendar = icalendar.Calendar.from_ical(ics.write(given, DueLayout()))
    assert not calendar.errors
    dated = [item for item in given.items if item.due]
    assert len(calendar.events) == len(dated)
    for event, item in zip(calendar.events, dated, strict=True):
        assert not event.errors
        assert event["DTSTART"].dt == item.due
        assert type(event["DTSTART"].dt) is date  # all day
        said = str(event["SUMMARY"]).removeprefix("✓ ")
        assert " ".join(item.title.split()).endswith(said.rstrip("…")[-20:]) or said.endswith("…")
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    assert [e["UID"] for e in again.events] == [e["UID"] for e in calendar.events]
    assert [e["DESCRIPTION"] for e in again.events] == [e["DESCRIPTION"] for e in calendar.events]


def test_signs_of_the_format_survive(answer):
    given = answer(first=None)
    text = {
        str(e["SUMMARY"])
        for e in icalendar.Calendar.from_ical(ics.write(given, DueLayout())).events
    }
    assert '=HYPERLINK("x") | số liệu; hồ sơ, kết quả' in text
    assert ics.escape("a\\b;c,d\ne") == r"a\\b\;c\,d\ne"


def test_reminders_come_7_3_and_1_days_before_what_is_open(answer):
    for event in icalendar.Calendar.from_ical(ics.write(answer(first=None), DueLayout())).events:
        triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
        is_done = str(event["SUMMARY"]).startswith("✓")
        wanted = [] if is_done else [timedelta(days=-n) for n in (7, 3, 1)]
        assert triggers == wanted


def test_a_newer_file_changes_entries_and_adds_none(answer):
    old, new = (
        {
            str(e["UID"]): e
            for e in icalendar.Calendar.from_ical(ics.write(given, DueLayout())).events
        }
        for given in (answer("2026-06-01", None), answer("2026-07-20", None))
    )
    assert list(old) == list(new)
    assert len(old) == 25
    for uid in old:
        assert new[uid]["SEQUENCE"] > old[uid]["SEQUENCE"]
        assert new[uid]["LAST-MODIFIED"].dt > old[uid]["LAST-MODIFIED"].dt
        assert new[uid]["DTSTAMP"].dt > old[uid]["DTSTAMP"].dt
    assert "an-binh.so-lieu.2026-07.xã-an-bình-tỉnh-phú-thọ.2026@cchc" in new
    assert "an-binh.ke-hoach.xã-an-bình-tỉnh-phú-thọ.2026@cchc" in new


def test_the_same_day_gives_the_same_file(answer):
    assert ics.write(answer(), DueLayout()) == ics.write(answer(), DueLayout())


@pytest.mark.parametrize("filler", ["a", "ế", "📅", "ế a"])
@pytest.mark.parametrize("length", [1, 24, 25, 26, 37, 38, 74, 75, 76, 150, 300])
def test_folding_keeps_every_character_whole(filler, length):
    line = "SUMMARY:" + (filler * length)[:length]
    pieces = ics.folded_line(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_sections_that_share_a_printed_number_keep_apart(answer):
    given = answer()
    twice = type(given)(given.today, given.wanted, dated=(given.dated[0], given.dated[0]))
    found = [
        str(e["UID"]) for e in icalendar.Calendar.from_ical(ics.write(twice, DueLayout())).events
    ]
    assert len(set(found)) == 2


@pytest.mark.parametrize(
    "other", [{"year": 2027}, {"agency": "xã Phú Thinh tỉnh Phú Thọ"}, {"agency": ""}]
)
def test_next_year_and_another_commune_have_entries_of_their_own(answer, other):
    item = next(one for one in answer().items if one.due)
    assert (item.year, item.agency) == (2026, "xã An Bình tỉnh Phú Thọ")
    assert ics.uid(item._replace(**other)) != ics.uid(item)
    assert ics.uid(item._replace(deadline="Quý IV", due=None)) == ics.uid(item)

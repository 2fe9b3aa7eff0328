"""Due dates as a calendar (RFC 5545): whole days with reminders 7, 3 and 1 days before.

A UID belongs to an occurrence for good, and SEQUENCE grows with the day on which the file is made:
importing a newer file changes the entries that are there and adds no second ones. Another year's
plan, or another agency's, has entries of its own, also where plan and tasks have the same ids.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date

from cchc.messages import say
from cchc.outputs import due_words as words
from cchc.outputs.layout import DueLayout
from cchc.views.due import Due
from cchc.views.occurrences import Item

ALARMS = (7, 3, 1)
"""Days before the due date."""
_LIMIT = 75
"""Octets in a line, its end not counted (RFC 5545, 3.1)."""
_SUMMARY = 120
_FIRST_DAY = date(2000, 1, 1)


def write(answer: Due, layout: DueLayout) -> str:
    """Return every dated item of the answer as one calendar."""
    name = str(say("Deadlines of administrative-reform plans"))
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cchc//cchc due//VI", "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escape(name)}",
    ]  # fmt: skip
    seen: set[str] = set()
    for item in answer.items:
        if item.due is not None:
            lines += _event(item, item.due, answer, seen)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded_line(line)}\r\n" for line in lines)


def uid(item: Item) -> str:
    """Return the identity of an occurrence among those of all agencies and years.

    Plan, task, period where there are several; the agency in its own letters, because many differ
    only in their accents; the year, because a plan may keep its id from year to year.
    """
    agency = "-".join(unicodedata.normalize("NFC", item.agency).casefold().split())
    parts = (item.plan, item.task, item.occurrence, agency, str(item.year))
    return ".".join(filter(None, parts)) + "@cchc"


def _event(item: Item, due: date, answer: Due, seen: set[str]) -> Iterator[str]:
    identity = uid(item)
    while identity in seen:  # two sections without an id that a signed paper numbers alike
        identity = f"2.{identity}"
    seen.add(identity)
    stamp = f"{answer.today:%Y%m%d}T000000Z"
    title = words.title(item)
    summary = title if len(title) <= _SUMMARY else f"{title[:_SUMMARY].rstrip()}…"
    done = item.state in ("done", "done-late")
    if done:
        summary = f"✓ {summary}"
    yield from (
        "BEGIN:VEVENT", f"UID:{escape(identity)}", f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{max((answer.today - _FIRST_DAY).days, 0)}", f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"SUMMARY:{escape(summary)}", f"DESCRIPTION:{escape(_description(item, answer))}",
        f"CATEGORIES:{escape(item.plan)}", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
    )  # fmt: skip
    if not done:
        for days in ALARMS:
            yield from (
                "BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{days}D",
                f"DESCRIPTION:{escape(summary)}", "END:VALARM",
            )  # fmt: skip
    yield "END:VEVENT"


def _description(item: Item, answer: Due) -> str:
    lines = [
        words.title(item),
        str(say("Plan: {plan}, no. {number}", plan=item.plan, number=item.number)),
        str(say("Deadline: {phrase}", phrase=item.deadline)),
    ]
    if item.lead:
        lines.append(str(say("Lead: {units}", units="; ".join(item.lead))))
    if item.support:
        lines.append(str(say("Support: {units}", units="; ".join(item.support))))
    lines.append(str(say("As of {today}: {state}", today=words.shown_day(answer.today),
                         state=words.state(item))))  # fmt: skip
    return "\n".join((*lines, *words.notes(item, answer)))


def escape(text: str) -> str:
    """Return `text` as a TEXT value (RFC 5545, 3.3.11)."""
    text = unicodedata.normalize("NFC", text).replace("\\", "\\\\")
    text = text.replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded_line(line: str) -> str:
    """Return `line` in pieces of at most 75 octets, never cut inside a character."""
    pieces, piece, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LIMIT:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += octets
    return "\r\n".join((*pieces, piece))

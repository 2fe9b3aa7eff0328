"""A deadline can be read in two ways.

Why: the tool shows the date it took, but whoever wrote "đầu năm" may have meant another. "Quý II và
quý III" is one stretch for the tool, due at its end; whoever wants something in each must say so.

Source: docs/deadlines.md, ambiguous wording.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Đầu năm, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I/2026, lead: [vh-xh]}
"""

import re

from cchc.language.deadline import Deadline, show
from cchc.language.deadline.limits import ONLY_BEGINNING
from cchc.model.plan_kinds import KINDS
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Message, Severity, say

CODE = "D004"
_SHOWN = 4
_UNIT = re.compile(r"\b(?:quý|quí|tháng)\b", re.IGNORECASE)
_EACH = say("if something is due in each, put a semicolon between them: {example}",
            example="Quý II; quý III")  # fmt: skip
SEVERITY = Severity.WARNING
_END = re.compile(r"hoàn thành|thời hạn|hạn cuối|chậm nhất|kết thúc|đến hạn")


def check(facts: Facts) -> Hits:
    """Find deadlines whose reading carries the note "ambiguous", or "joined" for units said again.

    "Từ tháng 3" is work that begins then and goes on: only a column of last days asks for its end.
    "Dự kiến tháng 8" plans a time and leaves it open: that is an info.
    """
    for place, text, reading in facts.deadlines:
        for note in reading.notes:
            if note.code == "ambiguous":
                begins = note.message == ONLY_BEGINNING and not _asks_for_the_end(facts, place)
                planned = bool(reading.due) and "dự kiến" in text.casefold()
                yield Hit(
                    place,
                    note.message,
                    _advice(reading, facts.plan.year),
                    severity=Severity.INFO if begins or planned else None,
                )
            elif note.code == "joined" and len(_UNIT.findall(reading.phrase)) > 1:
                yield Hit(place, note.message, _EACH, severity=Severity.INFO)


def _asks_for_the_end(facts: Facts, place: KeyPath) -> bool:
    """Whether the heading over a deadline is one of last days: "Thời hạn", "Thời gian hoàn thành"."""
    if place[0] != "appendices":
        return False
    columns = facts.plan.appendices[int(place[1])].columns or KINDS[facts.plan.kind].columns
    return any(one.key == "deadline" and _END.search(one.heading.casefold()) for one in columns)


def _advice(reading: Deadline, year: int) -> Message:
    """Return what to write: the days that were taken from the phrase, if there are any."""
    if not reading.due:
        return say("write the day: 31/3/{year}", year=year)
    days = ", ".join(show(day) for day in reading.due[:_SHOWN])
    if len(reading.due) > _SHOWN:
        return say("write the days, if these are meant: {days} and so on", days=days)
    return say("write the day, if this is meant: {days}", days=days)

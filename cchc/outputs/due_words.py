"""The answer of `cchc due`: its words, its rows as cells, and its content as the JSON kind `due`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from cchc.language.weekdays import weekday
from cchc.messages import Message, say
from cchc.outputs import due_words as words
from cchc.outputs.table import CellValue
from cchc.views.agenda import Record
from cchc.views.calendar import DayOff
from cchc.views.due import STATES as ORDER
from cchc.views.due import Due
from cchc.views.occurrences import Item, State
from cchc.views.report_periods import Cadence

STATES: dict[State, Message] = {
    "overdue": say("overdue"),
    "due": say("due soon"),
    "upcoming": say("not due yet"),
    "done": say("done on time"),
    "done-late": say("done late"),
    "recurring": say("recurring"),
    "continuous": say("continuous"),
    "conditional": say("no date yet"),
}
SOURCES = {"task": say("task"), "report": say("report"), "duty": say("duty")}
RECORDS = {"done": say("done"), "running": say("running"), "suspended": say("suspended")}
_CADENCES: dict[Cadence, Message] = {
    "monthly": say("monthly"),
    "quarterly": say("quarterly"),
    "half-yearly": say("half-yearly"),
    "yearly": say("yearly"),
}


def shown_day(when: date) -> str:
    """Return a date as officials write it in tables: 31/12/2026."""
    return f"{when.day:02}/{when.month:02}/{when.year}"  # strftime takes longer than a row may


def period(answer: Due) -> Message:
    """Return what stretch of time the answer is about."""
    today = shown_day(answer.today)
    match answer.wanted.first, answer.wanted.last:
        case None, None if answer.wanted.states == {"overdue"}:
            return say("Overdue on {today}", today=today)
        case None, None:
            return say("All dates, as of {today}", today=today)
        case None, date() as last:
            return say("Due until {last}, as of {today}", last=shown_day(last), today=today)
        case date() as first, None:
            return say("Due from {first}, as of {today}", first=shown_day(first), today=today)
        case date() as first, date() as last:
            return say(
                "Due from {first} to {last}, as of {today}",
                first=shown_day(first), last=shown_day(last), today=today,
            )  # fmt: skip
    raise AssertionError  # every pair is one of the four


def title(item: Item) -> str:
    """Return the title on one line; what is no task of a table says what it is."""
    words = " ".join(item.title.split()) or str(say("(no text)"))
    return words if item.source == "task" else f"[{SOURCES[item.source]}] {words}"


def state(item: Item) -> str:
    """Return the state with the days it is late or has left, and what is recorded meanwhile."""
    words = str(STATES[item.state])
    if item.state == "overdue" and item.days is not None:
        words = str(say("{state}, {days} d", state=words, days=-item.days))
    elif item.state == "due" and item.days is not None:
        words = str(say("{days} d left", days=item.days) if item.days else say("today"))
    if item.record and item.record.state != "done":
        words += f" ({RECORDS[item.record.state]})"
    return words


def day_off_words(due: date, rest: DayOff) -> Message:
    """Return why nobody works on a due date, and the last day before it on which people do."""
    free = say("public holiday ({name})", name=rest.name) if rest.name else weekday(due)
    before = shown_day(rest.working_day_before)
    return say("{free}, last working day before: {day}", free=free, day=before)


def notes(item: Item, answer: Due, *, proof: bool = True) -> list[str]:
    """Return what else somebody must know: day off, recipient and figures of a report, proof."""
    found: list[Message] = []
    is_done = item.record is not None and item.record.state == "done"
    if item.due and not is_done and (rest := answer.days_off.get(item.due)):
        found.append(day_off_words(item.due, rest))
    if item.start and not is_done:
        found.append(say("from {day}", day=shown_day(item.start)))
    if item.leader:
        found.append(say("leader: {name}", name=item.leader))
    if report := item.report:
        if report.to:
            found.append(
                say("to {to}, through {via}", to=report.to, via=report.via)
                if report.via
                else say("to {to}", to=report.to)
            )
        if report.cadence:
            found.append(_CADENCES[report.cadence])
        if report.figures_close:
            found.append(say("figures up to {day}", day=shown_day(report.figures_close)))
    if proof and item.record and is_done:
        found += _proof(item.record)
    return [str(message) for message in found]


def _proof(record: Record) -> list[Message]:
    found = []
    if done_on := recorded_on(record):
        found.append(say("done on {day}", day=done_on))
    if record.evidence:
        found.append(say("proof: {paper}", paper=record.evidence))
    return found


def recorded_on(record: Record) -> str:
    """Return the day of a record as written in tables; only its month while the day is blank."""
    when = record.date
    if when is None:
        return ""
    return shown_day(when.full) if when.full else f"{when.month:02}/{when.year}"


def counts(items: Iterable[Item]) -> Message:
    """Return how many items have each state."""
    return told(Counter(item.state for item in items))


def told(found: Counter[State]) -> Message:
    """Return the words of `counts` for numbers that are known."""
    shown = [f"{STATES[one]} {found[one]}" for one in ORDER if found[one]]
    return say("Total {n}: {counts}", n=found.total(), counts=", ".join(shown) or "0")


def content(answer: Due) -> dict[str, Any]:
    """Return the content of the JSON kind `due`."""
    found = Counter(item.state for item in answer.items)
    return {
        "today": answer.today,
        "from": answer.wanted.first,
        "to": answer.wanted.last,
        "items": [entry(item, answer) for item in answer.items],
        "summary": {one: found[one] for one in ORDER},
    }


def entry(item: Item, answer: Due) -> dict[str, Any]:
    """Return one item as the JSON kind `due` has it."""
    report, record = item.report, item.record
    rest = answer.days_off.get(item.due) if item.due else None
    return {
        "plan": item.plan,
        "task": item.task,
        "number": item.number,
        "title": item.title,
        "lead": list(item.lead),
        "support": list(item.support),
        "deadline": item.deadline,
        "occurrence": item.occurrence or None,
        "due": item.due,
        "state": item.state,
        "days": item.days,
        "start": item.start,
        "leader": item.leader or None,
        "source": item.source,
        "kind": item.kind,
        "areas": list(item.areas),
        "subject": item.subject,
        "day_off": rest and rest._asdict(),
        "report": report
        and {
            "to": report.to or None,
            "via": report.via or None,
            "cadence": report.cadence,
            "figures_close": report.figures_close,
        },
        "recorded": record
        and {
            "state": record.state,
            "date": record.date
            and (record.date.full or f"{record.date.year}-{record.date.month:02}"),
            "evidence": record.evidence,
            "note": record.note,
        },
    }


class DueColumn(NamedTuple):
    """One column: its heading, its width in characters, and what stands in it."""

    heading: Message
    width: int
    value: Callable[[Item, Due], CellValue]


def _joined(names: Sequence[str]) -> str:
    return "; ".join(names)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _is_done(item: Item) -> bool:
    return item.state in ("done", "done-late")


def _done_on(item: Item) -> CellValue:
    if item.record is None or not _is_done(item):
        return None
    when = item.record.date
    return (when.full or words.recorded_on(item.record)) if when else None


_DUE = DueColumn(say("Due"), 12, lambda item, _: item.due)
_STATE = DueColumn(say("State"), 16, lambda item, _: str(words.STATES[item.state]))
_DAYS = DueColumn(say("Days left"), 9, lambda item, _: None if _is_done(item) else item.days)
_PLAN = DueColumn(say("Plan"), 14, lambda item, _: item.plan)
_NUMBER = DueColumn(say("No."), 8, lambda item, _: item.number)
_TITLE = DueColumn(say("Task"), 52, lambda item, _: words.title(item))
_LEAD = DueColumn(say("Lead"), 24, lambda item, _: _joined(item.lead))
_SUPPORT = DueColumn(say("Support"), 24, lambda item, _: _joined(item.support))
_DEADLINE = DueColumn(say("Deadline"), 20, lambda item, _: _flat(item.deadline))
_NOTES = DueColumn(say("Notes"), 30, lambda item, answer: "; ".join(words.notes(item, answer)))
_OTHER_NOTES = DueColumn(
    say("Notes"), 30, lambda item, answer: "; ".join(words.notes(item, answer, proof=False))
)
_START = DueColumn(say("Start"), 12, lambda item, _: item.start)
_LEADER = DueColumn(say("Leader"), 22, lambda item, _: item.leader)
_DONE = DueColumn(say("Done on"), 12, lambda item, _: _done_on(item))
_PROOF = DueColumn(
    say("Proof"), 18, lambda item, _: (item.record.evidence or "") if item.record else ""
)
_TASK = DueColumn(say("Id"), 16, lambda item, _: item.task)
_OCCURRENCE = DueColumn(say("Period"), 10, lambda item, _: item.occurrence)
_SOURCE = DueColumn(say("Kind"), 10, lambda item, _: str(words.SOURCES[item.source]))
_AREA = DueColumn(say("Area"), 24, lambda item, _: _joined([_flat(area) for area in item.areas]))
_RECORD = DueColumn(
    say("Recorded"),
    12,
    lambda item, _: str(words.RECORDS[item.record.state]) if item.record else "",
)

READING = (_DUE, _STATE, _PLAN, _NUMBER, _TITLE, _LEAD, _DEADLINE, _NOTES)
"""What a person reads in a comment or letter."""
SHEET = (
    _DUE, _STATE, _DAYS, _PLAN, _NUMBER, _TITLE, _LEAD, _SUPPORT, _DEADLINE, _OTHER_NOTES, _DONE,
    _PROOF, _START, _LEADER,
)  # fmt: skip
"""What a person filters and sends on."""
DATA = (
    _PLAN, _TASK, _OCCURRENCE, _NUMBER, _SOURCE, _AREA, _TITLE, _LEAD, _SUPPORT, _DEADLINE, _DUE,
    _STATE, _DAYS, _RECORD, _DONE, _PROOF, _OTHER_NOTES, _START, _LEADER,
)  # fmt: skip
"""What another program takes over."""
EXPLAINED = (
    _PLAN, _TASK, _NUMBER, _TITLE, _OCCURRENCE, _LEAD, _DEADLINE, _DUE, _RECORD, _DONE, _PROOF,
)  # fmt: skip
"""What stands behind a figure of `cchc status`."""


def headings(fields: Sequence[DueColumn]) -> list[str]:
    """Return the headings in the user's language."""
    return [str(field.heading) for field in fields]


def cells(item: Item, answer: Due, fields: Sequence[DueColumn]) -> list[CellValue]:
    """Return the cells of one row."""
    return [field.value(item, answer) for field in fields]

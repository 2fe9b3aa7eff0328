"""What is recorded of work says otherwise than its share, its days or its deadline.

Why: a report that counts it as done, or as done in time, is wrong; or the share or the day was left from the
row above.

Source: the principle of sáu rõ, "rõ kết quả".

Bad:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        columns:
          - {key: title, heading: Nhiệm vụ}
          - {key: custom, heading: Tỷ lệ (%)}
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            extra: {Tỷ lệ (%): 70}
            progress: {state: done, date: 10/3/2026}
Good:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        columns:
          - {key: title, heading: Nhiệm vụ}
          - {key: custom, heading: Tỷ lệ (%)}
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            extra: {Tỷ lệ (%): 100}
            progress: {state: done, date: 10/3/2026}
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from cchc.language.figures_day import figures_day
from cchc.language.names import fold
from cchc.model.finding import KeyPath
from cchc.model.task import Task
from cchc.model.work import Progress
from cchc.rules._rule import Facts, Hit, Hits, Message, Severity, say

CODE = "D014"
SEVERITY = Severity.WARNING

_SHARE_DONE = re.compile(
    r"(?:(?:tỷ|tỉ) lệ|tiến độ|mức độ|phần trăm|%)(?: (?:hoàn thành|thực hiện))?(?: %)?"
)
_PERCENT = re.compile(r"(?P<number>\d{1,3})(?:,\d+)? ?%?")
_IN_NOTE = re.compile(r"(?:^|[;\n]) *(?P<number>\d{1,3})(?:,\d+)? ?% *(?=[;\n]|$)")
_WHOLE_SHARE = 100
_IN_TIME = re.compile(
    r"(?:(?:đã )?(?:hoàn thành|xong|ht) )?(?:đúng|trước|sớm) (?:thời )?hạn", re.IGNORECASE
)
_LATE = re.compile(
    r"(?:(?:đã )?(?:hoàn thành|xong|ht) )?(?:quá|trễ|muộn|chậm)(?: thời)?(?: hạn)?", re.IGNORECASE
)
_NOT_DUE = re.compile(r"chưa (?:đến|tới) (?:thời )?hạn", re.IGNORECASE)
_PREPARED = 10
"""The month of the year before from which work of a plan may be done ahead."""
_SATURDAY = 5
_WITH_DAYS = 3
"""So many other records of the table have their days: then one without it lacks it."""


def check(facts: Facts) -> Hits:
    """Find one contradiction of each record: its share, the day it was done, or the words "đúng hạn" and
    "chưa đến hạn" against days. One-off work only: of recurring work each period has a day of its own. What is
    done on the next working day is in time."""
    tracked = [(place, task) for place, task, _ in facts.tasks if task.progress or task.note]
    due = {place[:-1]: read.due[0] for place, _, read in facts.deadlines if len(read.due) == 1}
    for n, appendix in enumerate(facts.plan.appendices):
        rows = [(place, task) for place, task in tracked if place[1] == n]
        counted = figures_day(appendix.title) if rows else None
        done = [one for _, task in rows for one in task.progress if one.state == "done"]
        dated = sum(one.date is not None for one in done)
        for place, task in rows:
            day = due.get(place)
            closed = counted.day if counted else None
            if task.note and _said(_NOT_DUE, task.note) and day and closed and day < closed:
                yield _hit((*place, "note"), _over(day, closed))
            for at, record in enumerate(task.progress):
                where = (*place, "progress", at)
                found = next(_contradictions(facts, where, record, day, closed), None) or _share(
                    place, task, record
                )
                if found is None and dated >= max(_WITH_DAYS, len(done) - 2):
                    found = _undated(where, record)
                if found:
                    yield found


def _contradictions(
    facts: Facts, where: KeyPath, record: Progress, due: date | None, closed: date | None
) -> Iterator[Hit]:
    """Yield what the days and words of a record say against each other, the gravest first."""
    note = record.note or ""
    share = _IN_NOTE.search(note)
    done = record.date.full if record.date and record.state == "done" else None
    if done is not None and done < date(facts.plan.year - 1, _PREPARED, 1):
        yield Hit(
            (*where, "date"),
            say("done on {day}, long before {year}, the year of the plan", day=f"{done:%d/%m/%Y}", year=facts.plan.year),
            say("correct the day"),
        )  # fmt: skip
    if done is not None and closed is not None and done > closed:
        yield Hit(
            (*where, "date"),
            say("done on {day}, and the figures of this table are those of {closed}",
                day=f"{done:%d/%m/%Y}", closed=f"{closed:%d/%m/%Y}"),
            say("correct the day, or write the new day of the figures into the title"),
        )  # fmt: skip
    if done is not None and due is not None and done > _grace(due) and _said(_IN_TIME, note):
        yield _hit(
            (*where, "note"),
            say("done on {day}, and due by {due}", day=f"{done:%d/%m/%Y}", due=f"{due:%d/%m/%Y}"),
        )
    if (
        record.date
        and due is not None
        and record.date.last <= due
        and record.state == "done"
        and _said(_LATE, note)
    ):
        yield _hit(
            (*where, "note"),
            say("done on {day}, and due by {due}", day=f"{record.date.last:%d/%m/%Y}", due=f"{due:%d/%m/%Y}"),
        )  # fmt: skip
    if due is not None and record.state == "done" and not record.date and _said(_LATE, note):
        yield Hit(
            (*where, "note"),
            say("recorded as done late; without its day it counts as done in time"),
            say("write the day into “date”"),
        )
    if due is not None and closed is not None and due < closed and _said(_NOT_DUE, note):
        yield _hit((*where, "note"), _over(due, closed))
    if share and record.state == "done" and 0 < int(share["number"]) < _WHOLE_SHARE:
        yield Hit(
            (*where, "note"),
            say("recorded as done, and the note says {share} %", share=share["number"]),
            say("correct the share, or record the work as running"),
            within=share[0].strip("; \n"),
        )
    if share and record.state == "running" and int(share["number"]) == _WHOLE_SHARE:
        yield Hit(
            (*where, "note"),
            say("recorded as running, and the note says 100 %"),
            say("correct the share, or record the work as done"),
            within=share[0].strip("; \n"),
        )


def _share(place: KeyPath, task: Task, record: Progress) -> Hit | None:
    if record.state != "done":
        return None
    for heading, value in task.extra.items():
        share = _PERCENT.fullmatch(str(value).strip())
        named = _SHARE_DONE.fullmatch(" ".join(re.findall(r"[\w%]+", fold(heading))))
        if share and named and 1 < int(share["number"]) < _WHOLE_SHARE:
            return Hit(
                (*place, "extra", heading),
                say("recorded as done, and “{heading}” says {share} %",
                    heading=heading, share=share["number"]),
                say("correct the share, or record the work as running"),
            )  # fmt: skip
    return None


def _undated(where: KeyPath, record: Progress) -> Hit | None:
    """Return the hit for work that is said to be done in time by no day, where others have theirs."""
    if record.state != "done" or record.date or not _said(_IN_TIME, record.note or ""):
        return None
    return Hit(
        (*where, "note"),
        say("recorded as done in time, and no day is given"),
        say("write the day into “date”"),
    )


def _grace(due: date) -> date:
    """Return the day after `due`, or the Monday behind it: "trước ngày 15" is often taken to hold the 15th."""
    day = due + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def _said(words: re.Pattern[str], note: str) -> bool:
    return any(words.fullmatch(piece.strip(" .")) for piece in re.split(r"[;\n]", note))


def _over(due: date, closed: date) -> Message:
    return say(
        "recorded as not yet due, and its day {due} was over on {closed}, the day of the figures",
        due=f"{due:%d/%m/%Y}", closed=f"{closed:%d/%m/%Y}",
    )  # fmt: skip


def _hit(place: KeyPath, message: Message) -> Hit:
    return Hit(place, message, say("correct the state or the day"))

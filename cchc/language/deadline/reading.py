"""From a phrase to a `Deadline`: the kind, the last days, and the notes."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from cchc.language import working_days
from cchc.language.deadline.clauses import clauses, not_understood
from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.gathering import Gathering
from cchc.language.deadline.limits import DatedLimit
from cchc.language.deadline.outcome import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    Note,
    NoteCode,
    Occurrence,
)
from cchc.language.deadline.periods import checked_year
from cchc.language.deadline.rhythm_days import beyond
from cchc.language.deadline.schedule import in_order, schedule
from cchc.language.deadline.tokens import clean_phrase, with_digits
from cchc.messages import Message, say
from cchc.model.announced import NOTHING, Announced

if TYPE_CHECKING:
    from cchc.model.plan import Plan

LONGEST = 500
"""Characters that a phrase may have."""

Before = Literal["exclusive", "inclusive"]

_LENGTH = re.compile(
    r"(?P<length>(?:\d{1,2}|một|hai|ba)\s+(?:ngày|buổi|lớp|đợt|cuộc|tiết)(?:/[^\W\d_]+)?)\s*(?:[,;:]\s*|\s(?=trong\s))"
    r"(?=(?:trong\s+|vào\s+|dự kiến\s+)?(?:(?:đầu|giữa|cuối)\s+)?(?:tháng|quý)\s+[\dIV])",
    re.IGNORECASE,
)
"""How long something lasts, before the month or quarter in which it is: "02 ngày, tháng 3/2026"."""
_BLANK = frozenset("….-_/ ")


def read_deadline(
    phrase: str | None,
    *,
    year: int,
    issued: date | None = None,
    before: Before = "exclusive",
    remarks: bool = True,
    announced: Announced = NOTHING,
) -> Deadline:
    """Read a deadline as administrative Vietnamese writes it.

    `year` is the plan's: it counts where the phrase names none. `issued` is the day on which the
    plan is issued, for "kể từ ngày ban hành Kế hoạch". `before` says whether "trước 30/11" leaves
    that day out, as the words say, or takes it in, as many people mean it. Without `remarks`, words
    that have no part in the date are refused: for cutting a deadline out of a sentence. `announced`
    are the days off and working days that count where working days are counted.

    Raises:
        DeadlineError: a date in the phrase does not exist, or a word of it is not understood.
    """
    dated = announced != NOTHING and "việc" in (phrase or "").casefold()  # "ngày làm việc"
    found = None if dated else _without_dates(phrase, year, before, remarks)
    if found is None or (issued and any(note.code == "needs-issue-date" for note in found.notes)):
        return read_anew(
            phrase, year=year, issued=issued, before=before, remarks=remarks, announced=announced
        )
    return found


def deadline_of(plan: Plan, phrase: str | None) -> Deadline:
    """Return what a deadline means in `plan`, with its year, its day of issue and its days off.

    Raises:
        DeadlineError: as `read_deadline`.
    """
    return read_deadline(
        phrase, year=plan.year, issued=plan.issued, before=plan.before, announced=plan.announced
    )


@lru_cache(maxsize=4096)  # the plans of the whole country use some sixty phrases
def _without_dates(phrase: str | None, year: int, before: Before, remarks: bool) -> Deadline | None:
    """Return the reading of `phrase` in a plan without a date; None when it cannot be read."""
    try:
        return read_anew(phrase, year=year, before=before, remarks=remarks)
    except DeadlineError:
        return None


def read_anew(
    phrase: str | None,
    *,
    year: int,
    issued: date | None = None,
    before: Before = "exclusive",
    remarks: bool = True,
    announced: Announced = NOTHING,
) -> Deadline:
    """Do what `read_deadline` does, without what was read before."""
    checked_year(year)
    if phrase is not None and len(phrase) > 20 * LONGEST:
        raise _too_long(len(phrase))
    text = clean_phrase(phrase or "")
    if set(text) <= _BLANK:
        return Deadline(phrase or "", "missing", ())
    if len(text) > LONGEST:
        raise _too_long(len(text))
    try:
        gathering = Gathering(year, issued, inclusive=before == "inclusive")
        with working_days.announced(announced):
            return _read(text, phrase or "", gathering, remarks=remarks)
    except DeadlineError as error:
        digits = with_digits(text)
        if digits == text:
            raise
        try:
            _read(digits, digits, Gathering(year, issued, inclusive=False))
        except DeadlineError:
            raise error from None
        raise DeadlineError(
            say("“{phrase}” has a letter where a digit belongs", phrase=text),
            say("write for example {example}", example=digits),
        ) from None


def _read(text: str, phrase: str, found: Gathering, *, remarks: bool = True) -> Deadline:
    length = _LENGTH.match(text)
    cursor = Cursor(text[length.end() :] if length else text)
    nodes = clauses(cursor)
    if cursor.remarks and not remarks:
        raise not_understood(cursor)
    found.read(nodes, report=cursor.report or cursor.of_report)
    found.notes += [Note("remark", say("remark: {text}", text=one)) for one in cursor.remarks]
    if length:
        found.notes.append(Note("remark", say("remark: {text}", text=length["length"])))
    if cursor.of_report:
        found.marks.add("scheme")
    return _concluded(found, phrase)


def _too_long(length: int) -> DeadlineError:
    return DeadlineError(
        say(
            "the deadline is {length} characters long; at most {limit} are read",
            length=length,
            limit=LONGEST,
        ),
        say("write only the time here, and the rest in the requirement or the note"),
    )


def _concluded(found: Gathering, phrase: str) -> Deadline:
    continuous = "continuous" in found.marks
    limits = _limits_that_count(found, continuous=continuous)
    merged = found.report or "scheme" in found.marks
    rhythms = schedule(found.plans, found.year, inclusive=found.inclusive, merged=merged)
    named = [one for limit in limits for one in limit.occurrences]
    counts = [] if named or rhythms else found.counts
    for text in [] if counts else found.counted:
        found.doubt(say("“{text}” is left aside for the day that is named", text=text))
    occurrences = in_order([*rhythms, *named, *counts])
    kind = _kind(found, limits, occurrences, counted=bool(counts))
    vague = any(limit.whole_year and not limit.refined for limit in limits) or (
        not occurrences and kind != "continuous" and _rests_on_rules(found)
    )
    notes = [*found.notes, *_notes(found, limits, occurrences, kind)]
    if vague:
        notes.append(Note("vague", say("this sets no day before which the work must be done")))
    return Deadline(
        phrase,
        kind,
        occurrences,
        vague,
        continuous or any(limit.limit.open_end for limit in limits),
        tuple(notes),
    )


def _limits_that_count(found: Gathering, *, continuous: bool) -> list[DatedLimit]:
    """Leave out "trong năm" beside work that goes on all year or has a rhythm of its own, and what
    only says from when on work is continuous, or from when to when a rhythm goes on."""
    if found.plans:
        _keep_windows(found)
    elif continuous:
        for limit in [one for one in found.limits if one.limit.opening]:
            found.limits.remove(limit)
            found.notes = [note for note in found.notes if note not in limit.notes]
    if not (continuous or found.plans):
        return found.limits
    for limit in found.limits:
        if limit.whole_year:
            year = limit.limit.pieces[0].first.year
            found.plans = [plan.in_year(year) for plan in found.plans]
    return [limit for limit in found.limits if not limit.whole_year]


def _keep_windows(found: Gathering) -> None:
    """Take limits that say from when to when as the stretch in which the rhythms go on.

    Raises:
        NotUnderstoodError: no period of a rhythm ends in it.
    """
    for limit in [one for one in found.limits if one.goes_on]:
        found.limits.remove(limit)
        found.notes = [note for note in found.notes if note not in limit.notes]
        first, last = limit.occurrences[0].start or date.min, limit.occurrences[-1].due
        window = (date.min if limit.limit.until else first, last)
        found.plans = [plan._replace(window=window) for plan in found.plans]
        listed = schedule(found.plans, found.year, inclusive=found.inclusive)
        if not listed and any(plan.rhythm.months for plan in found.plans):
            raise beyond()


def _kind(
    found: Gathering,
    limits: list[DatedLimit],
    occurrences: tuple[Occurrence, ...],
    *,
    counted: bool,
) -> DeadlineKind:
    several = len(occurrences) > 1
    if "scheme" in found.marks or (found.report and (found.plans or several)):
        return "reporting"
    own = {plan.rhythm.months for plan in found.plans if plan.day or plan.fixed}
    if own >= {
        3,
        6,
        12,
    }:  # "quý (trước ngày ...), 6 tháng (...), năm (...)": so are reports asked for
        return "reporting"
    if found.plans or several or any(limit.limit.yearly for limit in limits):
        return "recurring"
    if counted:
        return "date" if found.since_date else "conditional"
    if limits:
        only = limits[0]
        return "date" if only.single_days or only.refined else "period"
    if "regular" in found.marks:
        return "recurring"
    return "continuous" if "continuous" in found.marks else "conditional"


def _rests_on_rules(found: Gathering) -> bool:
    return "scheme" in found.marks or any(one.vague for one in found.conditions)


def _notes(
    found: Gathering,
    limits: list[DatedLimit],
    occurrences: tuple[Occurrence, ...],
    kind: DeadlineKind,
) -> list[Note]:
    notes: list[Note] = []

    def add(code: NoteCode, message: Message) -> None:
        notes.append(Note(code, message))

    days = sorted(
        {
            mark.day
            for plan in found.plans
            if plan.day and plan.day.before
            for mark in plan.day.marks
        }
    )
    if days and not found.inclusive:
        add("exclusive", say("“trước ngày {day}” leaves out that day", day=days[0]))
    years = {one.due.year for limit in limits for one in limit.occurrences}
    years |= {one.due.year for plan in found.plans for one in plan.fixed}
    years |= {one.due.year for one in found.counts if one in occurrences}
    years |= {plan.rhythm.year for plan in found.plans if plan.rhythm.year is not None}
    others = sorted(years - {found.year})
    if others:
        add(
            "outside-year",
            say("the plan is for {year}, not {other}", year=found.year, other=others[-1]),
        )
    if kind in ("recurring", "reporting") and (
        not occurrences
        or any(one.rhythm.months is None and not one.rhythm.weekdays for one in found.plans)
    ):
        add("no-dates", say("no last days can be listed from these words"))
    if kind != "conditional":
        for one in found.conditions:
            if not one.vague:
                add("condition", say("it also depends on “{text}”", text=one.text))
    return notes

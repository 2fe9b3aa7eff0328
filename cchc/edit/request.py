"""What somebody asks to record, held against the plan: a record that fits, or why not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cchc.edit.evidence import check_evidence
from cchc.edit.named_period import period_of, recorded_period
from cchc.edit.progress import date_text
from cchc.edit.request_error import RefusalError, RequestField
from cchc.edit.targets import RecordTarget, find_target
from cchc.language.names import bare
from cchc.messages import say
from cchc.model.plan import Plan
from cchc.model.work import Progress

RecordState = Literal["done", "running", "suspended"]

_STATES: dict[str, RecordState] = {
    "done": "done", "running": "running", "suspended": "suspended",
    "hoan thanh": "done", "da hoan thanh": "done", "da xong": "done", "xong": "done",
    "dang thuc hien": "running", "dang lam": "running",
    "tam dung": "suspended", "khong phat sinh": "suspended",
}  # fmt: skip
_WRITE = say("write done, running or suspended; what has not begun is not recorded")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Request:
    """One record to make, correct or take back.

    None means "not said": what is recorded already stays. An empty text takes a value away.
    """

    plan: str
    task: str
    occurrence: str | None = None
    state: RecordState | None = None
    date: date | None = None
    evidence: str | None = None
    note: str | None = None
    withdraw: bool = False


class SettledRequest(NamedTuple):
    """A request that fits its plan: which record it is about, as it is and as it shall be."""

    target: RecordTarget
    period: str
    """The key of the period; empty for a task that has none."""
    which: int | None
    """Which of the target's records is meant; None when there is none yet."""
    after: Progress | None
    """None: it is taken back."""

    @property
    def before(self) -> Progress | None:
        """The record as it is."""
        return None if self.which is None else self.target.progress[self.which]


def read_state(text: str) -> RecordState:
    """Return the state that a word means: done, running, suspended, or the same in Vietnamese.

    Raises:
        RefusalError: it is none of them.
    """
    state = _STATES.get(bare(text))
    if state is None:
        raise not_a_state(text)
    return state


def not_a_state(text: str) -> RefusalError:
    """Return the refusal of words that say nothing of the state of progress."""
    return RefusalError("state", say("“{state}” is not a state of progress", state=text), _WRITE)


def settle(request: Request, plan: Plan, today: date) -> SettledRequest:
    """Return the record that `request` makes in `plan`.

    Said again for the same task and period, it corrects: what is not said stays. A new state
    needs its own date, and the note on the old one goes with it.

    Raises:
        RefusalError: it names nothing that is there, or contradicts the plan or the calendar.
    """
    target = find_target(plan, request.task)
    if request.withdraw:
        which = recorded_period(target, plan, request.occurrence)
        return SettledRequest(target, target.progress[which].occurrence or "", which, None)
    period = period_of(target, plan, request.occurrence)
    made = [one.occurrence or "" for one in target.progress]
    index = made.index(period) if period in made else None
    before = None if index is None else target.progress[index]
    state = request.state or (before.state if before else None)
    if state is None:
        raise RefusalError(
            "state", say("the state of “{task}” is missing", task=target.name), _WRITE
        )
    when = date_text(before.date) if before and before.date and before.state == state else None
    if request.date:
        _check_date(request.date, plan, today)
        when = request.date.isoformat()
    if state == "done" and when is None:
        raise RefusalError(
            "date",
            say("the day on which “{task}” was done is missing", task=target.name),
            say("it decides between on time and late; for today write {today}", today=_day(today)),
        )
    evidence = _kept(request.evidence, before, "evidence")
    if request.evidence and evidence:
        check_evidence(evidence)
    same_state = before is not None and before.state == state
    note = _kept(request.note, before if same_state else None, "note")
    after = Progress.model_validate(
        {"state": state, "date": when, "evidence": evidence, "note": note,
         "occurrence": period or None}
    )  # fmt: skip
    return SettledRequest(target, period, index, after)


def _kept(said: str | None, before: Progress | None, field: RequestField) -> str | None:
    if said is None:
        return getattr(before, field) if before else None
    text = _DROPPED.sub("", unicodedata.normalize("NFC", said))
    return " ".join(text.split()) or None  # one record is one line of the file


def _check_date(when: date, plan: Plan, today: date) -> None:
    if when > today:
        raise RefusalError(
            "date",
            say("{date} is in the future: today is {today}", date=_day(when), today=_day(today)),
            say("record it when it has happened"),
        )
    issued = plan.document.issue_date
    if issued and when < issued.first:
        shown = _day(issued.full) if issued.full else f"{issued.month:02d}/{issued.year}"
        raise RefusalError(
            "date",
            say("{date} is before the plan was issued, {issued}", date=_day(when), issued=shown),
            say("check the day, the month and the year"),
        )
    if not issued and when.year < plan.year:
        raise RefusalError(
            "date",
            say("{date} is before the year of the plan, {year}", date=_day(when), year=plan.year),
            say("check the day, the month and the year"),
        )


def _day(when: date) -> str:
    return f"{when:%d/%m/%Y}"

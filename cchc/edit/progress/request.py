"""What somebody asks to record, held against the plan: a record that fits, or why not.

What is named as proof: a document's symbol must be right but for a 0 before it; other words are free.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cchc.edit.progress.named_period import period_of, recorded_period
from cchc.edit.progress.record import date_text
from cchc.edit.progress.request_error import RefusalError, RequestField
from cchc.edit.progress.targets import RecordTarget, find_target
from cchc.errors import did_you_mean
from cchc.language.names import bare
from cchc.language.repair import repair_symbol
from cchc.language.symbol import read_symbol
from cchc.messages import Message, say
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
    date: date | Literal[""] | None = None
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


def settle_request(request: Request, plan: Plan, today: date) -> SettledRequest:
    """Return the record that `request` makes in `plan`.

    Said again for the same task and period, it corrects: what is not said stays. Only the date goes
    with the state that it is the date of: a new state takes a date of its own.

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
    if request.date is not None:
        when = request.date.isoformat() if request.date else None
    if state == "done" and when is None:
        raise RefusalError(
            "date",
            say("the day on which “{task}” was done is missing", task=target.name),
            say("it decides between on time and late; for today write {today}", today=_day(today)),
        )
    evidence = _kept(request.evidence, before, "evidence")
    if request.evidence and evidence:
        check_evidence(evidence)
    note = _kept(request.note, before, "note")
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


# A number, a stroke or hyphen, and capital letters somewhere: 15/BC-UBND, 57-NQ/TW, 76/NQCP.
_SHAPE = re.compile(r"[0-9]+[a-zđ]?[ ]?[/_‐-―-].*[A-ZĐÐ]{2}")
_FILE = re.compile(r"\.[A-Za-z0-9]{2,4}$|://")
_PIECES = re.compile(r"\s*[;\n]\s*|,\s+|\s+(?:và|và số|ngày)\s+")
_EDGES = "“”\"'().,:;"


def check_evidence(text: str) -> None:
    """Refuse evidence in which something looks like a document's symbol and is not one.

    Raises:
        RefusalError: with the symbol that was probably meant.
    """
    for piece in _PIECES.split(text):
        for words in _suspects(piece.strip()):
            if read_symbol(words) or _without_zero(words):
                continue
            usual = say("write it as on the paper, for example 15/BC-UBND")
            raise RefusalError(
                "evidence",
                say("“{text}” is not the symbol of a document", text=words),
                did_you_mean(repair_symbol(words), usual),
            )


def doubts(text: str) -> Iterator[Message]:
    """Yield what is odd about evidence that is taken all the same: papers do bear such numbers."""
    for piece in _PIECES.split(text):
        for words in _suspects(piece.strip()):
            if not read_symbol(words) and (usual := _without_zero(words)):
                yield say("“{text}” is recorded as it is; the rule is “{near}”, with a 0 before "
                          "numbers below 10", text=words, near=usual)  # fmt: skip


def _without_zero(words: str) -> str | None:
    """Return the symbol with the 0 that it lacks; None when that is not all that is wrong."""
    padded = f"0{words}"
    return padded if words[:1] in set("123456789") and read_symbol(padded) else None


def _suspects(piece: str) -> list[str]:
    """Return what stands where a symbol would: the whole piece, or words of it with a stroke."""
    if _FILE.search(piece):
        return []
    if _SHAPE.match(piece) and (" " not in piece or repair_symbol(piece)):
        return [piece.strip(_EDGES)]
    words = [word.strip(_EDGES) for word in piece.split()]
    return [
        word for word in words if "/" in word and _SHAPE.fullmatch(word) and not _FILE.search(word)
    ]

"""One row of a table that an office keeps, as a request: what is sure of it, or why it is not.

Offices write "Đã HT", "HT muộn", "x", "90%"; days without a year, in a remark ("đã xong 12/3, CV 45");
and tasks in fewer words than the plan. What is not sure is refused with its cell, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from cchc.edit.progress.cell_values import READERS, cell_text, date_of
from cchc.edit.progress.columns import ProgressTable, TableFault
from cchc.edit.progress.named_period import period_of
from cchc.edit.progress.request import RecordState, Request, not_a_state, read_state
from cchc.edit.progress.request_error import RefusalError, RequestField
from cchc.edit.progress.targets import find_target, known_targets
from cchc.intake.tables.progress_words import progress_of, remark_of
from cchc.language.names import bare
from cchc.messages import say
from cchc.model.plan import Plan
from cchc.model.work import Progress
from cchc.read.tables.spreadsheet import CellContent, SheetRow

ALIKE, AHEAD = 0.6, 0.2
"""Share of a title's words that one task must have, and by how much more than any other."""
_CORRECT = say("if the table is right, correct the record with “cchc progress”")
_IS_DAY = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)")
"""What was meant for a day, whether the calendar has it or not."""
_IS_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)? ?%")
_SHORT = {
    "kh": "ke hoach", "cds": "chuyen doi so", "vb": "van ban", "qppl": "quy pham phap luat",
    "cbcc": "can bo cong chuc", "cc": "cong chuc", "tthc": "thu tuc hanh chinh",
    "cchc": "cai cach hanh chinh", "ct": "chu tich", "bc": "bao cao", "qd": "quyet dinh",
    "dvc": "dich vu cong", "cntt": "cong nghe thong tin",
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "attt": "an toan thong tin",
}  # fmt: skip


class RowRequest(NamedTuple):
    """The request of a row; None where it says that nothing is done yet; and what is wrong with it."""

    request: Request | None
    faults: list[TableFault]


@dataclass(slots=True)
class RowReader:
    """Reads the rows of a table about plans that are known."""

    table: ProgressTable
    plan: str
    """The plan of rows that name none."""
    plans: Mapping[str, Plan]
    _faults: list[TableFault] = field(default_factory=list)

    def read(self, row: SheetRow) -> RowRequest:
        """Return what a row asks to record."""
        self._faults = []
        name = self.table.text(row, "plan") or self.plan
        if not name:
            self._wrong(row, RefusalError("plan", say("the plan is missing")))
        plan = self.plans.get(name)
        task = self._task(row, plan)
        said = self._said(row, plan)
        if said is None and not self._faults:
            return RowRequest(None, [])
        period = self._tried(row, "occurrence", self.table.value(row, "occurrence"))
        if not period and plan and task:
            period = self._period(row, plan, task)
        request = Request(name, task, period or None)
        if said is not None:
            state, when, evidence, note = said
            request = Request(name, task, period or None, state, when, evidence, note)
        record = _record(plan, request) if plan else None
        if record:
            request = self._beside_the_record(row, record, request)
        return RowRequest(request, self._faults)

    def _beside_the_record(self, row: SheetRow, record: Progress, request: Request) -> Request:
        """Return what a table adds to the record there is; an office's own takes nothing away.

        The form of cchc has days and no titles: it corrects the record.
        """
        columns = self.table.columns
        office = "title" in columns or "date" not in columns
        if office and record.state == "done" and request.state != "done":
            fault = say("the plan has it as done, the table has not")
            self._wrong(row, RefusalError("state", fault, _CORRECT))
        if record.state != request.state:
            if record.note and _IS_SHARE.fullmatch(record.note):
                return replace(request, note=request.note or "")  # how far the old state was
            return request
        if "date" in columns:
            return request
        day = record.date.full if record.date else None
        if day and request.date and day != request.date:
            fault = say("the plan has {recorded}, the table {day}",
                        recorded=f"{day:%d/%m/%Y}", day=f"{request.date:%d/%m/%Y}")  # fmt: skip
            self._wrong(row, RefusalError("state", fault, _CORRECT))
        return replace(
            request, date=None if day else request.date,
            evidence=None if record.evidence else request.evidence,
            note=None if record.note else request.note,
        )  # fmt: skip

    def _wrong(self, row: SheetRow, error: RefusalError) -> None:
        self._faults.append(self.table.fault(row, error))

    def _tried(self, row: SheetRow, name: RequestField, value: CellContent) -> str:
        try:
            return str(READERS[name](value)) if value else ""
        except RefusalError as error:
            self._wrong(row, error)
            return ""

    def _task(self, row: SheetRow, plan: Plan | None) -> str:
        """Return the number or id of the task: as it stands there, or found by the title."""
        cell = self.table.value(row, "task")
        named = self._tried(row, "task", cell)
        title = self.table.text(row, "title")
        if plan is None or not title:
            if not cell:
                self._wrong(row, RefusalError("task", say("the task is missing")))
            return named
        try:
            return _agreed(plan, named, title)
        except RefusalError as error:
            self._wrong(row, error)
            return named

    def _said(
        self, row: SheetRow, plan: Plan | None
    ) -> tuple[RecordState | None, date | None, str | None, str | None] | None:
        """Return state, day, proof and remark; None where nothing is done yet."""
        table = self.table
        words = table.text(row, "state")
        try:
            state: RecordState | None = read_state(words) if words else None
            exact = True
        except RefusalError as error:
            state, exact = None, False
            unknown = error
        when = table.value(row, "date")
        percent = "" if exact and state else table.text(row, "percent")
        if (exact and not percent) or plan is None:
            if not exact:
                self._wrong(row, unknown)
            day = self._day(row, when)
            note, evidence = table.text(row, "note"), table.text(row, "evidence")
            if state == "done" and not day and plan:
                day, evidence, note = _from_remark(note, evidence, plan.year)
            return state, day, evidence or None, note or None
        found = progress_of(
            {"state": words, "percent": percent, "done": cell_text(when),
             "evidence": table.text(row, "evidence")}, plan.year,
        )  # fmt: skip
        if found.not_yet:
            return None
        if found.record is None:
            if words:
                self._wrong(row, unknown if not exact else not_a_state(words))
            self._day(row, when)
            return None, None, None, table.text(row, "note") or None
        made = found.record
        remark = table.text(row, "note")
        day = date_of(str(made["date"])) if "date" in made else None
        proof = str(made.get("evidence", ""))
        if made["state"] == "done" and not day:
            day, proof, remark = _from_remark(remark, proof, plan.year)
            if not day and _IS_DAY.search(cell_text(when)):
                day = self._day(row, when)  # a day that is none, such as 00/3/2026
        note = "; ".join(text for text in (str(made.get("note", "")), remark) if text)
        return made["state"], day, proof or None, note or None  # type: ignore[return-value]

    def _day(self, row: SheetRow, value: CellContent) -> date | None:
        if not value:
            return None
        try:
            return date_of(value)
        except RefusalError as error:
            self._wrong(row, error)
            return None

    def _period(self, row: SheetRow, plan: Plan, task: str) -> str:
        """Return the period that the deadline of the row names, where the task has several."""
        deadline = self.table.text(row, "deadline")
        try:
            target = find_target(plan, task)
            if target.occurrences and deadline:
                return period_of(target, plan, deadline)
        except RefusalError:
            pass  # recording asks for the period
        return ""


def _record(plan: Plan, request: Request) -> Progress | None:
    """Return the record that the plan has of the same task and period."""
    try:
        target = find_target(plan, request.task)
        period = period_of(target, plan, request.occurrence)
    except RefusalError:
        return None
    return next((one for one in target.progress if (one.occurrence or "") == period), None)


def _from_remark(note: str, evidence: str, year: int) -> tuple[date | None, str, str]:
    """Return day and proof from the remark on a finished task, and what else it says.

    A remark with two days says none.
    """
    found = remark_of(note, year)
    day = date_of(found.days[0]) if len(found.days) == 1 else None
    if day is None:
        return None, evidence, note
    return day, evidence or ", ".join(found.papers), found.rest


def _agreed(plan: Plan, named: str, title: str) -> str:
    """Return the task that number and title of a row mean together, or one of them alone.

    Raises:
        RefusalError: they mean two tasks, or no task for sure.
    """
    targets = known_targets(plan)
    if named:
        found = find_target(plan, named)
        if found.id == named or _share(title, dict(targets)[found.id]) > 0:
            return named
        raise RefusalError(
            "task",
            say("“{task}” is another task in the plan: {title}",
                task=named, title=dict(targets)[found.id]),
            say("check the number, or write the id of the task"),
        )  # fmt: skip
    ranked = sorted(((_share(title, other), task) for task, other in targets), reverse=True)
    if ranked and ranked[0][0] >= ALIKE and (
        len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= AHEAD
    ):  # fmt: skip
        return ranked[0][1]
    raise RefusalError(
        "task", say("no task of the plan has these words for sure"),
        say("write its number or id into a column “STT”"),
    )  # fmt: skip


def _share(said: str, title: str) -> float:
    """Return how much of the words of `said` stands in `title`; abbreviations written out."""
    words, known = _words(said), set(_words(title))
    return sum(one in known for one in words) / len(words) if words else 0.0


def _words(text: str) -> Sequence[str]:
    plain = bare(text).replace("(", " ").replace(")", " ").replace(",", " ").split()
    return [part for word in plain for part in _SHORT.get(word.strip(".;:"), word).split()]

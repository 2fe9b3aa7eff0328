"""Last year's plan as the beginning of the next: what is kept, moved, left out, and to be checked.

Units, groups, areas, sections and tasks are kept; the plan's own year moves (see
`carry_forward_years`); what belongs to last year's paper and work is left out: number and dates,
progress, printed numbers. Comments in the new plan stand where a person has to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cchc.edit.begin.years import Move, shift
from cchc.errors import UserError
from cchc.language.citation import find_citations
from cchc.language.deadline import DeadlineError, read_deadline
from cchc.messages import Message, say
from cchc.model.criteria import PRINTED_OF_CRITERIA
from cchc.model.finding import KeyPath
from cchc.model.task import TASK_FIELDS

_PROSE = frozenset(
    {name for name, field in TASK_FIELDS.items() if field.is_prose}
    | {"text", "name", "aliases", "head", "measure", "heading", "spanner", "opening", "closing"}
    | {"recipients", "body", "items"}
)
"""Keys whose texts are words of the plan itself; not ids, and not what it is based on."""

_LAST_YEARS = (
    *(name for name, field in TASK_FIELDS.items() if not field.carried),
    "previous",
)
"""Keys that tell of last year: what was done, what its source lacked, what its paper printed."""

_ROLLING = ("recurring", "reporting", "continuous")


@dataclass(slots=True)
class Carried:
    """A plan carried forward, and what was done."""

    data: dict[str, Any]
    comments: dict[KeyPath, str] = field(default_factory=dict)
    kept: Counter[str] = field(default_factory=Counter)
    """How many units, groups, areas, sections, bases, recurring and other tasks."""
    moved: Counter[Move] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    """How many values of each key that tells of last year."""
    unplaced: int = 0
    years: Counter[str] = field(default_factory=Counter)
    """Words around years beside the plan's own, which were not moved."""
    cited: dict[str, bool] = field(default_factory=dict)
    """Documents cited, each with whether it is of the plan's year or the year before."""


def carry_forward(data: dict[str, Any], source: str, year: int) -> Carried:
    """Return the plan data of `source` (an id, for comments) carried forward to `year`.

    Args:
        data: the data of a sound plan, as its file holds it.
        source: the id of last year's plan.
        year: the new year.

    Raises:
        UserError: `year` is not after the plan's own.
    """
    old = int(data["year"])
    if year <= old:
        raise UserError(
            say("{source} is a plan for {old}: it cannot be carried forward to {year}",
                source=source, old=old, year=year),
            say("--year must be later, such as {next}", next=old + 1),
        )  # fmt: skip
    carried = _CarriedForward(old, year, str(data.get("before") or "exclusive"))
    new = carried.value(data, ())
    out = carried.out
    out.data = {**new, "year": str(year), "status": "draft"}
    out.unplaced = len(out.data.pop("unplaced", None) or ())
    out.data.pop("withdrawn", None)
    _blank_paper(out, old)
    out.comments[()] = (
        f"Lập từ kế hoạch năm {old} ({source}) bằng “cchc new”. Tìm chữ KIỂM TRA và ĐIỀN để biết "
        "chỗ cần xem lại, rồi xóa các dòng ấy."
    )
    out.kept["unit"] = len(data["units"])
    out.kept["group"] = len(data.get("groups") or ())
    out.kept["base"] = len(data.get("bases") or ())
    return out


def _blank_paper(out: Carried, old: int) -> None:
    paper = out.data["document"]
    paper["number"] = None
    paper.pop("date", None)
    out.comments["document",] = (
        f"ĐIỀN: thêm dòng “date: 01/{out.data['year']}” (ngày ban hành; chưa rõ ngày thì chỉ ghi "
        "tháng, năm)."
    )
    paper.pop("amends", None)
    if paper.get("decision"):
        paper["decision"]["number"] = None
        paper["decision"].pop("date", None)
        out.comments["document", "decision"] = "ĐIỀN: số (number), ngày (date) của Quyết định."
    if paper.get("signer"):
        out.comments["document", "signer"] = f"KIỂM TRA: người ký của năm {old}."


class _CarriedForward:
    def __init__(self, old: int, new: int, before: str) -> None:
        self.old, self.new, self.before = old, new, before
        self.out = Carried({})

    def value(self, value: Any, at: KeyPath) -> Any:
        if isinstance(value, dict):
            return self.entry(value, at)
        if isinstance(value, list):
            if at == ("bases",):
                return [self.base(one, (*at, n)) for n, one in enumerate(value)]
            if at[:1] == ("body",) and at[-1] in ("body", "items"):
                self.out.kept["section"] += len(value)
            return [self.value(one, (*at, n)) for n, one in enumerate(value)]
        return self.words(value, at) if isinstance(value, str) else value

    def entry(self, entry: dict[str, Any], at: KeyPath) -> dict[str, Any]:
        if at[:1] == ("criteria",):
            return self.criterion(entry, at)
        if at[-2:-1] == ("columns",) and entry.get("key") in PRINTED_OF_CRITERIA:
            return self.points_column(entry)
        dropped = [key for key in _LAST_YEARS if at[:1] != ("document",) and entry.get(key)]
        self.out.left_out.update(dropped)
        if at[-2:-1] == ("areas",) or (at[-2:-1] == ("tasks",) and "tasks" in entry):
            self.out.kept["area"] += 1
        elif at[-2:-1] == ("tasks",):
            self.task(entry, at)
        elif entry.get("deadline") and not self.rolls(entry["deadline"]):
            self.out.comments[at] = _once(entry, self.old, self.new)
        if reason := entry.get("incomplete"):
            said = self.out.comments.get(at)
            missing = f"ĐIỀN: bản năm {self.old} còn thiếu: {reason}"
            self.out.comments[at] = f"{said}\n{missing}" if said else missing
        return {
            key: self.value(value, (*at, key)) for key, value in entry.items() if key not in dropped
        }

    def criterion(self, entry: dict[str, Any], at: KeyPath) -> dict[str, Any]:
        """Return a criterion with its points as last year's; targets are set anew."""
        new = {"code": entry.get("code"), "title": self.value(entry.get("title"), (*at, "title")),
               "maximum": entry.get("maximum"), "previous_self": entry.get("self"),
               "previous": entry.get("appraised"), "survey": entry.get("survey")}  # fmt: skip
        if entry.get("parts"):
            new["parts"] = self.value(entry["parts"], (*at, "parts"))
        elif entry.get("appraised") is None and entry.get("arising") != "no":
            self.out.comments[at] = f"ĐIỀN: previous, điểm thẩm định năm {self.old}."
        return {key: value for key, value in new.items() if value is not None}

    def points_column(self, column: dict[str, Any]) -> dict[str, Any]:
        """Return a column of points with every year in its heading moved."""
        moved = self.new - self.old
        heading = re.sub(
            r"(?<!\d)20\d\d(?!\d)", lambda year: str(int(year[0]) + moved), str(column["heading"])
        )
        return {**column, "heading": heading}

    def task(self, task: dict[str, Any], at: KeyPath) -> None:
        if self.rolls(task.get("deadline")):
            self.out.kept["recurring"] += 1
            return
        self.out.kept["other"] += 1
        self.out.comments[at] = _once(task, self.old, self.new)

    def rolls(self, deadline: str | None) -> bool:
        """Tell whether work with this deadline comes again every year."""
        try:
            read = read_deadline(deadline, year=self.old)
        except DeadlineError:
            return False
        return read.kind in _ROLLING or read.continuous

    def words(self, text: str, at: KeyPath) -> str:
        steps = [step for step in at if isinstance(step, str)]
        key = steps[-2] if steps[-2:-1] == ["extra"] else steps[-1]
        if key not in _PROSE:
            return text
        shifted = shift(text, self.old, self.new, deadline=key == "deadline")
        self.out.moved.update(shifted.moved)
        self.out.years.update(shifted.left)
        self.cite(text)
        return shifted.text

    def base(self, base: Any, at: KeyPath) -> Any:
        """Return a base as it is: which documents a plan rests on is for people to say."""
        if isinstance(base, dict):
            self.out.cited.setdefault(str(base.get("cite")), False)
        elif isinstance(base, str) and self.cite(base) and self.yearly(base):
            self.out.comments[at] = (
                f"KIỂM TRA: thay bằng văn bản cho năm {self.new} nếu đã ban hành."
            )
        return base

    def yearly(self, base: str) -> bool:
        """Tell whether a base looks like one that is issued anew every year."""
        return "Kế hoạch số" in base or any(
            f"năm {year}" in base for year in (self.old, self.old - 1)
        )

    def cite(self, text: str) -> bool:
        """Note the documents cited; tell whether one of them is of the last two years."""
        recent = False
        for citation in find_citations(text):
            name = (
                citation.symbol or f"{citation.document_kind or ''} {citation.title or ''}".strip()
            )
            dated = f"{name} ({citation.date:%d/%m/%Y})" if citation.date else name
            late = citation.year in (self.old, self.old - 1)
            recent |= late
            if citation.date:
                self.out.cited.pop(name, None)
            elif any(one.startswith(f"{name} (") for one in self.out.cited):
                continue  # cited again in short
            self.out.cited[dated] = late
        return recent


def _once(entry: dict[str, Any], old: int, new: int) -> str:
    """Return the remark on work that does not come again by itself."""
    records = entry.get("progress") or ()
    records = [records] if isinstance(records, dict) else records
    done = any(record.get("state") == "done" for record in records)
    what = "đã hoàn thành" if done else "chưa ghi là hoàn thành"
    return f"KIỂM TRA: việc của năm {old} ({what}); giữ nếu năm {new} còn làm."


def summary(done: Carried, year: int) -> Iterator[tuple[Message, tuple[str, ...]]]:
    """Yield what was done, as headings with their lines."""
    kept = done.kept
    yield (
        say(
            "kept: {units} units, {groups} groups, {bases} bases, {sections} sections of the text, "
            "{areas} areas, {recurring} recurring tasks; and {other} other tasks, each with a remark",
            units=kept["unit"], groups=kept["group"], bases=kept["base"], areas=kept["area"],
            sections=kept["section"], recurring=kept["recurring"], other=kept["other"],
        ),
        (),
    )  # fmt: skip
    yield (
        say("moved to {year}: {count} places", year=year, count=done.moved.total()),
        tuple(_times(f"{move.before} → {move.after}", n) for move, n in done.moved.items()),
    )
    gone = done.left_out
    yield (
        say(
            "left out: number and dates of the paper, {progress} records of progress, {number} "
            "printed numbers, {links} links to tasks above, {previous} values of the year before, "
            "{incomplete} notes on what was missing, {unplaced} unplaced texts",
            progress=gone["progress"], number=gone["number"], previous=gone["previous"],
            links=gone["carries_out"],
            incomplete=gone["incomplete"], unplaced=done.unplaced,
        ),
        (),
    )  # fmt: skip
    yield (
        say("check: {count} documents cited, kept as they are (* of the last two years)",
            count=len(done.cited)),
        tuple(f"{'* ' if late else ''}{name}" for name, late in done.cited.items()),
    )  # fmt: skip
    if done.years:
        yield (
            say("check: {count} years kept as they are", count=done.years.total()),
            tuple(_times(words, n) for words, n in done.years.items()),
        )


def _times(line: str, count: int) -> str:
    return f"{line} (×{count})" if count > 1 else line

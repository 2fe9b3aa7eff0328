"""What changed in an issued plan, in the words of the paper that amends it: three lists.

Numbers are those of the issued plan, by which its readers know the work; work that is added gets a
number that the issued plan does not have, as amended texts have it (20a after 20).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cchc.document.amendment_words import appendix_name, said, section_name, upper, without_mark
from cchc.document.body import body_paragraphs
from cchc.document.bookmarks import Marks
from cchc.document.paper import STYLE_DASH, STYLE_TEXT, Styled, printed_fields
from cchc.document.words import lowered, without_end
from cchc.language.numbering import LETTERS, NumberedRow, rows, sections
from cchc.model.finding import KeyPath
from cchc.model.plan import Appendix, Area, Plan
from cchc.model.plan_kinds import KINDS
from cchc.model.section import Section
from cchc.model.task import PRINTED, Task
from cchc.views.changes import Change, ChangedPart, changes

_PLAN_FIELDS = {
    "document.title": "trích yếu", "opening": "lời dẫn", "closing": "lời kết",
}  # fmt: skip
_SECTION_FIELDS = frozenset({"title", "text", "deadline", "units"})


class Amendments(NamedTuple):
    """What is adjusted (điều chỉnh), added (bổ sung) and repealed (bãi bỏ), ready to be printed."""

    adjusted: tuple[Styled, ...]
    added: tuple[Styled, ...]
    repealed: tuple[Styled, ...]


def amendments(old: Plan, new: Plan) -> Amendments:
    """Return what changed from the issued plan `old` to `new`, as far as a plan prints it."""
    found: dict[str, list[list[str]]] = {"changed": [], "added": [], "removed": []}
    words = _AmendedPlans(old, new)
    for subject, group in groupby(changes("", old, new), key=lambda one: one.subject):
        for kind, lines in words.entries(subject, list(group)):
            found[kind].append(lines)
    return Amendments(*(tuple(_numbered(found[kind])) for kind in ("changed", "added", "removed")))


def _numbered(entries: Sequence[Sequence[str]]) -> Iterator[Styled]:
    for n, (first, *others) in enumerate(entries, start=1):
        yield Styled(STYLE_TEXT, f"{n}. {first}")
        for line in others:
            yield Styled(STYLE_DASH if line.startswith("- ") else STYLE_TEXT, line)


class _TaskUnderHeading(NamedTuple):
    """A task of a table, with the place and title of the heading it stands under."""

    found: NumberedRow
    task: Task
    above: KeyPath
    heading: str
    scope: tuple[int, str]
    """Through what its number counts: the table, or its own heading."""


class _AmendedPlans:
    """The two plans, and how what is in them is named."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = old, new
        self.names = new.unit_names
        self.tasks = [_tasks(plan) for plan in (old, new)]
        self.sections = [{one.label: one for one in sections(plan)} for plan in (old, new)]
        self.printed = body_paragraphs(new, self.names, Marks())
        self.given: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        """The numbers of tasks that are taken, by what they count through."""
        for row in self.tasks[0].values():
            self.given[row.scope].add(row.found.number)
        self.gone: set[int] = set()
        """Tables that were taken out as a whole, and with them their headings."""
        self.gone_areas: set[tuple[str, str]] = set()

    def entries(self, subject: ChangedPart, group: list[Change]) -> Iterator[tuple[str, list[str]]]:
        """Yield what is said of one subject, each under the kind of change."""
        for one in group:
            if one.kind == "added":
                yield "added", self._added(subject, one)
            elif one.kind == "removed" and (lines := self._removed(subject, one)):
                yield "removed", lines
        told = [words for one in group if (words := self._changed(subject, one))]
        if len(told) == 1:
            yield "changed", [f"{self._named(subject)}: {told[0]}."]
        elif told:
            lines = [f"- {upper(words)};" for words in told]
            lines[-1] = f"{lines[-1][:-1]}."
            yield "changed", [f"{self._named(subject)}:", *lines]

    def _changed(self, subject: ChangedPart, change: Change) -> str:
        one = change.difference
        if change.kind == "moved":
            return f"chuyển từ “{one.old}” sang “{one.new}”"
        if change.kind != "changed":
            return ""
        match subject.part:
            case "task" if one.field in PRINTED and one.field != "number":
                return said(one, self._heading(subject.id, one.field))
            case "section" if one.field in _SECTION_FIELDS:
                name = str(Section.model_fields[one.field].title)
                return said(one, lowered(name) if one.field != "text" else "nội dung")
            case "area" | "appendix" if one.field == "title":
                return said(one, "tên")
            case "base":
                return said(one, "")
            case "plan" if one.field in _PLAN_FIELDS:
                return said(one, "")
            case "unit" | "group" if one.field == "name":
                return said(one, "tên")
        return ""

    def _named(self, subject: ChangedPart) -> str:
        number = subject.was or subject.number
        match subject.part:
            case "task":
                there = self.tasks[0].get(subject.id)
                title = there.task.title if there else subject.title
                return f"Nhiệm vụ số {number}{self._table(there)} “{without_mark(title)}”"
            case "section":
                held = self.sections[0].get(number)
                named = held.section.title if held else ""
                return upper(section_name(number)) + (f" “{without_mark(named)}”" if named else "")
            case "area":
                return f"Nhóm nhiệm vụ {number} “{subject.title}”"
            case "appendix":
                return f"{appendix_name(self.old, int(number) - 1)} “{subject.title}”"
            case "base":
                return "Căn cứ ban hành"
            case "unit" | "group":
                return "Tên cơ quan, đơn vị"
        return "Văn bản"

    def _added(self, subject: ChangedPart, change: Change) -> list[str]:
        match subject.part:
            case "task":
                return [self._added_task(self.tasks[1][subject.id])]
            case "section":
                return self._added_section(subject.number)
            case "appendix":
                where = appendix_name(self.new, int(subject.number) - 1)
                return [f"Bổ sung {where} “{subject.title}”."]
            case "area":
                return [f"Bổ sung nhóm nhiệm vụ “{subject.title}”."]
            case "base":
                return [f"Bổ sung căn cứ: “{without_mark(subject.title)}”."]
        return [f"Bổ sung “{without_mark(str(change.difference.new))}”."]

    def _added_task(self, row: _TaskUnderHeading) -> str:
        table = self.new.appendices[row.found.appendix]
        task, ahead = row.task, self._ahead(row)
        number = self._free_number(row, ahead)
        printed = printed_fields(task, number, self.names)
        fields = "; ".join(
            f"{lowered(heading)}: {without_mark(printed[key])}"
            for key, heading in _columns(self.new, table)
            if key not in ("number", "title") and printed[key]
        )
        where = f" vào {self._holder(row)}" if self._holder(row) else self._table(row)
        after = f", sau nhiệm vụ số {ahead.found.number}" if ahead else ""
        shown = f" số {number}" if number else ""
        return (
            f"Bổ sung nhiệm vụ{shown}{where}{after}: “{without_mark(task.title)}”"
            f"{f' ({fields})' if fields else ''}."
        )

    def _ahead(self, row: _TaskUnderHeading) -> _TaskUnderHeading | None:
        """Return the issued task that stands last before `row` where its number counts."""
        issued = None
        for one in self.tasks[1].values():
            if one.found.place == row.found.place:
                break
            if one.scope == row.scope:
                issued = self.tasks[0].get(one.task.id, issued)
        return issued

    def _free_number(self, row: _TaskUnderHeading, ahead: _TaskUnderHeading | None) -> str:
        """Return a number that no issued task has; empty where there is none to build on.

        Behind the last issued task counting goes on; between two of them a letter is added.
        """
        last = ahead.found.number if ahead else ""
        stem, _, count = last.rpartition(".")
        if not last:
            wanted = [row.found.number]
        elif count.isdigit() and not self._issued_below(row):
            numbers = (str(int(count) + n) for n in range(1, len(self.tasks[1]) + 1))
            wanted = [f"{stem}.{number}".lstrip(".") for number in numbers]
        else:
            wanted = [f"{last}{letter}" for letter in LETTERS]
        taken = self.given[row.scope]
        number = next((one for one in wanted if one not in taken), "")
        taken.add(number)
        return number

    def _issued_below(self, row: _TaskUnderHeading) -> bool:
        """Tell whether an issued task stands below `row` where its numbers count on."""
        seen = False
        for one in self.tasks[1].values():
            if seen and one.scope == row.scope and one.task.id in self.tasks[0]:
                return True
            seen = seen or one is row
        return False

    def _added_section(self, label: str) -> list[str]:
        found = self.sections[1][label]
        *_, last = found.place
        above = found.place[:-2]
        shown = [
            one
            for one in self.printed
            if one.origin and one.origin.place[: len(found.place)] == found.place
        ]
        holder = next((one for one in self.sections[1].values() if one.place == above), None)
        into = f" vào {section_name(holder.label)}" if holder else ""
        before = [
            one for one in self.sections[1].values()
            if one.place[:-1] == found.place[:-1] and one.place[-1] == int(last) - 1
        ]  # fmt: skip
        after = f", sau {section_name(before[0].label)}" if before else ""
        if len(shown) == 1 and shown[0].origin:
            return [f"Bổ sung{into}{after}: “{without_end(shown[0].origin.words)}”."]
        return [f"Bổ sung{into}{after}:", *(f"“{without_end(one.text)}”." for one in shown)]

    def _removed(self, subject: ChangedPart, change: Change) -> list[str]:
        match subject.part:
            case "task":
                there = self.tasks[0].get(subject.id)
                if there and there.found.appendix in self.gone:
                    return []
                return [f"Bãi bỏ {lowered(self._named(subject))}."]
            case "section":
                return [f"Bãi bỏ {section_name(subject.number)} “{without_mark(subject.title)}”."]
            case "appendix":
                gone = int(subject.number) - 1
                self.gone.add(gone)
                self.gone_areas |= {
                    (found.number, without_mark(found.row.title))
                    for found in rows(self.old.appendices[gone], gone)
                    if isinstance(found.row, Area)
                }
                return [f"Bãi bỏ {self._named(subject)}."]
            case "area" if (subject.number, subject.title) in self.gone_areas:
                return []
            case "area":
                return [f"Bãi bỏ {lowered(self._named(subject))}."]
            case "base":
                return [f"Bãi bỏ căn cứ “{without_mark(subject.title)}”."]
        return [f"Bãi bỏ “{without_mark(str(change.difference.old))}”."]

    def _heading(self, task: str, field: str) -> str:
        row = self.tasks[1].get(task)
        columns = dict(_columns(self.new, self.new.appendices[row.found.appendix])) if row else {}
        return lowered(columns.get(field) or str(Task.model_fields[field].title))

    def _table(self, row: _TaskUnderHeading | None) -> str:
        if row is None or len(self.old.appendices) < 2:
            return ""
        return f" tại {appendix_name(self.old, row.found.appendix)}"

    def _holder(self, row: _TaskUnderHeading) -> str:
        for found in rows(self.new.appendices[row.found.appendix], row.found.appendix):
            if found.place == row.above and isinstance(found.row, Area):
                return f"nhóm {found.number} “{without_mark(found.row.title)}”{self._table(row)}"
        return ""


def _tasks(plan: Plan) -> dict[str, _TaskUnderHeading]:
    found: dict[str, _TaskUnderHeading] = {}
    for n, table in enumerate(plan.appendices):
        titles: dict[KeyPath, str] = {}
        for one in rows(table, n):
            above = one.place[:-2]
            if isinstance(one.row, Task):
                heading = titles.get(above, "")
                scope = (n, "" if table.numbering == "running" else heading)
                found[one.row.id] = _TaskUnderHeading(one, one.row, above, heading, scope)
            else:
                titles[one.place] = without_mark(one.row.title)
    return found


def _columns(plan: Plan, table: Appendix) -> list[tuple[str, str]]:
    own = [(one.key, one.heading) for one in table.columns]
    return own or [(one[0], one[1]) for one in KINDS[plan.kind].columns]

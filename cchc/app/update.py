"""A paper edited in Word taken back into its plan: what changed on paper changes in the file."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.review import comments_in, has_tracked_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.app.paper_as_imported import ImportedPrint
    from cchc.document.print_record import PrintRecord
    from cchc.document.returned.comparison import Conflict, PaperComparison
    from cchc.document.returned.paper_lines import PaperLine, PaperLines, PlanColumns
    from cchc.document.returned.three_ways import Take
    from cchc.intake.office_paper import OfficePaper
    from cchc.read.source import Source
    from cchc.views.changes import Change


LEAST = 0.4
"""Share of what a plan prints that must be found in a paper: below it is another one."""


@dataclass(frozen=True, slots=True)
class WithdrawnWork:
    """Work that left the plan with its records."""

    id: str
    title: str
    records: int


@dataclass(slots=True)
class Update:
    """What a paper changes in a plan; nothing is written yet."""

    file: Path
    path: Path
    plan: str
    was: bytes
    text: str
    changes: Sequence[Change] = ()
    conflicts: Sequence[Conflict] = ()
    unsure: Sequence[Message] = ()
    withdrawn: Sequence[WithdrawnWork] = ()
    notes: list[Message] = field(default_factory=list)
    comments: Sequence[str] = ()
    """The comments in the paper, with who wrote them."""
    questions: Mapping[tuple[int, int], Message] = field(default_factory=dict)
    """Rows of which a person can say whether they are the same, for `answers`."""

    @property
    def changed(self) -> bool:
        """Whether the plan file would change."""
        return self.text.encode() != self.was.removeprefix(BOM_UTF8)

    def write(self) -> None:
        """Write the plan.

        Raises:
            UserError: it has changed since it was read, or cannot be written.
        """
        from cchc.edit.files.write import with_mark, write_bytes

        write_bytes(self.path, with_mark(self.text, self.was), self.was)


def read_update(
    file: Path, path: Path, root: Path, take: Take = None, answers: Mapping[tuple[int, int], bool] | None = None
) -> Update:  # fmt: skip
    """Return what the paper in `file` changes in the plan at `path`.

    Args:
        file: the paper as it came back.
        path: the plan file.
        root: the workspace, for its template.
        take: whose value counts where both the office and the plan changed one.
        answers: whether rows that are only alike are the same, by their places.

    Raises:
        UserError: one of the two cannot be read, or the paper is none of that plan.
    """
    from cchc.app.renamed import refuse_other_plan
    from cchc.read.files import read_bytes
    from cchc.read.load import load_bytes, required_plan

    paper = _opened(file)
    was = read_bytes(path)
    source = load_bytes(path, was)
    required_plan(source)
    record = _record(file)
    renamed = record is not None and record.plan not in ("", source.id)
    if record and renamed:
        refuse_other_plan(paper, file, source, record.plan, root)
    assert isinstance(was, bytes)  # or there would be no plan
    update = _compared(paper, file, source, was, root, record, take, answers or {})
    if record and renamed:
        update.notes.insert(0, say("printed as “{other}”, which is “{plan}” now",
                                   other=record.plan, plan=source.id))  # fmt: skip
    if file.suffix.lower() in (".docx", ".docm"):
        update.comments = comments_in(file)
        if has_tracked_changes(file):
            update.notes.insert(0, say("the tracked changes were read as accepted"))
    return update


def plan_as_in(file: Path, source: Source, root: Path) -> str:
    """Return the text of the plan `source` as the paper in `file` has it.

    Whatever differs is taken from the paper, be it older or newer; a row that is only alike counts
    as another one.

    Raises:
        UserError: the paper cannot be read, or is none of that plan.
    """
    paper, was = _opened(file), source.text.encode()
    update = _compared(paper, file, source, was, root, None, "paper", {})
    if update.questions:
        answers = dict.fromkeys(update.questions, False)
        update = _compared(paper, file, source, was, root, None, "paper", answers)
    return update.text


def _opened(file: Path) -> OfficePaper:
    from cchc.intake.opening import open_paper

    return open_paper(file)


def _compared(
    paper: OfficePaper, file: Path, source: Source, was: bytes, root: Path, record: PrintRecord | None,
    take: Take, answers: Mapping[tuple[int, int], bool],
) -> Update:  # fmt: skip
    from cchc.app.paper_as_imported import reopened, words_of
    from cchc.document.context import plan_context
    from cchc.document.papers.decision import TEMPLATE as DECISION
    from cchc.document.papers.decision import decision_paper
    from cchc.document.papers.plan import TEMPLATE
    from cchc.document.print_record import printed_values
    from cchc.document.returned.columns import printed_columns
    from cchc.document.returned.comparison import PaperComparison
    from cchc.document.returned.paper_lines import changed_lines, paper_lines_of, without_decision
    from cchc.document.returned.table_changes import compare_tables
    from cchc.document.returned.text_changes import compare_text

    plan = source.plan
    assert plan is not None
    printed = plan_context(plan)
    columns = [
        (one, printed_columns(plan, one)) for one in plan.appendices if one.areas or one.tasks
    ]
    own = paper_lines_of(reopened(printed, TEMPLATE, root), columns)
    issuing = decision_paper(plan)
    whole = paper
    front: Sequence[PaperLine] = ()
    if issuing is not None:
        paper, front = without_decision(paper)
    other = paper_lines_of(paper, columns, own)
    notes = [*paper.notes, *_column_notes(other)]
    imported = _as_imported(whole, source, root, columns, own, other) if record is None else None
    if imported is not None:
        other = imported.lines
        notes += imported.notes
    found = PaperComparison(
        plan, list(printed_values(printed)), own, other, record, take, _cited(source)
    )
    found.answers = answers
    found.said = words_of(whole) if imported else ""
    _refuse_another(found, own, other, file, source.id)
    compare_text(found)
    compare_tables(found)
    if issuing is not None and front:
        known = paper_lines_of(reopened(issuing, DECISION, root), ())
        found.out.unsure += changed_lines(front, known.lines)
    update = _made(found, source, file, was)
    update.notes[:0] = [*notes, *found.out.notes]
    return update


def _as_imported(
    paper: OfficePaper, source: Source, root: Path, columns: PlanColumns, own: PaperLines, other: PaperLines
) -> ImportedPrint | None:  # fmt: skip
    """Return an office's own paper as `cchc import` reads it, where that is nearer to the plan."""
    from cchc.app.paper_as_imported import likeness, printed_as_imported

    read = printed_as_imported(paper, source, root, columns, own)
    if read is None:
        return None
    as_imported, by_line = (likeness(own, one) for one in (read.lines, other))
    return read if as_imported > by_line else None


def _record(file: Path) -> PrintRecord | None:
    from cchc.document.print_record import read_record
    from cchc.word.package import Package

    with file.open("rb") as opened:
        if opened.read(2) != b"PK":
            return None
    return read_record(Package(file))


def _cited(source: Source) -> frozenset[tuple[str | int, ...]]:
    """Return the bases that name a key of the register instead of their text."""
    from cchc.read.yaml.tree import parse_yaml

    data = parse_yaml(source.text).data
    bases = data.get("bases") if isinstance(data, dict) else None
    return frozenset(("bases", n) for n, one in enumerate(bases or ()) if isinstance(one, dict))


def _column_notes(lines: PaperLines) -> list[Message]:
    notes: list[Message] = []
    if lines.unknown:
        notes.append(
            say("columns that the plan does not have are not read: {names}",
                names="; ".join(dict.fromkeys(lines.unknown)))
        )  # fmt: skip
    if lines.missing:
        notes.append(
            say("columns that the paper lacks stay as they are: {names}",
                names="; ".join(dict.fromkeys(lines.missing)))
        )  # fmt: skip
    return notes


def _refuse_another(
    found: PaperComparison, own: PaperLines, other: PaperLines, file: Path, plan: str
) -> None:
    """Refuse a paper in which too little of the plan is found again."""
    from cchc.document.returned.likeness import compared
    from cchc.document.returned.matching import match_lines, match_rows

    total = same = 0
    if other.rows:
        total += len(own.rows)
        same += len(match_rows(own.rows, other.rows).found)
    lines = match_lines(own.lines, other.lines)
    if found.said:  # what it lacks has been put in
        lines.found = {
            j: i for j, i in lines.found.items() if compared(other.lines[j].words) in found.said
        }
    total += len(own.lines) if not other.rows or len(lines.found) > len(own.lines) * LEAST else 0
    same += len(lines.found) if total > len(own.rows) or not other.rows else 0
    if same < total * LEAST or not same:
        raise UserError(
            say("{file} is no paper of the plan “{plan}”: {same} of {total} lines are found again",
                file=file, plan=plan, same=same, total=total),
            say("name the right plan, or import the file as a plan of its own"),
        )  # fmt: skip


def _made(found: PaperComparison, source: Source, file: Path, was: bytes) -> Update:
    from cchc.app.updated_text import updated_text
    from cchc.read.records import records_of
    from cchc.views.changes import changes

    plan = source.plan
    assert plan is not None
    text, new = updated_text(found, source)
    out = found.out
    update = Update(file, source.path, source.id, was, text)
    update.changes = changes(source.id, plan, new)
    update.conflicts, update.unsure = out.conflicts, out.unsure
    update.questions = out.questions
    update.withdrawn = [
        WithdrawnWork(one.id or "", one.title or getattr(one, "text", "") or "", records_of(one))
        for one in new.withdrawn[len(plan.withdrawn) :]
    ]
    return update

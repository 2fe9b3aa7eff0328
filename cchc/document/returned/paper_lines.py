"""A paper as the lines and rows that may come back: texts with their numbers, marks and columns.

A decision in front of the plan is told apart: nothing on its pages is part of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc.document.bookmarks import PREFIX
from cchc.document.returned.columns import TableColumns
from cchc.document.returned.rows import RowLine, cell_name, our_marks
from cchc.document.returned.tables import LABEL, NewTable, new_table, tables_of
from cchc.intake.lines import clean, is_capitals
from cchc.intake.marks import read_label, read_mark
from cchc.intake.office_paper import Block, OfficePaper, Paragraph, Place, Table
from cchc.language.names import fold
from cchc.messages import Message, say
from cchc.model.plan import Appendix, Column

PlanColumns = Sequence[tuple[Appendix, Sequence[Column]]]
"""The appendices of a plan that are printed, with the columns of their tables."""


@dataclass(slots=True)
class PaperLine:
    """A paragraph outside the tables of tasks."""

    words: str
    """Without its number or dash; single spaces."""
    number: str
    """The number or dash as printed, typed or automatic: "1.", "a)", "-"."""
    kind: str
    """What sort of number that is; empty without one."""
    heading: bool
    marks: tuple[str, ...]
    place: Place
    style: str = ""

    @property
    def whole(self) -> str:
        """The line with its number."""
        return f"{self.number} {self.words}".strip()


@dataclass(slots=True)
class PaperLines:
    """What a paper holds, in reading order."""

    lines: list[PaperLine] = field(default_factory=list)
    rows: list[RowLine] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Headings of columns that the plan does not have."""
    missing: list[str] = field(default_factory=list)
    """Headings of the plan's columns that a table lacks."""
    comments: int = 0
    tables: list[int] = field(default_factory=list)
    """The appendix of each table in reading order; -1 for a new one."""
    columns: dict[int, TableColumns] = field(default_factory=dict)
    """The columns of each table that the plan has, by its appendix."""
    new_tables: list[tuple[int, NewTable]] = field(default_factory=list)
    """Tables of tasks that the plan does not have, with their index in `tables`."""


def paper_lines_of(
    paper: OfficePaper, appendices: PlanColumns, own: PaperLines | None = None
) -> PaperLines:
    """Return the lines and rows of `paper`.

    Args:
        paper: the paper.
        appendices: the appendices of the plan that are printed, with the columns of their tables.
        own: the lines and rows of the plan's own print, when `paper` is another one.
    """
    made = PaperLines()
    tables = tables_of(paper, [columns for _, columns in appendices], own.rows if own else ())
    since = 0
    for at, block in enumerate(paper.blocks):
        if isinstance(block, Table):
            if at in tables:
                n, columns = tables[at]
                made.rows += columns.rows(block, n)
                made.tables.append(n)
                made.columns[n] = columns
                _note_columns(made, block, columns, appendices[n][1])
                since = len(made.lines)
                continue
            if own is not None and _took_new(made, block, since):
                since = len(made.lines)
                continue
        made.lines += lines_in(block)
    return made


def _took_new(made: PaperLines, table: Table, since: int) -> bool:
    """Take a table that the plan does not have, with the lines that name it."""
    first = next(
        (
            n
            for n in range(len(made.lines) - 1, since - 1, -1)
            if LABEL.fullmatch(made.lines[n].whole)
        ),
        None,
    )
    if first is None:
        return False
    found = new_table(table, [line.whole for line in made.lines[first:]])
    if found is None:
        return False
    del made.lines[first:]
    made.new_tables.append((len(made.tables), found))
    made.tables.append(-1)
    return True


def lines_in(block: Block) -> Iterator[PaperLine]:
    """Yield the lines of one block, those of a table cell by cell."""
    if isinstance(block, Paragraph):
        yield from _line(block)
        return
    for row in block.rows:
        for cell in row.cells:
            for inner in cell.blocks:
                yield from lines_in(inner)


def _line(paragraph: Paragraph) -> Iterator[PaperLine]:
    text = " ".join(clean(paragraph.text).split())
    if not text.strip(" _-–—=.*/"):
        return
    mark, rest = read_mark(text)
    label = read_label(paragraph.label) if paragraph.label else None
    if label is not None and (mark is None or label.kind not in ("dash", "plus")):
        mark, rest = label, text
    rest = rest.strip() if mark else text
    heading = paragraph.level is not None or paragraph.bold or is_capitals(rest)
    yield PaperLine(
        rest, mark.text if mark else "", mark.kind if mark else "", heading,
        our_marks(paragraph), paragraph.place, paragraph.style,
    )  # fmt: skip


def _note_columns(
    made: PaperLines, table: Table, found: TableColumns, columns: Sequence[Column]
) -> None:
    made.missing += [one.heading for one in columns if cell_name(one) not in found.fields.values()]
    seen = {fold(one.heading) for one in columns} | {fold(one.spanner or "") for one in columns}
    for cell in table.rows[0].cells if table.rows else ():
        text = " ".join(cell.text.split())
        if (
            text
            and cell.columns == 1
            and cell.column not in found.fields
            and fold(text) not in seen
        ):
            made.unknown.append(text)


_TITLE_MARK = f"{PREFIX}h_title"


def without_decision(paper: OfficePaper) -> tuple[OfficePaper, list[PaperLine]]:
    """Return `paper` from the letterhead of its plan on, and the lines of the decision before it.

    Such a decision ends with its recipients; a plan that is issued with one has none.
    """
    blocks = [list(lines_in(block)) for block in paper.blocks]
    title = next((n for n, lines in enumerate(blocks) if any(map(_is_title, lines))), 0)
    end = max((n + 1 for n in range(title) if any(map(_names_recipients, blocks[n]))), default=0)
    kept: Sequence[Block] = paper.blocks[end:]
    return replace(paper, blocks=tuple(kept)), [line for lines in blocks[:end] for line in lines]


def changed_lines(decision: Sequence[PaperLine], own: Sequence[PaperLine]) -> Iterator[Message]:
    """Say of each line of a decision that it differs from the plan's own print of it."""
    known = {line.whole for line in own}
    for line in decision:
        if line.whole not in known:
            yield say("{place}: “{text}” stands in the decision and is not taken into the plan",
                      place=line.place.words, text=line.whole)  # fmt: skip


def _is_title(line: PaperLine) -> bool:
    return _TITLE_MARK in line.marks or line.whole.casefold() == "kế hoạch"


def _names_recipients(line: PaperLine) -> bool:
    return line.whole.casefold().startswith("nơi nhận")

"""Task blocks set as tables of two columns: the label of a field left, its value right.

    1. Rà soát thủ tục hành chính
    Đơn vị chủ trì      | Phòng Văn hóa - Xã hội
    Thời gian hoàn thành| Trước ngày 30/6/2026

In the body they are read as the lines they could have been written as; behind the end of the plan,
where no section holds them, as rows of a list of tasks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cchc.intake.lines import Line, cell_lines, clean, words_of
from cchc.intake.marks import ParagraphMark, read_mark
from cchc.intake.office_paper import Cell, Place, Row, Table
from cchc.language.names import fold
from cchc.language.task_labels import task_label

_DASH, _PLUS = ParagraphMark("dash", 0, "-"), ParagraphMark("plus", 0, "+")
_LISTED = ("lead", "support")
_COLUMN_WORDS = frozenset({"nội dung", "chi tiết", "thông tin", "mô tả", "giá trị", "cụ thể", "nội dung cụ thể",
                           "nội dung chi tiết", "mục", "trường thông tin", "tiêu chí", "hạng mục"})  # fmt: skip
"""The words of a first row that only heads the two columns."""
_COUNTED = re.compile(r"\d{1,3}[.)]?|S?TT", re.IGNORECASE)
_HEADINGS = {"title": "Nhiệm vụ", "lead": "Đơn vị chủ trì", "support": "Đơn vị phối hợp",
             "deadline": "Thời gian hoàn thành", "product": "Sản phẩm"}  # fmt: skip


@dataclass(slots=True)
class LabelledRow:
    """One row: a label with its value."""

    key: str
    """The field of a task, "content", or "" for a label that is none."""
    label: str
    value: Cell


@dataclass(slots=True)
class TaskBlock:
    """The rows about one task; `groups` are the headings over it that have no rows of their own."""

    title: Line | None = None
    groups: list[Line] = field(default_factory=list)
    fields: list[LabelledRow] = field(default_factory=list)


def is_block_table(table: Table) -> bool:
    """Tell whether most rows of a table are the label of a field of a task, and its value."""
    if any(len(_filled(row)) > 2 for row in table.rows):
        return False
    pairs = [pair for row in table.rows if (pair := _pair(row))]
    if len(pairs) < 2:
        return False
    keys = [task_label(_label(left)) for left, _ in pairs]
    told = {key for key in keys if key}
    # "Chủ trì | Phối hợp" is a row of headings: a label that stands right is none of a block.
    across = sum(task_label(_label(right)) is not None for _, right in pairs)
    return (
        bool(told & {"lead", "deadline"})
        and len(told) >= 2
        and sum(key is not None for key in keys) * 3 >= len(keys) * 2
        and across * 2 < len(pairs)
    )


def task_blocks_of(table: Table) -> tuple[list[TaskBlock], list[Row]]:
    """Return the blocks of a table, and its rows that belong to none."""
    found = [TaskBlock()]
    left: list[Row] = []
    for n, row in enumerate(table.rows):
        cells, pair = _filled(row), _pair(row)
        if pair is None and cells and not _is_blank_field(row):
            if found[-1].fields:
                found.append(TaskBlock())
            if found[-1].title:
                found[-1].groups.append(found[-1].title)
            found[-1].title = _named(cells[0])
        elif pair is not None and n == 0 and _heads_columns(pair):
            left.append(row)
        elif pair is not None:
            key = task_label(_label(pair[0])) or ""
            fields = found[-1].fields
            again = fields and fields[0].key == key and key not in ("", "other")
            if again or (key == "title" and found[-1].title and fields):
                found.append(TaskBlock())
            if key == "title" and found[-1].title is None:
                found[-1].title = _named(pair[1])
            else:
                found[-1].fields.append(LabelledRow(key, _label(pair[0]), pair[1]))
    return [one for one in found if one.title or one.fields], left


def as_name(line: Line, table: Table) -> Line:
    """Return the line over a table as the name of its task, where it is one without a number."""
    blocks, _ = task_blocks_of(table)
    plain = line.mark is None and len(line.text) <= 200 and not line.text.endswith((".", ";", ":"))
    if plain and len(blocks) == 1 and blocks[0].title is None:
        return replace(line, mark=_DASH, bold=True)
    return line


def lines_of_blocks(table: Table, above: Line | None) -> tuple[list[Line], list[Row]]:
    """Return a table of blocks as the lines of a text, and its rows that belong to no block.

    `above` is the line directly over it: a numbered heading names the task of a first block without
    a name of its own.
    """
    blocks, left = task_blocks_of(table)
    lines: list[Line] = []
    for n, block in enumerate(blocks):
        named = n == 0 and len(blocks) == 1 and above is not None and names_task(above)
        title = block.title
        if title and named and above and fold(title.text) == fold(above.text):
            title = None
        if title is None and not named:
            title = _take_content(block)
        lines += block.groups
        if title is not None:
            mark = title.mark if title.mark and title.mark.kind != "plus" else _DASH
            lines.append(replace(title, mark=mark, bold=True))
        holder = above if named and title is None else title and lines[-1]
        dash = _PLUS if holder and holder.mark and holder.mark.kind == "dash" else _DASH
        lines += [_line(one, dash) for one in block.fields]
    return lines, left


def with_lists(blocks: Sequence[Line | Table]) -> tuple[list[Line | Table], list[Row]]:
    """Return `blocks` with each run of block tables as one list of tasks, and the rows left over.

    A numbered line over such a table names the task in it, or the group of several.
    """
    found: list[Line | Table] = []
    left: list[Row] = []
    run: list[TaskBlock] = []
    for n, block in enumerate(blocks):
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        if isinstance(block, Table) and is_block_table(block):
            own, rest = task_blocks_of(block)
            above = blocks[n - 1] if n else None
            if isinstance(above, Line) and names_task(above):
                _name(own, above)
            run += own
            left += rest
            continue
        over = isinstance(after, Table) and is_block_table(after)
        if over and isinstance(block, Line) and names_task(block):
            continue
        found += [_as_list(run)] if run else []
        run = []
        found.append(block)
    return found + ([_as_list(run)] if run else []), left


def _name(blocks: list[TaskBlock], above: Line) -> None:
    first = blocks[0]
    grouped = len(blocks) > 1 and any(one.key == "content" for one in first.fields)
    if first.title is None and not grouped:
        first.title = above
    elif not (first.title and fold(first.title.text) == fold(above.text)):
        first.groups.insert(0, above)


def _as_list(blocks: Sequence[TaskBlock]) -> Table:
    """Return blocks as one list of tasks with a header."""
    for block in blocks:
        block.title = block.title or _take_content(block)
    fields = [one for block in blocks for one in block.fields]
    given = {"title", *map(_column, fields)}
    headings = {key: words for key, words in _HEADINGS.items() if key in given}
    for one in fields:
        headings.setdefault(_column(one), one.label)
    columns = {key: n for n, key in enumerate(headings)}
    place = _place(blocks[0])
    texts = enumerate(("STT", *headings.values()))
    made = [Row(tuple(Cell(text, place, n) for n, text in texts), place)]
    for block in blocks:
        for group in block.groups:
            cell = Cell(group.whole, group.place, 0, len(columns) + 1, bold=True)
            made.append(Row((cell,), group.place))
        made.append(_row(block, columns, _place(block)))
    return Table(tuple(made), place, len(columns) + 1)


def _place(block: TaskBlock) -> Place:
    return block.title.place if block.title else block.fields[0].value.place


def _row(block: TaskBlock, columns: dict[str, int], place: Place) -> Row:
    texts = [""] * len(columns)
    places = [place] * len(columns)
    number = ""
    if block.title is not None:
        texts[0], places[0] = block.title.text, block.title.place
        number = block.title.mark.bare if block.title.mark else ""
        place = block.title.place
    for one in block.fields:
        at = columns[_column(one)]
        text = clean(words_of(one.value))
        texts[at] = f"{texts[at]}\n{text}" if texts[at] else text
        places[at] = one.value.place
    cells = [Cell(number, place, 0)]
    cells += [Cell(text, at, n) for n, (text, at) in enumerate(zip(texts, places, strict=True), 1)]
    return Row(tuple(cells), place)


def _column(one: LabelledRow) -> str:
    return one.key if one.key in _HEADINGS else fold(one.label)


def _line(one: LabelledRow, mark: ParagraphMark) -> Line:
    joiner = ", " if one.key in _LISTED else "; "
    text = ""
    for line in cell_lines(one.value):
        own = line.mark is None or line.mark.kind in ("dash", "plus")
        words = line.text if own else line.whole
        if text and not text.endswith((",", ";", ":")):
            goes_on = line.mark is None and words[:1].islower() and one.key not in _LISTED
            text = f"{text} {words}" if goes_on else f"{text.rstrip('.')}{joiner}{words}"
        else:
            text = f"{text} {words}".strip()
    return Line(f"{one.label}: {text}", one.value.place, mark)


def _take_content(block: TaskBlock) -> Line | None:
    """Take what a block calls its contents for its name, where it has no other."""
    for one in block.fields:
        if one.key == "content":
            block.fields.remove(one)
            return _named(one.value)
    return None


def _named(cell: Cell) -> Line:
    lines = cell_lines(cell)
    return replace(lines[0], text=" ".join([lines[0].text, *(one.whole for one in lines[1:])]))


def names_task(line: Line) -> bool:
    """Tell whether a line over a block can be the name of its task by its mark."""
    return line.mark is not None and line.mark.kind in (
        "arabic",
        "decimal",
        "letter",
        "small-roman",
        "dash",
    )


def _heads_columns(pair: tuple[Cell, Cell]) -> bool:
    return all(fold(clean(cell.text)) in _COLUMN_WORDS for cell in pair)


def _label(cell: Cell) -> str:
    text = " ".join(clean(cell.text).split())
    mark, rest = read_mark(text)
    return (rest if mark is not None else text).rstrip(" :.-–")


def _filled(row: Row) -> list[Cell]:
    """Return the cells with words; a number before label and value only counts the rows."""
    cells = [cell for cell in row.cells if cell_lines(cell)]
    return cells[1:] if len(cells) == 3 and _COUNTED.fullmatch(clean(cells[0].text)) else cells


def _pair(row: Row) -> tuple[Cell, Cell] | None:
    cells = _filled(row)
    return (cells[0], cells[1]) if len(cells) == 2 else None


def _is_blank_field(row: Row) -> bool:
    """Tell whether a row is a label without a value: nobody supports, nothing is made."""
    cells = _filled(row)
    return len(row.cells) > 1 and task_label(_label(cells[0])) is not None

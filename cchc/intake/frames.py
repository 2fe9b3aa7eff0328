"""Tables that only frame text, as those of letterhead and signature do: opened into lines."""

from __future__ import annotations

import re

from cchc.intake.front.title_lines import FRAME
from cchc.intake.lines import Line, cell_lines, is_capitals, lines_of
from cchc.intake.office_paper import Cell, Table
from cchc.intake.tables.block_table import is_block_table
from cchc.intake.tables.head import find_head
from cchc.language.names import bare

RECIPIENTS = re.compile(r"noi nhan\s*[:;.]?")
"""The line over the recipients."""


def lists_tasks(table: Table) -> bool:
    """Tell whether it is a table of tasks, in rows or in blocks."""
    return find_head(table) is not None or is_block_table(table)


def unframed(blocks: list[Line | Table]) -> list[Line | Table]:
    """Put the cells of letterhead and signature tables in their place as lines."""
    found: list[Line | Table] = []
    for block in blocks:
        if isinstance(block, Line) or lists_tasks(block):
            found.append(block)
            continue
        cells = [cell for row in block.rows for cell in row.cells]
        lines = [line for cell in cells for line in cell_lines(cell)]
        numbered = lines and bare(lines[0].whole) in ("stt", "tt")  # a table about reports
        framed = not numbered and (len(block.rows) <= 8 or _is_long_list(block))
        if framed and any(FRAME.search(bare(line.whole)) or _signs(line) for line in lines):
            # The list of recipients reads down its own column, before the signature beside it.
            for cell in sorted(cells, key=lambda one: one.column):
                found += _opened(cell)
        elif block.columns == 1 or sum(bool(cell_lines(cell)) for cell in cells) == 1:
            for cell in cells:
                found += _opened(cell)
        else:
            found.append(block)
    return found


_SIGNS = re.compile(
    r"(?:tm|kt|tl|tuq)\s*\.\s*(?:uy ban|ban|chu tich|hoi dong|dang uy|truong|giam doc|thuong truc)"
)


def _signs(line: Line) -> bool:
    return is_capitals(line.text) and bool(_SIGNS.match(bare(line.text)))


def _is_long_list(table: Table) -> bool:
    """Tell whether the rows below the first hold the rest of its recipients, one in each."""
    first, *others = table.rows
    heads = [line for cell in first.cells for line in cell_lines(cell)]
    return any(RECIPIENTS.fullmatch(bare(line.whole)) for line in heads) and all(
        sum(bool(cell_lines(cell)) for cell in row.cells) <= 1 for row in others
    )


def _opened(cell: Cell) -> list[Line | Table]:
    """Return what stands in a cell that is only a frame: lines, and the tables inside it."""
    if not any(isinstance(block, Table) for block in cell.blocks):
        return list(cell_lines(cell))
    found: list[Line | Table] = []
    for block in cell.blocks:
        found += unframed([block]) if isinstance(block, Table) else lines_of(block)
    return found

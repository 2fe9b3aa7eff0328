"""Tables that were typed as lines with tabs in a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.intake.office_paper import Block, Cell, Paragraph, Row, Table
from cchc.intake.tables.head import find_head

_LEAST = 2
"""Tabs in each line of such a table."""


def with_tabbed_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield `blocks`; lines with as many tabs each, whose first heads a table of tasks, are one table."""
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _tabs(blocks[end]) == max(_tabs(blocks[at]), _LEAST):
            end += 1
        table = _table(blocks[at:end]) if end - at > 1 else None
        if table is None or find_head(table) is None:
            yield blocks[at]
            at += 1
        else:
            yield table
            at = end


def _tabs(block: Block) -> int:
    if not isinstance(block, Paragraph) or block.place.line or block.label:
        return 0  # lines of a text file are read as tables there
    return block.text.strip(" ").count("\t")


def _table(lines: Sequence[Block]) -> Table:
    rows = []
    for line in lines:
        assert isinstance(line, Paragraph)
        cells = (
            Cell(text.strip(), line.place, column, bold=line.bold)
            for column, text in enumerate(line.text.strip(" ").split("\t"))
        )
        rows.append(Row(tuple(cells), line.place))
    return Table(tuple(rows), rows[0].place, len(rows[0].cells))

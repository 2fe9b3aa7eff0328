"""Rows as a table: drawn to the terminal's width, or aligned plain text when piped."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from io import StringIO
from typing import NamedTuple

from cchc.outputs.terminal import is_rich, width


class Column(NamedTuple):
    """A column: its heading, and how it gives way when the table is too wide.

    `weight` 0 never shrinks; a wrapped column gets its share of what is left.
    """

    heading: str
    weight: int = 0


Row = Sequence[str]


def write(columns: Sequence[Column], rows: Sequence[Row], styles: Sequence[str] = ()) -> None:
    """Write a table to standard output; `styles` colours whole rows on a terminal."""
    if is_rich():
        sys.stdout.write(drawn(columns, rows, styles, width(), colour=True))
    else:
        sys.stdout.write(plain(columns, rows))


def plain(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Return aligned lines, two spaces between columns, nothing cut and nothing wrapped."""
    lines = [
        [column.heading for column in columns],
        *([_flat(cell) for cell in row] for row in rows),
    ]
    widths = [max(_width(line[n]) for line in lines) for n in range(len(columns))]
    out = []
    for line in lines:
        cells = (cell + " " * (w - _width(cell)) for cell, w in zip(line, widths, strict=True))
        out.append("  ".join(cells).rstrip())
    return "\n".join(out) + "\n"


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _width(cell: str) -> int:
    """Return the columns that `cell` takes: a combining mark of decomposed Vietnamese takes none."""
    if cell.isascii():
        return len(cell)
    return sum(not unicodedata.combining(char) for char in cell)


def drawn(
    columns: Sequence[Column],
    rows: Sequence[Row],
    styles: Sequence[str],
    columns_there: int,
    *,
    colour: bool,
) -> str:
    """Return the table drawn to `columns_there` columns, long cells wrapped between words."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        shrinks = column.weight > 0
        table.add_column(
            column.heading, no_wrap=not shrinks, overflow="fold",
            ratio=column.weight or None, min_width=8 if shrinks else None,
        )  # fmt: skip
    for number, row in enumerate(rows):
        style = styles[number] if number < len(styles) else ""
        table.add_row(*(Text(cell, style=style) for cell in row))
    out = StringIO()
    console = Console(
        file=out, width=columns_there, force_terminal=colour, highlight=False, emoji=False,
        markup=False,
    )  # fmt: skip
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))

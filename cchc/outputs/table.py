"""Rows as a table: drawn to the terminal's width, or aligned plain text when piped."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
        _draw(columns, rows, styles)
    else:
        sys.stdout.write(plain(columns, rows))


def plain(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Return aligned lines, two spaces between columns, nothing cut and nothing wrapped."""
    cells = [[column.heading for column in columns], *(map(_flat, row) for row in rows)]
    lines = [list(line) for line in cells]
    widths = [max(len(line[n]) for line in lines) for n in range(len(columns))]
    out = []
    for line in lines:
        out.append("  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip())
    return "\n".join(out) + "\n"


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _draw(columns: Sequence[Column], rows: Sequence[Row], styles: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
    for column in columns:
        shrinks = column.weight > 0
        table.add_column(
            column.heading, no_wrap=not shrinks, overflow="fold",
            ratio=column.weight or None, min_width=8 if shrinks else None,
        )  # fmt: skip
    from rich.text import Text

    for number, row in enumerate(rows):
        style = styles[number] if number < len(styles) else ""
        table.add_row(*(Text(cell, style=style) for cell in row))
    Console(width=width(), highlight=False, emoji=False, markup=False).print(table)

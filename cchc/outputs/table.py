"""Rows as a table: drawn to the terminal's width, or aligned plain text when piped."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain
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


def plain(columns: Sequence[Column], rows: Iterable[Row]) -> str:
    """Return aligned lines, two spaces between columns, nothing cut and nothing wrapped."""
    return "".join(lines(columns, rows))


def lines(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[str]:
    """Yield those lines one by one; `rows` are gone through twice, and none is held, unless they
    are a list: these are in memory anyway."""
    heads = [_flat(column.heading) for column in columns]
    held = [[*map(_flat, row)] for row in rows] if isinstance(rows, list) else None
    widths = [0] * len(heads)
    for row in chain((heads,), held or rows):
        widths = [*map(max, widths, _widths(row if held else [*map(_flat, row)]))]
    for row in chain((heads,), held or rows):
        cells = row if held else [*map(_flat, row)]
        if _PERHAPS_MARKS.search("".join(cells)):
            sizes = zip(cells, widths, _widths(cells), strict=True)
            line = "  ".join([cell + " " * (w - n) for cell, w, n in sizes])
        else:
            line = "  ".join(map(str.ljust, cells, widths))
        yield f"{line.rstrip()}\n"


def _widths(cells: Sequence[str]) -> Iterable[int]:
    """Return the columns that `cells` take: a combining mark of decomposed Vietnamese takes none."""
    if not _PERHAPS_MARKS.search("".join(cells)):
        return map(len, cells)
    return (sum(not unicodedata.combining(char) for char in cell) for cell in cells)


_PERHAPS_MARKS = re.compile("[^\x00-\u02ff\u1e00-\u1eff\u2010-\u203a]")
"""Characters that may be combining marks; composed Vietnamese has none of them."""


def _flat(cell: str) -> str:
    return " ".join(cell.split())


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

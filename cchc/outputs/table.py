"""Rows as a table: drawn to the terminal's width, or aligned plain text when piped."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain, islice, repeat, zip_longest
from typing import NamedTuple

from cchc.messages import Message, say, visible
from cchc.outputs.layout import is_rich, paint, width


class TextColumn(NamedTuple):
    """A column: its heading, and how it gives way when the table is too wide.

    `weight` 0 never shrinks; a wrapped column gets its share of what is left.
    """

    heading: Message | str
    weight: int = 0


class TitledTable(NamedTuple):
    """A table of an answer, for every format; its numbers are numbers."""

    title: Message
    columns: list[TextColumn]
    rows: list[list[str | int]]

    def shown(self, room: int | None) -> str:
        """Return the table without its title, as `shown_table`."""
        return shown_table(self.columns, [[str(cell) for cell in row] for row in self.rows], room)


TextRow = Sequence[str]
CellValue = str | int | Decimal | date | None
"""What a cell holds before it is put into words."""

LONG = 100
"""Rows (findings, changes) of an answer that a terminal shows unasked: a longer one is summed up or
cut there, and says so. Into pipes and files everything goes."""


def write(
    columns: Sequence[TextColumn], rows: Sequence[TextRow], *, every: bool = False
) -> None:  # fmt: skip
    """Write a table to standard output.

    On a terminal a table is cut after `LONG` rows unless `every` is set.
    """
    if is_rich():
        first = rows if every else rows[:LONG]
        sys.stdout.write(shown_table(columns, first, width()))
        if left := len(rows) - len(first):
            sys.stdout.write(f"{more(left)}\n")
    else:
        sys.stdout.writelines(aligned(columns, rows))


def more(count: int) -> Message:
    """Return the line that stands for `count` rows left out, with the way to them."""
    return say("{count} more rows: --all shows them", count=count)


def shown_table(
    columns: Sequence[TextColumn], rows: Sequence[TextRow], room: int | None, *, colour: bool = True
) -> str:
    """Return a table drawn to a terminal of `room` columns; None: aligned lines."""
    made = aligned(columns, rows) if room is None else drawn(columns, rows, (), room, colour=colour)
    return "".join(made)


def aligned(columns: Sequence[TextColumn], rows: Iterable[TextRow]) -> Iterator[str]:
    """Yield aligned lines, two spaces between columns, nothing cut and nothing wrapped.

    `rows` are gone through twice, and none is held, unless they are a list: these are in memory
    anyway.
    """
    heads = _flat([str(column.heading) for column in columns])
    held = [*_all_flat(rows)] if isinstance(rows, list) else None
    widths = [0] * len(columns)
    for cells, sizes in chain((heads,), held or _all_flat(rows)):
        widths = [*map(max, widths, sizes or map(len, cells))]
    padded = _GAP.join(f"%-{width}s" for width in widths)
    for cells, sizes in chain((heads,), held or _all_flat(rows)):
        if sizes is None:
            line = padded % tuple(cells)
        else:
            each = zip(cells, widths, sizes, strict=True)
            line = _GAP.join([cell + " " * (w - n) for cell, w, n in each])
        yield f"{line.rstrip()}\n"


def _widths(cells: Sequence[str]) -> Iterable[int]:
    """Return the columns that each of `cells` takes."""
    return map(len if _is_plain("".join(cells)) else _size, cells)


def _size(text: str) -> int:
    """Return the columns that `text` takes on a terminal: a combining mark of decomposed Vietnamese
    takes none, a wide East Asian character two (Unicode Standard Annex 11)."""
    return len(text) if _is_plain(text) else sum(map(_char_width, text))


@cache
def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _is_plain(text: str) -> bool:
    """Tell whether each character surely takes one column, as composed Vietnamese does."""
    return not _PERHAPS_OTHER.search(text)


_PERHAPS_OTHER = re.compile(
    "[^\x00-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2029\u2030-\u203a\u2500-\u259f]"
)
"""Characters that may take no column or two."""


FlatRow = tuple[Sequence[str], Sequence[int] | None]
"""The cells of a row, each on one line and fit to be shown, and the columns they take: None where
each of their characters takes one."""
_AT_ONCE = 200
"""Rows whose characters are looked at together: nearly always there is nothing to do."""


def _all_flat(rows: Iterable[TextRow]) -> Iterator[FlatRow]:
    """Yield each row as `_flat` returns it."""
    left = iter(rows)
    while several := [*islice(left, _AT_ONCE)]:
        whole = "|".join({*chain.from_iterable(several)})  # many cells stand in several rows
        if _is_fit(f"|{whole}|") and _is_plain(whole):
            yield from zip(several, repeat(None))
        else:
            yield from map(_flat, several)


def _flat(row: TextRow) -> FlatRow:
    whole = f"|{'|'.join(row)}|"
    if not _is_fit(whole):  # seldom
        row = [visible(" ".join(cell.split())) for cell in row]
        whole = "".join(row)
    return row, None if _is_plain(whole) else [*map(_size, row)]


def _is_fit(whole: str) -> bool:
    """Whether cells, "|" around each, are on one line and fit to be shown as they are."""
    return whole.isprintable() and not ("  " in whole or " |" in whole or "| " in whole)


def drawn(
    columns: Sequence[TextColumn],
    rows: Iterable[TextRow],
    styles: Iterable[str],
    room: int,
    *,
    colour: bool,
) -> Iterator[str]:
    """Yield the lines of a table that is no wider than `room`, long cells wrapped between words.

    Where not even the shortest form of all columns has room, each row stands line by line with
    its headings: nothing is left out. `rows` are gone through twice, `styles` (one for each row,
    as far as they go) once; none is held.
    """
    heads = [str(column.heading) for column in columns]
    natural = [*map(_widest, heads)]
    for row in rows:
        natural = [*map(max, natural, map(_widest, row))]
    widths = _fitted(columns, natural, room - len(_GAP) * (len(columns) - 1))
    styled = zip(rows, chain(styles, repeat("")), strict=False)
    if widths is None:
        for row, style in styled:
            yield from _record(heads, row, room, style, colour=colour)
        return
    for line in _wrapped_row(heads, widths):
        yield f"{paint(line, 'bold', rich=colour)}\n"
    rule = min(room, sum(widths) + len(_GAP) * (len(widths) - 1))
    yield f"{'─' * rule}\n"
    for row, style in styled:
        for line in _wrapped_row(row, widths):
            yield f"{paint(line, style, rich=colour and bool(style))}\n"


_GAP = "  "
_LEAST = 8
"""The least width of a column that is wrapped."""


def _fitted(columns: Sequence[TextColumn], natural: Sequence[int], room: int) -> list[int] | None:
    """Return the width of each column, or None where `room` is too little for all of them.

    Columns with a weight share what the others leave: what one of them does not need goes to the
    rest, and none gets less than `_LEAST`.
    """
    widths = list(natural)
    elastic = {n: column.weight for n, column in enumerate(columns) if column.weight}
    left = room - sum(width for n, width in enumerate(natural) if n not in elastic)
    least = {n: min(_LEAST, natural[n]) for n in elastic}
    if left < sum(least.values()):
        return None
    for wanted in (natural, least):  # first those that need less than their share, then the least
        settled: Iterable[int] = elastic
        while elastic and settled:
            whole = sum(elastic.values())
            share = {n: left * weight // whole for n, weight in elastic.items()}
            settled = [
                n for n in elastic if (wanted[n] <= share[n]) == (wanted is natural)
            ]  # fmt: skip
            for n in settled:
                widths[n] = wanted[n]
                left -= wanted[n]
                del elastic[n]
    whole = sum(elastic.values())
    for n, weight in elastic.items():
        widths[n] = left * weight // whole
    return widths


def _wrapped_row(row: TextRow, widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row."""
    cells = [wrapped_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        padded = (
            piece + " " * (width - size)
            for piece, width, size in zip(line, widths, _widths(line), strict=True)
        )
        yield _GAP.join(padded).rstrip()


def _record(heads: TextRow, row: TextRow, room: int, style: str, *, colour: bool) -> Iterator[str]:
    """Yield one row line by line, each cell behind its heading, and an empty line."""
    for head, cell in zip(heads, row, strict=True):
        if cell.strip():
            for line in wrapped_lines(f"{head}: {cell}" if head else cell, room):
                yield f"{paint(line, style, rich=colour and bool(style))}\n"
    yield "\n"


def wrapped_lines(text: str, room: int) -> list[str]:
    """Return `text` in lines of at most `room` columns, broken between words where it can be.

    A character that is wider than `room` stands on a line of its own.
    """
    found: list[str] = []
    for line in text.expandtabs(1).split("\n"):
        if _size(line) <= room:
            found.append(line)
            continue
        now, used = "", 0
        for word in line.split(" "):
            size = _size(word)
            if now and used + 1 + size <= room:
                now, used = f"{now} {word}", used + 1 + size
                continue
            if now:
                found.append(now)
            while size > room:
                head = _cut(word, room)
                found.append(head)
                word = word[len(head) :]
                size = _size(word)
            now, used = word, size
        found.append(now)
    return found


def _cut(word: str, room: int) -> str:
    """Return the longest beginning of `word` in `room`, at least a character with its marks."""
    used = 0
    for n, char in enumerate(word):
        used += _char_width(char)
        if used > room and word[:n].strip():
            return word[:n]
    return word


def _widest(cell: str) -> int:
    """Return the columns that the longest line of `cell` takes."""
    return max(map(_size, cell.split("\n"))) if "\n" in cell else _size(cell)

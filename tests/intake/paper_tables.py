"""Appendix tables as offices type them: neat ones, and rough ones."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from cchc.model.plan import Column
from tests.intake.docx_pieces import cell, row, table
from tests.intake.plan_words import TableLine

ROWS_A_PAGE = 7
SHARED = "Phân công nhiệm vụ"
_SEPARATORS = ("; ", ";\n", "\n", "\f", ", ", " và ")


def text_of(line: TableLine, column: Column) -> str | list[str]:
    """Return what stands in a column of a row: a text, or the names of units."""
    return line.number if column.key == "number" else line.values.get(column.key, "")


def joined(value: str | list[str], separator: str) -> str:
    """Join names of units; "và" goes before the last only."""
    if isinstance(value, str):
        return value
    if separator == " và " and len(value) > 1:
        return f"{'; '.join(value[:-1])} và {value[-1]}"
    # A comma cannot part names that have commas in them.
    if separator == ", " and any("," in name for name in value):
        separator = "; "
    return separator.join(value)


def head_rows(columns: Sequence[Column], *, header: bool, shared: bool = False) -> list[str]:
    """Return the header: two rows when columns share a heading; `shared` makes lead and support."""
    spanners = [one.spanner or (SHARED if shared and one.key in ("lead", "support") else "")
                for one in columns]  # fmt: skip
    if not any(spanners):
        return [row([cell(one.heading, bold=True, align="center") for one in columns], header)]
    first, second = [], []
    for n, (column, spanner) in enumerate(zip(columns, spanners, strict=True)):
        if not spanner:
            first.append(cell(column.heading, merge="restart", bold=True, align="center"))
            second.append(cell("", merge="continue"))
            continue
        if n == 0 or spanners[n - 1] != spanner:
            width = next((i for i, s in enumerate(spanners[n:]) if s != spanner), len(spanners) - n)
            first.append(cell(spanner, span=width, bold=True, align="center"))
        second.append(cell(column.heading, bold=True, align="center"))
    return [row(first, header), row(second, header)]


def plain_table(columns: Sequence[Column], lines: Sequence[TableLine]) -> str:
    """Return a neat table: one header, group rows merged, units parted by semicolons."""
    rows = head_rows(columns, header=True)
    for line in lines:
        cells = []
        for n, column in enumerate(columns):
            if line.area and column.key != "number":
                cells.append(cell(line.title, span=len(columns) - n, bold=True))
                break
            cells.append(cell(joined(text_of(line, column), "; "), bold=line.area))
        rows.append(row(cells))
    return table(rows, len(columns))


def rough_table(columns: Sequence[Column], lines: Sequence[TableLine], seed: str) -> str:
    """Return a table with all that goes wrong in offices, drawn at random from `seed`."""
    chance = Random(f"rough {seed}")
    columns = _reordered(columns, chance)
    head = head_rows(columns, header=False, shared=True)
    rows = list(head)
    on_page = 0
    for n, line in enumerate(lines):
        if line.area:
            rows.append(_area_row(columns, line, chance))
            on_page += 1
            continue
        texts = [_rough(text_of(line, column), chance) for column in columns]
        full = all(line.values[key] for key in ("lead", "deadline"))
        before = lines[n - 1] if n else line
        if full and not before.area and chance.random() < 0.12:
            texts[0] = ""
        on_page += 1
        if on_page < ROWS_A_PAGE or n == len(lines) - 1:
            rows.append(row([cell(text) for text in texts]))
            continue
        on_page = 0
        upper, lower = _cut(columns, texts, chance) if texts[0] else (texts, [])
        rows += [row([cell(text) for text in upper]), *head]
        if lower:
            rows.append(row([cell(text) for text in lower]))
    return table(rows, len(columns))


def _reordered(columns: Sequence[Column], chance: Random) -> list[Column]:
    """Keep number and title in front, and lead beside support; draw the order of the others."""
    fixed = [one for one in columns if one.key in ("number", "title")]
    assigned = [one for one in columns if one.key in ("lead", "support")]
    groups = [[one] for one in columns if one not in fixed and one not in assigned]
    groups.append(assigned)
    before = list(groups)
    while groups == before:
        chance.shuffle(groups)
    return [*fixed, *(one for group in groups for one in group)]


def _area_row(columns: Sequence[Column], line: TableLine, chance: Random) -> str:
    match chance.randrange(3):
        case 0:
            return row([cell(f"{line.number}. {line.title}", span=len(columns), bold=True)])
        case 1:
            return row([cell(line.number, bold=True),
                        cell(line.title, span=len(columns) - 1, bold=True)])  # fmt: skip
    empty = [cell("") for _ in columns[2:]]
    return row([cell(line.number, bold=True), cell(line.title, bold=True), *empty])


def _rough(value: str | list[str], chance: Random) -> str:
    return joined(value, chance.choice(_SEPARATORS))


def _cut(
    columns: Sequence[Column], texts: list[str], chance: Random
) -> tuple[list[str], list[str]]:
    """Cut a row at a page end: some words of the longest cells go on below an empty number."""
    at = [n for n, one in enumerate(columns) if one.key in ("title", "requirement", "product")]
    long = [n for n in at if len(texts[n].split()) > 8]
    if not long:
        return texts, []
    upper, lower = list(texts), [""] * len(texts)
    for n in chance.sample(long, k=chance.randint(1, len(long))):
        parts = texts[n].split(" ")
        where = chance.randint(3, len(parts) - 3)
        upper[n], lower[n] = " ".join(parts[:where]), " ".join(parts[where:])
    return upper, lower

"""The heading rows of an appendix table: one, or two when columns share a heading."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from cchc.document.metrics import wrapped
from cchc.document.paper import ColumnHead
from cchc.document.template.expressions import TagNames
from cchc.document.template.table import TemplateCell, TemplateRow, shaped
from cchc.word.markup import Element, give, properties, w
from cchc.word.measures import TWIPS_PER_MM

_SIZE = 12
_LINE_POINTS = 14.0
_AROUND_POINTS = 8.0
_CELL_MARGINS_MM = 3.5


class Shown(NamedTuple):
    """A column as printed: where its sample stands, and its heading if the plan gives one."""

    source: int
    head: ColumnHead | None

    @property
    def spanner(self) -> str:
        """The heading it shares with its neighbours, or an empty text."""
        return self.head.spanner if self.head else ""


def heading_rows(
    row: TemplateRow, columns: Sequence[Shown], grid: list[int], names: TagNames
) -> list[Element]:
    """Return the heading rows of `columns`, in the look of the sample `row`.

    With shared headings there are two: above, the shared ones over neighbouring columns; all other
    cells reach over both rows.
    """
    samples = [row.cells[column.source] for column in columns]
    upper, lower = row.start(header=True), row.start(header=True)
    two = any(column.spanner for column in columns)
    for spanner, run in groupby(range(len(columns)), key=lambda n: columns[n].spanner):
        members = list(run)
        if spanner:
            sample, width = samples[members[0]], sum(grid[n] for n in members)
            head = replace(_head(columns[members[0]]), heading=spanner)
            upper.append(_filled(sample, head, names, shaped(sample, width, len(members))))
        for n in members:
            sample, head = samples[n], _head(columns[n])
            if spanner:
                lower.append(_filled(sample, head, names, shaped(sample, grid[n])))
                continue
            merge = "restart" if two else ""
            upper.append(_filled(sample, head, names, shaped(sample, grid[n], merge=merge)))
            if two:
                lower.append(_below(sample, shaped(sample, grid[n], merge="continue")))
    if not two:
        return [upper]
    _share_height(upper, lower, columns, grid)
    return [upper, lower]


def _head(column: Shown) -> ColumnHead:
    # A heading typed in Word names no tag, so what it is given does not show.
    return column.head or ColumnHead("", "")


def _filled(sample: TemplateCell, head: ColumnHead, names: TagNames, look: Element) -> Element:
    cell, _ = sample.fill({**names, "column": head}, look)
    return cell


def _below(sample: TemplateCell, look: Element) -> Element:
    cell = etree.Element(w("tc"))
    cell.append(look)
    cell.append(sample.bare())
    return cell


def _share_height(
    upper: Element, lower: Element, columns: Sequence[Shown], grid: list[int]
) -> None:
    # LibreOffice cuts a heading that reaches over two rows where they are repeated, unless the
    # rows themselves are high enough for it.
    lines = max(
        (
            len(wrapped(c.head.heading, width / TWIPS_PER_MM - _CELL_MARGINS_MM, _SIZE))
            for c, width in zip(columns, grid, strict=True)
            if c.head and not c.spanner
        ),
        default=1,
    )
    half = str(math.ceil((lines * _LINE_POINTS + _AROUND_POINTS) * 20 / 2))
    for row in (upper, lower):
        give(properties(row, "trPr"), "trHeight", val=half, hRule="atLeast")

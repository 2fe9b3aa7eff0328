"""The table of an appendix: sample rows repeated, and the columns the plan asks for.

A row that names `task.` or `area.` is the sample of its kind; a second `area.` row is the sample
of areas inside areas. A heading cell that names `column.` follows the plan: the plan's columns
appear in the plan's order, each in the look of the sample column that prints the same field. Once a
sample column was moved in Word the order is the template's. A column whose heading is typed in Word
stays beside its left neighbour; one taken out of the template has no place, which is told
(`cchc.document.template.left_out`). A field younger than the templates is printed in the look of another one
(`TaskField.like`) until a template has a sample column for it.
"""

from __future__ import annotations

import re
from itertools import count

from cchc.document.bookmarks import put_mark
from cchc.document.paper import AppendixPaper, AreaRow, ColumnHead, TaskRow
from cchc.document.template.expressions import TagNames
from cchc.document.template.headings import Shown, heading_rows
from cchc.document.template.stencil import Fitted, Stencil
from cchc.document.template.table import TemplateCell, TemplateRow, TemplateTable, shaped
from cchc.document.widths import Content, Fit, column_widths, fitted
from cchc.errors import UserError
from cchc.messages import say
from cchc.model.field_kinds import CUSTOM, extra_heading, extra_name
from cchc.model.task import PRINTED, TASK_FIELDS
from cchc.word.formatting import DEFAULT_POINTS
from cchc.word.markup import Element, drop, give, properties, w

SAMPLES = frozenset({"task", "area"})
_TRIAL: dict[str, object] = {
    "task": TaskRow.blank(),
    "area": AreaRow("", "", 1),
    "column": ColumnHead("", ""),
}
_FIELD = re.compile(r"""\btask\.(\w+)(?:\[["']([^"']+)["']\])?""")
_LIKE_CUSTOM = (CUSTOM, "note")
"""The sample column in whose look custom columns are printed."""
NARROW = 57
"""Twips: the margin at each side of a cell in a dense table."""
_SHIPPED = PRINTED
"""The order of the sample columns in the template that comes with cchc."""


class Listing(TemplateTable):
    """A compiled table with sample rows."""

    def __init__(self, table: TemplateTable) -> None:
        """Look for the sample rows of `table`.

        Raises:
            UserError: sample rows are mixed up, doubled or missing, or cells do not line up.
        """
        self.place, self.styles, self.look = table.place, table.styles, table.look
        self.grid, self.rows = table.grid, table.rows
        kinds = [_kind(row) for row in table.rows]
        self._areas = [row for row, kind in zip(table.rows, kinds, strict=True) if kind == "area"]
        tasks = [row for row, kind in zip(table.rows, kinds, strict=True) if kind == "task"]
        if len(tasks) != 1:
            raise UserError(
                say("{place}: {count} rows name task.; one is the sample of all",
                    place=table.place, count=len(tasks))
            )  # fmt: skip
        self._task = tasks[0]
        samples = [n for n, kind in enumerate(kinds) if kind]
        self._header = table.rows[: samples[0]]
        self._footer = [row for row in table.rows[samples[0] :] if not _kind(row)]
        self._heading = next((row for row in self._header if "column" in row.roots), None)
        if self._heading is not None:
            for row in (self._heading, self._task):
                if len(row.cells) != len(table.grid) or any(c.span > 1 for c in row.cells):
                    raise UserError(
                        say("{place}: must have one unmerged cell for each column", place=row.place)
                    )
        fields = [_fields(cell) for cell in self._task.cells]
        self._keys = [own[0] if own else "" for own in fields]
        following = self._following()
        self._typed = {
            key
            for own, follows in zip(fields, following, strict=True)
            if not follows
            for key in own
        }
        places = [_SHIPPED.index(key) for key, follows in zip(self._keys, following, strict=True)
                  if follows and key in _SHIPPED]  # fmt: skip
        self._moved = places != sorted(places)
        layout = None if table.look is None else table.look.find(w("tblLayout"))
        fixed = layout is not None and layout.get(w("type")) == "fixed"
        self._drawn = [fixed or _is_drawn(cell) for cell in self._task.cells]
        self._size = max((cell.size for cell in self._task.cells), default=DEFAULT_POINTS)
        _try_tags(table.rows)

    def columns(self, appendix: AppendixPaper) -> list[Shown]:
        """Return the columns to print.

        Raises:
            UserError: the template has none of the plan's columns.
        """
        if self._heading is None:
            return [Shown(n, None) for n in range(len(self.grid))]
        sample = self._samples(appendix)
        shown = [Shown(sample[c.key], c) for c in appendix.columns if c.key in sample]
        if not shown:
            raise UserError(say("{place}: has none of the columns of the plan", place=self.place))
        if self._moved:
            shown.sort(key=lambda column: column.source)
        for n, follows in enumerate(self._following()):
            if not follows:
                left = [at for at, column in enumerate(shown) if column.source == n - 1]
                shown.insert(left[-1] + 1 if left else min(n, len(shown)), Shown(n, None))
        return shown

    def without_place(self, appendix: AppendixPaper) -> list[ColumnHead]:
        """Return the columns of the plan that the table does not print, though rows fill them."""
        places = self._samples(appendix).keys() | self._typed
        tasks = [row for row in appendix.rows if isinstance(row, TaskRow)]
        return [
            column for column in appendix.columns
            if column.key not in places and any(column.of(task).strip() for task in tasks)
        ]  # fmt: skip

    def _following(self) -> list[bool]:
        """Return for each column whether its heading is the plan's, not typed in Word."""
        cells = self._heading.cells if self._heading else self._task.cells
        return [self._heading is not None and "column" in cell.roots for cell in cells]

    def _samples(self, appendix: AppendixPaper) -> dict[str, int]:
        """Return the sample column of each field, and of each custom column of `appendix`."""
        pairs = zip(self._keys, self._following(), strict=True)
        sample = {key: n for n, (key, follows) in reversed(list(enumerate(pairs)))
                  if follows and key}  # fmt: skip
        for key, field in TASK_FIELDS.items():
            if field.like in sample:
                sample.setdefault(key, sample[field.like])
        custom = next((sample[key] for key in _LIKE_CUSTOM if key in sample), None)
        if custom is not None:
            own = (one.key for one in appendix.columns if extra_heading(one.key) is not None)
            sample |= dict.fromkeys(own, custom)
        return sample

    def filled(
        self, names: TagNames, appendix: AppendixPaper, width: int, page: float = 0
    ) -> Element:
        """Return the table of `appendix`, `width` twips wide; a page's text is `page` mm high."""
        columns = self.columns(appendix)
        fit = self._fit(columns, appendix, width, page)
        grid = fit.grid
        made = self.start(grid)
        look = properties(made, "tblPr")
        give(look, "tblW", w=str(sum(grid)), type="dxa")
        give(look, "tblLayout", type="fixed")
        if fit.narrow:
            _narrow(look)
        for row in self._header:
            if row is self._heading:
                made.extend(heading_rows(row, columns, grid, names))
            else:
                made.append(_spread(row, row.cells, grid, header=True).fill(names))
        task = Stencil(self._task.start(), self._task_cells(columns, grid))
        areas = [self._area(row, columns, grid) for row in self._areas]
        tasks = count()
        for item in appendix.rows:
            if isinstance(item, TaskRow):
                made.append(_marked(task.fill({**names, "task": item}), item))
                if next(tasks) in fit.tall:
                    drop(made[-1].find(w("trPr")), "cantSplit")
            elif areas:
                at = min(item.depth, len(areas)) - 1
                filled = self._with_points(self._areas[at], item, columns, grid, names)
                if filled is None:
                    filled = areas[at].fill({**names, "area": item})
                made.append(_marked(filled, item))
        made.extend(_spread(row, row.cells, grid).fill(names) for row in self._footer)
        if fit.size < self._size:
            self.styles.shrink(made, self._size - fit.size)
        return made

    def _task_cells(self, columns: list[Shown], grid: list[int]) -> list[Fitted]:
        if self._heading is None:
            return _spread_cells(self._task.cells, grid)
        cells = [self._sample(column) for column in columns]
        return [(cell, shaped(cell, width)) for cell, width in zip(cells, grid, strict=True)]

    def _sample(self, column: Shown) -> TemplateCell:
        """Return the sample cell of a column, printing the field that the plan asks for."""
        cell, own = self._task.cells[column.source], self._keys[column.source]
        head = column.head
        return cell if head is None or own == head.key else cell.in_place_of(own, head)

    def _area(self, row: TemplateRow, columns: list[Shown], grid: list[int]) -> Stencil:
        cells = row.cells
        if self._heading is not None and len(cells) > 1 and not self._numbered(columns):
            cells = cells[1:]
        return _spread(row, cells, grid)

    def _with_points(
        self,
        row: TemplateRow,
        item: AreaRow,
        columns: list[Shown],
        grid: list[int],
        names: TagNames,
    ) -> Element | None:
        """Return the row of an area whose points stand in their columns; None: it goes across."""
        headings = [extra_heading(column.head.key) if column.head else None for column in columns]
        first = next((n for n, one in enumerate(headings) if one in item.extra), 0)
        sample = row.cells[0]
        if first < len(row.cells) or sample.only_tag is None:
            return None
        made = _spread(row, row.cells, grid[:first]).fill({**names, "area": item})
        for heading, width in zip(headings[first:], grid[first:], strict=True):
            text = item.extra.get(heading or "", "")
            made.append(sample.lined(text, shaped(sample, width)))
        return made

    def _numbered(self, columns: list[Shown]) -> bool:
        return any(self._keys[column.source] == "number" for column in columns)

    def _fit(self, columns: list[Shown], appendix: AppendixPaper, width: int, page: float) -> Fit:
        """Return the columns' widths and the size of the text that suits them."""
        shares = [max(1, self.grid[column.source]) for column in columns]
        if self._heading is None:
            even = [0] * len(shares), [False] * len(shares)
            return Fit(column_widths(shares, *even, width), self._size)
        tasks = [row for row in appendix.rows if isinstance(row, TaskRow)]
        contents = []
        for column, share in zip(columns, shares, strict=True):
            head = column.head or ColumnHead(self._keys[column.source], "")
            texts = [head.of(task) for task in tasks]
            kind = TASK_FIELDS[head.key].kind if head.key in TASK_FIELDS else "extra"
            contents.append(Content(kind, head.heading, texts, share, self._drawn[column.source]))
        numbers = [row.number for row in appendix.rows]
        return fitted(contents, numbers, width, self._size, page)


def _narrow(look: Element) -> None:
    """Give the cells of a table margins of 1 mm at the sides, where they are wider."""
    for side in ("left", "right"):
        for margin in look.findall(f"{w('tblCellMar')}/{w(side)}"):
            margin.set(w("w"), str(min(int(margin.get(w("w"), "0")), NARROW)))


def _is_drawn(cell: TemplateCell) -> bool:
    """Whether the template fixes the width of a column: "Preferred width" is ticked in Word."""
    width = None if cell.look is None else cell.look.find(w("tcW"))
    return width is not None and width.get(w("type")) in ("dxa", "pct")


def _marked(row: Element, item: TaskRow | AreaRow) -> Element:
    """Return a row with its bookmark, in the first paragraph of its first cell."""
    if item.origin is not None and (paragraph := next(row.iter(w("p")), None)) is not None:
        put_mark(paragraph, item.origin.mark)
    return row


def _spread(
    row: TemplateRow, cells: list[TemplateCell], grid: list[int], *, header: bool = False
) -> Stencil:
    """Return `row` over all columns of `grid`, its last cell covering those left over."""
    return Stencil(row.start(header=header), _spread_cells(cells, grid))


def _spread_cells(cells: list[TemplateCell], grid: list[int]) -> list[Fitted]:
    fitted: list[Fitted] = []
    cells = cells[-len(grid) :]
    at = 0
    for n, cell in enumerate(cells):
        after = len(cells) - n - 1
        span = min(cell.span, len(grid) - at - after) if after else len(grid) - at
        fitted.append((cell, shaped(cell, sum(grid[at : at + span]), span)))
        at += span
    return fitted


def _try_tags(rows: list[TemplateRow]) -> None:
    # A misspelt field would make a column of the plan vanish without a word: try each tag now.
    for tag in (tag for row in rows for cell in row.cells for tag in cell.expressions):
        if tag.roots and tag.roots <= _TRIAL.keys():
            tag.value(_TRIAL)


def _kind(row: TemplateRow) -> str:
    kinds = row.roots & SAMPLES
    if len(kinds) > 1:
        raise UserError(say("{place}: names both task. and area.", place=row.place))
    return next(iter(kinds), "")


def _fields(cell: TemplateCell) -> list[str]:
    """Return the task fields that a sample cell prints, in order."""
    named = (found for tag in cell.expressions for found in _FIELD.finditer(tag.source))
    return [extra_name(found[2]) if found[2] else found[1] for found in named]

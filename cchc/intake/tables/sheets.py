"""The appendices of a paper: the lines and tables behind its end, cut into sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cchc.intake.lines import Line, clean, is_capitals
from cchc.intake.office_paper import Table
from cchc.intake.tables.head import find_head
from cchc.intake.tables.kind import other_kind
from cchc.language.names import bare, fold

_APPENDIX = re.compile(r"(?:phu luc|bieu|danh muc|bang)(?:\s+(?:so\s*)?[0-9ivx]{1,4})?\s*[:.]?")
_TITLED = re.compile(r"(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s*)?[0-9IVX]{1,4})?\s*[:.–-]\s+(?=\S+ \S)")


@dataclass(slots=True)
class AppendixSheet:
    """One appendix: the lines over its tables, the tables, and the lines below them."""

    head: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    groups: dict[int, Line] = field(default_factory=dict)
    """The heading that stands as a line over a table inside the list, by the index of the table."""


def is_appendix_line(block: Line | Table) -> bool:
    """Tell whether a line names an appendix: "PHỤ LỤC I", "Phụ lục: DANH MỤC CÔNG VIỆC"."""
    if not isinstance(block, Line) or block.mark is not None:
        return False
    found = _APPENDIX.fullmatch(bare(block.text).strip("()[] "))
    titled = _TITLED.match(block.text)  # "Phụ lục: DANH MỤC CÔNG VIỆC"
    if titled and is_capitals(block.text[titled.end() :]):
        return True
    return (
        bool(found)
        and bare(block.text).startswith(("phu luc", "bieu"))
        and not block.text.islower()
    )


def sheets_of(blocks: list[Line | Table]) -> tuple[list[AppendixSheet], list[Table]]:
    """Return the appendices in `blocks`, and the tables that are no part of one."""
    sheets: list[AppendixSheet] = []
    strange: list[Table] = []
    sheet: AppendixSheet | None = None
    name = ""
    for block in blocks:
        if block.place.sheet != name:
            name, sheet = block.place.sheet, None  # a table ends with its sheet
        if isinstance(block, Table):
            headed = find_head(block) is not None
            if not headed and (sheet is None or not _continues(block, sheet)):
                strange.append(block)
                continue
            if sheet is not None and sheet.tail and headed and _is_group(sheet, block):
                sheet.groups[len(sheet.tables)] = sheet.tail.pop()
            elif sheet is None or sheet.tail:
                title = sheet.tail if sheet and _is_title(sheet.tail) else []
                if sheet and title:
                    sheet.tail = []
                if sheet is None or title or headed:
                    sheet = AppendixSheet(head=title)
                    sheets.append(sheet)
            sheet.tables.append(block)
        elif is_appendix_line(block) or sheet is None:
            sheet = AppendixSheet(head=[block])
            sheets.append(sheet)
        elif sheet.tables:
            sheet.tail.append(block)
        else:
            sheet.head.append(block)
    for one in sheets:
        _take_first_group(one)
    return sheets, strange


def _continues(table: Table, sheet: AppendixSheet) -> bool:
    """Tell whether a table without a header goes on with the last one of `sheet`."""
    if not sheet.tables or sheet.tail:
        return bool(sheet.tables) and not other_kind(_texts(table, 0)) and not _has_head(table)
    return not _has_head(table) and abs(table.columns - sheet.tables[-1].columns) <= 2


def _has_head(table: Table) -> bool:
    """Tell whether the first rows look like the header of a table of another kind."""
    return any(
        fold(_texts(table, n)[0]) in ("stt", "tt", "số tt") or other_kind(_texts(table, n))
        for n in range(min(2, len(table.rows))) if _texts(table, n)
    )  # fmt: skip


def _texts(table: Table, n: int) -> list[str]:
    return [" ".join(clean(cell.text).split()) for cell in table.rows[n].cells]


def _is_group(sheet: AppendixSheet, table: Table) -> bool:
    """Tell whether the one line between two tables with like headers is a heading inside a list."""
    if len(sheet.tail) != 1 or not sheet.tables:
        return False
    line = sheet.tail[0]
    if line.mark is None or line.mark.kind in ("dash", "plus") or len(line.text) > 150:
        return False
    before, head = find_head(sheet.tables[-1]), find_head(table)
    return before is not None and head is not None and [c.holds for c in before.columns] == [
        c.holds for c in head.columns
    ]  # fmt: skip


def _take_first_group(sheet: AppendixSheet) -> None:
    """Take the last line over the first table for its heading, where later tables have one."""
    later = next(iter(sheet.groups.values()), None)
    if later is None or 0 in sheet.groups or not sheet.head:
        return
    mark, after = sheet.head[-1].mark, later.mark
    if (
        mark is not None
        and after is not None
        and mark.kind == after.kind
        and mark.value < after.value
    ):
        sheet.groups[0] = sheet.head.pop()


def _is_title(lines: list[Line]) -> bool:
    return any(is_capitals(line.text) or line.centred for line in lines)

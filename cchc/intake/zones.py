"""Where the parts of the paper begin: letterhead, title, preface, body, end, appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cchc.intake.lines import Line, cell_lines, clean, flat, is_capitals, lines_of
from cchc.intake.paper import Cell, OfficePaper, Place, Table
from cchc.intake.table_head import find_head
from cchc.intake.table_kind import other_kind
from cchc.intake.title_lines import BASE_WORDS, FRAME, plan_start, title_end, untitled
from cchc.language.names import bare, fold

_RECIPIENTS = re.compile(r"noi nhan\s*[:;.]?")
_PART = re.compile(
    r"(?:muc dich|muc tieu|yeu cau|quan diem|thuc trang|noi dung|nhiem vu|pham vi)\b"
)
_POSTS = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s*\.\s*.{2,60}|(?:pho )?chu tich(?: uy ban nhan dan| ubnd)?(?: xa| phuong)?.{0,30}"
    r"|chanh van phong|truong phong.{0,40}|giam doc.{0,40})"
)
_APPENDIX = re.compile(r"(?:phu luc|bieu|danh muc|bang)(?:\s+(?:so\s*)?[0-9ivx]{1,4})?\s*[:.]?")
_TITLED = re.compile(r"(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s*)?[0-9IVX]{1,4})?\s*[:.–-]\s+(?=\S+ \S)")
_ATTACHED = re.compile(r"\(?\s*(?:ban hanh )?kem theo (?:ke hoach|quyet dinh|cong van)")


@dataclass(slots=True)
class Sheet:
    """One appendix: the lines over its tables, the tables, and the lines below them."""

    head: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    groups: dict[int, Line] = field(default_factory=dict)
    """The heading that stands as a line over a table inside the list, by the index of the table."""


@dataclass(slots=True)
class Zones:
    """The paper cut into its parts; `before` is what stands before the plan (a decision)."""

    before: list[Line] = field(default_factory=list)
    head: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    preface: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    end: list[Line] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    holders: set[Place] = field(default_factory=set)
    """Where a table of tasks stood within the body: the line above it."""
    strange: list[Table] = field(default_factory=list)
    """Tables that are neither a letterhead nor a list of tasks."""
    targets: list[Table] = field(default_factory=list)
    """Tables from which targets were taken."""


def zones_of(paper: OfficePaper) -> Zones:
    """Cut `paper` into its parts."""
    zones = Zones()
    blocks = _unframed(flat(paper))
    start = plan_start(blocks)
    apart = bool(blocks) and _is_appendix_line(blocks[0])
    if (start is None or apart) and _is_table_only(blocks):
        _fill_sheets(zones, blocks)
        return zones
    body = _body_start(blocks, -1 if start is None else start)
    sheets = _sheets_start(blocks, body)
    end = _end_start(blocks, body, sheets)
    if start is None:
        start, ends = untitled(blocks, body)
    else:
        ends = title_end(blocks, start, body)
    zones.before, zones.head = _decision_apart(_lines(blocks[:start]))
    zones.title = _lines(blocks[start:ends])
    zones.preface = _lines(blocks[ends:body])
    zones.end = _lines(blocks[end:sheets])
    _fill_body(zones, blocks[body:end])
    _fill_sheets(zones, blocks[sheets:])
    zones.strange += [one for one in blocks[:body] + blocks[end:sheets] if isinstance(one, Table)]
    return zones


def _is_table_only(blocks: list[Line | Table]) -> bool:
    """Tell whether the paper is an appendix by itself: a table of tasks before any part."""
    for block in blocks:
        if isinstance(block, Table):
            return find_head(block) is not None
        if block.mark is not None and block.mark.kind in ("part", "upper", "roman", "article"):
            return False
    return False


def _lines(blocks: Sequence[Line | Table]) -> list[Line]:
    return [one for one in blocks if isinstance(one, Line)]


def _unframed(blocks: list[Line | Table]) -> list[Line | Table]:
    """Put the cells of letterhead and signature tables in their place as lines."""
    found: list[Line | Table] = []
    for block in blocks:
        if isinstance(block, Line) or find_head(block) is not None:
            found.append(block)
            continue
        cells = [cell for row in block.rows for cell in row.cells]
        lines = [line for cell in cells for line in cell_lines(cell)]
        framed = len(block.rows) <= 8 or _is_long_list(block)
        if framed and any(FRAME.search(bare(line.whole)) for line in lines):
            # The list of recipients reads down its own column, before the signature beside it.
            for cell in sorted(cells, key=lambda one: one.column):
                found += _opened(cell)
        elif block.columns == 1 or sum(bool(cell_lines(cell)) for cell in cells) == 1:
            for cell in cells:
                found += _opened(cell)
        else:
            found.append(block)
    return found


def _is_long_list(table: Table) -> bool:
    """Tell whether the rows below the first hold the rest of its recipients, one in each."""
    first, *others = table.rows
    heads = [line for cell in first.cells for line in cell_lines(cell)]
    return any(_RECIPIENTS.fullmatch(bare(line.whole)) for line in heads) and all(
        sum(bool(cell_lines(cell)) for cell in row.cells) <= 1 for row in others
    )


def _opened(cell: Cell) -> list[Line | Table]:
    """Return what stands in a cell that is only a frame: lines, and the tables inside it."""
    if not any(isinstance(block, Table) for block in cell.blocks):
        return list(cell_lines(cell))
    found: list[Line | Table] = []
    for block in cell.blocks:
        found += _unframed([block]) if isinstance(block, Table) else lines_of(block)
    return found


def _body_start(blocks: list[Line | Table], start: int) -> int:
    first = None
    said = False
    for n in range(start + 1, len(blocks)):
        block = blocks[n]
        if isinstance(block, Table):
            return first if first is not None else n
        if said and _is_part_line(block):
            return n
        said = (
            said or block.text.endswith((":", ";", ".", ",")) or bool(BASE_WORDS.match(block.text))
        )
        if block.mark is not None and block.mark.kind in ("part", "upper", "roman"):
            return n
        numbered = block.mark is not None and block.mark.kind in ("arabic", "article")
        if numbered and first is None and not BASE_WORDS.match(block.text):
            first = n
        if _RECIPIENTS.fullmatch(bare(block.text)):
            return first if first is not None else n
    return first if first is not None else min(max(start, 0) + 1, len(blocks))


def _is_part_line(line: Line) -> bool:
    """Tell whether a line is the heading of a part without a number: "MỤC ĐÍCH, YÊU CẦU"."""
    if line.mark is not None or not _PART.match(bare(line.text)) or len(line.text) > 120:
        return False
    return is_capitals(line.text) or (line.level is not None and not line.text.endswith("."))


def _is_appendix_line(block: Line | Table) -> bool:
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


def _sheets_start(blocks: list[Line | Table], body: int) -> int:
    """Return the index where the appendices begin."""
    ended = False
    for n in range(body, len(blocks)):
        block = blocks[n]
        if isinstance(block, Line):
            if _RECIPIENTS.match(bare(block.text)) and len(block.text) < 40:
                ended = True
            if _is_appendix_line(block):
                return n
            if ended and _ATTACHED.match(bare(block.text)):
                return _back_to_title(blocks, n)
        elif ended and find_head(block) is not None:
            return _back_to_title(blocks, n)
    return len(blocks)


def _back_to_title(blocks: list[Line | Table], n: int) -> int:
    """Go back from the table over the lines of its title: capitals, centred or bold."""
    while n > 0:
        block = blocks[n - 1]
        if not isinstance(block, Line) or block.mark is not None:
            break
        if not (
            is_capitals(block.text)
            or _ATTACHED.match(bare(block.text))
            or block.text.startswith("(")
        ):
            break
        if _POSTS.fullmatch(bare(block.text)):
            break
        n -= 1
    return n


def _end_start(blocks: list[Line | Table], body: int, sheets: int) -> int:
    for n in range(body, sheets):
        block = blocks[n]
        if isinstance(block, Line) and block.mark is None:
            text = bare(block.text)
            if _RECIPIENTS.match(text) and len(text) < 40:
                return n
            if is_capitals(block.text) and _POSTS.fullmatch(text):
                return n
    return sheets


def _decision_apart(head: list[Line]) -> tuple[list[Line], list[Line]]:
    """Cut a decision that stands before the plan from the plan's own letterhead."""
    last = max(
        (
            n
            for n, line in enumerate(head)
            if _RECIPIENTS.match(bare(line.text)) and len(line.text) < 40
        ),
        default=None,
    )
    if last is None:
        return [], head
    for n in range(last, len(head)):
        text = bare(head[n].text)
        if text.startswith(("uy ban nhan dan", "ubnd", "cong hoa")) and not _POSTS.fullmatch(text):
            return head[:n], head[n:]
    return head, []


def _fill_body(zones: Zones, blocks: list[Line | Table]) -> None:
    for n, block in enumerate(blocks):
        if isinstance(block, Line):
            zones.body.append(block)
        elif find_head(block) is not None:
            sheet = Sheet(tables=[block])
            above = [one for one in blocks[:n] if isinstance(one, Line)]
            named = [one for one in above if _names_table(one, above[-1])]
            if named:
                sheet.head = [replace(named[-1], mark=None)]
            if n and isinstance(blocks[n - 1], Table) and zones.sheets:
                zones.sheets[-1].tables.append(block)
            else:
                zones.sheets.append(sheet)
                zones.holders |= {above[-1].place} if above else set()
        else:
            zones.strange.append(block)


def _names_table(line: Line, last: Line) -> bool:
    """Tell whether a line of the body can be the title of a table below it."""
    if line is last:
        return len(line.text) <= 200 and not line.text.endswith((".", ";"))
    return line.heading


def _fill_sheets(zones: Zones, blocks: list[Line | Table]) -> None:
    sheet: Sheet | None = None
    name = ""
    for block in blocks:
        if block.place.sheet != name:
            name, sheet = block.place.sheet, None  # a table ends with its sheet
        if isinstance(block, Table):
            headed = find_head(block) is not None
            if not headed and (sheet is None or not _continues(block, sheet)):
                zones.strange.append(block)
                continue
            if sheet is not None and sheet.tail and headed and _is_group(sheet, block):
                sheet.groups[len(sheet.tables)] = sheet.tail.pop()
            elif sheet is None or sheet.tail:
                title = sheet.tail if sheet and _is_title(sheet.tail) else []
                if sheet and title:
                    sheet.tail = []
                if sheet is None or title or headed:
                    sheet = Sheet(head=title)
                    zones.sheets.append(sheet)
            sheet.tables.append(block)
        elif _is_appendix_line(block) or sheet is None:
            sheet = Sheet(head=[block])
            zones.sheets.append(sheet)
        elif sheet.tables:
            sheet.tail.append(block)
        else:
            sheet.head.append(block)
    for one in zones.sheets:
        _take_first_group(one)


def _continues(table: Table, sheet: Sheet) -> bool:
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


def _is_group(sheet: Sheet, table: Table) -> bool:
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


def _take_first_group(sheet: Sheet) -> None:
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

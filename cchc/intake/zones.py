"""Where the parts of the paper begin: letterhead, title, preface, body, end, appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cchc.intake.lines import Line, cell_lines, flat, is_capitals
from cchc.intake.paper import Paper, Place, Table
from cchc.intake.table_head import find_head
from cchc.language.names import bare

BASE_WORDS = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai(?: thực hiện)?|Xét đề nghị|Theo đề nghị|Xét|Thi hành|Tiếp tục thực hiện"
    r"|Trên cơ sở)\b"
)
_TITLE = re.compile(r"k\s?e\s+h\s?o\s?a\s?c\s?h")
_RECIPIENTS = re.compile(r"noi nhan\s*[:;.]?")
_POSTS = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s*\.\s*.{2,60}|(?:pho )?chu tich(?: uy ban nhan dan| ubnd)?(?: xa| phuong)?.{0,30}"
    r"|chanh van phong|truong phong.{0,40}|giam doc.{0,40})"
)
_APPENDIX = re.compile(r"(?:phu luc|bieu|danh muc|bang)(?:\s+(?:so\s*)?[0-9ivx]{1,4})?\s*[:.]?")
_ATTACHED = re.compile(r"\(?\s*(?:ban hanh )?kem theo (?:ke hoach|quyet dinh|cong van)")
_FRAME = re.compile(
    r"cong hoa xa hoi|doc lap\s*-?\s*tu do|noi nhan|^so\s*:|ngay .{0,12}thang .{0,8}nam"
)


@dataclass(slots=True)
class Sheet:
    """One appendix: the lines over its tables, the tables, and the lines below them."""

    head: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)


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


def zones_of(paper: Paper) -> Zones:
    """Cut `paper` into its parts."""
    zones = Zones()
    blocks = _unframed(flat(paper))
    start = _plan_start(blocks)
    if start is None and _is_table_only(blocks):
        _fill_sheets(zones, blocks)
        return zones
    body = _body_start(blocks, -1 if start is None else start)
    sheets = _sheets_start(blocks, body)
    end = _end_start(blocks, body, sheets)
    title_end = body if start is None else _title_end(blocks, start, body)
    zones.before, zones.head = _decision_apart(_lines(blocks[: body if start is None else start]))
    if start is not None:
        zones.title = _lines(blocks[start:title_end])
        zones.preface = _lines(blocks[title_end:body])
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
        if len(block.rows) <= 8 and any(_FRAME.search(bare(line.whole)) for line in lines):
            # The list of recipients reads down its own column, before the signature beside it.
            for cell in sorted(cells, key=lambda one: one.column):
                found += cell_lines(cell)
        elif block.columns == 1 or len(cells) == 1:
            found += lines
        else:
            found.append(block)
    return found


def _plan_start(blocks: list[Line | Table]) -> int | None:
    """Return the index of the line "KẾ HOẠCH", or None."""
    loose = None
    for n, block in enumerate(blocks):
        if not isinstance(block, Line) or block.mark is not None:
            continue
        text = bare(block.text)
        if _TITLE.fullmatch(text.strip(" .:")) and block.text.strip()[0].isupper():
            if is_capitals(block.text.replace(" ", "")) or block.bold or block.centred:
                return n
        elif loose is None and _TITLE.match(text) and block.text.upper()[:8] == block.text[:8]:
            loose = n
    return loose


def _body_start(blocks: list[Line | Table], start: int) -> int:
    first = None
    for n in range(start + 1, len(blocks)):
        block = blocks[n]
        if isinstance(block, Table):
            return first if first is not None else n
        if block.mark is not None and block.mark.kind in ("part", "upper", "roman"):
            return n
        numbered = block.mark is not None and block.mark.kind in ("arabic", "article")
        if numbered and first is None and not BASE_WORDS.match(block.text):
            first = n
        if _RECIPIENTS.fullmatch(bare(block.text)):
            return first if first is not None else n
    return first if first is not None else min(max(start, 0) + 1, len(blocks))


def _is_appendix_line(block: Line | Table) -> bool:
    if not isinstance(block, Line) or block.mark is not None:
        return False
    found = _APPENDIX.fullmatch(bare(block.text).strip("()[] "))
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


def _title_end(blocks: list[Line | Table], start: int, body: int) -> int:
    n = start + 1
    first = blocks[n] if n < body else None
    while n < body:
        block = blocks[n]
        if not isinstance(block, Line) or block.mark is not None:
            break
        if BASE_WORDS.match(block.text) and not is_capitals(block.text) and not block.bold:
            break
        if block.text.startswith("(") or block.text.endswith((":", ";")) or len(block.text) > 250:
            break
        if n > start + 1 and isinstance(first, Line):
            before = blocks[n - 1]
            assert isinstance(before, Line)
            ended = re.search(r"năm \d{4}\.?$", before.text, re.I) and not block.text[0].islower()
            if (first.bold and not block.bold) or ended:
                break
        n += 1
    return n


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
    for block in blocks:
        if isinstance(block, Table):
            if find_head(block) is None and (sheet is None or not sheet.tables):
                zones.strange.append(block)
                continue
            if sheet is None or sheet.tail:
                title = sheet.tail if sheet and _is_title(sheet.tail) else []
                if sheet and title:
                    sheet.tail = []
                if sheet is None or title or find_head(block) is not None:
                    sheet = Sheet(head=title)
                    zones.sheets.append(sheet)
            assert sheet is not None
            sheet.tables.append(block)
        elif _is_appendix_line(block) or sheet is None:
            sheet = Sheet(head=[block])
            zones.sheets.append(sheet)
        elif sheet.tables:
            sheet.tail.append(block)
        else:
            sheet.head.append(block)


def _is_title(lines: list[Line]) -> bool:
    return any(is_capitals(line.text) or line.centred for line in lines)

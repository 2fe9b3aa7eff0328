"""Where the parts of the paper begin: letterhead, title, preface, body, end, appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cchc.intake.frames import RECIPIENTS, lists_tasks, unframed
from cchc.intake.front.title_lines import BASE_WORDS, plan_start, title_end, untitled
from cchc.intake.lines import Line, flattened, is_capitals
from cchc.intake.office_paper import OfficePaper, Place, Row, Table
from cchc.intake.tables.block_table import (
    as_name,
    is_block_table,
    lines_of_blocks,
    names_task,
    with_lists,
)
from cchc.intake.tables.head import find_head
from cchc.intake.tables.sheets import AppendixSheet, is_appendix_line, sheets_of
from cchc.language.names import bare

_PART = re.compile(
    r"(?:muc dich|muc tieu|yeu cau|quan diem|thuc trang|noi dung|nhiem vu|pham vi)\b"
)
_POSTS = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s*\.\s*.{2,60}|(?:pho )?chu tich(?: uy ban nhan dan| ubnd)?(?: xa| phuong)?.{0,30}"
    r"|chanh van phong|truong phong.{0,40}|giam doc.{0,40})"
)
_LIST_TITLE = re.compile(
    r"(?:(?:bang|bieu|danh muc|phan cong|tong hop)\b|nhiem vu|cong viec).{0,150}"
)
_ATTACHED = re.compile(
    r"\(?\s*(?:(?:ban hanh )?kem theo|(?:dinh )?kem(?: theo)?) (?:ke hoach|quyet dinh|cong van)"
)


@dataclass(slots=True)
class Zones:
    """The paper cut into its parts; `before` is what stands before the plan (a decision)."""

    before: list[Line] = field(default_factory=list)
    head: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    preface: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    end: list[Line] = field(default_factory=list)
    sheets: list[AppendixSheet] = field(default_factory=list)
    holders: set[Place] = field(default_factory=set)
    """Where a table of tasks stood within the body: the line above it."""
    strange: list[Table] = field(default_factory=list)
    """Tables that are neither a letterhead nor a list of tasks."""
    headings: list[Row] = field(default_factory=list)
    """Rows that only head the columns of a table of task blocks."""
    targets: list[Table] = field(default_factory=list)
    """Tables from which targets were taken."""


def zones_of(paper: OfficePaper) -> Zones:
    """Cut `paper` into its parts."""
    zones = Zones()
    blocks = unframed(flattened(paper))
    start = plan_start(blocks)
    apart = bool(blocks) and is_appendix_line(blocks[0])
    if (apart or (start is None and not _is_whole(blocks))) and _is_table_only(blocks):
        _add_sheets(zones, blocks)
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
    _add_sheets(zones, blocks[sheets:])
    zones.strange += [one for one in blocks[:body] + blocks[end:sheets] if isinstance(one, Table)]
    return zones


def _add_sheets(zones: Zones, blocks: list[Line | Table]) -> None:
    listed, left = with_lists(blocks)
    found, strange = sheets_of(listed)
    zones.sheets += found
    zones.strange += strange
    zones.headings += left


def _is_whole(blocks: list[Line | Table]) -> bool:
    """Tell whether a Word paper has a letterhead and its recipients: a notice with a table of tasks."""
    lines = [one for one in blocks if isinstance(one, Line) and not one.place.sheet]
    head = any("cong hoa xa hoi" in bare(one.whole) for one in lines[:12])
    return head and any(RECIPIENTS.match(bare(one.text)) and len(one.text) < 40 for one in lines)


def _is_table_only(blocks: list[Line | Table]) -> bool:
    """Tell whether the paper is an appendix by itself: a table of tasks before any part."""
    for block in blocks:
        if isinstance(block, Table):
            return lists_tasks(block)
        if block.mark is not None and block.mark.kind in ("part", "upper", "roman", "article"):
            return False
    return False


def _lines(blocks: Sequence[Line | Table]) -> list[Line]:
    return [one for one in blocks if isinstance(one, Line)]


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
        if RECIPIENTS.fullmatch(bare(block.text)):
            return first if first is not None else n
    return first if first is not None else min(max(start, 0) + 1, len(blocks))


def _is_part_line(line: Line) -> bool:
    """Tell whether a line is the heading of a part without a number: "MỤC ĐÍCH, YÊU CẦU"."""
    if line.mark is not None or not _PART.match(bare(line.text)) or len(line.text) > 120:
        return False
    return is_capitals(line.text) or (line.level is not None and not line.text.endswith("."))


def _sheets_start(blocks: list[Line | Table], body: int) -> int:
    """Return the index where the appendices begin."""
    ended = False
    for n in range(body, len(blocks)):
        block = blocks[n]
        if isinstance(block, Line):
            ended = ended or _begins_end(block)
            if is_appendix_line(block):
                return n
            if ended and _ATTACHED.match(bare(block.text)):
                return _back_to_title(blocks, n)
        elif ended and lists_tasks(block):
            return _back_to_title(blocks, n)
    return len(blocks)


def _back_to_title(blocks: list[Line | Table], n: int) -> int:
    """Go back from the table over the lines of its title: capitals, centred or bold."""
    table = blocks[n]
    if isinstance(table, Table) and is_block_table(table):
        above = blocks[n - 1]
        n -= isinstance(above, Line) and names_task(above)
    while n > 0:
        block = blocks[n - 1]
        if not isinstance(block, Line) or block.mark is not None:
            break
        if not (
            is_capitals(block.text)
            or _ATTACHED.match(bare(block.text))
            or block.text.startswith("(")
            or (_LIST_TITLE.match(bare(block.text)) and not block.text.endswith((".", ";")))
        ):
            break
        if _POSTS.fullmatch(bare(block.text)):
            break
        n -= 1
    return n


def _end_start(blocks: list[Line | Table], body: int, sheets: int) -> int:
    for n in range(body, sheets):
        block = blocks[n]
        if isinstance(block, Line) and _begins_end(block):
            return n
    return sheets


def _begins_end(line: Line) -> bool:
    """Tell whether a line is the first of the end: "Nơi nhận", or who signs."""
    if line.mark is not None:
        return False
    text = bare(line.text)
    if RECIPIENTS.match(text) and (len(text) < 40 or text.startswith("noi nhan:")):
        return True
    return is_capitals(line.text) and bool(_POSTS.fullmatch(text))


def _decision_apart(head: list[Line]) -> tuple[list[Line], list[Line]]:
    """Cut a decision that stands before the plan from the plan's own letterhead."""
    last = max(
        (
            n
            for n, line in enumerate(head)
            if RECIPIENTS.match(bare(line.text)) and len(line.text) < 40
        ),
        default=None,
    )
    if last is None:
        return [], head
    for n in range(last, len(head)):
        text = bare(head[n].text)
        issuer = text.startswith(("uy ban nhan dan", "ubnd", "cong hoa"))
        if issuer and is_capitals(head[n].text) and not _POSTS.fullmatch(text):
            return head[:n], head[n:]
    return head, []


def _fill_body(zones: Zones, blocks: list[Line | Table]) -> None:
    for n, block in enumerate(blocks):
        if isinstance(block, Line):
            zones.body.append(block)
        elif is_block_table(block):
            over: Line | None = None
            if n and isinstance(blocks[n - 1], Line):
                over = zones.body[-1] = as_name(zones.body[-1], block)
            lines, left = lines_of_blocks(block, over)
            zones.body += lines
            zones.headings += left
        elif find_head(block) is not None:
            sheet = AppendixSheet(tables=[block])
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


_INTRODUCES = re.compile(
    r"^(?:tổng số|gồm|có|giao|tổng cộng)\s.*\d|\b(?:theo|tại|trong) (?:bảng|biểu|danh mục|phụ lục)(?: (?:dưới đây|sau(?: đây)?|kèm theo))?\s*:?$"
    r"|\b(?:như sau|sau đây|dưới đây|[,;] cụ thể)\s*:?$|\bcụ thể\s*:$",
    re.IGNORECASE,
)
"""A sentence that leads to the table and is no title of it: "Tổng số 21 nhiệm vụ ... theo bảng dưới đây:"."""


def _names_table(line: Line, last: Line) -> bool:
    """Tell whether a line of the body can be the title of a table below it."""
    if line is last and _INTRODUCES.search(line.text):
        return False
    if line is last and not (line.text.startswith("(") and line.text.endswith(")")):
        return len(line.text) <= 200 and not line.text.endswith((".", ";"))
    return line.heading

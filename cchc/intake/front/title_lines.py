"""Where the title of the plan stands: the line "KẾ HOẠCH", or what offices set in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cchc.intake.lines import Line, is_capitals
from cchc.intake.office_paper import Table
from cchc.language.names import bare

BASE_WORDS = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai(?: thực hiện)?|Xét đề nghị|Theo đề nghị|Xét|Thi hành|Tiếp tục thực hiện"
    r"|Trên cơ sở)\b"
)
_DRAFT = r"(?:\(?du thao\)?\s+)?"
_PLAN = re.compile(rf"{_DRAFT}k\s?e\s+h\s?o\s?a\s?c\s?h(?!\w)")
_LIKE_PLAN = re.compile(rf"{_DRAFT}(?:chuong trinh|de an|phuong an)(?!\w)")
"""Other papers with tasks, units and days."""
TITLE = re.compile(rf"{_PLAN.pattern}|{_LIKE_PLAN.pattern}")
_SMALL_TITLE = re.compile(rf"{_PLAN.pattern} (?!so\b|nay\b|duoc\b)[^:;]{{8,200}}(?<![.,:;])")
FRAME = re.compile(
    r"cong hoa xa hoi|doc lap\s*-?\s*tu do|noi nhan|^so\s*:|ngay .{0,12}thang .{0,8}nam"
)
"""Words of a letterhead or of the end, in a line of `bare` text."""

_TITLE_GOES_ON = re.compile(
    r"(?i:\((?!kèm|đính|ban hành|theo|dự thảo|áp dụng|thay)[^()]{1,60}\)\s*[^\W_])"
    r"|\((?!DỰ|MẬT|TỐI|KHẨN|HỎA|BẢN|LẦN)[A-ZĐ][A-ZĐ0-9 ,&-]{1,30}\)$"
)
"""A line of a title that begins with a bracket: "(PAR INDEX) năm 2026", or is a short name in one."""


def other_kind(line: str) -> str:
    """Return "CHƯƠNG TRÌNH", "ĐỀ ÁN" or "PHƯƠNG ÁN" where a title begins with it, else nothing."""
    found = _LIKE_PLAN.match(bare(line))
    words = found[0].removeprefix("(").split() if found else []
    return " ".join(line.split()[len(words) - 2 : len(words)]).strip(" .:").upper()


def plan_start(blocks: Sequence[Line | Table]) -> int | None:
    """Return the index of the line "KẾ HOẠCH", else of "CHƯƠNG TRÌNH", "ĐỀ ÁN" or "PHƯƠNG ÁN", or None."""
    start = _start_of(blocks, _PLAN)
    return _start_of(blocks, _LIKE_PLAN) if start is None else start


def _start_of(blocks: Sequence[Line | Table], title: re.Pattern[str]) -> int | None:
    loose = small = None
    parts = False
    for n, block in enumerate(blocks):
        if not isinstance(block, Line) or block.mark is not None:
            parts = parts or not isinstance(block, Line)
            continue
        text = bare(block.text)
        if title.fullmatch(text.strip(" .:")) and block.text.strip()[0].isupper():
            if is_capitals(block.text.replace(" ", "")) or block.bold or block.centred:
                return n
        elif loose is None and title.match(text) and block.text.upper()[:8] == block.text[:8]:
            loose = n
        elif small is None and not parts and _SMALL_TITLE.fullmatch(text):
            small = n
        parts = parts or bool(BASE_WORDS.match(block.text))
    return small if loose is None else loose


def untitled(blocks: Sequence[Line | Table], body: int) -> tuple[int, int]:
    """Return where the title of a paper without the line "KẾ HOẠCH" begins and ends.

    It stands in capitals under the letterhead, or nowhere; the bases follow.
    """
    framed = [n for n, one in enumerate(blocks[:body])
              if isinstance(one, Line) and FRAME.search(bare(one.whole))
              and not BASE_WORDS.match(one.text) and len(one.text) < 120]  # fmt: skip
    start = end = framed[-1] + 1 if framed else 0
    while end < body:
        line = blocks[end]
        if not isinstance(line, Line) or line.mark is not None:
            break
        below = end > start and line.centred and line.bold and not BASE_WORDS.match(line.text)
        if not (is_capitals(line.text) or below):
            break
        end += 1
    return start, end


def title_end(blocks: Sequence[Line | Table], start: int, body: int) -> int:
    """Return where the title that begins at `start` ends, before `body`."""
    n = start + 1
    head = blocks[start]
    assert isinstance(head, Line)
    own = bool(TITLE.sub("", bare(head.text), count=1).strip(" .:"))
    first = head if own else blocks[n] if n < body else None
    while n < body:
        block = blocks[n]
        if not isinstance(block, Line) or block.mark is not None:
            break
        if bare(block.text).startswith("du thao"):
            break
        if BASE_WORDS.match(block.text) and not is_capitals(block.text) and not block.bold:
            break
        if block.text.startswith("(") and not _TITLE_GOES_ON.match(block.text):
            break
        if block.text.endswith((":", ";")) or len(block.text) > 250:
            break
        if (own or n > start + 1) and isinstance(first, Line):
            before = blocks[n - 1]
            assert isinstance(before, Line)
            ended = (
                re.search(r"năm \d{4}\.?$", before.text, re.I)
                and not block.text[0].islower()
                and not (is_capitals(block.text) or (block.centred and before.centred))
            )
            if (first.bold and not block.bold) or ended:
                break
        n += 1
    return n

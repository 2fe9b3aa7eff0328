"""Task blocks of the body: a title, and lines "Đơn vị chủ trì: ...", "Thời gian: ..." below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.language.numbering import NumberedSection
from cchc.language.task_labels import LABELS, is_task_line
from cchc.model.section import Section
from cchc.rules._facts import Facts

_LEAST = 2
"""So many lines with labels make a block."""
_MANY = 3
"""So many blocks at least stand under one heading before one is held against the others."""

_SAID = {
    "deadline": re.compile(
        r"\bquý [IVX\d]|\btháng\b|\bngày\b|hằng|hàng (?:quý|năm|tuần)|thường xuyên|năm 20\d\d|\d/\d",
        re.IGNORECASE,
    ),
    "lead": re.compile(r"chủ trì|thực hiện|\bgiao\b|phụ trách|đầu mối", re.IGNORECASE),
}
"""Words by which a block says it in other lines."""


def is_block(section: Section) -> bool:
    """Whether a section is a task block."""
    lines = sum(is_task_line(item.title, item.text or "") for item in section.items)
    return bool(section.title) and lines >= _LEAST


def blocks_without(facts: Facts, label: str) -> Iterator[NumberedSection]:
    """Yield the blocks without a line with this label (a key of `LABELS`) where all others under the same
    heading have it, but for one in four."""
    named = re.compile(rf"(?:^|[-–+*;.]\s*)(?:{LABELS[label]})\s*:", re.IGNORECASE | re.MULTILINE)
    groups: dict[object, list[NumberedSection]] = {}
    for found in facts.sections:
        if is_block(found.section):
            groups.setdefault(found.place[:-1], []).append(found)
    said = _SAID[label]
    for blocks in groups.values():
        lacking = [
            one
            for one in blocks
            if not named.search(_lines(one.section)) and not one.section.incomplete
        ]
        if len(blocks) >= _MANY and len(lacking) * 4 <= len(blocks):
            yield from (
                one
                for one in lacking
                if not said.search(f"{one.section.title}\n{_lines(one.section)}")
            )


def _lines(section: Section) -> str:
    return "\n".join(f"{item.title or ''} {item.text or ''}".strip() for item in section.items)

"""What stands in a paper of cchc, so that others can be asked to print the same.

Read from the finished document and not from the plan: numbering, capitals, closing marks and the
like are then given to peers as text, which spares them that work.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

from docx import Document
from docx.table import Table

_HEADINGS = {"Tiêu đề phần": 1, "Tiêu đề mục": 2}
_BASE = "Căn cứ"


class Row(TypedDict):
    """A row of the appendix table: a group row has a number and a title only."""

    group: bool
    cells: list[str]


class Line(TypedDict):
    """A paragraph of the body; level 0 is plain text."""

    level: int
    text: str


class Content(TypedDict):
    """A paper, part by part."""

    office: str
    motto: str
    number: str
    place: str
    kind: str
    title: str
    bases: list[str]
    lines: list[Line]
    recipients: list[str]
    signature: list[str]
    appendix: list[str]
    header: list[list[str]]
    rows: list[Row]


def read_content(path: Path) -> Content:
    """Return the content of a paper that `cchc render` wrote for a made-up plan."""
    blocks = list(Document(str(path)).iter_inner_content())
    tables = [block for block in blocks if isinstance(block, Table)]
    head, signing, appendix = tables
    texts = [
        (block.style.name if block.style else "", block.text, index)
        for index, block in enumerate(blocks)
        if not isinstance(block, Table) and block.text.strip()
    ]
    end, start = blocks.index(signing), blocks.index(appendix)
    rows = [[cell.text for cell in row.cells] for row in appendix.rows]
    first = [text for _, text, index in texts if index < end]
    return Content(
        office=head.rows[0].cells[0].text.strip(),
        motto=head.rows[0].cells[-1].text.strip(),
        number=head.rows[1].cells[0].text.strip(),
        place=head.rows[1].cells[-1].text.strip(),
        kind=first[0],
        title=first[1],
        bases=[text for style, text, _ in texts if style == _BASE],
        lines=[
            Line(level=_HEADINGS.get(style, 0), text=text)
            for style, text, index in texts
            if index < end and style != _BASE and text not in first[:2]
        ],
        recipients=signing.rows[0].cells[0].text.splitlines(),
        signature=signing.rows[0].cells[-1].text.splitlines(),
        appendix=[text for _, text, index in texts if end < index < start],
        header=rows[:2],
        rows=[Row(group=len(set(row[1:])) == 1, cells=row) for row in rows[2:]],
    )


def count_tasks(path: Path) -> int:
    """Return how many numbered rows the largest table of a document has, whoever made it."""
    tables = Document(str(path)).tables
    largest = max(tables, key=lambda table: len(table.rows))
    rows = [[cell.text.strip() for cell in row.cells] for row in largest.rows]
    return sum(row[0].isdigit() and len(set(row)) > 2 for row in rows)

"""A plan's numbers left to Word: which list and level prints each of its marks."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.model.plan import Column
from tests.intake.docx_pieces import abstract_list, cell, level, paragraph, row, table
from tests.intake.paper_tables import head_rows, joined, text_of
from tests.intake.plan_words import BodyLine, TableLine

OUTLINE, DASHES, RUNNING, BY_LEVEL, AREAS = 71, 72, 73, 74, 75
LISTS = [
    (OUTLINE, abstract_list(0, [
        level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"),
        level(3, "decimal", "%2.%4."),
    ])),
    (DASHES, abstract_list(0, [level(0, "bullet", "-")])),
    (RUNNING, abstract_list(0, [level(0, "decimal", "%1")])),
    (BY_LEVEL, abstract_list(0, [
        level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    ])),
    (AREAS, abstract_list(0, [level(0, "upperRoman", "%1")])),
]  # fmt: skip
_LEVELS = {"roman": 0, "arabic": 1, "letter": 2, "decimal": 3}
_STYLES = {0: "Heading1", 1: "Heading2", 3: "Heading3"}
_SAME_LETTERS = 4
"""Word goes on a, b, c, d, e; the Vietnamese alphabet a, b, c, d, đ."""


class Outline:
    """Puts the body's paragraphs in Word's own lists, and types what Word cannot number so."""

    def __init__(self) -> None:
        self._automatic: set[tuple[object, ...]] = set()

    def paragraph(self, line: BodyLine) -> str:
        """Return the paragraph of the next line."""
        at = self._level(line)
        if at == "dash":
            return paragraph(line.text, numbered=(DASHES, 0), style="ListBullet")
        if at is None:
            style = "Heading4" if line.title else ""
            return paragraph(f"{line.mark} {line.text}".strip(), style=style, align="both")
        self._automatic.add(line.place)
        depth = _LEVELS[at]
        style = _STYLES.get(depth, "") if line.title else "ListNumber"
        return paragraph(line.text, numbered=(OUTLINE, depth), style=style or "ListParagraph")

    def _level(self, line: BodyLine) -> str | None:
        kind = line.numbering
        parent = line.place[:-2]
        under = len(line.place) == 2 or parent in self._automatic
        if kind == "dash" or (kind in ("roman", "arabic") and under and line.depth < 3):
            return kind
        if kind == "letter" and under and line.depth == 3 and line.siblings <= _SAME_LETTERS:
            return kind
        return kind if kind == "decimal" and under and line.depth == 3 else None


def numbered_table(columns: Sequence[Column], lines: Sequence[TableLine]) -> str:
    """Return an appendix table whose number cells hold nothing but Word's numbers."""
    rows = head_rows(columns, header=True)
    by_level = any("." in line.number for line in lines)
    roman = lines[0].number[0].isalpha()
    for line in lines:
        cells = []
        for n, column in enumerate(columns):
            if column.key == "number":
                if by_level and not roman:
                    cells.append(cell(line.number, bold=line.area))
                    continue
                depth = (
                    (line.depth - 1, BY_LEVEL) if by_level else (0, AREAS if line.area else RUNNING)
                )
                cells.append(cell("")._replace(
                    inside=paragraph("", numbered=(depth[1], depth[0]), align="center")))  # fmt: skip
            elif line.area:
                cells.append(cell(line.title, span=len(columns) - n, bold=True))
                break
            else:
                cells.append(cell(joined(text_of(line, column), "; ")))
        rows.append(row(cells))
    return table(rows, len(columns))

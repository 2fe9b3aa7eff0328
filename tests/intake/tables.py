"""Tables as Word hands them over, written short: `A|B` for cells, `^` merged upwards, `<` to the left."""

from __future__ import annotations

from pathlib import Path

from cchc.intake.office_paper import Cell, OfficePaper, Paragraph, Place, Row, Table
from cchc.intake.recognise import Recognised, recognise

UP, LEFT = "^", "<"
TITLE = (
    "KẾ HOẠCH",
    "Cải cách hành chính xã An Bình năm 2026",
    "I. MỤC ĐÍCH",
    "1. Nâng cao hiệu quả.",
)


def table(text: str, number: int = 1) -> Table:
    """Return the table that `text` draws, one row a line; `*x*` is bold, `/` a line break."""
    grid = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    rows = []
    for r, line in enumerate(grid):
        cells = []
        for c, word in enumerate(line):
            if word in (UP, LEFT):
                continue
            wide = next((n for n in range(1, len(line) - c) if line[c + n] != LEFT), len(line) - c)
            tall = next((n for n in range(1, len(grid) - r)
                         if c >= len(grid[r + n]) or grid[r + n][c] != UP), len(grid) - r)  # fmt: skip
            bold = word.startswith("*") and word.endswith("*") and len(word) > 2
            place = Place(table=number, row=r + 1, cell=len(cells) + 1)
            words = word.strip("*") if bold else word
            cells.append(Cell(words.replace(" / ", "\n"), place, c, wide, tall, bold=bold))
        rows.append(Row(tuple(cells), Place(table=number, row=r + 1)))
    return Table(tuple(rows), Place(table=number), max(len(line) for line in grid))


def imported(*tables: str | tuple[str, str]) -> Recognised:
    """Return the plan in a paper with these tables as appendices; a pair has its title first."""
    blocks: list[Paragraph | Table] = [
        Paragraph(text, Place(paragraph=n)) for n, text in enumerate(TITLE, start=1)
    ]
    for n, one in enumerate(tables, start=1):
        title, text = one if isinstance(one, tuple) else ("", one)
        if title:
            blocks.append(Paragraph(title, Place(paragraph=10 + n), align="center"))
        elif n == 1:
            blocks.append(Paragraph("PHỤ LỤC", Place(paragraph=10)))
        blocks.append(table(text, n))
    return recognise(OfficePaper(Path("x.docx"), tuple(blocks)))


def tasks(found: Recognised, appendix: int = 0) -> list[dict[str, object]]:
    """Return the tasks of an appendix in printed order, each with the titles of its areas."""
    data = found.data["appendices"][appendix]
    made: list[dict[str, object]] = []

    def walk(items: list[dict[str, object]], above: tuple[str, ...]) -> None:
        for item in items:
            if "tasks" in item:
                walk(item["tasks"], (*above, item["title"]))
            else:
                made.append({**item, "areas": above})

    walk(data.get("areas", []), ())
    walk(data.get("tasks", []), ())
    return made

"""Sound papers to make hostile ones from, and the commands that read them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl

from cchc.document.template.folder import packaged_templates
from tests.intake.docx_files import parts_of
from tests.intake.docx_pieces import (
    abstract_list,
    cell,
    document_parts,
    level,
    paragraph,
    row,
    table,
)
from tests.word.hostile import Parts, hostile

BOX = (
    "<w:r><w:pict xmlns:v='urn:schemas-microsoft-com:vml'><v:shape style='width:60mm'><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r><w:ins w:id='1'><w:r><w:t>thêm</w:t></w:r></w:ins>"
    "<w:del w:id='2'><w:r><w:delText>bớt</w:delText></w:r></w:del>"
    "<w:fldSimple w:instr='PAGE'><w:r><w:t>1</w:t></w:r></w:fldSimple>"
)


def paper() -> Parts:
    """Return a small plan with a list, a table, a box, changes and a field."""
    outline = abstract_list(0, [level(0, "upperRoman", "%1."), level(1, "decimal", "%2.")])
    tasks = table(
        [
            row([cell(text) for text in ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")], header=True),
            row([cell("I", merge="restart"), cell("Chỉ đạo, điều hành", span=3)]),
            row([cell("1"), cell("Ban hành kế hoạch"), cell("Văn phòng"), cell("Quý I/2026")]),
        ],
        4,
    )
    return document_parts(
        [
            paragraph("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True),
            paragraph("KẾ HOẠCH", align="center", style="Heading1"),
            paragraph("Cải cách hành chính năm 2026", align="center"),
            paragraph("MỤC TIÊU", numbered=(77, 0)),
            paragraph("Công khai thủ tục", numbered=(77, 1)),
            paragraph("", inside=BOX),
            tasks,
            paragraph("Nơi nhận:"),
        ],
        [(77, outline)],
    )


def book() -> Parts:
    """Return a small workbook of tasks with merged cells, a date and a formula."""
    made = openpyxl.Workbook()
    page = made.active
    page.append(["Kế hoạch", "Mã nhiệm vụ", "Trạng thái", "Ngày hoàn thành", "STT", "Nhiệm vụ"])
    page.append(["an-binh", "a", "Hoàn thành", 46_000, 1, "Ban hành kế hoạch"])
    page.append(["an-binh", "b", "Đang làm", "=1+1", 2, "Tuyên truyền"])
    page["D2"].number_format = "dd/mm/yyyy"
    page.merge_cells("A3:B3")
    out = BytesIO()
    made.save(out)
    return parts_of(out.getvalue())


def orders(number: int) -> Iterator[tuple[str, ...]]:
    """Yield the commands that read the file of a number; each kind of harm meets each command."""
    noted = ("--annotate", "--force", "-o", "b.docx", "--today", "2026-06-01")
    match number % 5:
        case 0:
            yield ("import", "a.docx", "-o", "-")
            yield ("check-docx", "a.docx", *noted)
        case 1:
            yield ("validate", "a.docx", *noted)
        case 2:
            yield ("import", "a.xlsx", "-o", "-")
            yield ("progress", "--from-xlsx", "a.xlsx", "--today", "2026-06-01")
        case 3:
            yield ("check-docx", "a.docx", *noted)
            yield ("sheet", "in", "a.xlsx", "--today", "2026-06-01")
        case _:
            yield ("template", "check", "a.docx") if number % 10 == 4 else ("validate", "a.xlsx")


def hostile_files(number: int) -> dict[str, bytes]:
    """Return the hostile files of a number, by the names in `orders`."""
    ours = parts_of((packaged_templates() / "ke-hoach.docx").read_bytes())
    word = ours if next(orders(number))[0] == "template" else paper()
    return {"a.docx": hostile(word, number), "a.xlsx": hostile(book(), number)}

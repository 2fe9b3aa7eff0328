"""300 hostile Word and Excel files through every command that reads one: told, never a bug."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from cchc.document.templates_folder import packaged_templates
from tests.counting import calls
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
from tests.word.hostile import CHANGES, Parts, bomb, cyclic_styles, hostile, nested, numbers, zeros

NUMBERS = 300
COUNTED = {CHANGES.index(one) for one in (numbers, cyclic_styles, bomb, zeros, nested)}
"""Changes whose harm would be work without end."""
MOST_CALLS = 6_000_000
"""For one file: far above what a sound one costs, far below what would be noticed as hanging."""
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


@pytest.mark.parametrize("tenth", range(10))
def test_no_hostile_file_is_a_bug_of_ours(cchc, workspace, tenth):
    ours = parts_of((packaged_templates() / "ke-hoach.docx").read_bytes())
    seeds = {"a.docx": paper(), "a.xlsx": book(), "template": ours}
    plan = Path("plans/an-binh.yaml").read_bytes()
    for number in range(tenth, NUMBERS, 10):
        for order in orders(number):
            name = next(one for one in order if one in seeds)
            sound = seeds["template" if order[0] == "template" else name]
            Path(name).write_bytes(hostile(sound, number))
            ran = None

            def go(order=order):
                nonlocal ran
                ran = cchc(*order)

            if number % len(CHANGES) in COUNTED:
                assert calls(go) < MOST_CALLS, (number, order)
            else:
                go()
            assert ran is not None
            assert ran.code in (0, 1, 2), (number, order, ran.err)
            assert "Traceback" not in ran.out + ran.err, (number, order)
            assert ran.out or ran.err, (number, order)
            Path("plans/an-binh.yaml").write_bytes(plan)

"""A template for docxtpl with the parts of a paper: letterhead, bases, body, appendix table.

python-docx is only half typed, hence `Any`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

COLUMNS = 7


def write_template(path: Path) -> None:
    """Write the template: tags and loops as docxtpl wants them."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    head = document.add_table(2, 2)
    for row, names in enumerate((("office", "motto"), ("number", "place"))):
        for cell, name in zip(head.rows[row].cells, names, strict=True):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            cell.paragraphs[0].add_run(f"{{{{ {name} }}}}").bold = name != "number"
    for name in ("kind", "title"):
        paragraph = document.add_paragraph(f"{{{{ {name} }}}}")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _repeated(document, "text in bases", "{{ text }}")
    document.add_paragraph("{%p for line in lines %}")
    for level, style in ((1, "Heading 1"), (2, "Heading 2"), (0, "Normal")):
        document.add_paragraph(f"{{%p if line.level == {level} %}}")
        document.add_paragraph("{{ line.text }}", style=style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    ending = document.add_table(1, 2).rows[0].cells
    for cell, name in zip(ending, ("recipients", "signature"), strict=True):
        cell.paragraphs[0].text = f"{{%p for text in {name} %}}"
        cell.add_paragraph("{{ text }}")
        cell.add_paragraph("{%p endfor %}")
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    _repeated(document, "text in appendix", "{{ text }}")
    _table(document.add_table(0, COLUMNS, style="Table Grid"))
    document.save(str(path))


def _repeated(document: Any, loop: str, text: str) -> None:
    for words in (f"{{%p for {loop} %}}", text, "{%p endfor %}"):
        document.add_paragraph(words)


def _table(table: Any) -> None:
    for number in range(2):
        row = table.add_row()
        for column, cell in enumerate(row.cells):
            cell.text = f"{{{{ header[{number}][{column}] }}}}"
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
    for cell in table.rows[0].cells[:5]:  # two rows of header, the first cells over both
        _merge(cell, "restart")
    for cell in table.rows[1].cells[:5]:
        _merge(cell, "continue")
    _row(table, "{%tr for row in rows %}")
    _row(table, "{%tr if row.group %}")
    group = table.add_row().cells
    group[0].text = "{{ row.cells[0] }}"
    group[1].merge(group[-1]).text = "{{ row.cells[1] }}"
    _row(table, "{%tr else %}")
    for column, cell in enumerate(table.add_row().cells):
        cell.text = f"{{{{ row.cells[{column}] }}}}"
    _row(table, "{%tr endif %}")
    _row(table, "{%tr endfor %}")


def _merge(cell: Any, kind: str) -> None:
    merge = OxmlElement("w:vMerge")
    merge.set(qn("w:val"), kind)
    cell._tc.get_or_add_tcPr().append(merge)


def _row(table: Any, tag: str) -> None:
    table.add_row().cells[0].text = tag

"""Builds the first template of a plan from code; from then on the .docx is the source.

Used once for `templates/ke-hoach.docx`, and to start anew or to repair one.
"""

from __future__ import annotations

from cchc.document.starter_kit import cell, letterhead, p, package, page, row, signature, table

_COLUMNS_MM = (
    ("number", 13.0, "OBangGiua"),
    ("title", 68.0, "OBang"),
    ("requirement", 46.0, "OBang"),
    ("product", 40.0, "OBang"),
    ("deadline", 27.0, "OBangGiua"),
    ("lead", 33.0, "OBang"),
    ("support", 33.0, "OBang"),
    ("approver", 30.0, "OBang"),
    ("officer", 30.0, "OBang"),
    ("note", 22.0, "OBang"),
)
"""The sample columns; their widths are shares, scaled to the columns of a plan and its page."""


def starter_template() -> bytes:
    """Return the template as a .docx."""
    return package(_content())


def _appendix_table() -> str:
    widths = tuple(mm for _, mm, _ in _COLUMNS_MM)
    rest = sum(widths[1:])
    heading = row(
        *(cell(mm, p("TieuDeCot", "{{ column.heading }}")) for mm in widths), header=True
    ).replace("</w:tcPr>", '<w:vAlign w:val="center"/></w:tcPr>')
    areas = "".join(
        row(
            cell(widths[0], p(f"So{style}", "{{ area.number }}")),
            cell(rest, p(style, "{{ area.title }}"), len(widths) - 1),
        )
        for style in ("NhomBang", "NhomConBang")
    )
    task = row(*(cell(mm, p(style, f"{{{{ task.{key} }}}}")) for key, mm, style in _COLUMNS_MM))
    return table(widths, heading + areas + task, borders=True, margin=1.5, above=1, below=1)


def _content() -> str:
    return (
        letterhead()
        + p("TenLoai", "KẾ HOẠCH")
        + p("TrichYeu", "{{ title }}")
        + p("KemTheo", "{{ decision }}")
        + p("DuongKeNgan", "", f'<w:spacing w:after="{12 * 20}"/>')
        + p("CanCu", "{{ bases }}")
        + p("NoiDung", "{{ opening }}")
        + p("NoiDung", "{{ body }}")
        + p("LoiKet", "{{ closing }}")
        + signature()
        + p("CuoiPhan", "", page(landscape=False))
        + p("SoPhuLuc", "{{ appendix.label }}")
        + p("TenPhuLuc", "{{ appendix.title }}")
        + p("KemTheo", "{{ appendix.attached }}", f'<w:spacing w:after="{12 * 20}"/>')
        + _appendix_table()
        + p("CuoiPhan", "")
        + page(landscape=True)
    )

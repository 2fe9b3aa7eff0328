"""Building blocks of first templates: paragraphs, tables, pages and the package around them.

Geometry: Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20, 20, 30 and 15 mm; the sample of the
annex for the rest. Lengths are in millimetres.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from cchc.document.starter_styles import STYLES, StyleSpec
from cchc.word.package import write_package

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT = "Times New Roman"


def package(content: str) -> bytes:
    """Return the template whose w:body holds `content`, as a .docx."""
    document = f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
        ),
        "word/document.xml": document,
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{_page_number()}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}>{p('SoTrang', '')}</w:hdr>",
    }
    return write_package({name: (_HEAD + text).encode() for name, text in parts.items()})


def twips(mm: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def p(style: str, text: str, extra: str = "") -> str:
    """Return a paragraph; `extra` is set beside its style."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{run}</w:p>'


def cell(mm: float, content: str, span: int = 1) -> str:
    """Return a table cell of a width, over `span` columns."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(mm)}" w:type="dxa"/>{merged}</w:tcPr>{content}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """Return a table row that stays whole; a header is repeated on each page."""
    look = "<w:cantSplit/>" + ("<w:tblHeader/>" if header else "")
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    widths: tuple[float, ...],
    rows: str,
    *,
    borders: bool,
    margin: float,
    above: float = 0,
    below: float = 0,
) -> str:
    """Return a table; `margin` is the room beside cell texts in mm, `above` and
    `below` over and under them in points.
    """
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if borders else 'w:val="nil"'
    drawn = "".join(f"<w:{side} {line}/>" for side in sides)
    room = f'w:w="{twips(margin)}" w:type="dxa"'
    grid = "".join(f'<w:gridCol w:w="{twips(mm)}"/>' for mm in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f"<w:tblBorders>{drawn}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{round(above * 20)}" w:type="dxa"/><w:left {room}/>'
        f'<w:bottom w:w="{round(below * 20)}" w:type="dxa"/><w:right {room}/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


class Col(NamedTuple):
    """A column of a table of rows: heading, width in mm, style, and its sample cell's tags."""

    heading: str
    width: float
    style: str
    tags: tuple[str, ...]
    remark: str = ""
    """A tag in italics under the others."""


def rows_table(columns: Sequence[Col], total: Sequence[str] = ()) -> str:
    """Return a table with a repeated heading and one sample row; `total` closes it."""
    widths = tuple(column.width for column in columns)
    heading = row(*(cell(c.width, p("TieuDeCot", c.heading)) for c in columns), header=True)
    heading = heading.replace("</w:tcPr>", '<w:vAlign w:val="center"/></w:tcPr>')
    sample = row(*(cell(c.width, _stacked(c)) for c in columns))
    end = row(
        *(cell(c.width, p("SoNhomBang", t)) for c, t in zip(columns, total, strict=True))
    ) if total else ""  # fmt: skip
    return table(widths, heading + sample + end, borders=True, margin=1.5, above=1, below=1)


def _stacked(column: Col) -> str:
    remark = p("OBangNghieng", column.remark) if column.remark else ""
    return "".join(p(column.style, tag) for tag in column.tags or ("",)) + remark


def letterhead() -> str:
    """Return the letterhead: agency and number; national name, motto and date."""
    agency = (
        p("CoQuanChuQuan", "{{ superior }}")
        + p("CoQuanBanHanh", "{{ issuer }}")
        + p("DuongKeNgan", "")
    )
    country = (
        p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + p("DuongKeDai", "")
    )
    rows = row(cell(65, agency), cell(100, country)) + row(
        cell(65, p("SoKyHieu", "{{ number_line }}")),
        cell(100, p("DiaDanhNgay", "{{ date_line }}")),
    )
    return table((65, 100), rows, borders=False, margin=0)


def signature() -> str:
    """Return recipients and signature side by side."""
    left = p("NoiNhan", "{% if recipients %}Nơi nhận:{% endif %}") + p(
        "DanhSachNoiNhan", "{{ recipients }}"
    )
    right = (
        p("ChucVu", "{{ signer.authority }}")
        + p("ChucVu", "{{ signer.post }}")
        + p("HoTen", "{{ signer.name }}")
    )
    signed = row(cell(75, left), cell(90, right))
    return table((75, 90), signed, borders=False, margin=0, above=12)


def page(*, landscape: bool) -> str:
    """Return the page settings of a section."""
    size = (
        'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="{twips(20)}" w:right="{twips(15)}" w:bottom="{twips(20)}" '
        f'w:left="{twips(30)}" w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _page_number() -> str:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    return p("SoTrang", "").replace("</w:p>", f"{field}</w:p>")


def _styles() -> str:
    fonts = " ".join(f'w:{script}="{_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    own = "".join(map(_style, STYLES))
    return f"<w:styles {NAMESPACES}>{defaults}{normal}{own}</w:styles>"


def _style(spec: StyleSpec) -> str:
    line, rule = spec.line.split()
    half = round(spec.size * 2)
    border = '<w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{spec.id}">'
        f'<w:name w:val="{spec.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        + ("<w:keepNext/>" if "n" in spec.marks else "")
        + (f"<w:pBdr>{border}</w:pBdr>" if "l" in spec.marks else "")
        + f'<w:spacing w:before="{round(spec.before * 20)}" w:after="{round(spec.after * 20)}" '
        f'w:line="{line}" w:lineRule="{rule}"/>'
        + (f'<w:ind w:firstLine="{twips(spec.first_line)}"/>' if spec.first_line else "")
        + f'<w:jc w:val="{spec.align}"/>'
        + ("" if spec.level is None else f'<w:outlineLvl w:val="{spec.level}"/>')
        + "</w:pPr><w:rPr>"
        + ("<w:b/><w:bCs/>" if "b" in spec.marks else "")
        + ("<w:i/><w:iCs/>" if "i" in spec.marks else "")
        + f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
    )


def _settings() -> str:
    mode = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{mode}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/></w:settings>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{schema}">{items}</Relationships>'


def _content_types() -> str:
    kinds = {
        "document": f"{_WORD}.document.main+xml",
        "styles": f"{_WORD}.styles+xml",
        "settings": f"{_WORD}.settings+xml",
        "header1": f"{_WORD}.header+xml",
        "header2": f"{_WORD}.header+xml",
    }
    items = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
        for name, kind in kinds.items()
    )
    schema = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{schema}"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )

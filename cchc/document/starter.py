"""Builds the first template of a plan from code; from then on the .docx is the source.

Used once for `templates/ke-hoach.docx`, and to start anew or to repair one. Geometry: Nghị định
30/2020/NĐ-CP, Phụ lục I: A4, margins 20, 20, 30 and 15 mm; the sample of the annex for the rest.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from cchc.document.package import write_package
from cchc.document.starter_styles import STYLES, StyleSpec

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT = "Times New Roman"
_COLUMNS_MM = (
    ("number", 13.0, "OBangGiua"),
    ("title", 68.0, "OBang"),
    ("requirement", 46.0, "OBang"),
    ("product", 40.0, "OBang"),
    ("deadline", 27.0, "OBangGiua"),
    ("lead", 33.0, "OBang"),
    ("support", 33.0, "OBang"),
    ("note", 22.0, "OBang"),
)
"""The sample columns; their widths are shares, scaled to the columns of a plan and its page."""


def starter_template() -> bytes:
    """Return the template as a .docx."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
        ),
        "word/document.xml": _document(),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{_page_number()}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}>{_p('SoTrang', '')}</w:hdr>",
    }
    return write_package({name: (_HEAD + text).encode() for name, text in parts.items()})


def twips(mm: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def _p(style: str, text: str, extra: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{run}</w:p>'


def _cell(mm: float, content: str, span: int = 1) -> str:
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(mm)}" w:type="dxa"/>{merged}</w:tcPr>{content}</w:tc>'


def _row(*cells: str, header: bool = False) -> str:
    look = "<w:cantSplit/>" + ("<w:tblHeader/>" if header else "")
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def _table(
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


def _letterhead() -> str:
    agency = (
        _p("CoQuanChuQuan", "{{ superior }}")
        + _p("CoQuanBanHanh", "{{ issuer }}")
        + _p("DuongKeNgan", "")
    )
    country = (
        _p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + _p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + _p("DuongKeDai", "")
    )
    rows = _row(_cell(65, agency), _cell(100, country)) + _row(
        _cell(65, _p("SoKyHieu", "{{ number_line }}")),
        _cell(100, _p("DiaDanhNgay", "{{ date_line }}")),
    )
    return _table((65, 100), rows, borders=False, margin=0)


def _signature() -> str:
    left = _p("NoiNhan", "{% if recipients %}Nơi nhận:{% endif %}") + _p(
        "DanhSachNoiNhan", "{{ recipients }}"
    )
    right = (
        _p("ChucVu", "{{ signer.authority }}")
        + _p("ChucVu", "{{ signer.post }}")
        + _p("HoTen", "{{ signer.name }}")
    )
    row = _row(_cell(75, left), _cell(90, right))
    return _table((75, 90), row, borders=False, margin=0, above=12)


def _appendix_table() -> str:
    widths = tuple(mm for _, mm, _ in _COLUMNS_MM)
    rest = sum(widths[1:])
    heading = _row(
        *(_cell(mm, _p("TieuDeCot", "{{ column.heading }}")) for mm in widths), header=True
    ).replace("</w:tcPr>", '<w:vAlign w:val="center"/></w:tcPr>')
    areas = "".join(
        _row(
            _cell(widths[0], _p(f"So{style}", "{{ area.number }}")),
            _cell(rest, _p(style, "{{ area.title }}"), len(widths) - 1),
        )
        for style in ("NhomBang", "NhomConBang")
    )
    task = _row(*(_cell(mm, _p(style, f"{{{{ task.{key} }}}}")) for key, mm, style in _COLUMNS_MM))
    return _table(widths, heading + areas + task, borders=True, margin=1.5, above=1, below=1)


def _page(*, landscape: bool) -> str:
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


def _document() -> str:
    content = (
        _letterhead()
        + _p("TenLoai", "KẾ HOẠCH")
        + _p("TrichYeu", "{{ title }}")
        + _p("KemTheo", "{{ decision }}")
        + _p("DuongKeNgan", "", f'<w:spacing w:after="{12 * 20}"/>')
        + _p("CanCu", "{{ bases }}")
        + _p("NoiDung", "{{ opening }}")
        + _p("NoiDung", "{{ body }}")
        + _p("LoiKet", "{{ closing }}")
        + _signature()
        + _p("CuoiPhan", "", _page(landscape=False))
        + _p("SoPhuLuc", "{{ appendix.label }}")
        + _p("TenPhuLuc", "{{ appendix.title }}")
        + _p("KemTheo", "{{ appendix.attached }}", f'<w:spacing w:after="{12 * 20}"/>')
        + _appendix_table()
        + _p("CuoiPhan", "")
        + _page(landscape=True)
    )
    return f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"


def _page_number() -> str:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    return _p("SoTrang", "").replace("</w:p>", f"{field}</w:p>")


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

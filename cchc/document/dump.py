"""A .docx as text, so that a pull request shows what changed in it.

`text_of` gives the words (paragraphs and tables in order, as goldens compare them); `dump` adds
the page settings and one line for each style, and is committed beside every template.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from cchc.document.package import DOCUMENT, STYLES
from cchc.document.wordml import Element, int_of, number, parse, w

_TWIPS_PER_MM = 1440 / 25.4


def text_of(docx: bytes) -> str:
    """Return the words of a document: a line for each paragraph, `| a | b |` for a table row.

    Page headers come first; a line break inside a paragraph is shown as " / ".
    """
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        lines: list[str] = []
        for name in sorted(archive.namelist()):
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
                label = name.removeprefix("word/").removesuffix(".xml")
                words = " ".join(_lines(parse(archive.read(name)), {}))
                lines.append(f"[{label}] {words}".rstrip())
        body = parse(archive.read(DOCUMENT)).find(w("body"))
        return "\n".join([*lines, *_lines(body, {}), ""])


def dump(docx: bytes) -> str:
    """Return page settings, styles and words of a document, each paragraph with its style."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        styles = parse(archive.read(STYLES))
        document = parse(archive.read(DOCUMENT))
        margins = [
            (name.removeprefix("word/").removesuffix(".xml"), parse(archive.read(name)))
            for name in sorted(archive.namelist())
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
        ]
    names = {s.get(w("styleId")): _value(s, "name") for s in styles.findall(w("style"))}
    lines = ["# page"]
    lines += [_page(page) for page in document.iter(w("sectPr"))]
    lines += ["", "# styles", _defaults(styles)]
    lines += [_style(s, names) for s in styles.findall(w("style")) if s.find(w("pPr")) is not None]
    for label, root in margins:
        lines += ["", f"# {label}", *_lines(root, names)]
    lines += ["", "# text", *_lines(document.find(w("body")), names), ""]
    return "\n".join(lines)


def _lines(parent: Element, names: dict[str, str]) -> Iterator[str]:
    for element in parent:
        if element.tag == w("p"):
            words = _words(element)
            if names:
                yield f"{_style_name(element, names)}: {words}".rstrip()
            elif words:
                yield words
            if names and element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                yield "----"
        elif element.tag == w("tbl"):
            if names:
                grid = element.findall(f"{w('tblGrid')}/{w('gridCol')}")
                yield "table " + " + ".join(_mm(number(c.get(w("w")))) for c in grid) + " mm"
            for row in element.findall(w("tr")):
                cells = (" / ".join(_lines(cell, names)) for cell in row.findall(w("tc")))
                marks = _row_marks(row) if names else ""
                yield f"| {' | '.join(cells)} |{marks}"


def _words(paragraph: Element) -> str:
    words = ""
    for node in paragraph.iter(w("t"), w("tab"), w("br"), w("fldSimple"), w("instrText")):
        if node.getparent().tag == w("tabs"):
            continue
        if node.tag == w("t"):
            words += node.text or ""
        elif node.tag == w("tab"):
            words += "\t"
        elif node.tag == w("br"):
            words += " / "
        else:
            field = (node.get(w("instr")) or node.text or "").strip()
            words += f"<{field}>"
    return words


def _row_marks(row: Element) -> str:
    look = row.find(w("trPr"))
    marks = ("tblHeader", "cantSplit")
    found = [m for m in marks if look is not None and look.find(w(m)) is not None]
    return f" {' '.join(found)}".rstrip()


def _style_name(paragraph: Element, names: dict[str, str]) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    style_id = style.get(w("val")) if style is not None else "Normal"
    return names.get(style_id, style_id)


def _style(style: Element, names: dict[str, str]) -> str:
    look, based = style.find(w("pPr")), _value(style, "basedOn")
    parts = [f"{_value(style, 'name')}:", *_letters(style.find(w("rPr"))), *_place(look)]
    if based:
        parts.append(f"based={names.get(based, based)}")
    return " ".join(parts)


def _defaults(styles: Element) -> str:
    letters = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    look = styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
    return " ".join(["defaults:", *_letters(letters), *_place(look)])


def _letters(look: Element | None) -> Iterator[str]:
    if look is None:
        return
    fonts = look.find(w("rFonts"))
    if fonts is not None:
        yield "font=" + ",".join(sorted({str(value) for value in fonts.attrib.values()}))
    if size := int_of(look, "sz", "val", 0):
        yield f"{size / 2:g}pt"
    for mark, word in (("b", "bold"), ("i", "italic"), ("u", "underline"), ("caps", "caps")):
        if look.find(w(mark)) is not None:
            yield word if _value(look, mark) not in ("0", "false", "none") else f"not-{word}"
    if language := _value(look, "lang"):
        yield f"lang={language}"


def _place(look: Element | None) -> Iterator[str]:
    if look is None:
        return
    if align := _value(look, "jc"):
        yield f"jc={align}"
    for side in ("left", "right", "firstLine", "hanging"):
        if twips := int_of(look, "ind", side, 0):
            yield f"{side}={_mm(twips)}mm"
    for side in ("before", "after"):
        if twips := int_of(look, "spacing", side, 0):
            yield f"{side}={twips / 20:g}pt"
    spacing = look.find(w("spacing"))
    if spacing is not None and (line := spacing.get(w("line"))):
        exact = spacing.get(w("lineRule")) in ("exact", "atLeast")
        yield f"line={int(line) / 20:g}pt" if exact else f"line={int(line) / 240:g}"
    if look.find(w("keepNext")) is not None:
        yield "keepNext"
    if look.find(w("pBdr")) is not None:
        yield "border=" + ",".join(side.tag.rpartition("}")[2] for side in look.find(w("pBdr")))
    if level := _value(look, "outlineLvl"):
        yield f"outline={level}"


def _page(page: Element) -> str:
    size = f"{_mm(int_of(page, 'pgSz', 'w', 0))} x {_mm(int_of(page, 'pgSz', 'h', 0))} mm"
    sides = ("top", "bottom", "left", "right", "header", "footer")
    parts = [size, *(f"{side}={_mm(int_of(page, 'pgMar', side, 0))}" for side in sides)]
    headers = page.findall(w("headerReference"))
    parts += [f"header-{header.get(w('type'))}" for header in headers]
    if page.find(w("titlePg")) is not None:
        parts.append("titlePg")
    if start := int_of(page, "pgNumType", "start", 0):
        parts.append(f"start={start}")
    return " ".join(parts)


def _value(parent: Element, name: str) -> str:
    found = parent.find(w(name))
    return (found.get(w("val")) or "") if found is not None else ""


def _mm(twips: float) -> str:
    return f"{twips / _TWIPS_PER_MM:.1f}".removesuffix(".0")

"""A .docx as text, so that a pull request shows what changed in it.

`dumped_words` gives the words (paragraphs and tables in order, as goldens compare them); `dump` adds
the page settings and one line for each style, and is committed beside every template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc.document.words import NO_BREAK
from cchc.word.markup import Element, flag, int_of, parse_xml, value, w
from cchc.word.measures import TWIPS_PER_MM, half_points, twips_of
from cchc.word.package import DOCUMENT, STYLES, is_margin, unpacked
from cchc.word.tables import grid_of


def dumped_words(docx: bytes) -> str:
    """Return the words of a document: a line for each paragraph, `| a | b |` for a table row.

    Spaces and hyphens at which no line breaks are plain ones here. Page headers come first; a line break inside a paragraph is shown as " / ".
    """
    parts = unpacked(docx)
    lines = [f"[{label}] {' '.join(_lines(root, {}))}".rstrip() for label, root in _margins(parts)]
    body = parse_xml(parts[DOCUMENT]).find(w("body"))
    return "\n".join([*lines, *_lines(body, {}), ""])


def _margins(parts: Mapping[str, bytes]) -> list[tuple[str, Element]]:
    """Return the page headers and footers, each with its name."""
    return [
        (name.removeprefix("word/").removesuffix(".xml"), parse_xml(parts[name]))
        for name in sorted(filter(is_margin, parts))
    ]


def dump(docx: bytes) -> str:
    """Return page settings, styles and words of a document, each paragraph with its style."""
    parts = unpacked(docx)
    styles, document = parse_xml(parts[STYLES]), parse_xml(parts[DOCUMENT])
    names = {s.get(w("styleId")): _own_name(s) for s in styles.findall(w("style"))}
    lines = [
        "# generated; edit the .docx, then run “cchc template dump FILE --write”",
        "",
        "# page",
    ]
    lines += [_page(page) for page in document.iter(w("sectPr"))]
    lines += ["", "# styles", _defaults(styles)]
    lines += [_style(s, names) for s in styles.findall(w("style")) if s.find(w("pPr")) is not None]
    for label, root in _margins(parts):
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
                yield "table " + " + ".join(_mm(wide) for wide in grid_of(element)) + " mm"
            for row in element.findall(w("tr")):
                cells = (" / ".join(_lines(cell, names)) for cell in row.findall(w("tc")))
                marks = _row_marks(row) if names else ""
                yield f"| {' | '.join(cells)} |{marks}"


def _words(paragraph: Element) -> str:
    words = ""
    kinds = ("t", "tab", "br", "noBreakHyphen", "fldSimple", "instrText")
    for node in paragraph.iter(*map(w, kinds)):
        if node.getparent().tag == w("tabs"):
            continue
        if node.tag == w("t"):
            words += (node.text or "").replace(NO_BREAK, " ")
        elif node.tag == w("tab"):
            words += "\t"
        elif node.tag == w("br"):
            words += " / "
        elif node.tag == w("noBreakHyphen"):
            words += "-"
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


def _own_name(style: Element) -> str:
    """Return the name that cchc knows a style by: of Word's headings, the one beside Word's."""
    return value(style, "aliases") or value(style, "name")


def _style(style: Element, names: dict[str, str]) -> str:
    look, based = style.find(w("pPr")), value(style, "basedOn")
    parts = [f"{_own_name(style)}:", *_letters(style.find(w("rPr"))), *_place(look)]
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
    if size := half_points(value(look, "sz")):
        yield f"{size:g}pt"
    for mark, word in (("b", "bold"), ("i", "italic"), ("u", "underline"), ("caps", "caps")):
        if look.find(w(mark)) is not None:
            yield word if flag(look, mark) else f"not-{word}"
    if language := value(look, "lang"):
        yield f"lang={language}"


def _place(look: Element | None) -> Iterator[str]:
    if look is None:
        return
    if align := value(look, "jc"):
        yield f"jc={align}"
    for side in ("left", "right", "firstLine", "hanging"):
        if twips := twips_of(look, "ind", side):
            yield f"{side}={_mm(twips)}mm"
    for side in ("before", "after"):
        if twips := twips_of(look, "spacing", side):
            yield f"{side}={twips / 20:g}pt"
    if line := twips_of(look, "spacing", "line"):
        exact = look.find(w("spacing")).get(w("lineRule")) in ("exact", "atLeast")
        yield f"line={line / 20:g}pt" if exact else f"line={line / 240:g}"
    if look.find(w("keepNext")) is not None:
        yield "keepNext"
    if look.find(w("pBdr")) is not None:
        yield "border=" + ",".join(side.tag.rpartition("}")[2] for side in look.find(w("pBdr")))
    if level := value(look, "outlineLvl"):
        yield f"outline={level}"


def _page(page: Element) -> str:
    size = f"{_mm(twips_of(page, 'pgSz', 'w'))} x {_mm(twips_of(page, 'pgSz', 'h'))} mm"
    sides = ("top", "bottom", "left", "right", "header", "footer")
    parts = [size, *(f"{side}={_mm(twips_of(page, 'pgMar', side))}" for side in sides)]
    headers = page.findall(w("headerReference"))
    parts += [f"header-{header.get(w('type'))}" for header in headers]
    if page.find(w("titlePg")) is not None:
        parts.append("titlePg")
    if start := int_of(page, "pgNumType", "start", 0):
        parts.append(f"start={start}")
    return " ".join(parts)


def _mm(twips: float) -> str:
    return f"{twips / TWIPS_PER_MM:.1f}".removesuffix(".0")

"""Pieces of Word documents as an office would leave them, put together as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text: str, bold: bool = False, italic: bool = False) -> str:
    """Return a run; newlines are line breaks, tabs are tabs."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    inner = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    inner = inner.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}<w:t xml:space='preserve'>{inner}</w:t></w:r>"


def paragraph(
    text: str, *, bold: bool = False, italic: bool = False, align: str = "", style: str = "",
    numbered: tuple[int, int] | None = None, inside: str = "",
) -> str:  # fmt: skip
    """Return a paragraph; `numbered` is the list and its level, `inside` replaces the run."""
    look = f"<w:pStyle w:val='{style}'/>" if style else ""
    if numbered:
        look += (
            f"<w:numPr><w:ilvl w:val='{numbered[1]}'/><w:numId w:val='{numbered[0]}'/></w:numPr>"
        )
    look += f"<w:jc w:val='{align}'/>" if align else ""
    properties = f"<w:pPr>{look}</w:pPr>" if look else ""
    return f"<w:p {W}>{properties}{inside or (run(text, bold, italic) if text else '')}</w:p>"


class TableCell(NamedTuple):
    """A cell: its paragraphs as XML, columns covered, and how it is merged downwards."""

    inside: str
    span: int = 1
    merge: str = ""
    """`restart`, `continue` or nothing."""


def cell(
    text: str, *, span: int = 1, merge: str = "", bold: bool = False, italic: bool = False,
    align: str = "",
) -> TableCell:  # fmt: skip
    """Return a cell with one paragraph for each "\\f"-separated piece of `text`."""
    inside = "".join(paragraph(one, bold=bold, italic=italic, align=align)
                     for one in text.split("\f"))  # fmt: skip
    return TableCell(inside, span, merge)


def row(cells: Iterable[TableCell], header: bool = False) -> str:
    """Return a table row; `header` marks it as repeated by Word."""
    look = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr {W}>{look}{''.join(map(_cell, cells))}</w:tr>"


def _cell(one: TableCell) -> str:
    look = f"<w:gridSpan w:val='{one.span}'/>" if one.span > 1 else ""
    if one.merge:
        look += "<w:vMerge w:val='restart'/>" if one.merge == "restart" else "<w:vMerge/>"
    return f"<w:tc><w:tcPr><w:tcW w:w='0' w:type='auto'/>{look}</w:tcPr>{one.inside}</w:tc>"


def table(rows: Sequence[str], columns: int) -> str:
    """Return a table of rows made by `row`."""
    grid = "<w:gridCol w:w='1500'/>" * columns
    return (
        f"<w:tbl {W}><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """Return a w:lvl."""
    return (
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>{more}"
        f"<w:lvlText w:val='{text}'/><w:lvlJc w:val='left'/></w:lvl>"
    )


def abstract_list(list_id: int, levels: Iterable[str]) -> str:
    """Return a w:abstractNum."""
    return (
        f"<w:abstractNum {W} w:abstractNumId='{list_id}'>"
        f"<w:multiLevelType w:val='multilevel'/>{''.join(levels)}</w:abstractNum>"
    )


@cache
def _blank() -> dict[str, bytes]:
    from docx import Document

    out = BytesIO()
    Document().save(out)
    with ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document_parts(body: Iterable[str], lists: Sequence[tuple[int, str]] = ()) -> dict[str, bytes]:
    """Return the parts of a .docx with python-docx's styles; `lists` are w:abstractNum by w:num id."""
    parts = dict(_blank())
    whole = parts["word/document.xml"].decode()
    parts["word/document.xml"] = whole.replace("<w:sectPr", f"{''.join(body)}<w:sectPr", 1).encode()
    numbering = parts["word/numbering.xml"].decode()
    for n, (list_id, abstract) in enumerate(lists):
        kind = 900 + n
        abstract = abstract.replace("abstractNumId='0'", f"abstractNumId='{kind}'")
        num = f"<w:num w:numId='{list_id}'><w:abstractNumId w:val='{kind}'/></w:num>"
        numbering = numbering.replace("<w:num ", f"{abstract}<w:num ", 1)
        numbering = numbering.replace("</w:numbering>", f"{num}</w:numbering>")
    parts["word/numbering.xml"] = numbering.encode()
    return parts


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return the zipped file of `parts`."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def document(body: Iterable[str], lists: Sequence[tuple[int, str]] = ()) -> bytes:
    """Return the .docx of `document_parts`."""
    return zipped(document_parts(body, lists))

"""An Excel workbook (.xlsx, .xlsm) as a `Paper`: the rows of each visible sheet are a table.

Its parts are read here, not by openpyxl: a workbook of a few KB may name merged ranges and cells
for which a full model of the sheet would take all memory there is.
"""

from __future__ import annotations

from pathlib import Path

from cchc.intake.office import refusal
from cchc.intake.office.left_out import sheet_notes
from cchc.intake.office.sheet_blocks import blocks_of
from cchc.intake.office.sheet_cells import SheetReader, TooManyCellsError, s
from cchc.intake.paper import Block, OfficePaper, Table
from cchc.word.markup import Element
from cchc.word.package import Package
from cchc.word.refusal import damaged, too_large

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read(path: Path) -> OfficePaper:
    """Return what stands in the workbook at `path`.

    Raises:
        UserError: it cannot be read; the message names the file and the remedy.
    """
    package = Package(path)
    main = package.main_part()
    main = main if main in package.names else "xl/workbook.xml"
    book = package.xml(main)
    if book is None:
        raise damaged(path)
    parts, related = package.related_by_id(main), package.related(main)
    reader = SheetReader(
        package.xml(related.get("sharedStrings", "xl/sharedStrings.xml")),
        package.xml(related.get("styles", "xl/styles.xml")),
        _from_1904(book),
    )
    blocks: list[Block] = []
    hidden: list[str] = []
    for node in book.iter(s("sheet")):
        name = node.get("name") or ""
        if node.get("state", "visible") != "visible":
            hidden.append(name)
            continue
        sheet = package.xml(parts.get(node.get(_RELATION_ID) or "", ""))
        if sheet is None:
            continue
        try:
            cells = reader.read(sheet)
        except TooManyCellsError as error:
            raise too_large(path) from error
        reader.seen.comments += _comments(package, parts.get(node.get(_RELATION_ID) or "", ""))
        blocks += blocks_of(cells, name, sum(isinstance(one, Table) for one in blocks))
    if not blocks:
        raise refusal.no_text(path)
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.names)
    notes = sheet_notes(hidden, reader.hidden_rows, reader.formulas, reader.old_fonts, macros,
                        seen=reader.seen)  # fmt: skip
    return OfficePaper(path, tuple(blocks), notes)


def _comments(package: Package, sheet: str) -> list[str]:
    """Return the comments on the cells of a sheet, each with the cell it hangs on."""
    root = package.xml(package.related(sheet).get("comments", ""))
    found = []
    for one in () if root is None else root.iter(s("comment")):
        text = " ".join("".join(t.text or "" for t in one.iter(s("t"))).split())
        if text:
            found.append(f"{one.get('ref') or ''}: {text}")
    return found


def _from_1904(book: Element) -> bool:
    settings = book.find(s("workbookPr"))
    return settings is not None and settings.get("date1904") in ("1", "true")

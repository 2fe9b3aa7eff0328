"""A small editor of Word files: what an office does to a printed plan, for the tests."""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = Any


class WordFile:
    """One .docx, changed in place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])

    def save(self, path: Path | None = None) -> Path:
        path = path or self.path
        self.parts["word/document.xml"] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return path

    def strip(self, *, record: bool = True) -> None:
        """Take the bookmarks out, and the record: another program wrote the file."""
        for tag in ("bookmarkStart", "bookmarkEnd"):
            for node in list(self.root.iter(f"{W}{tag}")):
                node.getparent().remove(node)
        if record:
            self.strip_record()

    def strip_record(self) -> None:
        self.parts = {name: data for name, data in self.parts.items() if "customXml" not in name}
        rels = "word/_rels/document.xml.rels"
        self.parts[rels] = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", self.parts[rels])
        types = "[Content_Types].xml"
        self.parts[types] = re.sub(rb"<Override [^>]*customXml[^>]*/>", b"", self.parts[types])

    def paragraph(self, words: str) -> Element:
        found = [p for p in self.root.iter(f"{W}p") if words in text_of(p)]
        assert len(found) == 1, (words, [text_of(p) for p in found])
        return found[0]

    def rows(self) -> list[Element]:
        """Return the rows of the last table and of every other table of tasks."""
        return [tr for tr in self.root.iter(f"{W}tr") if len(cells_of(tr)) > 2]

    def row(self, title: str) -> Element:
        found = [tr for tr in self.rows() if any(text_of(tc) == title for tc in cells_of(tr))]
        assert len(found) == 1, (title, len(found))
        return found[0]

    def area(self, title: str) -> Element:
        found = [tr for tr in self.root.iter(f"{W}tr")
                 if len(cells_of(tr)) == 2 and text_of(cells_of(tr)[1]) == title]  # fmt: skip
        assert len(found) == 1, (title, len(found))
        return found[0]


def cells_of(row: Element) -> list[Element]:
    return list(row.iter(f"{W}tc"))


def text_of(node: Element) -> str:
    """Return what one reads there; a hyphen or space at which no line breaks is a plain one."""
    signs = {f"{W}br": "\n", f"{W}noBreakHyphen": "-"}
    parts = (signs.get(one.tag) or one.text or "" for one in node.iter(f"{W}t", *signs))
    return "".join(parts).replace("\u00a0", " ")


def write(node: Element, text: str) -> None:
    """Put `text` into the first run of a paragraph or cell, in place of all its words."""
    paragraph = node if node.tag == f"{W}p" else next(node.iter(f"{W}p"))
    runs = list(paragraph.iter(f"{W}r"))
    for run in runs[1:]:
        run.getparent().remove(run)
    if not runs:
        runs = [etree.SubElement(paragraph, f"{W}r")]
    for one in list(runs[0]):
        if one.tag != f"{W}rPr":
            runs[0].remove(one)
    made = etree.SubElement(runs[0], f"{W}t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def replace(node: Element, old: str, new: str) -> None:
    assert old in text_of(node)
    write(node, text_of(node).replace(old, new))


def remove(node: Element) -> None:
    node.getparent().remove(node)


def copy_of(node: Element) -> Element:
    """Return a copy as Word makes it: a bookmark stays where it is."""
    made = deepcopy(node)
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for one in list(made.iter(f"{W}{tag}")):
            one.getparent().remove(one)
    return made


def put_after(node: Element, above: Element) -> None:
    above.addnext(node)


def put_column(row: Element, texts: dict[str, str]) -> None:
    """Give the table of `row` one more column at its end.

    texts: what stands in it, by the words of another cell of its row.
    """
    table = next(row.iterancestors(f"{W}tbl"))
    grid = table.find(f"{W}tblGrid")
    grid.append(deepcopy(grid[-1]))
    for tr in table.iter(f"{W}tr"):
        cells = cells_of(tr)
        if len(cells) < 3:  # a heading goes across
            span = next(cells[-1].iter(f"{W}gridSpan"))
            span.set(f"{W}val", str(int(span.get(f"{W}val")) + 1))
            continue
        made = copy_of(cells[-1])
        words = {text_of(cell) for cell in cells}
        write(made, next((text for title, text in texts.items() if title in words), ""))
        cells[-1].addnext(made)


def track(node: Element, old: str, new: str) -> None:
    """Change words of a paragraph or cell with tracked changes on."""
    text = text_of(node)
    before, after = text.split(old, 1)
    paragraph = node if node.tag == f"{W}p" else next(node.iter(f"{W}p"))
    for run in list(paragraph.iter(f"{W}r")):
        run.getparent().remove(run)
    end = paragraph.find(f"{W}bookmarkEnd")
    made = etree.fromstring(
        f'<w:p xmlns:w="{W[1:-1]}">'
        f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>'
        f'<w:del w:id="901" w:author="CT"><w:r><w:delText xml:space="preserve">{old}</w:delText>'
        "</w:r></w:del>"
        f'<w:ins w:id="902" w:author="CT"><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'
        f'<w:r><w:t xml:space="preserve">{after}</w:t></w:r></w:p>'
    )
    for one in list(made):
        if end is not None:
            end.addprevious(one)
        else:
            paragraph.append(one)


def track_row_away(row: Element) -> None:
    """Delete a row with tracked changes on."""
    look = row.find(f"{W}trPr")
    if look is None:
        look = etree.SubElement(row, f"{W}trPr")
        row.insert(0, look)
    etree.SubElement(look, f"{W}del").set(f"{W}id", "903")
    for run in list(row.iter(f"{W}r")):
        taken = etree.Element(f"{W}del")
        taken.set(f"{W}id", "904")
        run.getparent().replace(run, taken)
        taken.append(run)
        for one in run.iter(f"{W}t"):
            one.tag = f"{W}delText"

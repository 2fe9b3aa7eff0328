"""Reading comments back: which words each covers, what it says, and what the text looks like."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from cchc.document.comments.annotate import Remark, annotate
from cchc.intake.office_paper import Block
from cchc.intake.opening import open_paper
from tests.intake.docx_files import Parts, parts_of, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"
RELS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"


class Comment(NamedTuple):
    """One comment: the words it covers, and its paragraphs."""

    over: str
    lines: list[str]


def annotated(folder: Path, body: list[str], *remarks: Remark, **more: object) -> Parts:
    """Return the parts of a document of `body` with remarks; the text is proved unchanged."""
    path = word_file(folder / "ke-hoach.docx", body, **more)  # type: ignore[arg-type]
    before = parts_of(path.read_bytes())
    after = parts_of(copy_of(path, *remarks).read_bytes())
    assert letters(after[DOCUMENT]) == letters(before[DOCUMENT])
    return after


def copy_of(path: Path, *remarks: Remark) -> Path:
    """Return a copy with remarks beside the file; what is read from both is proved the same."""
    target = path.with_name(f"copy-{path.name}")
    target.write_bytes(annotate(path, remarks).data)
    assert blocks(target) == blocks(path)
    return target


def blocks(path: Path) -> tuple[Block, ...]:
    """Return what the intake reads."""
    return open_paper(path).blocks


def comments(parts: Parts) -> list[Comment]:
    """Return the comments of a document in the order of their numbers in the text."""
    root = etree.fromstring(parts[DOCUMENT])
    told = {one.get(f"{W}id"): one for one in etree.fromstring(parts[COMMENTS])}
    over: dict[str, str] = {}
    opened: set[str] = set()
    referred: list[str] = []
    for node in root.iter(etree.Element):
        number = node.get(f"{W}id") or ""
        if node.tag == f"{W}commentRangeStart":
            opened.add(number)
            over[number] = ""
        elif node.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        elif node.tag == f"{W}commentReference":
            assert number in over
            assert number not in opened
            assert node.getparent().getparent().tag == f"{W}p"
            referred.append(number)
        elif node.tag in (f"{W}t", f"{W}tab"):
            for one in opened:
                over[one] += (node.text or "") if node.tag == f"{W}t" else "\t"
    assert not opened
    assert sorted(referred) == sorted(told) == sorted(over)
    return [Comment(words, _lines(told[number])) for number, words in over.items()]


def _lines(comment: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p")]


def letters(document: bytes) -> list[tuple[object, ...]]:
    """Return every sign of a text with all that gives it its look and its place."""
    return list(_signs(etree.fromstring(document), ()))


def _signs(node: etree._Element, above: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    ours = ("commentRangeStart", "commentRangeEnd", "commentReference")
    for child in node.iterchildren(etree.Element):
        name = child.tag.removeprefix(W)
        if name in ours or (name == "r" and child.find(f"{W}commentReference") is not None):
            continue
        if name == "r":
            look = child.find(f"{W}rPr")
            own = b"" if look is None else etree.tostring(look, with_tail=False)
            yield from _signs(child, (*above, (tuple(child.attrib.items()), own)))
        elif name == "t":
            yield from ((*above, sign) for sign in child.text or "")
        elif name != "rPr" or above[-1:] == ("pPr",):
            yield (*above, name, tuple(child.attrib.items()), child.text)
            yield from _signs(child, (*above, name))

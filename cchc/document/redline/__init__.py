"""Two prints of a plan as one paper: the new one with Word's tracked changes against the old one.

pairing        which paragraph or row of one is which of the other
paragraphs     one paragraph out of two, word by word

Who accepts all changes has the new print, who rejects all the old one. Rows and paragraphs are
deleted, inserted or changed inside; a table with other columns is deleted and inserted as a whole.
ISO/IEC 29500-1, 17.13.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy  # of an lxml element: as deep as deepcopy, and quicker
from typing import NamedTuple

from lxml import etree

from cchc.document.comments.parts import AUTHOR
from cchc.document.file_properties import CUSTOM, with_digest
from cchc.document.redline.pairing import BlockPair, PrintedBlock, paired, printed_block
from cchc.document.redline.paragraphs import TrackedAs, mark_page, mark_row, merged
from cchc.word.markup import Element, child, parse_xml, serialize, value, w
from cchc.word.package import DOCUMENT, is_margin, unpacked, write_package
from cchc.word.tables import grid_of

_P, _TBL, _TR, _TC, _SECT = w("p"), w("tbl"), w("tr"), w("tc"), w("sectPr")
_CHANGES = (w("ins"), w("del"), w("pPrChange"), w("sectPrChange"))


class Redline(NamedTuple):
    """A paper with tracked changes."""

    docx: bytes
    changes: int
    """Stretches of text, ends of paragraphs and rows that were inserted or deleted; looks too."""


def redlined(old: bytes, new: bytes) -> Redline:
    """Return the print `new` with its changes against the print `old`; both are made by cchc.

    The changes bear no date: the same prints give the same bytes.
    """
    before, parts = unpacked(old), unpacked(new)
    changes = 0
    for name in [one for one in parts if one in before and (one == DOCUMENT or is_margin(one))]:
        if parts[name] == before[name]:
            continue
        root = parse_xml(parts[name])
        body = root if name != DOCUMENT else root.find(w("body"))
        was = parse_xml(before[name])
        was = was if name != DOCUMENT else was.find(w("body"))
        body[:] = _blocks(was, body)
        changes += _signed(root)
        parts[name] = serialize(root)
    parts[CUSTOM] = with_digest(parts)
    return Redline(write_package(parts), changes)


def _signed(root: Element) -> int:
    """Give each change its number and author; return how many there are."""
    numbers = {node.get(w("id")) for node in root.iter(w("bookmarkStart"))}
    first = max((int(one) for one in numbers if one), default=0) + 1
    changes = list(root.iter(*_CHANGES))
    for number, node in enumerate(changes, start=first):
        node.set(w("id"), str(number))
        node.set(w("author"), AUTHOR)
    return len(changes)


def _blocks(old: Element, new: Element) -> list[Element]:
    """Return the paragraphs and tables of a body, cell or page header, with what follows them."""
    made: list[Element] = []
    before, after = _entries(old), _entries(new)
    for one, other in _ended(before, after):
        node = (other or one or before[0]).node
        if node.tag == _P:
            made.append(merged(one and one.node, other and other.node))
        else:
            made.append(_table(one and one.node, other and other.node))
    pages = [holder.find(_SECT) for holder in (old, new)]
    if pages[1] is not None:
        page = copy(pages[1])
        if pages[0] is not None:
            mark_page(page, pages[0])
        made.append(page)
    return made


def _ended(old: Sequence[PrintedBlock], new: Sequence[PrintedBlock]) -> Iterator[BlockPair]:
    """Pair entries; the ends of the last paragraphs are one, for a body or cell cannot lose its end."""
    if old and new and old[-1].kind == new[-1].kind == (_P, False):
        yield from paired(old[:-1], new[:-1])
        yield old[-1], new[-1]
    else:
        yield from paired(old, new)


def _entries(holder: Element) -> list[PrintedBlock]:
    found = []
    for node in holder:
        if node.tag == _P:
            found.append(printed_block(node, (_P, child(node, "pPr", "sectPr") is not None)))
        elif node.tag == _TBL:
            found.append(printed_block(node, (_TBL, len(grid_of(node))), named=False))
    return found


def _table(old: Element | None, new: Element | None) -> Element:
    shown = new if new is not None else old
    assert shown is not None
    made = etree.Element(_TBL)
    made.extend(copy(one) for one in shown if one.tag != _TR)
    sides = [[] if side is None else _rows(side) for side in (old, new)]
    for one, other in paired(*sides):
        if one is None or other is None:
            made.append(_lone_row((one or other or sides[0][0]).node, "ins" if other else "del"))
        else:
            made.append(_row(one.node, other.node))
    return made


def _rows(table: Element) -> list[PrintedBlock]:
    return [printed_block(row, (_TR, _shape(row))) for row in table.findall(_TR)]


def _shape(row: Element) -> tuple[str, ...]:
    """Return how many columns each cell covers."""
    return tuple(value(cell.find(w("tcPr")), "gridSpan") for cell in row.findall(_TC))


def _row(old: Element, new: Element) -> Element:
    made = copy(new)
    for before, after in zip(old.findall(_TC), made.findall(_TC), strict=True):
        look = after.find(w("tcPr"))
        after[:] = [*([] if look is None else [look]), *_blocks(before, after)]
    return made


def _lone_row(row: Element, side: TrackedAs) -> Element:
    made = copy(row)
    for cell in made.findall(_TC):
        look = cell.find(w("tcPr"))
        blocks = [
            _alone(node, side, last=node is cell[-1]) for node in cell if node.tag in (_P, _TBL)
        ]
        cell[:] = [*([] if look is None else [look]), *blocks]
    mark_row(made, side)
    return made


def _alone(node: Element, side: TrackedAs, *, last: bool) -> Element:
    pair = (node, None) if side == "del" else (None, node)
    if node.tag == _TBL:
        return _table(*pair)
    return merged(*pair, ended=not last)

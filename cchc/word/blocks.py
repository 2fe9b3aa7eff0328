"""Paragraphs and tables in the order in which they are seen, whatever they are wrapped in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cchc.word.markup import CHOICE, Element, chosen, w
from cchc.word.revisions import ADDED, TAKEN

WRAPPERS = ADDED | {w(n) for n in ("sdt", "sdtContent", "customXml", "smartTag")}
"""What may stand around blocks, rows, cells and runs without being seen."""
P, TBL = w("p"), w("tbl")
_ALT = w("altChunk")


def blocks_of(container: Element, left_out: Counter[str] | None = None) -> Iterator[Element]:
    """Yield the w:p and w:tbl of a body, a cell, a text box or a page header.

    Args:
        container: what holds them.
        left_out: counts what is not handed on: `deleted`, `embedded`.
    """
    for node in container:
        if node.tag in (P, TBL):
            yield node
        elif node.tag in WRAPPERS:
            yield from blocks_of(node, left_out)
        elif node.tag == CHOICE:
            if (branch := chosen(node)) is not None:
                yield from blocks_of(branch, left_out)
        elif left_out is not None:
            left_out["deleted"] += node.tag in TAKEN
            left_out["embedded"] += node.tag == _ALT


def inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows (`tr`) of a table or the cells (`tc`) of a row, whatever they are wrapped in."""
    tag = w(name)
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag in WRAPPERS:
            yield from inside(node, name)
        elif node.tag == CHOICE and (branch := chosen(node)) is not None:
            yield from inside(branch, name)

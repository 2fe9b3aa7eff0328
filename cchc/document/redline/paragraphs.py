"""One paragraph out of two: equal words stand once, the others as deleted and inserted.

ISO/IEC 29500-1, 17.13.5: w:del and w:ins around runs; inside w:rPr of a paragraph they are said of
its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy  # of an lxml element: as deep as deepcopy, and quicker
from difflib import SequenceMatcher
from itertools import groupby, takewhile
from typing import Literal, NamedTuple

from lxml import etree

from cchc.word.markup import Element, text_node, w

TrackedAs = Literal["both", "del", "ins"]
"""Where a piece stands: in both prints, only in the old one (del), or only in the new one (ins)."""

LEAST = 0.3
"""Share of common letters below which a paragraph is replaced as a whole."""
_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w")
_MARKS = (w("bookmarkStart"), w("bookmarkEnd"))
_IN_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


class RunPart(NamedTuple):
    """A word, a blank, a sign, or something that is no text."""

    text: str
    look: bytes | None
    """The w:rPr of its run, written out and empty without one; None where it stands in no run."""
    node: Element | None = None
    """What is no text."""


def merged(old: Element | None, new: Element | None, *, ended: bool = True) -> Element:
    """Return the w:p that shows how `old` became `new`; None where there is none.

    Its end counts as deleted or inserted where one of them is missing, unless `ended` is False: the
    last paragraph of a cell ends with the cell.
    """
    made = etree.Element(w("p"))
    look = _look(old, new)
    if ended and (old is None or new is None):
        look = etree.Element(w("pPr")) if look is None else look
        _mark_end(look, "ins" if old is None else "del")
    if look is not None:
        made.append(look)
    marks = [] if new is None else [copy(one) for one in new if one.tag in _MARKS]
    made.extend(one for one in marks if one.tag == _MARKS[0])
    pieces = _compared([] if old is None else _pieces(old), [] if new is None else _pieces(new))
    for side, group in groupby(pieces, key=lambda one: one[0]):
        made.extend(_written(side, [piece for _, piece in group]))
    made.extend(one for one in marks if one.tag == _MARKS[1])
    return made


def _look(old: Element | None, new: Element | None) -> Element | None:
    """Return the w:pPr of the new paragraph, with the old one in it where they differ."""
    kept = new if new is not None else old
    assert kept is not None
    look = kept.find(w("pPr"))
    look = None if look is None else copy(look)
    if old is None or new is None:
        return look
    before = _base_look(old)
    if _plain(before) != _plain(_base_look(new)):
        look = etree.Element(w("pPr")) if look is None else look
        etree.SubElement(look, w("pPrChange")).append(before)
    return look


def _base_look(paragraph: Element) -> Element:
    look = paragraph.find(w("pPr"))
    made = etree.Element(w("pPr"))
    if look is not None:
        made.extend(copy(one) for one in look if one.tag not in (w("rPr"), w("sectPr")))
    return made


def _mark_end(look: Element, side: TrackedAs) -> None:
    letters = look.find(w("rPr"))
    if letters is None:
        letters = etree.Element(w("rPr"))
        section = look.find(w("sectPr"))
        look.insert(len(look) if section is None else look.index(section), letters)
    letters.insert(0, etree.Element(w(side)))


def mark_row(row: Element, side: TrackedAs) -> None:
    """Say of a w:tr that it was deleted or inserted."""
    look = row.find(w("trPr"))
    if look is None:
        ahead = row.find(w("tblPrEx"))
        look = etree.Element(w("trPr"))
        row.insert(0 if ahead is None else 1, look)
    etree.SubElement(look, w(side))


def mark_page(new: Element, old: Element) -> None:
    """Keep in a w:sectPr the old page settings, where they differ."""
    before, after = (
        [one for one in page if not one.tag.endswith("Reference")] for page in (old, new)
    )
    if [*map(_plain, before)] != [*map(_plain, after)]:
        held = etree.SubElement(etree.SubElement(new, w("sectPrChange")), w("sectPr"))
        held.extend(copy(one) for one in before)


def _plain(node: Element) -> bytes:
    """Return an element written out, whatever namespaces are declared above it."""
    data: bytes = etree.tostring(node, method="c14n", exclusive=True, with_tail=False)
    return data


def _pieces(paragraph: Element) -> list[RunPart]:
    found: list[RunPart] = []
    for node in paragraph:
        if node.tag == w("r"):
            found += _of_run(node)
        elif node.tag != w("pPr") and node.tag not in _MARKS:
            found.append(RunPart(_plain(node).decode(), None, node))
    return found


def _of_run(run: Element) -> Iterator[RunPart]:
    look = run.find(w("rPr"))
    looks = b"" if look is None else _plain(look)
    for node in run:
        if node.tag == w("t"):
            yield from (RunPart(text, looks) for text in _PIECES.findall(node.text or ""))
        elif node.tag != w("rPr"):
            yield RunPart(_plain(node).decode(), looks, node)


def _compared(
    old: Sequence[RunPart], new: Sequence[RunPart]
) -> Iterator[tuple[TrackedAs, RunPart]]:
    texts = [[piece.text for piece in side] for side in (old, new)]
    for same, i, i_end, j, j_end in _steps(*texts):
        if same:
            yield from (("both", piece) for piece in new[j:j_end])
        else:
            yield from (("del", piece) for piece in old[i:i_end])
            yield from (("ins", piece) for piece in new[j:j_end])


ComparedStretch = tuple[bool, int, int, int, int]


def _steps(old: list[str], new: list[str]) -> list[ComparedStretch]:
    """Return stretches that are equal and stretches that differ, in turn.

    Words between which only a blank or a sign stayed are one stretch: so a person would change them.
    """
    steps: list[ComparedStretch] = []
    codes = _opcodes(old, new)
    for n, (tag, i, i_end, j, j_end) in enumerate(codes):
        inside = 0 < n < len(codes) - 1
        same = tag == "equal" and not (inside and not any(map(_WORD.match, old[i:i_end])))
        if steps and steps[-1][0] == same:
            steps[-1] = (same, steps[-1][1], i_end, steps[-1][3], j_end)
        else:
            steps.append((same, i, i_end, j, j_end))
    kept = sum(len("".join(old[i:i_end])) for same, i, i_end, _, _ in steps if same)
    if kept < LEAST * max(len("".join(old)), len("".join(new))):
        return [(False, 0, len(old), 0, len(new))]
    return steps


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return what difflib says, which need not look at the equal words at both ends."""
    head = _same(zip(old, new, strict=False))
    tail = _same(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
    i_end, j_end = len(old) - tail, len(new) - tail
    inner = SequenceMatcher(None, old[head:i_end], new[head:j_end], autojunk=False).get_opcodes()
    codes = [("equal", 0, head, 0, head)] if head else []
    codes += [(tag, i + head, k + head, j + head, m + head) for tag, i, k, j, m in inner]
    return codes + ([("equal", i_end, len(old), j_end, len(new))] if tail else [])


def _same(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _written(side: TrackedAs, pieces: Sequence[RunPart]) -> Iterator[Element]:
    runs = _runs(pieces, deleted=side == "del")
    if side == "both":
        yield from runs
        return
    holder = etree.Element(w(side))
    for run in runs:  # a field or a link has no place in w:ins and w:del, what it shows has
        holder.extend([run] if run.tag == w("r") else list(run.iter(w("r"))))
    yield holder


def _runs(pieces: Sequence[RunPart], *, deleted: bool) -> Iterator[Element]:
    for look, group in groupby(pieces, key=lambda one: one.look):
        if look is None:
            yield from (copy(one.node) for one in group)
            continue
        run = etree.Element(w("r"))
        if look:
            run.append(etree.fromstring(look))
        for node, members in groupby(group, key=lambda one: one.node):
            run.append(
                text_node("".join(one.text for one in members)) if node is None else copy(node)
            )
        if deleted:
            for inner in list(run.iter(*_IN_DELETED)):
                inner.tag = _IN_DELETED[inner.tag]
        yield run

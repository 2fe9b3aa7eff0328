"""From a stretch of words to the bytes that mark it: a comment's range and its reference.

Runs are cut where the words begin and end within; both halves keep their look. What is one thing
(a content control, a field, a formula) is not cut: the range takes it in whole.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from cchc.document.comments.words import Letter
from cchc.document.xml_bytes import Cut, ElementPlaces, offset_in, prefix_of
from cchc.word.markup import XML_SPACE, Element, w

_END, _REFERENCE, _START = range(3)
_R, _T, _P, _RPR, _PPR = w("r"), w("t"), w("p"), w("rPr"), w("pPr")
_KEEP = b' xml:space="preserve"'


class CommentRange(NamedTuple):
    """What a comment is about: letters, or all of the paragraphs where they are None."""

    paragraphs: tuple[Element, ...]
    """The first and, where it is another one, the last."""
    first: Letter | None = None
    last: Letter | None = None


class Marker:
    """Collects the cuts that put comments into one part."""

    def __init__(self, root: Element, data: bytes, namespace: str) -> None:
        """`root` is the part as read, `data` its bytes in UTF-8; both have the same elements.

        Raises:
            ValueError: they have not.
        """
        self._elements = list(root.iter(etree.Element))
        self._number = {one: n for n, one in enumerate(self._elements)}
        self._places = ElementPlaces(data)
        self._namespace = namespace.encode()
        self.cuts: dict[int, Cut] = {}
        if len(self._places) != len(self._elements):
            raise ValueError("the part is read in two ways")

    def start_of(self, stretch: CommentRange) -> int:
        """Return where the stretch begins, to put comments in order."""
        node = stretch.first.node if stretch.first else stretch.paragraphs[0]
        return self._places.start(self._number[node]) + (
            stretch.first.start if stretch.first else 0
        )

    def mark(self, stretch: CommentRange, number: int) -> None:
        """Put the comment `number` at `stretch`."""
        first, last = stretch.paragraphs[0], stretch.paragraphs[-1]
        if stretch.first is None or stretch.last is None:
            begin, (end, reference) = self._begin(first), self._finish(last)
        else:
            begin, (end, reference) = self._before(stretch.first), self._after(stretch.last)
        paragraph = self._number[last]
        marks = (
            self._tag(paragraph, "commentRangeStart", number),
            self._tag(paragraph, "commentRangeEnd", number),
            self._reference(paragraph, number),
        )
        if begin == end:  # nothing is there to be covered
            self._put(end, _REFERENCE, b"".join(marks))
            return
        for place, rank, text in zip((begin, end, reference), (_START, _END, _REFERENCE), marks,
                                     strict=True):  # fmt: skip
            self._put(place, rank, text)

    def _put(self, offset: int, rank: int, text: bytes) -> None:
        self.cuts.setdefault(offset, Cut()).put.append((rank, text))

    def _begin(self, paragraph: Element) -> int:
        """Return the place before everything in a paragraph."""
        content = [one for one in paragraph.iterchildren(etree.Element) if one.tag != _PPR]
        if content:
            return self._places.start(self._number[content[0]])
        return self._finish(paragraph)[0]

    def _finish(self, paragraph: Element) -> tuple[int, int]:
        """Return the place behind everything in a paragraph, twice."""
        n = self._number[paragraph]
        if self._places.is_empty(n):
            at = self._places.stop(n) - 2
            name = self._places.name(n)
            self.cuts.setdefault(at, Cut(b">", b"</" + name + b">", 2))
            return at, at
        content = list(paragraph.iterchildren(etree.Element))
        at = self._places.stop(self._number[content[-1]]) if content else self._places.inner(n)
        return at, at

    def _before(self, letter: Letter) -> int:
        node, run = letter.node, letter.node.getparent()
        if run.tag != _R:
            return self._places.start(self._number[node])
        at = self._cut(run, node, letter.start)
        return self._places.start(self._number[run]) if at is None else at

    def _after(self, letter: Letter) -> tuple[int, int]:
        node, run = letter.node, letter.node.getparent()
        top = node
        while top.getparent().tag != _P:
            top = top.getparent()
        behind = self._places.stop(self._number[top])
        if run.tag != _R:
            return self._places.stop(self._number[node]), behind
        at = self._cut(run, node, letter.stop)
        if at is None:
            at = self._places.stop(self._number[run])
        return at, at if top is run else behind

    def _cut(self, run: Element, node: Element, letters: int) -> int | None:
        """Cut a run after so many letters of its child; None where its own edge will do or must."""
        places, n = self._places, self._number
        look = run.find(_RPR)
        content = [one for one in run.iterchildren(etree.Element) if one.tag != _RPR]
        length = len(node.text or "") if node.tag == _T else 1
        at_edge = (letters == 0 and node is content[0]) or (
            letters == length and node is content[-1]
        )
        if at_edge or (look is not None and look.find(w("rPrChange")) is not None):
            return None  # a tracked change of the look has an id, which may not stand there twice
        closing = b"</" + places.name(n[run]) + b">"
        opening = places.tag(n[run]) + (b"" if look is None else places.whole(n[look]))
        if letters in (0, length):
            at = places.start(n[node]) if letters == 0 else places.stop(n[node])
            self.cuts.setdefault(at, Cut(closing, opening))
            return at
        inner, tag = places.inner(n[node]), places.tag(n[node])
        size = offset_in(places.data[inner : places.inner_stop(n[node])], letters)
        text = node.text or ""
        kept = node.get(XML_SPACE)
        if size is None or (kept != "preserve" and (kept or text != text.strip())):
            return None  # blanks at its ends are not shown, and must not come to be
        name = places.name(n[node])
        if kept is None:
            named = places.start(n[node]) + 1 + len(name)
            self.cuts.setdefault(named, Cut(_KEEP))
            tag = tag[: 1 + len(name)] + _KEEP + tag[1 + len(name) :]
        at = inner + size
        self.cuts.setdefault(at, Cut(b"</" + name + b">" + closing, opening + tag))
        return at

    def _names(self, paragraph: int) -> tuple[bytes, bytes]:
        """Return the prefix that names of Word have here, and what declares it where it must."""
        if prefix := prefix_of(self._places.name(paragraph)):
            return prefix, b""
        return b"w:", b' xmlns:w="' + self._namespace + b'"'

    def _tag(self, paragraph: int, name: str, number: int) -> bytes:
        prefix, declared = self._names(paragraph)
        return b'<%s%s%s %sid="%d"/>' % (prefix, name.encode(), declared, prefix, number)

    def _reference(self, paragraph: int, number: int) -> bytes:
        # As small as Word makes it: a line must not grow by a sign that nobody sees.
        p, declared = self._names(paragraph)
        return (
            b'<%sr%s><%srPr><%ssz %sval="16"/><%sszCs %sval="16"/></%srPr>'
            b'<%scommentReference %sid="%d"/></%sr>'
        ) % (p, declared, p, p, p, p, p, p, p, p, number, p)

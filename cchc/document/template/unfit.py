"""What no template may hold, because it would be printed as it is or be lost: each with its place.

Tracked changes and comments (the paper would be signed with them), tags where none is filled (text
boxes, footnotes, pictures' descriptions), and text of other files put in by a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cchc.document.template.expressions import short
from cchc.document.template.tags import MARK
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.markup import Element, text_of, w
from cchc.word.tracked_changes import tracked

NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_COMMENTS = {w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")}


def paragraphs_of(parent: Element, place: Message) -> Iterator[tuple[Element, Message]]:
    """Yield every paragraph below `parent`, those in tables as well, with its place."""
    paragraphs = tables = 0
    for element in parent:
        if element.tag == w("p"):
            paragraphs += 1
            yield element, say("{part}, paragraph {number}", part=place, number=paragraphs)
        elif element.tag == w("tbl"):
            tables += 1
            table = say("{part}, table {number}", part=place, number=tables)
            for r, row in enumerate(element.findall(w("tr")), start=1):
                line = say("{table}, row {row}", table=table, row=r)
                for c, cell in enumerate(row.findall(w("tc")), start=1):
                    yield from paragraphs_of(cell, say("{row}, cell {cell}", row=line, cell=c))


def refuse_unfit(root: Element, place: Message) -> None:
    """Refuse a part of a template that holds what none may hold; `place` names the part.

    Raises:
        UserError: it does; the first is told with its place.
    """
    body = root.find(w("body"))
    content = root if body is None else body
    if tracked(root):
        raise UserError(
            say("{place}: has tracked changes", place=_first(content, place, tracked)),
            say("Accept or reject them in Word (Review), or: cchc template tidy --accept FILE."),
        )
    if _commented(root):
        raise UserError(
            say("{place}: has a comment", place=_first(content, place, _commented)),
            say("Delete the comments in Word: Review, Delete, Delete All Comments."),
        )
    for box in root.iter(w("txbxContent")):
        text = text_of(box)
        if MARK.search(text):
            raise UserError(
                say(
                    "{place}: a tag stands in a text box: {text}",
                    place=_around(content, place, box),
                    text=short(text),
                ),
                say("Put it in a paragraph or a table cell."),
            )
    if next(root.iter(w("altChunk")), None) is not None:
        raise UserError(
            say("{place}: holds another file as a link; nothing of it would be printed", place=place),
            say("Open it in Word and save it again: the text is then part of the file."),
        )  # fmt: skip


def refuse_notes(notes: Element | None, place: Message) -> None:
    """Refuse footnotes or endnotes with tags: they are not filled.

    Raises:
        UserError: there are such.
    """
    text = "" if notes is None else text_of(notes)
    if MARK.search(text):
        raise UserError(
            say("{place}: a tag stands in a footnote: {text}", place=place, text=short(text)),
            say("Put it in a paragraph or a table cell."),
        )


def _first(content: Element, place: Message, has: Callable[[Element], bool]) -> Message:
    """Return the place of the first paragraph for which `has` holds, else the part itself."""
    return next((here for one, here in paragraphs_of(content, place) if has(one)), place)


def _around(content: Element, place: Message, inner: Element) -> Message:
    return _first(content, place, lambda paragraph: inner in paragraph.iter())


def _commented(node: Element) -> bool:
    return any(one.tag in _COMMENTS for one in node.iter())

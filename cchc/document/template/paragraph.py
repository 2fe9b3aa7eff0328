"""A paragraph of a template, compiled once and filled many times.

Values are set as text nodes, so no value is ever markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy  # of an lxml element: as deep as deepcopy, and quicker

from lxml import etree

from cchc.document.bookmarks import put_mark
from cchc.document.paper import Origin, Styled
from cchc.document.template.expressions import Expression, TagNames
from cchc.document.template.styles import TemplateStyles
from cchc.document.template.tags import MARK, Choice, Sole, TagReader, TemplatePiece, sole
from cchc.document.template.unbroken import unbroken, unbroken_in_cell
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.markup import Element, text_node, text_of, w

_CONTROL = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("([\n\t\u2011])")
_SIGNS = {"\n": w("br"), "\t": w("tab"), "\u2011": w("noBreakHyphen")}
_P, _R, _PPR = w("p"), w("r"), w("pPr")


class TemplateParagraph:
    """A compiled paragraph."""

    def __init__(self, element: Element, place: Message, styles: TemplateStyles) -> None:
        """Compile `element`; `place` names it in messages.

        Raises:
            UserError: a tag cannot be read, or is not closed.
        """
        self._element = element
        self._place = place
        self._styles = styles
        look = element.find(_PPR)
        self._bare = etree.Element(_P)
        if look is not None:
            self._bare.append(copy(look))
        self._known: dict[tuple[str, bool], Element] = {}
        self.expressions: list[Expression] = []
        self.comments: list[str] = []
        text = text_of(element)
        self.has_tags = bool(MARK.search(text))
        self._items: list[TemplatePiece | Choice] = []
        self._only: Sole | None = None
        in_cell = element.getparent() is not None and element.getparent().tag == w("tc")
        self._whole = unbroken_in_cell if in_cell else unbroken
        if self.has_tags:
            reader = TagReader(place)
            self._items = reader.items(element)
            self._only = sole(self._items)
            self.expressions = reader.expressions
            self.comments = reader.comments

    @property
    def roots(self) -> frozenset[str]:
        """The first names of its tags."""
        return frozenset().union(*(tag.roots for tag in self.expressions))

    @property
    def size(self) -> float:
        """The size of its text in points."""
        return self._styles.size_of(self._element)

    def fill(self, names: TagNames) -> list[Element]:
        """Return the paragraphs this one becomes: one, one for each item of a list, or none.

        Raises:
            UserError: a tag of it cannot be filled.
        """
        if not self.has_tags:
            return [copy(self._element)]
        if self._only is not None:
            value = self._only.tag.value(names)
            if isinstance(value, tuple):
                return [self._item(item, self._only) for item in value]
            made = self._written([(self._only.look, self._text(value, self._only.tag))])
            return [_marked(one, value) for one in made]
        return self._written(list(self._printed(self._items, names)))

    def shown(self, names: TagNames) -> Iterator[Expression]:
        """Yield the tags that are printed; where a condition speaks of a row, those of every branch."""
        return _shown(self._items, names)

    @property
    def only_tag(self) -> Expression | None:
        """The tag that it consists of, if there is such a one."""
        return self._only.tag if self._only else None

    def lined(self, text: str) -> Element:
        """Return the paragraph with a line of text in place of its only tag."""
        return self._built([(self._only.look if self._only else None, text)])

    def bare(self) -> Element:
        """Return the paragraph without its content: what a cell keeps when all in it went."""
        return copy(self._bare)

    def _item(self, item: object, only: Sole) -> Element:
        if not isinstance(item, Styled):
            return _marked(self._built([(only.look, self._text(item, only.tag))]), item)
        made = copy(self._styled(item.style, item.keep_next))
        made.append(_run(None, self._text(item.text, only.tag)))
        return _marked(made, item)

    def _styled(self, style: str, keep_next: bool) -> Element:
        """Return the paragraph of a style without its text, kept for the next of its kind."""
        if (style, keep_next) not in self._known:
            style_id = self._styles.id_of(style, self._place)
            made = etree.Element(_P)
            look = etree.SubElement(made, _PPR)
            etree.SubElement(look, w("pStyle")).set(w("val"), style_id)
            if keep_next:
                etree.SubElement(look, w("keepNext"))
            self._known[style, keep_next] = made
        return self._known[style, keep_next]

    def _written(self, parts: list[tuple[Element | None, str | Element]]) -> list[Element]:
        empty = all(isinstance(part, str) and not part.strip() for _, part in parts)
        return [] if empty else [self._built(parts)]

    def _built(self, parts: list[tuple[Element | None, str | Element]]) -> Element:
        made = self.bare()
        for look, part in parts:
            if not isinstance(part, str):
                made.append(copy(part))
            elif part:
                made.append(_run(look, part))
        return made

    def _printed(
        self, items: list[TemplatePiece | Choice], names: TagNames
    ) -> Iterator[tuple[Element | None, str | Element]]:
        for item in items:
            if isinstance(item, Choice):
                for test, branch in item.branches:
                    if test is None or test.value(names):
                        yield from self._printed(branch, names)
                        break
            elif isinstance(item.content, Expression):
                value = item.content.value(names)
                yield item.look, self._text(value, item.content)
            else:
                yield item.look, item.content

    def _text(self, value: object, tag: Expression) -> str:
        if isinstance(value, tuple):
            raise self._error(
                say("{tag} is a list and must stand alone in its paragraph", tag=tag.shown)
            )
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self._error(say("{tag} is not a text", tag=tag.shown))
        text = str(value).replace("\r\n", "\n")
        if found := _CONTROL.search(text):
            raise self._error(
                say(
                    "{tag}: its text holds a character that no document may hold: U+{code}",
                    tag=tag.shown,
                    code=f"{ord(found[0]):04X}",
                )
            )
        return self._whole(text)

    def _error(self, fault: Message, hint: Message | None = None) -> UserError:
        return UserError(say("{place}: {fault}", place=self._place, fault=fault), hint)


def _shown(items: list[TemplatePiece | Choice], names: TagNames) -> Iterator[Expression]:
    for item in items:
        if isinstance(item, Choice):
            for test, branch in item.branches:
                holds = _holds(test, names)
                if holds is not False:
                    yield from _shown(branch, names)
                if holds:
                    break
        elif isinstance(item.content, Expression):
            yield item.content


def _holds(test: Expression | None, names: TagNames) -> bool | None:
    """Whether a condition holds; None when only the rows of a table can tell."""
    try:
        return test is None or bool(test.value(names))
    except UserError:
        return None


def _marked(paragraph: Element, printed: object) -> Element:
    """Return the paragraph with the bookmark of what is printed in it, if that has one."""
    origin: Origin | None = getattr(printed, "origin", None)
    if origin is not None:
        put_mark(paragraph, origin.mark)
    return paragraph


def _run(look: Element | None, text: str) -> Element:
    run = etree.Element(_R)
    if look is not None:
        run.append(copy(look))
    for part in _BREAKS.split(text) if _BREAKS.search(text) else (text,):
        if part in _SIGNS:
            etree.SubElement(run, _SIGNS[part])
        elif part:
            run.append(text_node(part))
    return run

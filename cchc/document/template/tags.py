"""Finding the tags of a paragraph: runs joined, text cut into pieces, each with its run's look.

Word cuts a tag into several runs as it likes; here the text of all runs is looked at as one, and a
tag belongs to the run it begins in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from cchc.document.template.expressions import Expression, short
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.markup import Element, w

MARK = re.compile(r"\{\{|\{%|\{#|%\}|\}\}")
"""What shows that a text has a tag, or a part of one."""

# Up to the next opening of its kind at most: a text of nothing but openings is gone through once. Not
# possessive: before Python 3.11.5 `(?:...)*+` finds nothing (gh-106052).
_TAG = re.compile(
    r"\{\{((?:(?!\{\{|\}\}).)*)\}\}|\{%((?:(?!\{%|%\}).)*)%\}|\{#((?:(?!\{#|#\}).)*)#\}",
    re.DOTALL,
)
_WORDS = re.compile(r"(if|elif|else|endif)\b(.*)", re.DOTALL)
_STEP = re.compile(r"\s*\{%-?\s*((?:if|elif|else|endif)\b(?:(?!\{%|%\}).)*)%\}\s*", re.DOTALL)
DEEPEST = 20
"""Choices inside one another."""
_OBJECT = "\ufffc"
_R, _T, _RPR, _HIDDEN = w("r"), w("t"), w("rPr"), w("vanish")
_TEXT_LIKE = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_CONTAINERS = {w(name) for name in ("hyperlink", "ins", "smartTag", "dir")}
_DROPPED = {w(name) for name in ("rPr", "lastRenderedPageBreak", "proofErr")}


class TemplatePiece(NamedTuple):
    """Something printed in the look of one run: a text, an element (a field), or a tag."""

    look: Element | None
    content: str | Element | Expression


class Sole(NamedTuple):
    """A tag that has its paragraph for itself."""

    look: Element | None
    tag: Expression


class Choice(NamedTuple):
    """An inline `{% if %}`: its branches, the `else` branch without a condition."""

    branches: list[tuple[Expression | None, list[TemplatePiece | Choice]]]


class ChoiceMark(NamedTuple):
    """A tag alone in its paragraph that begins, changes or ends a choice among paragraphs."""

    word: str
    """if, elif, else or endif."""
    condition: str
    shown: str


class TagReader:
    """Reads the content of one paragraph."""

    def __init__(self, place: Message) -> None:
        """`place` names the paragraph in messages."""
        self._place = place
        self.expressions: list[Expression] = []
        self.comments: list[str] = []

    def items(self, paragraph: Element) -> list[TemplatePiece | Choice]:
        """Return what the paragraph prints, in order.

        Raises:
            UserError: a tag cannot be read, or is not closed.
        """
        return self._parsed(_atoms(paragraph))

    def _parsed(
        self, atoms: list[tuple[str | Element, Element | None]]
    ) -> list[TemplatePiece | Choice]:
        text = "".join(a if isinstance(a, str) else _OBJECT for a, _ in atoms)
        top: list[TemplatePiece | Choice] = []
        levels = [top]
        choices: list[Choice] = []
        at = 0
        for found in _TAG.finditer(text):
            levels[-1].extend(self._plain(atoms[at : found.start()]))
            at = found.end()
            look = atoms[found.start()][1]
            shown = found[0].replace(_OBJECT, "")
            if found[3] is None and look is not None and look.find(_HIDDEN) is not None:
                raise self._error(
                    say("{tag} stands in hidden text", tag=short(shown)),
                    say("In Word, select it and untick Hidden under Font."),
                )
            if found[1] is not None:
                source = found[1].replace(_OBJECT, "").removeprefix("-").removesuffix("-")
                levels[-1].append(TemplatePiece(look, self._expression(source, shown)))
            elif found[3] is not None:
                self.comments.append(found[3].replace(_OBJECT, "").strip())
            else:
                self._step(found[2].replace(_OBJECT, ""), shown, levels, choices)
        levels[-1].extend(self._plain(atoms[at:]))
        if choices:
            raise self._error(
                say("an {tag} is not closed in its paragraph", tag="{% if %}"),
                say(
                    "Type {tag} behind it; over several paragraphs each of the two stands in a "
                    "paragraph of its own.",
                    tag="{% endif %}",
                ),
            )
        return top

    def _step(
        self,
        words: str,
        shown: str,
        levels: list[list[TemplatePiece | Choice]],
        choices: list[Choice],
    ) -> None:
        found = _WORDS.fullmatch(words.removeprefix("-").removesuffix("-").strip())
        word, condition = (found[1], found[2]) if found else ("", "")
        if word != "if" and (not word or not choices):
            raise self._error(
                say("{tag} cannot be used here", tag=short(shown)),
                say("Besides names, only if ... endif is understood."),
            )
        if word == "if" and len(choices) >= DEEPEST:
            raise self._error(say("{tag} stands inside too many others", tag=short(shown)))
        if word == "endif":
            choices.pop()
            levels.pop()
            return
        test = None if word == "else" else self._expression(condition, shown)
        branch: list[TemplatePiece | Choice] = []
        if word == "if":
            choices.append(Choice([]))
            levels[-1].append(choices[-1])
        else:
            levels.pop()
        choices[-1].branches.append((test, branch))
        levels.append(branch)

    def _plain(self, atoms: list[tuple[str | Element, Element | None]]) -> Iterator[TemplatePiece]:
        text, look = "", None
        for atom, own in atoms:
            if isinstance(atom, str) and (own is look or not text):
                text, look = text + atom, own
                continue
            yield from self._literal(text, look)
            text, look = ("", None) if not isinstance(atom, str) else (atom, own)
            if not isinstance(atom, str):
                yield TemplatePiece(own, atom)
        yield from self._literal(text, look)

    def _literal(self, text: str, look: Element | None) -> Iterator[TemplatePiece]:
        if found := MARK.search(text):
            raise self._error(
                say("the tag at {text} is not complete", text=short(text[found.start() :])),
                say("A tag stands whole in one paragraph, such as {tag}.", tag="{{ title }}"),
            )
        if text:
            yield TemplatePiece(look, text)

    def _expression(self, source: str, shown: str) -> Expression:
        made = Expression(source, self._place, shown)
        self.expressions.append(made)
        return made

    def _error(self, fault: Message, hint: Message | None = None) -> UserError:
        return UserError(say("{place}: {fault}", place=self._place, fault=fault), hint)


def _atoms(element: Element) -> list[tuple[str | Element, Element | None]]:
    """Return each character and each other piece of content, with the look of its run."""
    atoms: list[tuple[str | Element, Element | None]] = []
    for node in element:
        if node.tag in _CONTAINERS:
            atoms += _atoms(node)
        elif node.tag == w("fldSimple"):
            atoms.append((node, None))
        elif node.tag == _R:
            look = node.find(_RPR)
            for part in node:
                if part.tag == _T:
                    atoms += [(letter, look) for letter in part.text or ""]
                elif part.tag in _TEXT_LIKE and not part.attrib:
                    atoms.append((_TEXT_LIKE[part.tag], look))
                elif part.tag not in _DROPPED:
                    atoms.append((_alone(look, part), look))
    return atoms


def _alone(look: Element | None, part: Element) -> Element:
    run = etree.Element(_R)
    if look is not None:
        run.append(deepcopy(look))
    run.append(deepcopy(part))
    return run


def step_of(paragraph: Element) -> ChoiceMark | None:
    """Return the step that a paragraph is, if it holds nothing else."""
    atoms = [atom for atom, _ in _atoms(paragraph)]
    found = _STEP.fullmatch("".join(a if isinstance(a, str) else _OBJECT for a in atoms))
    words = _WORDS.fullmatch(found[1].removesuffix("-").strip()) if found else None
    return ChoiceMark(words[1], words[2], found[0].strip()) if found and words else None


def sole(items: list[TemplatePiece | Choice]) -> Sole | None:
    """Return the tag that is alone in its paragraph, white space aside."""
    solid = [item for item in items if not _is_space(item)]
    if len(solid) == 1 and isinstance(solid[0], TemplatePiece):
        look, content = solid[0]
        return Sole(look, content) if isinstance(content, Expression) else None
    return None


def _is_space(item: TemplatePiece | Choice) -> bool:
    content = item.content if isinstance(item, TemplatePiece) else None
    return isinstance(content, str) and not content.strip()

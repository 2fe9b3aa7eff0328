"""Paragraphs and tables shown only when a condition holds.

An `{% if %}` in a paragraph of its own begins a choice, `{% elif %}` and `{% else %}` go on with it,
and `{% endif %}` ends it; what stands between them may be paragraphs, tables and further choices.
These paragraphs themselves are never printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from cchc.document.template.expressions import Expression, TagNames
from cchc.document.template.tags import DEEPEST, ChoiceMark
from cchc.errors import UserError
from cchc.messages import Message, say

if TYPE_CHECKING:
    from cchc.word.markup import Element


class TemplateBlock(Protocol):
    """A compiled paragraph or table, or a choice among such."""

    @property
    def roots(self) -> frozenset[str]:
        """The first names of its tags."""

    def fill(self, names: TagNames) -> list[Element]:
        """Return what is printed of it."""


class BlockChoice:
    """A compiled choice among ranges of paragraphs and tables."""

    def __init__(self) -> None:
        self.branches: list[tuple[Expression | None, list[TemplateBlock]]] = []
        """A condition and what it shows; the `else` branch has no condition."""

    @property
    def ended(self) -> bool:
        """Whether it has its `else` branch, behind which none can follow."""
        return any(test is None for test, _ in self.branches)

    @property
    def roots(self) -> frozenset[str]:
        """The first names of the tags in its conditions and its branches."""
        tests = [test.roots for test, _ in self.branches if test]
        return frozenset().union(
            *tests, *(one.roots for _, shown in self.branches for one in shown)
        )

    def chosen(self, names: TagNames) -> list[TemplateBlock]:
        """Return the blocks of the first branch whose condition holds.

        Raises:
            UserError: a condition names what does not exist.
        """
        for test, blocks in self.branches:
            if test is None or test.value(names):
                return blocks
        return []

    def fill(self, names: TagNames) -> list[Element]:
        """Return the paragraphs and tables of the branch that is shown."""
        return [element for block in self.chosen(names) for element in block.fill(names)]


class OpenChoices:
    """The choices that are open while the paragraphs of a part are read one after another."""

    def __init__(self) -> None:
        self._levels: list[list[TemplateBlock]] = [[]]
        self._open: list[tuple[BlockChoice, Message]] = []

    def add(self, block: TemplateBlock) -> None:
        """Put a block where it belongs."""
        self._levels[-1].append(block)

    def step(self, step: ChoiceMark, place: Message) -> None:
        """Begin a choice, its next branch, or end it.

        Raises:
            UserError: there is no choice that it could belong to, or its condition cannot be read.
        """
        if step.word != "if" and not self._open:
            raise _error(place, say("{tag} has no {begin} before it", tag=step.shown, begin=_IF))
        if step.word == "if" and len(self._open) >= DEEPEST:
            raise _error(place, say("{tag} stands inside too many others", tag=step.shown))
        if step.word in ("elif", "else") and self._open[-1][0].ended:
            raise _error(place, say("{tag} stands behind an {end}", tag=step.shown, end=_ELSE))
        if step.word == "if":
            self._open.append((BlockChoice(), place))
            self.add(self._open[-1][0])
        else:
            self._levels.pop()
        if step.word == "endif":
            self._open.pop()
            return
        test = None if step.word == "else" else Expression(step.condition, place, step.shown)
        self._levels.append([])
        self._open[-1][0].branches.append((test, self._levels[-1]))

    def closed(self) -> list[TemplateBlock]:
        """Return the blocks of the part, every choice ended.

        Raises:
            UserError: one is not.
        """
        if self._open:
            place = self._open[-1][1]
            raise UserError(
                say("{place}: an {tag} is not closed", place=place, tag=_IF),
                say("Put {tag} in a paragraph of its own, in the same cell or section.",
                    tag="{% endif %}"),
            )  # fmt: skip
        return self._levels[0]


_IF = "{% if %}"
_ELSE = "{% else %}"


def _error(place: Message, fault: Message) -> UserError:
    return UserError(say("{place}: {fault}", place=place, fault=fault))


def shown_blocks(blocks: Iterable[TemplateBlock], names: TagNames) -> Iterator[TemplateBlock]:
    """Yield the paragraphs and tables of `blocks` that are shown, in order.

    Raises:
        UserError: a condition names what does not exist.
    """
    for block in blocks:
        if isinstance(block, BlockChoice):
            yield from shown_blocks(block.chosen(names), names)
        else:
            yield block


def every(blocks: Iterable[TemplateBlock]) -> Iterator[TemplateBlock]:
    """Yield the paragraphs and tables of `blocks`, shown or not."""
    for block in blocks:
        if isinstance(block, BlockChoice):
            for _, inner in block.branches:
                yield from every(inner)
        else:
            yield block

"""What rules ask of a plan, worked out once and only when asked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from cchc.language.citation import CITED, Citation, find_citations
from cchc.language.vocabulary import Vocabulary
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.rules._parts import PlanParts
from cchc.rules._texts import names_around, remarks, texts
from cchc.rules._words import TextAt

if TYPE_CHECKING:
    from cchc.model.register import Entry, Register
    from cchc.rules._register import Index


class Facts(PlanParts):
    """A plan with its derived facts, and the register of its workspace if there is one."""

    def __init__(
        self, plan: Plan, register: Register | None = None,
        decomposed: Mapping[KeyPath, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(plan)
        self.register = register
        self.decomposed = decomposed or {}
        """The values that are not composed (NFC) in the file, as they stand there."""

    @cached_property
    def texts(self) -> tuple[TextAt, ...]:
        """Every text that is printed, except names of units, people and columns."""
        return tuple(texts(self))

    @cached_property
    def printed(self) -> tuple[TextAt, ...]:
        """Everything that is printed: `texts`, and the names, recipients, measures, phrases and
        column headings that stand around them. Aliases are not: they record other spellings."""
        return (*names_around(self), *self.texts)

    @cached_property
    def whole(self) -> str:
        """All of `printed` in one text: what is not in it need not be looked for in each."""
        return "\n".join(text for _, text in self.printed)

    @cached_property
    def lowercase(self) -> str:
        """`whole` in lower case."""
        return self.whole.casefold()

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(text) + 1 for _, text in self.printed)
        return [0, *accumulate(lengths)][:-1]

    def holding(self, *patterns: re.Pattern[str], lowercase: bool = False) -> list[TextAt]:
        """Return the texts of `printed` in which a pattern may be found, by one search of `whole`.

        `lowercase`: it is looked for in lower case. A text may be named without need where a
        pattern reaches over the end of one text into the next.
        """
        return [self.printed[index] for index in self._holding(patterns, lowercase=lowercase)]

    def texts_holding(self, *patterns: re.Pattern[str], lowercase: bool = False) -> list[TextAt]:
        """Return those texts of `holding` that are among `texts`."""
        first = len(self.printed) - len(self.texts)  # names come first
        found = self._holding(patterns, lowercase=lowercase)
        return [self.printed[index] for index in found if index >= first]

    def _holding(self, patterns: Iterable[re.Pattern[str]], *, lowercase: bool) -> Iterable[int]:
        where = self.lowercase if lowercase else self.whole
        if len(where) != len(self.whole):
            return range(
                len(self.printed)
            )  # a letter that is two in lower case: places would shift
        starts = self._starts
        found: set[int] = set()
        for pattern in patterns:
            for match in pattern.finditer(where):
                start, stop = match.span()
                found.update(range(bisect_right(starts, start) - 1, bisect_left(starts, stop)))
        return sorted(found)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of `whole`, to see at once which phrases are nowhere."""
        return Vocabulary(self.whole)

    @cached_property
    def written(self) -> tuple[TextAt, ...]:
        """Everything that a person wrote: `printed`, the aliases, and the remarks on progress."""
        return (*self.printed, *remarks(self))

    @cached_property
    def whole_written(self) -> str:
        """All of `written` in one text."""
        return "\n".join((self.whole, *(text for _, text in self.written[len(self.printed) :])))

    @cached_property
    def _by_place(self) -> dict[KeyPath, str]:
        return dict(self.texts)

    def text_at(self, place: KeyPath) -> str:
        """Return the text of `texts` at `place`."""
        return self._by_place[place]

    @cached_property
    def citations(self) -> tuple[tuple[KeyPath, Citation], ...]:
        """Every citation of a document, in printed order."""
        return tuple(
            (place, citation)
            for place, text in self.texts_holding(*CITED)
            for citation in find_citations(text)
        )

    @cached_property
    def _cited(self) -> dict[KeyPath, list[Citation]]:
        cited: dict[KeyPath, list[Citation]] = {}
        for place, citation in self.citations:
            cited.setdefault(place, []).append(citation)
        return cited

    def cited_at(self, place: KeyPath) -> list[Citation]:
        """Return the citations in the text at `place`, in their order."""
        return self._cited.get(place, [])

    def is_cited(self, place: KeyPath, start: int, stop: int | None = None) -> bool:
        """Whether the stretch, or the letter at `start`, belongs to a citation: titles of documents
        are copied with the spelling they have."""
        end = start + 1 if stop is None else stop
        return any(one.start < end and start < one.stop for one in self.cited_at(place))

    @cached_property
    def register_index(self) -> Index:
        """The register by symbol; an empty one when there is none."""
        from cchc.rules._register import Index

        return Index(self.register)

    @cached_property
    def registered(self) -> tuple[tuple[KeyPath, Citation, Entry | None], ...]:
        """Every citation with the document of the register that it means; nothing without one."""
        if self.register is None:
            return ()
        find = self.register_index.find
        return tuple((place, one, find(one, self.plan)) for place, one in self.citations)

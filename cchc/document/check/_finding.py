"""What a check finds: a fault with a code, its place, what stands there and what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cchc.document.check._components import AppendixAt, Components, Role
from cchc.document.check._scan import Para, Scan, SectionAt, TableAt
from cchc.messages import Message, Number, say
from cchc.model.finding import Severity
from cchc.word.markup import Element
from cchc.word.package import DOCUMENT

DECREE = "Nghị định 30/2020/NĐ-CP"
FORMAT = "ISO/IEC 29500"
PRACTICE = ""
_SHOWN = 60


def article(text: str) -> str:
    """Return the full source of a point of Phụ lục I of the decree, such as `II.5`."""
    return f"{DECREE}, Phụ lục I, Phần I, mục {text}"


class LayoutCode(NamedTuple):
    """A code and what it stands for; `source` is the law or standard, empty for good practice."""

    code: str
    name: str
    severity: Severity
    source: str = PRACTICE

    def at(self, where: Para | TableAt | SectionAt, found: Message, wants: Message) -> DocxFinding:
        """Return the finding of this fault at a paragraph, table or section."""
        if isinstance(where, Para):
            return DocxFinding(
                self, where.part, where.order, where.place, _excerpt(where.words), found, wants,
                where.element,
            )  # fmt: skip
        order = where.start if isinstance(where, SectionAt) else where.order
        return DocxFinding(self, DOCUMENT, order, where.place, "", found, wants, where.element)

    def of_part(self, part: str, found: Message, wants: Message) -> DocxFinding:
        """Return the finding of this fault in a part of the file as a whole."""
        return DocxFinding(self, part, 0, say("part {part}", part=part), "", found, wants)

    def of_paper(self, found: Message, wants: Message) -> DocxFinding:
        """Return the finding of this fault about the document as a whole."""
        return DocxFinding(self, DOCUMENT, 0, say("whole document"), "", found, wants)


class DocxFinding(NamedTuple):
    """One thing wrong in a document."""

    fault: LayoutCode
    part: str
    order: int
    place: Message
    text: str
    """The beginning of the paragraph in question; empty for tables, sections and parts."""
    found: Message
    wants: Message
    element: Element | None = None
    """Where in `part` it stands: a paragraph, table, cell or section; None for the whole of it."""


class CheckedPaper(NamedTuple):
    """What a check is given: the document, and which of its paragraphs is what."""

    scan: Scan
    components: Components
    """Of the paper that is judged."""
    papers: tuple[Components, ...] = ()
    """Of all papers in the file."""

    @property
    def appendices(self) -> list[AppendixAt]:
        """The appendices in the file."""
        return [one for paper in self.papers for one in paper.appendices]

    def is_frame(self, table: TableAt) -> bool:
        """Whether a table holds a letterhead or a signature, and lists nothing."""
        inside = {p.order for p in table.paragraphs}
        return any(
            p.order in inside and role not in (Role.CELL, Role.OTHER)
            for paper in self.papers
            for p, role in paper.roles.items()
        )


Findings = Iterator[DocxFinding]


def shown_number(value: float, digits: int = 1) -> Number:
    """Return a number for a message, with at most so many decimals."""
    return Number(value, digits)


def _excerpt(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"

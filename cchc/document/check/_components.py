"""The components of an official paper, and which paragraph of a document is which."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cchc.document.check._scan import Para, TableAt


class Role(StrEnum):
    """A component of the paper."""

    NATIONAL = "national-name"
    MOTTO = "motto"
    SUPERIOR = "superior"
    AGENCY = "agency"
    NUMBER = "number"
    DATE = "date"
    SUBJECT = "subject"
    """The "V/v ..." of a letter, under its number."""
    KIND = "kind"
    SUMMARY = "summary"
    ATTACHED = "attached"
    BASE = "base"
    PART = "part"
    SECTION_TITLE = "section-title"
    SECTION = "section"
    POINT = "point"
    DASH = "dash"
    TEXT = "text"
    HEADING = "heading"
    REFERENCE = "reference"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    AUTHORITY = "authority"
    POST = "post"
    SIGN_HERE = "sign-here"
    NAME = "name"
    LABEL = "appendix-label"
    TITLE = "appendix-title"
    CELL = "cell"
    OTHER = "other"


BODY = frozenset({
    Role.BASE, Role.PART, Role.SECTION_TITLE, Role.SECTION, Role.POINT, Role.DASH, Role.TEXT,
    Role.HEADING, Role.REFERENCE,
})  # fmt: skip
"""What stands between the title and the signature."""


@dataclass
class AppendixAt:
    """An appendix: the paragraphs of its heading, and its tables."""

    label: Para
    title: list[Para] = field(default_factory=list)
    attached: list[Para] = field(default_factory=list)
    tables: list[TableAt] = field(default_factory=list)


@dataclass
class Components:
    """The components of one document."""

    roles: dict[int, Role] = field(default_factory=dict)
    """By the order of the paragraph."""
    paragraphs: list[Para] = field(default_factory=list)
    letterhead: TableAt | None = None
    signature: TableAt | None = None
    appendices: list[AppendixAt] = field(default_factory=list)
    body_end: int = 10**9
    """The order of the block that ends the text: the signature, or the first appendix."""
    shared_letterhead: Para | None = None
    """A paragraph that holds the national name beside other words."""

    def role(self, paragraph: Para) -> Role:
        """Return what a paragraph is."""
        return self.roles.get(paragraph.order, Role.OTHER)

    def of(self, *roles: Role) -> list[Para]:
        """Return the paragraphs of some roles, in order."""
        return [p for p in self.paragraphs if self.roles.get(p.order) in roles]

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn, which has no name of kind."""
        return bool(self.of(Role.SUBJECT)) and not self.of(Role.KIND)

    @property
    def is_attached(self) -> bool:
        """Whether it is issued with another paper, which then has number and signature."""
        first = self.appendices[0].label.order if self.appendices else 10**9
        return any(p.order < first for p in self.of(Role.ATTACHED))

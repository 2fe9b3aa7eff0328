"""The kinds of papers with their forms, their components, and which paragraph of a document is which.

Source of the forms: Nghị định 30/2020/NĐ-CP, Phụ lục I and the samples of Phụ lục III.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cchc.document.check._scan import Para, TableAt
from cchc.messages import Message, say


class Form(NamedTuple):
    """What a paper of one kind has, and what it does without."""

    name: Message
    code: str = ""
    """The letters of the kind in its symbol; empty where the kind has none."""
    letterhead: bool = True
    number: bool = True
    place_and_date: bool = True
    title: bool = True
    """It bears the name of its kind."""
    summary: bool = True
    ending: bool = True
    """It has recipients and a signature."""
    resolves: bool = False
    """The issuing authority and "QUYẾT ĐỊNH:" stand in capitals before what is decided."""
    sides: bool = True
    """Recipients stand beside the signature, not below."""
    judged: bool = True
    """The decree speaks of it."""


NAMED = Form(say("an official paper"))
DECISION = Form(say("a decision"), "QĐ", resolves=True)
RESOLUTION = Form(say("a resolution"), "NQ", resolves=True)
PLAN = Form(say("a plan"), "KH")
LETTER = Form(say("an official letter"), title=False, summary=False)
SUBMISSION = Form(say("a submission"), "TTr")
REPORT = Form(say("a report"), "BC")
NOTICE = Form(say("a notice"), "TB")
TELEGRAM = Form(say("a telegram"), "CĐ")
INVITATION = Form(say("an invitation"), "GM")
INTRODUCTION = Form(say("a letter of introduction"), "GGT", summary=False)
LEAVE = Form(say("a leave certificate"), "GNP", summary=False)
MINUTES = Form(say("minutes"), "BB", place_and_date=False, sides=False)
ATTACHED = Form(
    say("a text issued with another paper"), number=False, place_and_date=False, ending=False
)
APPENDIX = Form(
    say("an appendix"), letterhead=False, number=False, place_and_date=False, title=False,
    summary=False, ending=False,
)  # fmt: skip
PARTY = Form(say("a paper of the Party"), judged=False)
UNKNOWN = Form(say("no official paper that cchc knows"), judged=False)

BY_CODE: Mapping[str, Form] = {
    form.code: form
    for form in (DECISION, RESOLUTION, PLAN, SUBMISSION, REPORT, NOTICE, TELEGRAM, INVITATION,
                 INTRODUCTION, LEAVE, MINUTES)
}  # fmt: skip
"""The forms by the code of the kind; other kinds have the form `NAMED`."""


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
    ISSUER = "issuer"
    """Who decides, in capitals before the bases of a decision."""
    BASE = "base"
    RESOLVED = "resolved"
    """The word "QUYẾT ĐỊNH:" before what is decided."""
    ADDRESS = "address"
    """The words "Kính gửi:", with the name when there is one."""
    ADDRESSEE = "addressee"
    CHAPTER = "chapter"
    ARTICLE = "article"
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
    Role.HEADING, Role.REFERENCE, Role.ARTICLE,
})  # fmt: skip
"""What stands between the title and the signature."""


@dataclass
class AppendixAt:
    """An appendix: the paragraphs of its heading, and its tables."""

    first: Para
    """The paragraph with which it begins."""
    label: Para | None
    """The word "Phụ lục"; None when an appendix in a file of its own lacks it."""
    title: list[Para] = field(default_factory=list)
    attached: list[Para] = field(default_factory=list)
    tables: list[TableAt] = field(default_factory=list)


@dataclass
class Components:
    """The components of one paper; a file may hold several, such as a decision and its plan."""

    form: Form = UNKNOWN
    roles: dict[Para, Role] = field(default_factory=dict)
    paragraphs: list[Para] = field(default_factory=list)
    """With words, in order; one that holds parts of the paper side by side is cut into these."""
    letterhead: TableAt | None = None
    signature: TableAt | None = None
    appendices: list[AppendixAt] = field(default_factory=list)
    head: list[Para] = field(default_factory=list)
    """The paragraphs of the letterhead, empty ones too."""
    spaced: Para | None = None
    """A paragraph in which two parts of the letterhead are kept apart by typed spaces."""

    def role(self, paragraph: Para) -> Role:
        """Return what a paragraph is."""
        return self.roles.get(paragraph, Role.OTHER)

    def of(self, *roles: Role) -> list[Para]:
        """Return the paragraphs of some roles, in order."""
        return [p for p in self.paragraphs if self.roles.get(p) in roles]

    @property
    def is_issued(self) -> bool:
        """Whether it is a text issued with another paper, which has number and signature."""
        return self.form.title and not self.form.number

    @property
    def text(self) -> list[Para]:
        """The paragraphs of the text, from its first base on."""
        return self.of(*BODY)

"""The kinds of papers, each with its form: Phụ lục I and the samples of Phụ lục III of the decree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

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

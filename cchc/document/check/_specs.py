"""How each component is printed: sizes in points, letters, place. Phụ lục I, Phần I, mục II, III."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cchc.document.check._components import Role
from cchc.document.check._finding import article
from cchc.messages import Message, say

CENTRE = frozenset({"center"})
CENTRE_OR_FULL = frozenset({"center", "both"})
JUSTIFIED = frozenset({"both", "distribute"})
HEADING = JUSTIFIED | {"left", "center"}
LEFT = frozenset({"left"}) | JUSTIFIED


class Spec(NamedTuple):
    """What the decree says of a component; None leaves a matter open."""

    least: float
    most: float
    bold: bool | None
    italic: bool | None
    upper: bool | None
    align: frozenset[str] | None
    source: str


SPECS: Mapping[Role, Spec] = {
    Role.NATIONAL: Spec(12, 13, True, False, True, CENTRE, article("II.1")),
    Role.MOTTO: Spec(13, 14, True, False, False, CENTRE, article("II.1")),
    Role.SUPERIOR: Spec(12, 13, False, False, True, CENTRE, article("II.2")),
    Role.AGENCY: Spec(12, 13, True, False, True, CENTRE, article("II.2")),
    Role.NUMBER: Spec(13, 13, False, False, None, CENTRE, article("II.3")),
    Role.DATE: Spec(13, 14, False, True, None, CENTRE, article("II.4")),
    Role.SUBJECT: Spec(12, 13, False, False, None, CENTRE, article("II.5")),
    Role.KIND: Spec(13, 14, True, False, True, CENTRE, article("II.5")),
    Role.SUMMARY: Spec(13, 14, True, False, False, CENTRE, article("II.5")),
    Role.ATTACHED: Spec(13, 14, False, True, False, CENTRE, article("III.1")),
    Role.ISSUER: Spec(13, 14, True, False, True, CENTRE, article("II.6")),
    Role.RESOLVED: Spec(13, 14, True, False, True, CENTRE, article("II.6")),
    Role.ADDRESS: Spec(13, 14, False, False, False, None, article("II.9")),
    Role.ADDRESSEE: Spec(13, 14, False, False, False, None, article("II.9")),
    Role.CHAPTER: Spec(13, 14, True, False, None, CENTRE, article("II.6")),
    Role.ARTICLE: Spec(13, 14, None, False, False, JUSTIFIED, article("II.6")),
    Role.BASE: Spec(13, 14, False, True, False, JUSTIFIED, article("II.6")),
    Role.PART: Spec(13, 14, True, False, True, HEADING, article("II.6")),
    Role.SECTION_TITLE: Spec(13, 14, True, False, None, HEADING, article("II.6")),
    Role.SECTION: Spec(13, 14, False, False, False, JUSTIFIED, article("II.6")),
    Role.POINT: Spec(13, 14, None, False, False, JUSTIFIED, article("II.6")),
    Role.DASH: Spec(13, 14, None, None, False, JUSTIFIED, article("II.6")),
    Role.TEXT: Spec(13, 14, False, False, False, JUSTIFIED, article("II.6")),
    Role.HEADING: Spec(13, 14, True, None, None, HEADING, article("II.6")),
    Role.REFERENCE: Spec(13, 14, None, None, False, None, article("II.6")),
    Role.RECIPIENTS: Spec(12, 12, True, True, False, LEFT, article("II.9")),
    Role.RECIPIENT: Spec(11, 11, False, False, False, LEFT, article("II.9")),
    Role.AUTHORITY: Spec(13, 14, True, False, True, CENTRE_OR_FULL, article("II.7")),
    Role.POST: Spec(13, 14, True, False, True, CENTRE_OR_FULL, article("II.7")),
    Role.NAME: Spec(13, 14, True, False, False, CENTRE, article("II.7")),
    Role.LABEL: Spec(14, 14, True, False, False, CENTRE, article("III.1")),
    Role.TITLE: Spec(13, 14, True, False, True, CENTRE, article("III.1")),
}

NAMES: Mapping[Role, Message] = {
    Role.NATIONAL: say("the national name"),
    Role.MOTTO: say("the motto"),
    Role.SUPERIOR: say("the superior agency"),
    Role.AGENCY: say("the issuing agency"),
    Role.NUMBER: say("number and symbol"),
    Role.DATE: say("place and date"),
    Role.SUBJECT: say("the summary of a letter"),
    Role.KIND: say("the kind of paper"),
    Role.SUMMARY: say("the summary"),
    Role.ATTACHED: say("the line “(Kèm theo ...)”"),
    Role.ISSUER: say("the authority that decides"),
    Role.RESOLVED: say("the word “QUYẾT ĐỊNH:”"),
    Role.ADDRESS: say("the words “Kính gửi:”"),
    Role.ADDRESSEE: say("an addressee"),
    Role.CHAPTER: say("the title of a chapter"),
    Role.ARTICLE: say("an article"),
    Role.BASE: say("a legal base"),
    Role.PART: say("the title of a part (I.)"),
    Role.SECTION_TITLE: say("the title of a section (1.)"),
    Role.SECTION: say("a section (1.)"),
    Role.POINT: say("a point (a)"),
    Role.DASH: say("a dash item"),
    Role.TEXT: say("the text"),
    Role.HEADING: say("a heading"),
    Role.REFERENCE: say("the reference to the appendix"),
    Role.RECIPIENTS: say("the words “Nơi nhận:”"),
    Role.RECIPIENT: say("the list of recipients"),
    Role.AUTHORITY: say("the signer's authority"),
    Role.POST: say("the signer's post"),
    Role.NAME: say("the signer's name"),
    Role.LABEL: say("the words “Phụ lục”"),
    Role.TITLE: say("the title of the appendix"),
    Role.CELL: say("the text of a table"),
}
"""What people call the components."""

"""The commune's name: the same in letterhead, place, title, appendix and signature."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from cchc.document.check import _text as t
from cchc.document.check._components import BODY, Role
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article
from cchc.document.check._scan import Para
from cchc.language.names import bare, fold
from cchc.messages import Message, say
from cchc.model.finding import Severity

DIFFERS = LayoutCode("W316", "commune-named-otherwise", Severity.ERROR, article("II.2"))

# "Phòng Văn hóa - Xã hội" is no commune called "Hội"; "xã Hội An" would be one.
_LEVEL = r"(xã(?!\s+hội(?:\s*$|\s*[-,;.()]|\s+(?:xã|phường|đặc khu|và|chủ nghĩa)\b))|phường|thị trấn|đặc khu)"
_OWN = re.compile(rf"(?:^|\s){_LEVEL}\s+(.+)$", re.IGNORECASE)
_NAMED = re.compile(rf"\b{_LEVEL}\s+((?:[\w'’-]+\s?){{1,6}})", re.IGNORECASE)
_ALIKE = 0.7
"""Names that are so alike are meant to be one: another commune has another name."""
_OUR_OWN = (Role.AUTHORITY, Role.ISSUER, Role.ATTACHED)
"""Where only the commune itself can be meant."""


def check(paper: CheckedPaper) -> Findings:
    """Compare the commune's name wherever the paper speaks of its issuer."""
    found = paper.components
    head = " ".join(p.words for p in found.of(Role.SUPERIOR, Role.AGENCY))
    own = _OWN.search(head)
    if own is None:
        return
    level, name = own[1].casefold(), own[2]
    name = re.split(rf"\s+{_LEVEL}\s", name, flags=re.IGNORECASE)[0]
    issued = _OWN.search(" ".join(p.words for p in found.of(Role.AGENCY)))
    for p in found.of(Role.DATE):
        place = p.words.rpartition(", ngày")[0] or p.words.partition(" ngày")[0]
        place = re.sub(rf"^{_LEVEL}\s+", "", place.strip(" ,"), flags=re.IGNORECASE)
        if place and issued and not t.BLANK.search(place) and fold(place) != fold(name):
            yield DIFFERS.at(p, say("“{text}”", text=place), _wanted(level, name))
    for p in found.paragraphs:
        role = found.role(p)
        if role in BODY or role in _OUR_OWN or role in (Role.SUMMARY, Role.TITLE, Role.POST,
                                                        Role.RECIPIENT):  # fmt: skip
            yield from _named(p, level, name, role)


def _named(p: Para, level: str, name: str, role: Role) -> Findings:
    for hit in _NAMED.finditer(p.words):
        if hit[1].casefold() != level:
            continue
        count = len(name.split())
        given = " ".join(hit[2].split()[:count])
        proper = given == given.upper() or all(word[:1].isupper() for word in given.split())
        if not proper or fold(given) == fold(name) or fold(given).startswith(fold(name)):
            continue
        same_size = len(given.split()) == count
        if (role in _OUR_OWN and same_size) or (same_size and _is_alike(given, name)):
            yield DIFFERS.at(p, say("“{text}”", text=hit[0].strip()), _wanted(level, name))
            return


def _is_alike(given: str, name: str) -> bool:
    one, two = bare(given), bare(name)
    return one == two or SequenceMatcher(None, one, two).ratio() >= _ALIKE


def _wanted(level: str, name: str) -> Message:
    return say("one name in the whole paper, as in the letterhead: “{text}”",
               text=f"{level} {name.title()}")  # fmt: skip

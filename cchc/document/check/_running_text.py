"""The text of a paper between title and signature: which paragraph is a base, a part, a point."""

from __future__ import annotations

import re

from cchc.document.check import _text as t
from cchc.document.check._components import LETTER, Components, Role
from cchc.document.check._scan import Para, cut_paragraph

_ENDS = re.compile(r"[.;,:!?…]$|\./\.$")
_TITLE_LENGTH = 200


def name_text(made: Components, lines: list[Para]) -> None:
    """Name the paragraphs of the text."""
    lines = _addressees(made, lines)
    paragraphs = []
    for p in lines:
        if p.cell is not None:
            made.roles[p] = Role.OTHER if p.cell.box else Role.CELL
        else:
            paragraphs.append(p)
    before: Para | None = None
    opened = False
    for p in paragraphs:
        if not opened and made.form.resolves and _stands_for_issuer(p):
            made.roles[p] = Role.ISSUER
        elif t.RESOLVED.fullmatch(p.words) and p.layout.align == "center":
            made.roles[p] = Role.RESOLVED
            opened = True
        elif t.RULE.fullmatch(p.words):
            made.roles[p] = Role.OTHER
        elif not opened and made.form is not LETTER and _is_base(p, before):
            made.roles[p] = Role.BASE
        else:
            opened = True
            made.roles[p] = _role(p)
        before = p
    _titles_of_sections(made)


def _addressees(made: Components, lines: list[Para]) -> list[Para]:
    """Name "Kính gửi:" and the names below it, and return the lines that are left."""
    at = next((n for n, p in enumerate(lines[:6])
               if any(t.ADDRESS.match(one.words) for one in cut_paragraph(p))
               or t.TELEGRAM_ADDRESS.fullmatch(p.words)), None)  # fmt: skip
    if at is None:
        return lines
    word = lines[at]
    made.roles[word] = Role.ADDRESS
    end = at + 1
    if word.cell is not None and not word.cell.box:
        first = at
        while first and lines[first - 1].shares_table(word):
            first -= 1
        while end < len(lines) and lines[end].shares_table(word):
            made.roles[lines[end]] = Role.ADDRESSEE
            end += 1
        return [*lines[:first], *lines[end:]]
    alone = t.recognised_key(word.words) in ("kinh gui", "") or word.words.endswith(":")
    while end < len(lines) and _is_addressee(lines[end], lines[end - 1], alone=alone):
        made.roles[lines[end]] = Role.ADDRESSEE
        end += 1
    return [*lines[:at], *lines[end:]]


def _is_addressee(p: Para, before: Para, *, alone: bool) -> bool:
    if t.BASE_WORD.match(p.words) or len(p.words) > _TITLE_LENGTH:
        return False
    listed = bool(t.DASH_MARK.match(p.words)) or p.cell is not None
    moved = p.layout.left > 1000 or p.layout.first > 1000 or p.layout.align == "center"
    goes_on = before.words.endswith((";", ","))
    return (listed and (alone or goes_on)) or (moved and (alone or goes_on))


def _stands_for_issuer(p: Para) -> bool:
    upper = p.words == p.words.upper() and len(p.words) > 5
    return upper and p.layout.align == "center" and not t.RESOLVED.fullmatch(p.words)


def _is_base(p: Para, before: Para | None) -> bool:
    if p.words.endswith(":") or t.MARKED.match(p.words) or t.ARTICLE.match(p.words):
        return False
    if t.SENTENCE.search(p.words) and p.share("italic") < 0.5:
        return False  # it names its base and goes on to what is done
    if t.BASE_WORD.match(p.words):
        return True
    goes_on = before is not None and before.words.endswith(";")
    if before is not None and before.words.endswith(".") and p.share("italic") < 0.5:
        return False  # the bases have ended
    if before is not None and t.BASE_CITED.match(p.words) and not t.SENTENCE.search(p.words):
        return True  # after a base that ends in no semicolon: a slip of its own
    return (goes_on and p.share("italic") >= 0.5) or (
        bool(t.BASE_LIKE.match(p.words)) and p.words.endswith(";")
    )


def is_title(p: Para) -> bool:
    """Whether a line reads like a title: short, and no sentence."""
    return not _ENDS.search(p.words) and len(p.words) <= _TITLE_LENGTH


def _role(p: Para) -> Role:
    words, styled = p.words, p.layout.heading
    bold = p.share("bold") > 0.5
    if t.CHAPTER.match(words) and (bold or p.layout.align == "center") and is_title(p):
        return Role.CHAPTER
    if t.ARTICLE.match(words):
        return Role.ARTICLE
    if t.PART_MARK.match(words) and (styled or is_title(p) or bold or words == words.upper()):
        return Role.PART
    if t.SECTION_MARK.match(words):
        return Role.SECTION_TITLE if styled or (is_title(p) and bold) else Role.SECTION
    if t.POINT_MARK.match(words):
        return Role.POINT
    if t.DASH_MARK.match(words):
        return Role.DASH
    if t.REFERENCE.match(words):
        return Role.REFERENCE
    if styled or (bold and (is_title(p) or words.endswith(":"))):
        return Role.HEADING
    return Role.TEXT


def _titles_of_sections(made: Components) -> None:
    """Take a section without a full stop for a title where all others of its depth are titles."""
    sections = made.of(Role.SECTION_TITLE, Role.SECTION)
    for depth in {_depth(p) for p in sections}:
        same = [p for p in sections if _depth(p) == depth]
        odd = [p for p in same if made.roles[p] is Role.SECTION]
        titles = len(same) - len(odd)
        if any(p.layout.heading for p in same):
            continue  # its styles say which are titles
        for p in odd:
            if titles >= 2 and len(odd) == 1 and is_title(p) and ":" not in p.words:
                made.roles[p] = Role.SECTION_TITLE


def _depth(p: Para) -> int:
    found = t.SECTION_MARK.match(p.words)
    return found[1].count(".") if found else 0

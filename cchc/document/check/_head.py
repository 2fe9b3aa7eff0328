"""The letterhead: agency, number and subject on the left; national name, motto, date on the right.

It may stand in a table of one or two rows, in text boxes, in frames, or in paragraphs with tabs.
"""

from __future__ import annotations

from collections.abc import Iterable

from cchc.document.check import _text as t
from cchc.document.check._components import Components, Role
from cchc.document.check._scan import CellAt, Para, Scan, cut_at_spaces, cut_paragraph
from cchc.word.markup import Element

_TOP = 40
_SUBJECT_LINE = 60
_SUBJECT_SIZE = 13
_ONCE = frozenset({Role.NUMBER, Role.DATE})


def is_national(p: Para) -> bool:
    """Whether a line holds the national name, misspelt or not."""
    name = t.recognised_key(p.words)
    return t.NATIONAL_KEY in name or (
        len(name) < 60
        and name.startswith(("cong hoa xa hoi", "cong hoa xhcn", "cong hoa chu nghia"))
    )


def is_motto(p: Para) -> bool:
    """Whether a line holds the motto, misspelt or not."""
    name = t.recognised_key(p.words)
    if t.MOTTO_KEY in name:
        return True
    return len(name) < 50 and name.startswith("doc lap") and "hanh phuc" in name


def name_head(scan: Scan, made: Components, lines: list[Para]) -> int:
    """Name the parts of the letterhead and return the number of the line after it."""
    anchors = [n for n, p in enumerate(lines[:_TOP]) if is_national(p) or is_motto(p)]
    holders = _holders(lines[n] for n in anchors)
    end = max(anchors) + 1
    while end < len(lines) and _belongs(lines[end], holders, lines[:end]):
        end += 1
    made.letterhead = next(
        (one for one in scan.tables if any(one.element is h for h in holders)), None
    )
    parts: list[Para] = []
    for p in lines[:end]:
        found = _cut(p)
        if found is None:
            made.spaced = p
            found = cut_at_spaces(p)
        parts += found
    made.paragraphs[:end] = parts
    everything = scan.paragraphs
    begins = everything.index(lines[0]) if lines[0].section > 1 else 0
    stops = everything.index(lines[end]) if end < len(lines) else len(everything)
    made.head = everything[begins:stops]
    _name(made, parts)
    return end


def _cut(p: Para) -> list[Para] | None:
    """Return the pieces of a line of the letterhead; None when only spaces part them."""
    if t.DATE_LINE.search(p.words) and _parts_in(p) == 1 and not t.NUMBER_LINE.match(p.words):
        return [p]  # a long place may have a line of its own
    found = cut_paragraph(p)
    glued = [one for one in found if _parts_in(one) > 1]
    return None if glued else found


def _parts_in(p: Para) -> int:
    """Return how many parts of the letterhead one line seems to hold."""
    words = p.words
    beside = is_national(p) and len(t.recognised_key(words)) > len(t.NATIONAL_KEY) + 6
    beside = beside or (is_motto(p) and len(t.recognised_key(words)) > len(t.MOTTO_KEY) + 4)
    dated = bool(t.NUMBER_LINE.match(words)) and bool(t.DATE_LINE.search(words))
    return 2 if beside or dated else 1


def _holders(lines: Iterable[Para]) -> list[Element]:
    return [p.cell.table for p in lines if p.cell]


def _belongs(p: Para, holders: list[Element], before: list[Para]) -> bool:
    if p.cell and any(p.cell.table is one for one in holders):
        return True
    part = _part(p)
    if part is not None or t.RULE.fullmatch(p.words) or t.STAMP.fullmatch(p.words):
        if p.cell:
            holders.append(p.cell.table)
        return True
    if p.cell and p.cell.box:
        return True
    name = t.recognised_key(p.words)
    if _goes_on(p, before):
        return True
    if p.cell and not p.cell.box and any(p.shares_table(q) for q in before):
        return True
    if t.AGENCY_START.match(name) and p.words == p.words.upper() and name not in t.KIND_KEYS:
        return not any(t.NUMBER_LINE.match(q.words) for q in before)
    after_agency = bool(before) and t.AGENCY_START.match(t.recognised_key(before[-1].words))
    return bool(after_agency) and p.words == p.words.upper() and name not in t.KIND_KEYS


def _goes_on(p: Para, before: list[Para]) -> bool:
    """Whether a plain line goes on with the subject of a letter above it."""
    if p.cell or t.OPENING.match(p.words) or len(p.words) > _SUBJECT_LINE:
        return False
    above = [q for q in before if not q.cell]
    below = next((n for n, q in enumerate(above) if _part(q) is Role.SUBJECT), None)
    small = max((s.letters.size for s in p.lettered), default=14) <= _SUBJECT_SIZE
    return below is not None and small and not any(_part(q) for q in above[below + 1 :])


def _part(p: Para) -> Role | None:
    """Return which part of the letterhead a line is by its words; None when they do not tell."""
    words = p.words
    if is_national(p):
        return Role.NATIONAL
    if is_motto(p):
        return Role.MOTTO
    if t.NUMBER_LINE.match(words):
        return Role.NUMBER
    if t.DATE_LINE.search(words) and len(words) < 100 and not words.startswith("("):
        return Role.DATE
    if t.SUBJECT_LINE.match(words):
        return Role.SUBJECT
    return None


def _name(made: Components, parts: list[Para]) -> None:
    agency: list[Para] = []
    right = next(
        (p.cell for p in parts if _part(p) in (Role.NATIONAL, Role.MOTTO) and p.cell), None
    )
    for p in parts:
        part = _part(p)
        if part is not None:
            made.roles[p] = Role.OTHER if made.of(part) and part in _ONCE else part
        elif t.RULE.fullmatch(p.words) or t.STAMP.fullmatch(p.words):
            made.roles[p] = Role.OTHER
        elif any(_beside(above, p) for above in made.of(Role.SUBJECT)):
            made.roles[p] = Role.SUBJECT  # it goes on
        elif p.words[:1].isdigit() or _is_no_agency(p, right, made):
            made.roles[p] = Role.OTHER
        else:
            agency.append(p)
    for p, role in zip(agency, _agency_roles(agency), strict=True):
        made.roles[p] = role


def _is_no_agency(p: Para, right: CellAt | None, made: Components) -> bool:
    """Whether a line cannot name the agency, by where it stands."""
    if right is None or right.box:
        return False
    if p.cell is None:
        return True
    if p.cell.box:
        return False
    return p.cell.element is right.element or bool(made.of(Role.NUMBER))


def _beside(q: Para, p: Para) -> bool:
    return (q.cell.element if q.cell else None) is (p.cell.element if p.cell else None)


def _agency_roles(lines: list[Para]) -> list[Role]:
    """Tell who issues the paper, the last agency named, from its superior above."""
    starts = [n for n, p in enumerate(lines) if t.AGENCY_START.match(t.recognised_key(p.words))]
    own = starts[-1] if starts else max(0, len(lines) - 1)
    bold = [p.share("bold") > 0.5 for p in lines]
    if True in bold and not bold[0] and t.WHOLE_COMMITTEE.match(t.recognised_key(lines[own].words)):
        # The name above is whole: what is bold below it is another body.
        own = max(own, bold.index(True))
    return [Role.SUPERIOR if n < own else Role.AGENCY for n in range(len(lines))]

"""What changed in the body: sections matched by id, title or text, whatever their numbers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from cchc.language.numbering import NumberedSection, sections
from cchc.model.finding import KeyPath
from cchc.model.section import Section
from cchc.views.changes_fields import differences
from cchc.views.changes_match import match, visible_text
from cchc.views.changes_types import Change, ChangedPart, Difference, PlanSide

_ROOT: KeyPath = ()
_OWN = frozenset({"id", "number", "items"})


def body(plan: str, sides: tuple[PlanSide, PlanSide]) -> Iterator[Change]:
    """Yield the changes of sections in the order of the new plan, then what was removed."""
    old, new = (_SectionTree(side) for side in sides)
    pairs = _paired(old, new)
    back = {there: here for here, there in pairs.items()}
    for place, found in new.nodes.items():
        above = new.above(place)
        if place not in pairs:
            if above in pairs:
                said = Difference("", new=_said(found.section))
                yield Change(plan, "added", _subject(found), said)
            continue
        before = old.nodes[pairs[place]]
        subject = _subject(found, before.label)
        if pairs.get(above) != old.above(before.place):
            moved = Difference("", old=old.title(old.above(before.place)), new=new.title(above))
            yield Change(plan, "moved", subject, moved)
        for difference in differences(before.section, found.section, sides, leave_out=_OWN):
            yield Change(plan, "changed", subject, difference)
        if before.section.id and found.section.id and before.section.id != found.section.id:
            ids = Difference("id", old=before.section.id, new=found.section.id)
            yield Change(plan, "renamed", subject, ids)
    for place, found in old.nodes.items():
        if place not in back and old.above(place) in back:
            said = Difference("", old=_said(found.section))
            yield Change(plan, "removed", _subject(found), said)


class _SectionTree:
    """The sections of one side by place, each with what stands under it."""

    def __init__(self, side: PlanSide) -> None:
        self.side = side
        self.nodes = {found.place: found for found in sections(side.plan)}
        self.under: dict[KeyPath, list[NumberedSection]] = {_ROOT: []}
        for place, found in self.nodes.items():
            self.under[place] = []
            self.under[self.above(place)].append(found)

    def above(self, place: KeyPath) -> KeyPath:
        return place[:-2]

    def title(self, place: KeyPath) -> str | None:
        return _said(self.nodes[place].section) if place in self.nodes else None


def _paired(old: _SectionTree, new: _SectionTree) -> dict[KeyPath, KeyPath]:
    """Return the old place of each section of `new` that `old` has too."""
    pairs: dict[KeyPath, KeyPath] = {_ROOT: _ROOT}
    taken: set[KeyPath] = set()
    waiting = deque([(_ROOT, _ROOT)])
    names = {**old.side.names, **new.side.names}

    def units(found: NumberedSection) -> tuple[str, ...]:
        return tuple(sorted(names.get(unit, unit) for unit in found.section.units))

    def pair(one: NumberedSection | None, other: NumberedSection | None) -> None:
        if one and other and one.place not in taken and other.place not in pairs:
            pairs[other.place] = one.place
            taken.add(one.place)
            waiting.append((one.place, other.place))

    def settle() -> None:
        """Pair what stands under the pairs found so far."""
        while waiting:
            here, there = waiting.popleft()
            left = [one for one in old.under[here] if one.place not in taken]
            come = [one for one in new.under[there] if one.place not in pairs]
            for couple in match(left, come, _title, _text, _role, units, text=_content):
                pair(*couple)

    for couple in match(list(old.nodes.values()), list(new.nodes.values()), _id):
        pair(*couple)
    settle()
    # What was taken whole to another place is found again by being equal in every word.
    lost = [found for found in old.nodes.values() if found.place not in taken]
    come = [found for found in new.nodes.values() if found.place not in pairs]
    for couple in match(lost, come, _whole):
        pair(*couple)
        settle()
    return pairs


def _id(found: NumberedSection) -> str | None:
    return found.section.id


def _title(found: NumberedSection) -> str:
    return visible_text(found.section.title)


def _text(found: NumberedSection) -> str:
    return "" if found.section.title else visible_text(found.section.text)


def _role(found: NumberedSection) -> str | None:
    return found.section.role


def _content(found: NumberedSection) -> str:
    inner = (item.title or item.text or "" for item in found.section.items)
    return " ".join(filter(None, (found.section.title, found.section.text, *inner)))


def _whole(found: NumberedSection) -> tuple[object, ...]:
    return _words(found.section)


def _words(section: Section) -> tuple[object, ...]:
    inner = tuple(_words(item) for item in section.items)
    return (
        visible_text(section.title),
        visible_text(section.text),
        section.units,
        section.deadline,
        inner,
    )


def _said(section: Section) -> str:
    return visible_text(section.title or section.text) or visible_text(
        " ".join(item.title or item.text or "" for item in section.items)
    )


def _subject(found: NumberedSection, was: str = "") -> ChangedPart:
    was = "" if was == found.label else was
    return ChangedPart("section", found.section.id or "", found.label, _said(found.section), was)

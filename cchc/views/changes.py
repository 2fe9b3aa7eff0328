"""What changed in meaning between two versions of a plan.

Numbers, order, white space, and ids that only got another name are not meaning: a task is known
by its id, a section by its id, title or text, a base by the symbol of the document it cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.citation import document_key, find_citations
from cchc.model.plan import Plan
from cchc.model.units import Group, Unit
from cchc.views.changes_body import body
from cchc.views.changes_fields import differences
from cchc.views.changes_match import match, visible_text
from cchc.views.changes_table import tables
from cchc.views.changes_types import (
    Change,
    ChangedPart,
    ChangeKind,
    Difference,
    PlanSide,
    SubjectKind,
)

__all__ = ["Change", "ChangeKind", "ChangedPart", "Difference", "SubjectKind", "changes", "renamed"]

_LISTS = frozenset({"bases", "units", "groups", "body", "appendices", "withdrawn"})


def changes(plan: str, old: Plan | None, new: Plan | None) -> list[Change]:
    """Return what changed in the plan with this id, in the order of a plan file.

    None stands for a side that does not have the plan; then that is the one change.
    """
    if old is None or new is None:
        whole = [_whole(plan, old, "removed")] if old else []
        return whole + ([_whole(plan, new, "added")] if new else [])
    sides = (PlanSide(old), PlanSide(new))
    found = [
        Change(plan, "changed", ChangedPart("plan"), difference)
        for difference in differences(old, new, sides, leave_out=_LISTS)
    ]
    found += _bases(plan, old.bases, new.bases)
    found += _units(plan, "unit", old.units, new.units, sides)
    found += _units(plan, "group", old.groups, new.groups, sides)
    found += body(plan, sides)
    found += tables(plan, sides)
    return found


def renamed(old: str, new: str) -> list[Change]:
    """Return the change of a plan that has another id now; nothing when it has the same."""
    if old == new:
        return []
    return [Change(new, "renamed", ChangedPart("plan"), Difference("id", old=old, new=new))]


def _whole(plan: str, one: Plan, kind: ChangeKind) -> Change:
    title = visible_text(one.document.title)
    said = Difference("", old=title) if kind == "removed" else Difference("", new=title)
    return Change(plan, kind, ChangedPart("plan", title=title), said)


def _bases(plan: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for one, other in match(old, new, visible_text, _document, text=str):
        before, after = (visible_text(base) or None for base in (one, other))
        if before != after:
            kind: ChangeKind = "added" if one is None else "removed" if other is None else "changed"
            text = other or one or ""
            cited = next(iter(find_citations(text)), None)
            subject = ChangedPart(
                "base", number=cited.symbol if cited else "", title=visible_text(text)
            )
            field = "text" if kind == "changed" else ""
            yield Change(plan, kind, subject, Difference(field, old=before, new=after))


def _document(base: str) -> str | None:
    """Return the symbol of the document that a base cites, or the name of a law."""
    cited = next(iter(find_citations(base)), None)
    return document_key(cited)[0] if cited else None


def _units(
    plan: str,
    part: SubjectKind,
    old: Sequence[Unit | Group],
    new: Sequence[Unit | Group],
    sides: tuple[PlanSide, PlanSide],
) -> Iterator[Change]:
    for one, other in match(old, new, lambda unit: unit.id, lambda unit: visible_text(unit.name)):
        named = other or one
        assert named is not None
        subject = ChangedPart(part, named.id, title=visible_text(named.name))
        if one is None or other is None:
            kind: ChangeKind = "added" if one is None else "removed"
            old_name, new_name = (
                visible_text(unit.name) if unit else None for unit in (one, other)
            )
            yield Change(plan, kind, subject, Difference("", old=old_name, new=new_name))
            continue
        for difference in differences(one, other, sides, leave_out={"id"}):
            yield Change(plan, "changed", subject, difference)
        if one.id != other.id:
            yield Change(plan, "renamed", subject, Difference("id", old=one.id, new=other.id))

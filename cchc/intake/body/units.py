"""Which units a duty or reporting rule of the body names: the first pass over the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.intake.body.duties import heading_names, leading_names
from cchc.intake.body.duty_tail import tail_of
from cchc.intake.body.headings import named_part, role_of
from cchc.intake.body.outline import OutlineNode
from cchc.intake.body.period_days import read_whole
from cchc.intake.body.reporting import ReportingRule, rule_of
from cchc.intake.body.task_blocks import dated_sentence, in_brackets
from cchc.intake.units.book import UnitBook

ASSIGNING = ("organization", "assignment", "reporting")
_NO_FIELD = (*ASSIGNING, "purpose", "requirements", "funding")


def note_units_of_body(
    parts: Sequence[OutlineNode], book: UnitBook, year: int, *, has_table: bool
) -> None:
    """Tell `book` every unit that a duty or reporting rule of the body names."""
    for part in parts:
        role = role_of(part.text, 1) if part.title else named_part(part.text, 1)[0]
        for node, inside in [(part, role), *_below(part, role)]:
            if names := names_in(node, inside):
                book.note(names, node.place)
            if node.block and node.block.lead:
                book.note(node.block.lead, node.block.place)
            if node.block and node.block.support:
                book.note(node.block.support, node.block.place)
            elif not has_table and dated_in(node, inside, year):
                for found in duty_units(node.text, year):
                    book.note(found, node.place)
            rule = rule_in(node, inside, year)
            if rule is not None and rule.via:
                book.note(rule.via, node.place)


def _below(node: OutlineNode, role: str | None) -> Iterator[tuple[OutlineNode, str | None]]:
    for item in node.items:
        own = (role_of(item.text, 2) if item.title else None) or role
        inside = role if role in ASSIGNING and own not in ASSIGNING else own
        yield item, inside
        yield from _below(item, inside)


def names_in(node: OutlineNode, role: str | None) -> str | None:
    """Return the units that `node` is a duty of, as they are written."""
    if node.reference or node.is_field or role in ("purpose", "requirements"):
        return None
    if node.title:
        return heading_names(node.text) if role in ASSIGNING else None
    if role is None or (
        node.mark is not None and node.mark.kind in ("dash", "plus") and not node.items
    ):
        return leading_names(node.text) if role in ASSIGNING and _alone(node) else None
    text = named_part(node.text, 1)[1]
    return leading_names(text) or (leading_names(node.of) if node.of else None)


def _alone(node: OutlineNode) -> bool:
    # A dash item under a unit's heading may name another unit that has to take part.
    return not node.text.startswith(("Phối hợp", "Chủ trì"))


def dated_in(node: OutlineNode, role: str | None, year: int) -> str | None:
    """Return the day in a sentence of a paper without a table, outside the parts on who does what."""
    if node.title or node.reference or node.is_field or node.block:
        return None
    tail = tail_of(node.text, year)
    if tail and (tail.lead or role not in (*_NO_FIELD, "goals")):
        return tail.deadline if role not in ("purpose", "requirements", "funding") else None
    return None if role in _NO_FIELD else dated_sentence(node.text, year)


def duty_units(text: str, year: int) -> tuple[str, str]:
    """Return who leads and who supports a dated sentence, as it names them."""
    if tail := tail_of(text, year):
        return leading_names(text) or tail.lead, tail.support
    lead, support = in_brackets(text)
    return leading_names(text) or lead, support


def rule_in(node: OutlineNode, role: str | None, year: int) -> ReportingRule | None:
    """Return the rule of reporting that a sentence of the parts on who does what holds; of the requirements
    only one with its own day of each month or quarter and with whom it goes to."""
    if role not in (*ASSIGNING, "requirements"):
        return None
    if node.title or node.reference or node.is_field or node.block:
        return None
    rule = rule_of(node.text, year)
    if role == "requirements" and rule:
        dated = rule.deadline and "ngày" in rule.deadline and read_whole(rule.deadline, year)
        if not (dated and rule.reports and rule.to):
            return None
    return rule

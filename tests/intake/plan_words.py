"""The words that a plan prints, in order and without any look: what the test papers are made of."""

from __future__ import annotations

from typing import NamedTuple

from cchc.document.words import (
    date_words,
    enumerated,
    padded_number,
    text_lines,
    with_deadline,
    without_end,
)
from cchc.language.numbering import rows, sections
from cchc.model.plan import Appendix, Area, Column, Plan
from cchc.model.section import Numbering


class BodyLine(NamedTuple):
    """One paragraph of the body."""

    mark: str
    text: str
    depth: int
    title: bool
    numbering: Numbering | None
    """How it is numbered; None when its mark is one of its own, or it goes on under a mark."""
    place: tuple[object, ...]
    siblings: int


class TableLine(NamedTuple):
    """One row of an appendix table: an area has its title only."""

    number: str
    title: str
    depth: int
    area: bool
    values: dict[str, str | list[str]]


def names(plan: Plan) -> dict[str, str]:
    """Return the names of units and groups by id."""
    return {one.id: one.name for one in plan.declared}


def number_line(plan: Plan) -> str:
    """Return "Số:      /KH-UBND", or nothing when a decision issues the plan."""
    if plan.document.decision:
        return ""
    return f"Số: {padded_number(plan.document.number)}/{plan.document.symbol or 'KH-UBND'}"


def date_line(plan: Plan) -> str:
    """Return place and date, or nothing when a decision issues the plan."""
    if plan.document.decision:
        return ""
    place = plan.document.place or plan.commune.name
    return f"{place}, {date_words(plan.document.date, plan.year)}"


def agency(plan: Plan) -> tuple[str, str]:
    """Return the two lines of the issuing agency."""
    return "ỦY BAN NHÂN DÂN", f"{plan.commune.level} {plan.commune.name}".upper()


def decision_line(plan: Plan) -> str:
    """Return "(Kèm theo Quyết định ...)", or nothing."""
    decision = plan.document.decision
    if decision is None:
        return ""
    number = padded_number(decision.number)
    date = date_words(decision.date, plan.year)
    return f"(Kèm theo Quyết định số {number}/{decision.symbol} {date} của {decision.issuer})"


def attached_line(plan: Plan) -> str:
    """Return the line under an appendix's title."""
    number = padded_number(plan.document.number)
    chairman = "Chủ tịch " if plan.document.issuer == "chairman" else ""
    return decision_line(plan) or (
        f"(Kèm theo Kế hoạch số {number}/{plan.document.symbol} "
        f"{date_words(plan.document.date, plan.year)} của {chairman}UBND {plan.commune.level} "
        f"{plan.commune.name})"
    )


def bases(plan: Plan) -> tuple[str, ...]:
    """Return the bases with their closing marks."""
    return enumerated(plan.bases)


def recipients(plan: Plan) -> tuple[str, ...]:
    """Return the recipients with dash and closing marks; the archive is the last."""
    if plan.document.decision:
        return ()
    archive = [plan.document.archive] if plan.document.archive else []
    return enumerated((*plan.document.recipients, *archive), "- ")


def body(plan: Plan) -> list[BodyLine]:
    """Return the paragraphs of the body."""
    called = names(plan)
    found: list[BodyLine] = []
    everything = list(sections(plan))
    by_place = {one.place: one.section for one in everything}
    for one in everything:
        section = one.section
        parent = by_place.get(one.place[:-2])
        siblings = len(parent.items) if parent else len(plan.body)
        title = section.title or ""
        if not title and section.units and section.items:
            title = ", ".join(called[unit] for unit in section.units)
        lines = list(text_lines(section.text))
        if section.deadline and lines:
            if all(with_deadline(line, section.deadline) != line for line in lines):
                lines[-1] = with_deadline(lines[-1], section.deadline)
        elif section.deadline:
            title = with_deadline(title, section.deadline)
        style = _style(one.mark, one.depth) if section.number is None else None
        mark = one.mark
        for n, text in enumerate([title, *lines] if title else lines):
            is_title = bool(title) and n == 0
            found.append(BodyLine(mark, text, one.depth, is_title, style, one.place, siblings))
            mark, style = "", None
    if not plan.closing and found:
        last = found[-1]
        found[-1] = last._replace(text=f"{without_end(last.text)}./.")
    return found


def _style(mark: str, depth: int) -> Numbering | None:
    if depth == 1:
        return "roman"
    if not mark:
        return "none"
    if mark == "-":
        return "dash"
    if mark.endswith(")"):
        return "letter"
    return "decimal" if mark.count(".") > 1 else "arabic"


def closing(plan: Plan) -> tuple[str, ...]:
    """Return the closing paragraphs; the last ends with "./."."""
    lines = text_lines(plan.closing)
    return (*lines[:-1], f"{without_end(lines[-1])}./.") if lines else ()


def printed(plan: Plan) -> list[tuple[int, Appendix]]:
    """Return the appendices that have rows, with their index."""
    return [(n, one) for n, one in enumerate(plan.appendices) if one.areas or one.tasks]


def table_lines(plan: Plan, appendix: Appendix, index: int) -> list[TableLine]:
    """Return the rows of an appendix table; units stay apart, for each paper joins them its way."""
    called = names(plan)
    found = []
    for one in rows(appendix, index):
        if isinstance(one.row, Area):
            found.append(TableLine(one.number, one.row.title, one.depth, True, {}))
            continue
        values: dict[str, str | list[str]] = {
            key: getattr(one.row, key) or ""
            for key in ("title", "requirement", "product", "deadline", "note")
        }
        for key in ("lead", "support"):
            values[key] = [called[unit] for unit in getattr(one.row, key)]
        found.append(TableLine(one.number, one.row.title, one.depth, False, values))
    return found


def columns(appendix: Appendix) -> tuple[Column, ...]:
    """Return the columns of the table, as the plan orders them."""
    assert appendix.columns, "the five plans name their columns"
    return appendix.columns

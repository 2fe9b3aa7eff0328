"""The outline of a plan by its printed numbers; where units and tasks are declared and named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from cchc.language.numbering import numbered_tasks, rows, sections
from cchc.lsp.plan_text import PlanText
from cchc.model.finding import KeyPath
from cchc.model.plan import Area, Plan
from cchc.read.partial import STAND_IN


class NamedId(NamedTuple):
    """An id that stands somewhere in a plan: what it names, and whether it is declared there."""

    kind: str
    id: str
    place: KeyPath
    declares: bool


def outline(document: PlanText) -> list[types.DocumentSymbol]:
    """Return the parts, tables and tasks of the text with their printed numbers."""
    plan = document.readable
    if plan is None:
        return []
    tops: list[types.DocumentSymbol] = []
    known: dict[KeyPath, types.DocumentSymbol] = {}
    for found in sections(plan):
        title = found.section.title or found.section.text or ""
        _add(document, found.place, f"{found.mark} {title}".strip(), "section", tops, known)
    for index, appendix in enumerate(plan.appendices):
        _add(document, ("appendices", index), appendix.title, "table", tops, known)
        for row in rows(appendix, index):
            kind = "group" if isinstance(row.row, Area) else "task"
            _add(document, row.place, f"{row.number}. {row.row.title}", kind, tops, known)
    return tops


_KINDS = {
    "section": types.SymbolKind.Namespace,
    "table": types.SymbolKind.Array,
    "group": types.SymbolKind.Class,
    "task": types.SymbolKind.Event,
}


def _add(
    document: PlanText, place: KeyPath, name: str, kind: str,
    tops: list[types.DocumentSymbol], known: dict[KeyPath, types.DocumentSymbol],
) -> None:  # fmt: skip
    span = document.places.value_at(place)
    if span is None:
        return
    area = document.positions.range(span.start, span.stop)
    first = types.Range(area.start, area.start)
    symbol = types.DocumentSymbol(
        name.replace(STAND_IN, "…") or "-", _KINDS[kind], area, first, children=[]
    )
    known[place] = symbol
    above = next(
        (known[place[:n]] for n in range(len(place) - 1, 0, -1) if place[:n] in known), None
    )
    siblings = above.children if above is not None and above.children is not None else tops
    siblings.append(symbol)  # type: ignore[attr-defined]


def ids_in(plan: Plan) -> Iterator[NamedId]:
    """Yield every id of units, groups and tasks in `plan`, declared or used."""
    for key in ("units", "groups"):
        for n, one in enumerate(getattr(plan, key)):
            yield NamedId("unit", one.id, (key, n, "id"), declares=True)
    for n, group in enumerate(plan.groups):
        if group.members != "all":
            yield from _used(group.members, ("groups", n, "members"))
    for found in sections(plan):
        yield from _used(found.section.units, (*found.place, "units"))
        yield from _used(found.section.support, (*found.place, "support"))
        if found.section.report and found.section.report.via:
            via = (*found.place, "report", "via")
            yield NamedId("unit", found.section.report.via, via, declares=False)
    for place, task, _ in numbered_tasks(plan):
        yield NamedId("task", task.id, (*place, "id"), declares=True)
        yield from _used(task.lead, (*place, "lead"))
        yield from _used(task.support, (*place, "support"))


def _used(ids: tuple[str, ...], place: KeyPath) -> Iterator[NamedId]:
    for n, one in enumerate(ids):
        yield NamedId("unit", one, (*place, n), declares=False)


def named_at(document: PlanText, offset: int) -> NamedId | None:
    """Return the id that stands at `offset`, or None."""
    plan = document.source.plan
    if plan is None:
        return None
    for one in ids_in(plan):
        span = document.places.value_at(one.place)
        if span is not None and span.start <= offset <= span.stop:
            return one
    return None


def definition(document: PlanText, offset: int) -> types.Range | None:
    """Return where the id at `offset` is declared in this file."""
    wanted = named_at(document, offset)
    return next(_ranges(document, wanted, declared=True), None) if wanted else None


def references(document: PlanText, offset: int, *, declared: bool) -> list[types.Range]:
    """Return where the id at `offset` is used in this file, and where it is declared if asked."""
    wanted = named_at(document, offset)
    if wanted is None:
        return []
    found = list(_ranges(document, wanted, declared=False))
    return [*_ranges(document, wanted, declared=True), *found] if declared else found


def _ranges(document: PlanText, wanted: NamedId, *, declared: bool) -> Iterator[types.Range]:
    plan = document.source.plan
    assert plan is not None  # `wanted` was found in it
    for one in ids_in(plan):
        if (one.kind, one.id, one.declares) == (wanted.kind, wanted.id, declared):
            span = document.places.value_at(one.place)
            if span is not None:
                yield document.positions.range(span.start, span.stop)

"""The texts of a plan, each with its place: what is printed, what stands around it, what is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.model.finding import KeyPath
from cchc.model.section import Section
from cchc.model.task import TASK_FIELDS, Task
from cchc.model.units import Unit
from cchc.rules._parts import PlanParts
from cchc.rules._words import TextAt

_TEXTS = tuple(name for name, field in TASK_FIELDS.items() if field.read_as == "text")
_NAMES = tuple(name for name, field in TASK_FIELDS.items() if field.read_as == "name")
_REMARKS = tuple(name for name, field in TASK_FIELDS.items() if field.read_as == "remark")


def texts(parts: PlanParts) -> Iterator[TextAt]:
    """Yield every text that is printed, except names of units, people and columns."""
    plan = parts.plan
    yield TextAt(("document", "title"), plan.document.title)
    for index, base in enumerate(plan.bases):
        yield TextAt(("bases", index), base)
    if plan.opening:
        yield TextAt(("opening",), plan.opening)
    for found in parts.sections:
        for key in ("title", "text"):
            if value := getattr(found.section, key):
                yield TextAt((*found.place, key), value)
    if plan.closing:
        yield TextAt(("closing",), plan.closing)
    for n, appendix in enumerate(plan.appendices):
        yield TextAt(("appendices", n, "title"), appendix.title)
    for found_row in parts.rows:
        values = vars(found_row.row)  # an area has few of the fields
        for key in _TEXTS:
            value = values.get(key)
            if isinstance(value, dict):
                yield from (
                    TextAt((*found_row.place, key, one), text) for one, text in value.items()
                )
            elif value:
                yield TextAt((*found_row.place, key), value)


def names_around(parts: PlanParts) -> Iterator[TextAt]:
    """Yield the names, recipients, measures, phrases and headings that stand around the texts."""
    plan, document = parts.plan, parts.plan.document
    for key in ("name", "commune", "province"):
        if value := getattr(plan.owner, key):
            yield TextAt((plan.owner_key, key), value)
    for key in ("place", "superior", "archive"):
        if value := getattr(document, key):
            yield TextAt(("document", key), value)
    if document.decision:
        yield TextAt(("document", "decision", "issuer"), document.decision.issuer)
    if document.signer:
        for index, line in enumerate(document.signer.authority):
            yield TextAt(("document", "signer", "authority", index), line)
        yield TextAt(("document", "signer", "post"), document.signer.post)
        yield TextAt(("document", "signer", "name"), document.signer.name)
    for index, recipient in enumerate(document.recipients):
        yield TextAt(("document", "recipients", index), recipient)
    for at, unit in parts.declared:
        yield TextAt((*at, "name"), unit.name)
        if isinstance(unit, Unit) and unit.head:
            yield TextAt((*at, "head"), unit.head)
    for place, target, _ in parts.targets:
        yield TextAt((*place, "measure"), target.measure)
    for phrase in parts.phrases:
        yield TextAt(phrase.place, phrase.text)
    for found in parts.sections:
        if found.section.report and found.section.report.to:
            yield TextAt((*found.place, "report", "to"), found.section.report.to)
    for n, appendix in enumerate(plan.appendices):
        for index, column in enumerate(appendix.columns):
            yield TextAt(("appendices", n, "columns", index, "heading"), column.heading)
    for place, task, _ in parts.tasks:
        for key in _NAMES:
            if value := getattr(task, key):
                yield TextAt((*place, key), value)


def remarks(parts: PlanParts) -> Iterator[TextAt]:
    """Yield what is written and not printed: aliases, and remarks on progress."""
    for at, unit in parts.declared:
        for index, alias in enumerate(unit.aliases):
            yield TextAt((*at, "aliases", index), alias)
    tracked: list[tuple[KeyPath, Section | Task]]
    tracked = [(found.place, found.section) for found in parts.sections]
    tracked += [(place, task) for place, task, _ in parts.tasks]
    for place, item in tracked:
        for key in _REMARKS:
            if value := getattr(item, key, None):
                yield TextAt((*place, key), value)
        for index, record in enumerate(item.progress):
            for key in ("evidence", "note"):
                if value := getattr(record, key):
                    yield TextAt((*place, "progress", index, key), value)

"""What of a plan with faults can still be judged: all but the entries that have them.

A value with a fault is left out: an optional key goes, and a stand-in takes the place of what a plan
must have, so that numbers and places of everything else stay as they are. Whoever judges such a plan
says nothing of what was left out, and asks no question that only a whole plan answers.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from cchc.model.base import SLUG
from cchc.model.document import AUTHORITY
from cchc.model.finding import Finding, KeyPath, entry_of
from cchc.model.plan import Plan
from cchc.read import faults
from cchc.read.schema import to_plan
from cchc.read.schema_fields import annotations_at, models_in

STAND_IN = "⁂"
"""A text that no plan has."""

SETTLES_ALL = ("cchc", "kind", "year", "before")
"""Keys on which the reading of everything else depends: without them nothing else is judged."""

MOST = 50
"""Faults up to which the rest of a file is worth judging."""

_ROUNDS = 4
"""Times that what is left is read again: a fault may hide another one."""


class Partial(NamedTuple):
    """A plan without what stands at the places `left_out`."""

    plan: Plan
    left_out: frozenset[KeyPath]


def partial(data: dict[str, Any], findings: list[Finding]) -> Partial | None:
    """Return what is left of the plan that `data` holds without what has `findings`.

    None when too much is wrong, or nothing at all can be read without the faulty value. Where an entry
    makes no sense without its faulty value, the whole entry is left out.
    """
    whole = [one._replace(place=entry_of(one.place)) for one in findings]
    return _without(data, findings) or _without(data, whole)


def _without(data: dict[str, Any], findings: list[Finding]) -> Partial | None:
    left_out: set[KeyPath] = set()
    for _ in range(_ROUNDS):
        if len(findings) > MOST or any(one.place[:1] in _WHOLE_FILE for one in findings):
            return None
        for finding in findings:
            left_out |= _meant(finding)
            data = _mended(data, finding.place, finding.place, len(left_out))
        outcome = to_plan(data)
        if not isinstance(outcome, list):
            return Partial(outcome, frozenset(left_out))
        findings = outcome
    return None


_WHOLE_FILE: tuple[KeyPath, ...] = ((), *((key,) for key in SETTLES_ALL))


def _meant(finding: Finding) -> set[KeyPath]:
    """Return the place of the faulty value, and that of the key it was meant for."""
    meant = {finding.place}
    if finding.code == faults.UNKNOWN_KEY.code and finding.replacement:
        meant.add((*finding.place[:-1], finding.replacement))
    return meant


def _mended(data: Any, rest: KeyPath, whole: KeyPath, count: int) -> Any:
    """Return `data` without the value at `rest`, or with a stand-in for what must be there."""
    part, *further = rest
    if further and isinstance(data, (dict, list)) and _holds(data, part):
        copy: Any = dict(data) if isinstance(data, dict) else list(data)
        copy[part] = _mended(copy[part], tuple(further), whole, count)
        return copy
    if isinstance(data, dict) and isinstance(part, str):
        if further:  # what held the value is left out already
            return data
        found = {key: value for key, value in data.items() if key != part}
        new = _stand_in_at(whole, count)
        return found if new is None else {**found, part: new}
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        copy = list(data)
        copy[part] = _item_at(whole[: len(whole) - len(further)], count)
        return copy
    # A lone record that stands for a list, a bare text for a section: the value itself is faulty.
    return _item_at(whole, count)


def _holds(data: Any, part: Any) -> bool:
    return part in data if isinstance(data, dict) else isinstance(part, int) and part < len(data)


def _stand_in_at(place: KeyPath, count: int) -> Any:
    """Return a stand-in for the field at `place`, or None where it may be left out."""
    fields = _fields(place)
    return _stand_in(fields[0].annotation, fields[0].metadata, count) if fields else None


def _fields(place: KeyPath) -> list[Any]:
    """Return the fields that `place` can lead to, if a plan may not leave them out."""
    models: list[type[BaseModel]] = [Plan]
    if any(isinstance(part, str) for part in place[:-1]):
        models = [one for found in annotations_at(place[:-1], Plan) for one in models_in(found)]
    fields = [model.model_fields[place[-1]] for model in models if place[-1] in model.model_fields]
    return fields if fields and all(map(_is_required, fields)) else []


def _is_required(field: Any) -> bool:
    return bool(field.is_required() or field.validate_default)


def _item_at(place: KeyPath, count: int) -> Any:
    """Return a stand-in for an item of the list at `place`."""
    annotations = annotations_at(place, Plan)
    for annotation in annotations:
        for inner in _items(annotation):
            return _stand_in(inner, (), count)
    return STAND_IN


def _items(annotation: Any) -> list[Any]:
    if get_origin(annotation) is tuple:
        return [get_args(annotation)[0]]
    return [found for inner in get_args(annotation) for found in _items(inner)]


def _stand_in(annotation: Any, metadata: Any, count: int) -> Any:
    """Return the least that a field of this type can hold."""
    while hasattr(annotation, "__metadata__"):
        metadata = (*metadata, *annotation.__metadata__)
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if get_origin(annotation) is tuple:
        return [_stand_in(get_args(annotation)[0], (), count)]
    if models := models_in(annotation):
        return {
            name: _stand_in(field.annotation, field.metadata, count)
            for name, field in models[0].model_fields.items()
            if field.is_required()
        }
    patterns = [getattr(one, "pattern", None) for one in metadata]
    if SLUG in patterns:
        return f"left-out-{count}"
    return f"TM. {STAND_IN}" if AUTHORITY in patterns else STAND_IN

"""How the entries of a plan file are laid out: in which order keys stand, and which fit one line.

Taken from the model wherever the model says it, so that a new field finds its place by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from cchc.model.agency import Agency, Commune
from cchc.model.base import Model
from cchc.model.criteria import Criterion
from cchc.model.document import AmendedPlan, CitedBase, Decision, Document, Signer
from cchc.model.plan import Appendix, Area, Column, Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.model.units import Group, Unit
from cchc.model.work import Link, Progress, Report, Target


class Shape(NamedTuple):
    """The layout of one kind of entry."""

    order: tuple[str, ...] = ()
    """Its keys, in the order of the model."""

    one_line: bool = False
    """Written `{key: value, ...}` where that fits the line."""


_SMALL = (
    Agency,
    Commune,
    Signer,
    Decision,
    CitedBase,
    Unit,
    Group,
    Target,
    Progress,
    Report,
    Column,
    Link,
)
_MODELS: Mapping[str, type[Model]] = {
    "agency": Agency,
    "commune": Commune,
    "document": Document,
    "signer": Signer,
    "decision": Decision,
    "amends": AmendedPlan,
    "bases": CitedBase,
    "units": Unit,
    "groups": Group,
    "targets": Target,
    "progress": Progress,
    "carries_out": Link,
    "report": Report,
    "body": Section,
    "items": Section,
    "appendices": Appendix,
    "columns": Column,
    "areas": Area,
    "criteria": Criterion,
    "parts": Criterion,
}
"""What stands under a key; a key has one meaning wherever it is used for entries."""

ONE_LINE_LISTS = frozenset(
    {"lead", "support", "units", "leads", "members", "aliases", "authority", "criteria", "for"}
)
"""Lists written `[a, b]` where they fit the line: ids, and short names."""

PARTS = frozenset(
    {"document", "bases", "units", "body", "appendices", "criteria", "withdrawn", "unplaced"}
)
"""Keys of a plan with an empty line before them."""


def shape_of(key: str, entry: Mapping[str, Any]) -> Shape:
    """Return the layout of `entry`, which stands under `key` ("" for the whole plan)."""
    model: type[Model] | None = _MODELS.get(key)
    if not key:
        model = Plan
    elif key == "tasks":
        model = Area if "tasks" in entry else Task
    if model is None:
        return Shape()
    return Shape(tuple(model.model_fields), model in _SMALL)

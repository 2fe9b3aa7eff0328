"""What is known about a paper while its plan is made."""

from __future__ import annotations

from dataclasses import dataclass, field

from cchc.intake.body.outline import OutlineNode
from cchc.intake.body.sections import Body
from cchc.intake.ending import Ending
from cchc.intake.front.decision_before import DecisionBefore
from cchc.intake.front.identity import Identity
from cchc.intake.front.letterhead import Letterhead
from cchc.intake.front.preface import Preface
from cchc.intake.lines import Line
from cchc.intake.office_paper import Place
from cchc.intake.tables.appendices import Appendices
from cchc.intake.tables.appendix import AppendixTable
from cchc.intake.tables.targets import Targets
from cchc.intake.units.book import UnitBook
from cchc.intake.units.data import Declared
from cchc.intake.zones import Zones
from cchc.messages import Message


@dataclass(slots=True)
class Draft:
    """Everything known about a paper while its plan is made."""

    zones: Zones
    head: Letterhead
    who: Identity
    preface: Preface
    end: Ending
    parts: list[OutlineNode]
    closing: list[tuple[str, Place]]
    tables: list[AppendixTable]
    book: UnitBook
    title: str = ""
    title_place: Place = field(default_factory=Place)
    body: Body = field(default_factory=Body)
    units: Declared = field(default_factory=Declared)
    appendices: Appendices = field(default_factory=Appendices)
    targets: Targets = field(default_factory=Targets)
    owner: dict[str, object] | None = None
    """The agency whose plan it is, where it is no commune."""
    criteria: list[dict[str, object]] = field(default_factory=list)
    unplaced: list[tuple[str, Place]] = field(default_factory=list)
    decision: DecisionBefore | None = None
    """The decision that stands before the plan in the same file."""
    apart: list[Line] = field(default_factory=list)
    """Lines before the plan that have no place in it."""
    other_kind: str = ""
    """What the paper calls itself where it is no "KẾ HOẠCH": "CHƯƠNG TRÌNH"."""
    other: Message | None = None
    """What there is to say when the plan is none of a commune's committee."""

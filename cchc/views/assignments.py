"""For each unit: what it leads, supports, and owes as duties and reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, cast

from cchc.language.names import fold
from cchc.language.numbering import numbered_tasks, sections
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.views.agencies import Agencies
from cchc.views.deadlines import read_plan_deadline
from cchc.views.due import is_led
from cchc.views.membership import expanded, groups_of

AssignmentRole = Literal["lead", "support", "duty", "report"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing a unit has to do, and how it comes to it."""

    plan: str
    task: str
    number: str
    title: str
    deadline: str
    due: tuple[date, ...]
    role: AssignmentRole
    via: str | None = None
    """The collective name through which the unit is meant; None when it is named itself."""
    lead_ids: tuple[str, ...] = ()
    leader: str = ""
    """The leader in charge of it."""


@dataclass(slots=True)
class UnitAssignments:
    """Everything one unit has to do, over all the plans that were asked."""

    id: str
    name: str
    kind: str = "own"
    agency: str = ""
    """Whose unit it is, when the plans asked are of several agencies."""
    lead: list[Assignment] = field(default_factory=list)
    support: list[Assignment] = field(default_factory=list)
    duties: list[Assignment] = field(default_factory=list)
    reports: list[Assignment] = field(default_factory=list)

    def add(self, assignment: Assignment) -> None:
        """Put `assignment` into the list of its role."""
        lists = {
            "lead": self.lead, "support": self.support, "duty": self.duties,
            "report": self.reports,
        }  # fmt: skip
        lists[assignment.role].append(assignment)


def assignments(
    plans: Iterable[tuple[str, Plan]],
    wanted: Mapping[str, Sequence[str]] | None = None,
    leader: str = "",
) -> list[UnitAssignments]:
    """Return every unit of `plans` with what it has to do, in order of first declaration.

    `wanted` keeps, for each plan, only the units (or groups, for their members) with these ids;
    `leader` only what this leader is in charge of.

    Units of several plans of one agency whose names agree but for spelling are one unit. Groups
    are expanded into their members; what came through a group says so.
    """
    held = list(plans)
    agencies = Agencies({plan_id: plan.owner for plan_id, plan in held})
    found: dict[tuple[str, str], UnitAssignments] = {}
    for plan_id, plan in held:
        agency, whose = agencies.key(plan_id), agencies.apart(plan_id)
        mine = {
            unit.id: found.setdefault(
                (agency, fold(unit.name)), UnitAssignments(unit.id, unit.name, unit.kind, whose)
            )
            for unit in plan.units
            if wanted is None or unit.id in expanded(plan, wanted.get(plan_id, ()))
        }
        names = {group.id: group.name for group in plan.groups}
        reached = {unit_id: groups_of(plan, [unit_id]) for unit_id in mine}
        for refs, assignment in _all(plan_id, plan):
            if not is_led(assignment.leader, leader):
                continue
            for unit_id, holder in mine.items():
                through = [ref for ref in refs if ref in reached[unit_id]]
                if unit_id in through:
                    holder.add(assignment)
                elif through and not _leads(unit_id, assignment):
                    holder.add(replace(assignment, via=names[through[0]]))
    return list(found.values())


def _leads(unit_id: str, assignment: Assignment) -> bool:
    """Whether the unit itself leads what it would support through a group."""
    return assignment.role == "support" and unit_id in assignment.lead_ids


def _all(plan_id: str, plan: Plan) -> Iterator[tuple[tuple[str, ...], Assignment]]:
    for _, task, number in numbered_tasks(plan):
        due = _due(plan, task.deadline)
        for refs, role in ((task.lead, "lead"), (task.support, "support")):
            yield refs, Assignment(
                plan_id, task.id, number, task.title, task.deadline or "", due,
                cast("AssignmentRole", role), lead_ids=task.lead, leader=task.leader or "",
            )  # fmt: skip
    inherited: dict[KeyPath, tuple[str, ...]] = {}
    for found in sections(plan):
        section = found.section
        units = section.units or inherited.get(found.place[:-2], ())
        inherited[found.place] = units
        if not units or not (section.text or section.report or section.deadline):
            continue  # a heading: what stands under it are the duties
        duty = Assignment(
            plan_id, section.id or found.label, found.number, section.text or section.title or "",
            section.deadline or "", _due(plan, section.deadline),
            "report" if section.report else "duty",
        )  # fmt: skip
        yield units, duty
        yield section.support, replace(duty, role="support", lead_ids=units)


def _due(plan: Plan, phrase: str | None) -> tuple[date, ...]:
    reading = read_plan_deadline(plan, phrase)
    return reading.due if reading else ()

"""Work that a plan which amends another one also has, or takes out: it counts in that plan only.

A plan says what it amends in `document.amends`; it is the plan of the same agency with that number,
symbol and year. Work is known by its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from cchc.views.paper_keys import Owner, PaperKeys, owner_of, paper_of

if TYPE_CHECKING:
    from cchc.model.plan import Appendix, Area, Plan
    from cchc.model.section import Section
    from cchc.model.task import Task


def superseded(
    papers: Iterable[tuple[str, Owner, PaperKeys]], work: Callable[[str], Set[str]]
) -> Mapping[str, Set[str]]:
    """Return the ids of the work of each plan that counts in another one of `papers`.

    Args:
        papers: the plans by id, with whose they are; only those of one agency amend each other.
        work: returns the ids of the work of a plan; asked about those that amend another one.
    """
    listed = list(papers)
    found: defaultdict[str, set[str]] = defaultdict(set)
    if not any(paper.amends for _, _, paper in listed):
        return found
    cited = {(owner, paper.key): (plan, paper) for plan, owner, paper in listed if paper.key}
    below: defaultdict[str, set[str]] = defaultdict(set)
    for plan, owner, paper in sorted(listed, key=_number, reverse=True):
        ids = work(plan) | {*paper.withdrawn} if paper.amends else set()
        while paper.amends and (above := cited.get((owner, paper.amends))):
            amended, paper = above
            if amended == plan or amended in below[plan] or plan in below[amended]:
                break  # each amends the other: the work counts in the one with the higher number
            below[plan].add(amended)
            found[amended] |= ids
    return found


def _number(listed: tuple[str, Owner, PaperKeys]) -> tuple[int, str]:
    key = listed[2].key
    return len(key), key  # 5 before 40


def amending(
    plans: Iterable[tuple[str, Plan]], others: Iterable[tuple[str, Plan]]
) -> list[tuple[str, Plan]]:
    """Return those of `others` that amend one of the `plans`, or what amends it."""
    keys = {(plan.owner, paper_of(plan).key) for _, plan in plans if paper_of(plan).key}
    left = dict(others)
    found: list[tuple[str, Plan]] = []
    while more := {
        name: plan for name, plan in left.items() if (plan.owner, paper_of(plan).amends) in keys
    }:
        found += sorted(more.items())
        keys |= {(plan.owner, paper_of(plan).key) for plan in more.values()}
        left = {name: plan for name, plan in left.items() if name not in more}
    return found


def counted_once(plans: Sequence[tuple[str, Plan]]) -> list[tuple[str, Plan]]:
    """Return the plans, each without the work that counts in a plan that amends it."""
    by_id = dict(plans)
    papers = [(name, owner_of(plan), paper_of(plan)) for name, plan in plans]
    gone = superseded(papers, lambda name: work_of(by_id[name]))
    return [(name, without(plan, gone[name]) if name in gone else plan) for name, plan in plans]


def work_of(plan: Plan) -> set[str]:
    """Return the ids of the tasks and dated duties of a plan."""
    from cchc.views.jobs import jobs  # with the grammar of deadlines, which kept agendas need not

    return {job.id for job in jobs(plan)}


def without(plan: Plan, ids: Set[str]) -> Plan:
    """Return `plan` without the tasks and the deadlines of sections with these ids.

    Every other task keeps the number that is printed.
    """
    appendices = tuple(_table(table, n, ids) for n, table in enumerate(plan.appendices))
    body = tuple(_section(one, ids) for one in plan.body)
    return plan.model_copy(update={"appendices": appendices, "body": body})


def _table(table: Appendix, index: int, ids: Set[str]) -> Appendix:
    from cchc.language.numbering import rows
    from cchc.model.plan import Area
    from cchc.model.task import Task

    numbers = {id(found.row): found.number for found in rows(table, index)}

    def kept(entries: tuple[Task | Area, ...]) -> tuple[Task | Area, ...]:
        return tuple(
            one.model_copy(
                update={"number": numbers[id(one)]}
                | ({"tasks": kept(one.tasks)} if isinstance(one, Area) else {})
            )
            for one in entries
            if not (isinstance(one, Task) and one.id in ids)
        )

    return table.model_copy(update={"areas": kept(table.areas), "tasks": kept(table.tasks)})


def _section(section: Section, ids: Set[str]) -> Section:
    update: dict[str, object] = {"items": tuple(_section(one, ids) for one in section.items)}
    if section.id in ids:
        update |= {"deadline": None, "progress": ()}
    return section.model_copy(update=update)

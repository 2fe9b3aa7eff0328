"""Linking the tasks of a plan to those of the plans above: what fits, what a person said, written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.errors import UserError, closest, did_you_mean
from cchc.language.names import bare
from cchc.messages import say
from cchc.model.above import PlanAbove, TaskAbove, changed_keys, task_digest

if TYPE_CHECKING:
    from cchc.model.finding import KeyPath
    from cchc.model.plan import Plan
    from cchc.read.source import Source
    from cchc.views.link_proposals import Proposal

PlansAbove = Mapping[str, PlanAbove]
FOUND = 9
"""Tasks above that a search shows."""


class Linkable(NamedTuple):
    """A plan whose tasks are to be linked, as read, and the plans above it."""

    source: Source
    raw: bytes
    plan: Plan
    above: PlansAbove
    root: Path
    """The workspace."""

    def task(self, link: str) -> TaskAbove:
        """Return the task above that a link names.

        Raises:
            UserError: there is none.
        """
        name, _, task = link.rpartition("#")
        plan = self.above.get(name)
        if plan is None:
            if name:
                _refuse_broken(self.root, name)
            raise UserError(
                say("there is no plan “{plan}” above", plan=name or link),
                say("name the task above as PLAN#ID; plans above: {plans}",
                    plans=", ".join(self.above) or "-"),
            )  # fmt: skip
        found = plan.find(task)
        if found is None:
            near = closest(task, [one.id for one in plan.tasks])
            raise UserError(
                say("{plan} has no task “{task}”", plan=name, task=task),
                did_you_mean(near and f"{name}#{near}"),
            )
        return found

    def search(self, words: str) -> list[tuple[str, str]]:
        """Return the tasks above whose titles hold all of `words`: links and titles, a few."""
        wanted = bare(words).split()
        every = (
            (f"{plan.id}#{task.id}", task.title)
            for plan in self.above.values()
            for task in plan.tasks
        )
        found = [
            (link, title) for link, title in every if all(one in bare(title) for one in wanted)
        ]
        return found[:FOUND]

    def place(self, task: str) -> KeyPath:
        """Return the place of the task with this id or printed number.

        Raises:
            UserError: there is none, or it is none of a table.
        """
        from cchc.edit.progress.targets import find_target

        target = find_target(self.plan, task)
        if target.place[0] != "appendices":
            raise UserError(
                say("“{task}” is a duty of the text", task=task),
                say("tasks of the appendix carry out tasks above"),
            )
        return target.place


class Looked(NamedTuple):
    """A link that was looked at again, and what had changed above since the last time."""

    number: str
    title: str
    link: str
    changed: tuple[str, ...]
    """The keys of the task above; empty when the link had no digest yet."""


def open_plan(name: str, cwd: Path, to: Sequence[str] = ()) -> Linkable:
    """Read a plan and the plans above it: those of `to`, or all that there are.

    Raises:
        UserError: the plan cannot be read, there is no plan above, or `to` names none.
    """
    from cchc.read.files import read_bytes
    from cchc.read.folders import find_root
    from cchc.read.load import load_bytes, required_plan
    from cchc.read.workspace import one_file

    path = one_file(name, cwd)
    raw = read_bytes(path)
    source = load_bytes(path, raw)
    found = required_plan(source)
    assert isinstance(raw, bytes)  # or there would be no plan
    root = find_root(cwd)
    return Linkable(source, raw, found, _above(source, root, to), root)


def _above(source: Source, root: Path, to: Sequence[str]) -> PlansAbove:
    from cchc.read.upstream import is_above, plans_above
    from cchc.read.workspace import fitting

    owner = source.plan.owner if source.plan else None
    year = source.plan.year if source.plan else 0
    linked = {name.rpartition("#")[0] for links in _linked(source) for name in links}
    found: dict[str, PlanAbove] = {}
    for one in plans_above(root, (*to, *linked), beside=source.id):
        fits = owner is not None and one.year == year and is_above(one, owner)
        if to or fits or one.id in linked:
            found.setdefault(one.id, one)
    if to:
        return {name: found[name] for word in to for name in _one(word, fitting(word, found), root)}
    if not found:
        _refuse_broken(root)
        raise UserError(
            say("there is no plan above {plan}", plan=source.id),
            say("put the plan of the province below plans/, or name it under [upstream] of "
                "cchc.toml, or here with --to"),
        )  # fmt: skip
    return found


def _linked(source: Source) -> Iterable[Mapping[str, str]]:
    from cchc.edit.links import links_of

    return links_of(source.plan).values() if source.plan else ()


def _one(word: str, fits: Sequence[str], root: Path) -> Sequence[str]:
    if not fits:
        _refuse_broken(root, word)
        raise UserError(
            say("there is no plan “{plan}” above", plan=word),
            say("put it below plans/, or name it under [upstream] of cchc.toml"),
        )
    return fits


def _refuse_broken(root: Path, word: str = "") -> None:
    """Refuse a plan above that is there but has errors: one whose id holds `word`, or any.

    Raises:
        UserError: there is such a plan.
    """
    from cchc.read.folders import SUFFIXES, plan_id
    from cchc.read.load import broken, load
    from cchc.read.upstream import names_an_agency, upstream
    from cchc.read.workspace import plan_files

    files = [*plan_files(root / "plans"), *(path for one in upstream(root) for path in one.files)]
    for path in files:
        if path.suffix in SUFFIXES and word in plan_id(path) and (word or names_an_agency(path)):
            source = load(path)
            if source.findings and source.plan is None:
                raise broken(source)


def propose(held: Linkable) -> list[Proposal]:
    """Return what the tasks without a link may carry out.

    Where the plan cites one of the plans above by its number, only that one is compared.
    """
    from cchc.views.link_proposals import proposals

    above = list(held.above.values())
    cited = [one for one in above if one.number and one.number in held.source.text]
    return proposals(held.plan, cited or above)


def link(held: Linkable, chosen: Iterable[tuple[KeyPath, str]]) -> int:
    """Write links into the plan, each with what is seen of the task above now; return how many.

    Raises:
        UserError: a task above is not there, or the plan has changed since it was read.
    """
    wanted: dict[KeyPath, dict[str, str]] = {}
    for place, name in chosen:
        wanted.setdefault(place, {})[name] = task_digest(held.task(name))
    _write(held, wanted)
    return sum(map(len, wanted.values()))


def accept(held: Linkable, tasks: Sequence[str] = ()) -> list[Looked]:
    """Renew what was seen of the tasks above: of all links, or of those of `tasks`.

    Raises:
        UserError: there is no such task, or the plan has changed since it was read.
    """
    from cchc.edit.links import links_of
    from cchc.language.numbering import numbered_rows

    only = {held.place(task) for task in tasks}
    named = {row.place: (row.number, row.row.title) for row in numbered_rows(held.plan)}
    wanted: dict[KeyPath, dict[str, str]] = {}
    looked: list[Looked] = []
    for place, links in links_of(held.plan).items():
        if only and place not in only:
            continue
        for name, seen in links.items():
            plan, _, task = name.rpartition("#")
            found = held.above[plan].find(task) if plan in held.above else None
            if found is None:
                continue  # K001 says so
            differing = changed_keys(seen, found) if seen else []
            if seen and not differing:
                continue
            wanted.setdefault(place, {})[name] = task_digest(found)
            looked.append(Looked(*named[place], name, tuple(differing)))
    _write(held, wanted)
    return looked


def unlink(held: Linkable, task: str, name: str) -> None:
    """Take a link out of the plan.

    Raises:
        UserError: the task has no such link, or the plan has changed since it was read.
    """
    from cchc.edit.files.write import with_mark, write_bytes
    from cchc.edit.links import links_of, without_link

    place = held.place(task)
    links = links_of(held.plan).get(place, {})
    if name not in links:
        raise UserError(
            say("“{task}” does not carry out {link}", task=task, link=name),
            say("its links: {links}", links=", ".join(links) or "-"),
        )
    text = without_link(held.source.path, held.source.text, held.plan, place, name)
    write_bytes(held.source.path, with_mark(text, held.raw), held.raw)


def _write(held: Linkable, wanted: Mapping[KeyPath, Mapping[str, str]]) -> None:
    from cchc.edit.files.write import with_mark, write_bytes
    from cchc.edit.links import with_links

    if not wanted:
        return
    text = with_links(held.source.path, held.source.text, held.plan, wanted)
    write_bytes(held.source.path, with_mark(text, held.raw), held.raw)

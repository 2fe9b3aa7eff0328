"""What changed in meaning between two versions of the plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cchc.app.above import touched_by
from cchc.errors import UserError, closest, did_you_mean
from cchc.messages import say
from cchc.model.finding import Finding
from cchc.model.plan import Plan
from cchc.outputs.changes import DiffAnswer
from cchc.read.files import read_text
from cchc.read.folders import SUFFIXES, find_root, plan_id, shown_path
from cchc.read.git.sides import Held, PlanPair, pairs, read_sides
from cchc.read.load import required_plan
from cchc.read.unread import Unread, failed
from cchc.read.unread import unread as without
from cchc.read.workspace import fitting
from cchc.views.changes import Change, changes, renamed


def compare(old: str | None, new: str | None, cwd: Path, plans: Sequence[str] = ()) -> DiffAnswer:
    """Compare two git revisions, files or folders; None: the last commit, the working tree.

    A Word file, or another that `cchc import` reads, is compared as the plan it holds.
    `plans`: only these, by their ids, unique beginnings of ids, or files; none for all.

    Raises:
        UserError: a side cannot be found or read, or one of `plans` is on neither.
    """
    compared = ComparedVersions(old, new, cwd, plans)
    unread: list[Unread] = []
    changed: dict[str, Sequence[Change]] = {}
    above: dict[str, Sequence[Change]] = {}
    for pair in compared.pairs():
        found = _compared(pair, unread)
        if found is not None:
            changed[pair.plan] = found
            if any(held and _names_an_agency(held) for held in (pair.old, pair.new)):
                above[pair.was or pair.plan] = found
    return DiffAnswer(compared.old, compared.new, changed, unread, touched_by(above, cwd))


class ComparedVersions:
    """The two sides of a comparison, and the plans that stand on them."""

    def __init__(
        self, old: str | None, new: str | None, cwd: Path, plans: Sequence[str] = ()
    ) -> None:
        """Find both sides.

        Raises:
            UserError: as `compare`.
        """
        before, after = read_sides(old, new, cwd, _text)
        self.old, self.new = str(before.name), str(after.name)
        self.root = find_root(cwd)
        self._pairs = list(pairs(before, after))
        if plans:
            chosen = _chosen(plans, [one.plan for one in self._pairs])
            self._pairs = [one for one in self._pairs if one.plan in chosen]

    def __len__(self) -> int:
        return len(self._pairs)

    def pairs(self) -> Iterator[PlanPair]:
        """Yield each plan with both sides; a paper as an edition of the plan it is compared with."""
        for pair in self._pairs:
            yield _as_editions(pair, self.root)


def _names_an_agency(held: Held) -> bool:
    """Tell quickly whether it may be the plan of another agency than a commune: others link to it."""
    return isinstance(held.text, str) and "\nagency:" in held.text


def issued_as(old: str, path: Path) -> Plan:
    """Return the plan in the file at `path` as the revision or file `old` has it.

    Raises:
        UserError: there is no such revision or file, it does not have the plan, or cannot be read.
    """
    for pair in ComparedVersions(old, str(path), Path.cwd()).pairs():
        if pair.old is not None and pair.new is not None:
            return required_plan(pair.old.source())
    raise UserError(
        say("{old} does not have the plan {plan}", old=old, plan=plan_id(path)),
        say("name the revision in which it was issued, or its file"),
    )


def _text(path: Path) -> str | Finding:
    if path.suffix.lower() in SUFFIXES:
        return read_text(path)
    from cchc.app.import_ import import_paper, plan_of
    from cchc.intake.opening import SUFFIXES as PAPERS
    from cchc.intake.opening import is_no_text

    if path.suffix.lower() not in PAPERS and not is_no_text(path):
        return read_text(path)
    return plan_of(import_paper(shown_path(path, Path.cwd())), path.parent)


def _as_editions(pair: PlanPair, root: Path) -> PlanPair:
    """Give a paper the ids of the plan beside it, so that only what differs in words is told."""
    old, new = pair.old, pair.new
    if old and new and _is_paper(new):
        plan = pair.plan if _is_paper(old) else plan_id(old.path)
        return PlanPair(plan, plan, old, _edition(new, old, root))
    if old and new and _is_paper(old):
        return pair._replace(old=_edition(old, new, root))
    return pair


def _is_paper(held: Held) -> bool:
    return held.path.suffix.lower() not in SUFFIXES


def _edition(paper: Held, beside: Held, root: Path) -> Held:
    from cchc.app.update import plan_as_in

    source = beside.source()
    if source.plan is None:
        return paper
    try:
        return replace(paper, text=plan_as_in(paper.path, source, root))
    except UserError:  # it is none of that plan: compared as it was imported
        return paper


def _chosen(words: Sequence[str], ids: Sequence[str]) -> set[str]:
    """Return the plans that `words` mean: ids, unique beginnings of ids, or plan files.

    Raises:
        UserError: a word means none of them, or several.
    """
    found = set()
    for word in words:
        name = plan_id(Path(word)) if word.endswith(SUFFIXES) else word
        fits = fitting(name, ids)
        if not fits:
            raise UserError(
                say("there is no plan “{name}”", name=word),
                did_you_mean(closest(name, ids), say("plans here: {ids}", ids=", ".join(ids))),
            )
        found.add(fits[0])
    return found


def _compared(pair: PlanPair, unread: list[Unread]) -> Sequence[Change] | None:
    """Return the changes of one plan; None when a side cannot be read, which `unread` then says."""
    plan, was, old, new = pair
    if old and new and old.text == new.text and isinstance(old.text, str):
        return renamed(was, plan)
    sources = [held.source() if held else None for held in (old, new)]
    broken = [one for source in sources if source and not source.plan and (one := without(source))]
    unread.extend(one._replace(plan=plan) for one in broken)
    if broken:
        return None
    try:
        return renamed(was, plan) + changes(
            plan, *(source.plan if source else None for source in sources)
        )
    except Exception as error:  # one plan never takes the others with it
        path = next(source.path for source in reversed(sources) if source)
        unread.append(failed(plan, path, error))
        return None

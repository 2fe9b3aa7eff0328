"""Plans above, whose tasks others carry out: of the workspace, of a table, of another repository.

A source under `[upstream]` of `cchc.toml` is a plan file, a folder of them, a table that `cchc export`
has written (csv, xlsx, jsonl), or `REVISION:PATH` as git writes it (gitrevisions(7)): the plan of a
branch that was fetched from the repository of the province.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cchc.errors import UserError
from cchc.messages import say
from cchc.model.above import SEPARATOR, PlanAbove, TaskAbove, seen_keys, target_line
from cchc.read.configuration import NAME, read_configuration
from cchc.read.folders import SUFFIXES, plan_id
from cchc.read.git import command as git
from cchc.read.git.revisions import blobs_of, texts_of_blobs
from cchc.read.tables.exported import TABLES, plans_of_table
from cchc.read.workspace import plan_files

if TYPE_CHECKING:
    from cchc.model.agency import Agency
    from cchc.model.plan import Plan
    from cchc.model.task import Task


class Upstream(NamedTuple):
    """A source of plans above: files, or a path in a revision."""

    word: str
    """As `cchc.toml` names it."""
    files: tuple[Path, ...] = ()
    revision: str = ""
    path: str = ""


def upstream(root: Path) -> list[Upstream]:
    """Return the sources that the workspace `root` names.

    Raises:
        UserError: `cchc.toml` has a fault, or a source is not there.
    """
    return [_source(word, root) for word in read_configuration(root).upstream]


def plans_above(root: Path, names: Sequence[str] = (), beside: str = "") -> Iterator[PlanAbove]:
    """Yield the plans that others may carry out: of the workspace `root`, then of its sources.

    Of the workspace those of agencies other than communes, and those that a word of `names` may
    mean; `beside` is left out.

    Raises:
        UserError: a source cannot be read.
    """
    for path in plan_files(root / "plans"):
        name = plan_id(path)
        if name != beside and (any(word in name for word in names) or names_an_agency(path)):
            yield from plans_in(path)
    for source in upstream(root):
        yield from plans_of(source, root)


def plans_named(root: Path, ids: Set[str]) -> Iterator[PlanAbove]:
    """Yield the plans with these ids: of the workspace `root`, the others of its sources.

    Raises:
        UserError: a source cannot be read.
    """
    here = {plan_id(path): path for path in plan_files(root / "plans")}
    for name in sorted(ids & here.keys()):
        yield from plans_in(here[name])
    if not ids <= here.keys():
        for source in upstream(root):
            found = plans_of(source, root)
            yield from (one for one in found if one.id in ids and one.id not in here)


def plans_of(source: Upstream, root: Path) -> Iterator[PlanAbove]:
    """Yield the plans above of one source.

    Raises:
        UserError: the source cannot be read.
    """
    for path in source.files:
        yield from plans_in(path)
    if source.revision:
        yield from plans_at(source, root)


def is_above(plan: PlanAbove, agency: Agency) -> bool:
    """Tell whether a plan is of the province that a commune, or an agency in it, lies in."""
    from cchc.language.names import fold

    if plan.commune or agency.of_level.at != "commune":
        return False
    return not plan.province or fold(plan.province) == fold(agency.home)


def names_an_agency(path: Path) -> bool:
    """Tell quickly whether a plan may be of another agency than a commune."""
    from cchc.read.files import read_bytes

    raw = read_bytes(path)
    return isinstance(raw, bytes) and b"agency:" in raw


def _source(word: str, root: Path) -> Upstream:
    path = root / word
    if path.is_dir():
        return Upstream(word, tuple(plan_files(path)))
    if path.is_file():
        if path.suffix.casefold() not in (*SUFFIXES, *TABLES):
            raise UserError(
                say("{path}: {word} is neither a plan nor a table of cchc export", path=NAME, word=word),
                say("a plan ends in .yaml, a table in .csv, .xlsx or .jsonl"),
            )  # fmt: skip
        return Upstream(word, (path,))
    revision, colon, inside = word.partition(":")
    if not colon or not inside or revision.startswith("-"):
        raise UserError(
            say("{path}: there is no file {word}", path=NAME, word=word),
            say(
                "under [upstream] stand plan files, tables of “cchc export”, or REVISION:PATH of git"
            ),
        )
    return Upstream(word, (), revision, inside)


def plans_in(path: Path) -> list[PlanAbove]:
    """Return the plans above that a file holds: none of a plan with errors.

    Raises:
        UserError: a table cannot be read, or is no export.
    """
    if path.suffix.casefold() in TABLES:
        return plans_of_table(path)
    from cchc.read.load import load

    source = load(path)
    return [] if source.plan is None else [plan_above(source.id, source.plan)]


def plans_at(source: Upstream, root: Path) -> list[PlanAbove]:
    """Return the plans above at a path of a revision.

    Raises:
        UserError: there is no git, or no such revision or path.
    """
    from cchc.model.finding import Finding
    from cchc.read.load import read_source

    def ask(*words: str, given: bytes | None = None) -> git.GitAnswer:
        answer = git.ask(root, *words, given=given)
        if answer is None:
            raise UserError(
                say("{path}: {word} is read from git, and git is not installed",
                    path=NAME, word=source.word),
            )  # fmt: skip
        return answer

    listed = ask("ls-tree", "-r", "-z", "--full-tree", source.revision, "--", source.path)
    blobs = blobs_of(listed.out) if listed.done else {}
    blobs = {name: blob for name, blob in blobs.items() if name.endswith(SUFFIXES)}
    if not blobs:
        raise UserError(
            say("{path}: git has no plan {word}", path=NAME, word=source.word),
            say("fetch the branch first; write it as BRANCH:plans/FILE.yaml"),
        )
    texts = texts_of_blobs(ask, blobs.values())
    found = []
    for name, blob in sorted(blobs.items()):
        text = texts[blob]
        if isinstance(text, Finding):
            continue
        read = read_source(Path(name), text, lambda: None)
        if read.plan is not None:
            found.append(plan_above(plan_id(Path(name)), read.plan))
    return found


def content_at(source: Upstream, root: Path) -> int:
    """Return a number that changes with what is at a path of a revision; 0 when nothing is."""
    answer = git.ask(root, "rev-parse", "--verify", "--quiet", f"{source.revision}:{source.path}")
    return int(answer.out[:15], 16) if answer and answer.done else 0


def plan_above(name: str, plan: Plan) -> PlanAbove:
    """Return a plan as those see it who carry out its tasks."""
    from cchc.language.numbering import numbered_tasks
    from cchc.model.levels import COMMUNES

    names = plan.unit_names
    tasks = tuple(
        _task_above(plan, task, number, names) for _, task, number in numbered_tasks(plan)
    )
    signed = plan.document.signed
    number = "/".join(filter(None, (signed.number, signed.symbol))) if signed.number else ""
    owner = plan.owner
    commune = owner.body if owner.place in COMMUNES else ""
    gone = tuple(one.id for one in plan.withdrawn if one.id)
    return PlanAbove(name, plan.year, commune, owner.home, number, tasks, gone)


def _task_above(plan: Plan, task: Task, number: str, names: Mapping[str, str]) -> TaskAbove:
    values = {key: _written(getattr(task, key), names) for key in seen_keys()}
    asked = tuple(names.get(one, one) for one in (*task.lead, *task.support))
    return TaskAbove(
        task.id, number, {key: text for key, text in values.items() if text}, _last_day(plan, task),
        asked,
    )  # fmt: skip


def _written(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(
            names.get(one, one) if isinstance(one, str) else target_line(one) for one in value
        )
    return value or ""


def _last_day(plan: Plan, task: Task) -> date | None:
    from cchc.language.deadline import DeadlineError, deadline_of

    try:
        reading = deadline_of(plan, task.deadline)
    except DeadlineError:
        return None
    return max(reading.due, default=None)

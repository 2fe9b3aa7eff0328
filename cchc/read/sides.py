"""The two sides of a comparison: revisions, the working tree, files or folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say
from cchc.model.finding import Finding, Span
from cchc.read import faults
from cchc.read.files import decode, read_text
from cchc.read.load import Source, own_name, plan_id, read_source
from cchc.read.revisions import Revisions
from cchc.read.workspace import find_root, plan_files, shown


@dataclass(frozen=True, slots=True)
class Held:
    """A plan file as one side has it: its text, or why there is none. Not parsed yet."""

    path: Path
    text: str | Finding

    def source(self) -> Source:
        """Read the plan."""
        if isinstance(self.text, Finding):
            return Source(self.path, findings=[self.text])
        return read_source(self.path, self.text)


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is called, and its files by plan id."""

    name: str
    plans: Mapping[str, Held]
    is_file: bool = False
    """Whether it is one file that was named, and not a whole set of plans."""


def read_sides(old: str | None, new: str | None, cwd: Path) -> tuple[Side, Side]:
    """Return what the words of `cchc diff [OLD [NEW]]` mean; by default HEAD and the working tree.

    A word that names something in the file system is a file or folder, any other a revision.

    Raises:
        UserError: no such revision, file or folder; no git; two files hold one plan on one side.
    """
    root = find_root(cwd)
    if old is not None and new is None and _is_there(cwd / old):
        raise UserError(
            say("“{path}” is to be compared with what?", path=old),
            say("name two files or folders; --plan {path} shows the changes of one plan", path=old),
        )
    before = _side("HEAD" if old is None else old, root, cwd)
    after = _working_tree(root, cwd) if new is None else _side(new, root, cwd)
    return before, after


def pairs(old: Side, new: Side) -> Iterator[tuple[str, Held | None, Held | None]]:
    """Yield each plan id with the files of both sides, sorted by id; None where a side has none.

    Two files that were named are one plan, whatever they are called; one file beside a whole set
    is compared with the plan of its id.
    """
    if old.is_file and new.is_file:
        for one, (plan, other) in zip(old.plans.values(), new.plans.items(), strict=True):
            yield plan, one, other
        return
    wanted = old.plans if old.is_file else new.plans if new.is_file else {**old.plans, **new.plans}
    moved = _moved(old.plans, new.plans)
    for plan in sorted(wanted):
        if plan not in moved.values():
            yield plan, old.plans.get(moved.get(plan, plan)), new.plans.get(plan)


def _moved(old: Mapping[str, Held], new: Mapping[str, Held]) -> dict[str, str]:
    """Return the new ids of plans that only lie in another folder now, with their old ones."""
    gone = _by_own_name(old.keys() - new.keys())
    come = _by_own_name(new.keys() - old.keys())
    return {
        ids[0]: gone[name][0]
        for name, ids in come.items()
        if len(ids) == len(gone.get(name, ())) == 1
    }


def _by_own_name(ids: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in ids:
        found.setdefault(own_name(one), []).append(one)
    return found


def _side(word: str, root: Path, cwd: Path) -> Side:
    path = cwd / word
    if _is_there(path) and path.is_dir():
        files = plan_files(path)
        if not files:
            raise UserError(
                say("the folder {folder} has no plan file", folder=word),
                say("plans end in .yaml or .yml"),
            )
        return _of_files(word, files, cwd, below=path)
    if _is_there(path):
        return _of_files(word, [path], cwd, is_file=True)
    return _of_revision(word, root)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # too long for a name, or behind a closed door
        return False


def _working_tree(root: Path, cwd: Path) -> Side:
    return _of_files(str(say("the working tree")), plan_files(root / "plans"), cwd)


def _of_files(
    name: str, files: Iterable[Path], cwd: Path, *, below: Path | None = None, is_file: bool = False
) -> Side:
    held = ((plan_id(file, below), Held(shown(file, cwd), read_text(file))) for file in files)
    return Side(name, _by_id(held), is_file)


def _of_revision(word: str, root: Path) -> Side:
    history = Revisions(root)
    contents = history.plans(history.commit(word))
    lost = faults.UNREADABLE.at(
        say("git does not have the content of this file"),
        say("fetch the whole history: git fetch --unshallow, without --filter"),
        span=Span(1, 1, 1, 1, 0, 0),
    )
    held = (
        # Named as git names it, HEAD:plans/x.yaml, so that a message says which side is meant.
        (
            plan_id(path),
            Held(Path(f"{word}:{path.as_posix()}"), lost if raw is None else decode(raw)),
        )
        for path, raw in contents.items()
    )
    return Side(word, _by_id(held))


def _by_id(files: Iterable[tuple[str, Held]]) -> dict[str, Held]:
    found: dict[str, Held] = {}
    for one, held in files:
        other = found.setdefault(one, held)
        if other is not held:
            raise UserError(
                say("two files hold the plan “{id}”: {one} and {two}",
                    id=one, one=other.path, two=held.path),
                say("give one of them another name"),
            )  # fmt: skip
    return found

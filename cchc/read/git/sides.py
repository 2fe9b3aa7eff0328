"""The two sides of a comparison: revisions, the working tree, files or folders."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cchc.errors import UserError
from cchc.messages import Message, one_line, quoted, say
from cchc.model.finding import Finding
from cchc.read.files import read_text
from cchc.read.folders import SUFFIXES, find_root, own_name, plan_id, shown_path
from cchc.read.git.revisions import Revisions
from cchc.read.load import read_source
from cchc.read.source import Source
from cchc.read.workspace import plan_files, twins_error


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

    name: str | Message
    plans: Mapping[str, Held]
    is_file: bool = False
    """Whether it is one file that was named, and not a whole set of plans."""


FILES = (
    *SUFFIXES, ".docx", ".docm", ".doc", ".odt", ".rtf", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv",
    ".txt", ".md", ".pdf",
)  # fmt: skip
"""How words end that mean a file, where there is no revision of that name."""

ReadText = Callable[[Path], str | Finding]
"""Returns the text of the plan in a file, or why there is none."""


def read_sides(
    old: str | None, new: str | None, cwd: Path, read: ReadText = read_text
) -> tuple[Side, Side]:
    """Return what the words of `cchc diff [OLD [NEW]]` mean; by default HEAD and the working tree.

    A word that names something in the file system is a file or folder, any other a revision. `read`
    gives the text of a file that was named.

    Raises:
        UserError: no such revision, file or folder; no git; no plan on either side; two files hold one plan on one side.
    """
    root = find_root(cwd)
    if old is not None and new is None and _is_there(cwd / old):
        raise UserError(
            say("“{path}” is to be compared with what?", path=old),
            say(
                "name two files or folders; --plan {path} shows the changes of one plan",
                path=quoted(old),
            ),
        )
    before = _side("HEAD" if old is None else old, root, cwd, read)
    after = (
        _of_files(say("the working tree"), plan_files(root / "plans"), cwd)
        if new is None
        else _side(new, root, cwd, read)
    )
    if not before.plans and not after.plans:
        raise UserError(
            say("there is no plan to compare: {folder} has no plan file on either side",
                folder=root / "plans"),
            say("go to your workspace, or name two files or folders"),
        )  # fmt: skip
    return before, after


class PlanPair(NamedTuple):
    """A plan as the two sides have it; None where a side has none."""

    plan: str
    was: str
    """Its id on the old side; another one when the file was moved or renamed."""
    old: Held | None
    new: Held | None


def pairs(old: Side, new: Side) -> Iterator[PlanPair]:
    """Yield each plan with the files of both sides, sorted by id.

    Two files that were named are one plan, whatever they are called; one file beside a whole set
    is compared with the plan of its id or name, or of its commune, kind and year. Of two sets, a plan that is gone is the one that
    came when both have the same file name, or the same commune, kind and year, and no other has.
    """
    if old.is_file and new.is_file:
        for one, (plan, other) in zip(old.plans.values(), new.plans.items(), strict=True):
            yield PlanPair(plan, plan, one, other)
        return
    if old.is_file or new.is_file:
        for plan, held in (old if old.is_file else new).plans.items():
            whole = (new if old.is_file else old).plans
            beside = whole.get(plan) or _same_elsewhere({plan: held}, whole)
            yield PlanPair(plan, plan, *((held, beside) if old.is_file else (beside, held)))
        return
    went = moved(old.plans, new.plans)
    for plan in sorted({*new.plans, *old.plans} - {*went.values()}):
        was = went.get(plan, plan)
        yield PlanPair(plan, was, old.plans.get(was), new.plans.get(plan))


def moved(old: Mapping[str, Held], new: Mapping[str, Held]) -> dict[str, str]:
    """Return the new ids of plans that are called otherwise now, with their old ones.

    By the name of the file, or by commune, kind and year; only where no other plan fits.
    """
    found: dict[str, str] = {}
    for groups in (_by_own_name, _by_office):
        gone = groups({one: old[one] for one in old.keys() - new.keys() - {*found.values()}})
        come = groups({one: new[one] for one in new.keys() - old.keys() - found.keys()})
        for key, ids in come.items():
            plan, was = _only(ids), _only(gone.get(key, []))
            if plan and was:
                found[plan] = was
    return found


def _same_elsewhere(one: Mapping[str, Held], whole: Mapping[str, Held]) -> Held | None:
    """Return the plan of `whole` that has the file name of this one, or its commune, kind and year."""
    for groups in (_by_own_name, _by_office):
        for key in groups(one):
            if found := _only(groups(whole).get(key, [])):
                return whole[found]
    return None


def _only(ids: Sequence[str]) -> str | None:
    return ids[0] if len(ids) == 1 else None


def _by_own_name(files: Mapping[str, Held]) -> dict[Hashable, list[str]]:
    return _grouped((own_name(one), one) for one in files)


def _by_office(files: Mapping[str, Held]) -> dict[Hashable, list[str]]:
    plans = ((held.source().plan, one) for one, held in files.items())
    return _grouped(((plan.owner, plan.kind, plan.year), one) for plan, one in plans if plan)


def _grouped(ids: Iterable[tuple[Hashable, str]]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = {}
    for key, one in ids:
        found.setdefault(key, []).append(one)
    return found


def _side(word: str, root: Path, cwd: Path, read: ReadText) -> Side:
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
        return _of_files(word, [path], cwd, is_file=True, read=read)
    try:
        return _of_revision(word, root)
    except UserError:
        if path.suffix.lower() in FILES:
            raise UserError(
                say("{path}: there is no such file", path=word),
                say("check the name, or run the command from the workspace"),
            ) from None
        raise


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # too long for a name, or behind a closed door
        return False


def _of_files(
    name: str | Message,
    files: Iterable[Path],
    cwd: Path,
    *,
    below: Path | None = None,
    is_file: bool = False,
    read: ReadText = read_text,
) -> Side:
    held = ((plan_id(file, below), Held(shown_path(file, cwd), read(file))) for file in files)
    return Side(one_line(name) if isinstance(name, str) else name, _by_id(held), is_file)


def _of_revision(word: str, root: Path) -> Side:
    history = Revisions(root)
    contents = history.plans(history.commit(word))
    held = (
        # Named as git names it, HEAD:plans/x.yaml, so that a message says which side is meant.
        (
            plan_id(path),
            Held(Path(f"{word}:{path.as_posix()}"), text),
        )
        for path, text in contents.items()
    )
    return Side(one_line(word), _by_id(held))


def _by_id(files: Iterable[tuple[str, Held]]) -> dict[str, Held]:
    found: dict[str, Held] = {}
    for one, held in files:
        other = found.setdefault(one, held)
        if other is not held:
            raise twins_error(one, other.path, held.path)
    return found

"""The folder an office works in: where its plans are, and which of them a command means."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import UserError, closest, did_you_mean
from cchc.messages import say
from cchc.read.folders import (
    PLANS,
    RESERVED,
    SUFFIXES,
    find_root,
    own_name,
    plan_id,
    shown_path,
)
from cchc.read.unread import Unread, unread

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.read.source import Source

_FEW = 8
"""Plans that are listed in a message."""


def plan_files(folder: Path) -> list[Path]:
    """Return the plan files below `folder`, sorted by path; hidden folders are left out.

    A folder that cannot be looked into stands among them itself: whoever reads it is told why.
    """
    found: list[str] = []  # as texts: paths take five times as long, at each start

    def closed(error: OSError) -> None:
        if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
            found.append(str(error.filename))

    for here, inside, names in os.walk(folder, onerror=closed):  # links are not followed: no loops
        inside[:] = [name for name in inside if not name.startswith(".")]
        found += [
            f"{here}{os.sep}{name}"
            for name in names
            if name.endswith(SUFFIXES) and not name.startswith(".") and name not in RESERVED
        ]
    found.sort(key=lambda name: name.split(os.sep))  # noqa: PTH206  as paths are sorted
    return [Path(name) for name in found]


def choose(wanted: Iterable[str], cwd: Path) -> list[Path]:
    """Return the files that `wanted` names: plan ids, unique ends or beginnings of ids, files, folders.

    Without names: every plan of the workspace.

    Raises:
        UserError: a name fits nothing or several plans, or the id of two files, or there is no plan at
            all.
    """
    root = find_root(cwd)
    names = list(wanted)
    if not names:
        home = root / "plans"
        near = cwd == Path.cwd() and home.is_relative_to(cwd)
        found = plan_files(shown_path(home, cwd) if near else home)
        if not found:
            if not home.is_dir():
                raise no_workspace(root)
            raise UserError(
                say("there is no plan yet: {folder} has no plan file", folder=home),
                say("“cchc import FILE” makes one of a Word file, “cchc new” a new one"),
            )
        return found if near else [shown_path(path, cwd) for path in found]
    chosen: dict[Path, None] = {}
    for name in names:
        for path in _named(name, root, cwd):
            chosen.setdefault(path)
    return list(chosen)


def _named(name: str, root: Path, cwd: Path) -> list[Path]:
    path = _existing(cwd / name)
    if path is not None and path.is_dir():
        found = plan_files(path)
        if not found:
            raise UserError(
                say("the folder {folder} has no plan file", folder=name),
                say("plans end in .yaml or .yml"),
            )
        return [shown_path(file, cwd) for file in found]
    if path is not None:
        return [shown_path(path, cwd)]
    named = [(plan_id(file), file) for file in plan_files(root / "plans")]
    ids = dict(named)
    fits = fitting(name.replace("\\", "/"), ids)
    if fits:
        refuse_twins(shown_path(file, cwd) for plan, file in named if plan == fits[0])
        return [shown_path(ids[fits[0]], cwd)]
    if name.endswith(SUFFIXES) or "/" in name or "\\" in name:
        return [Path(name)]  # reading it says what is wrong, in its place among the others
    raise unknown_plan(name, ids, root)


def fitting(name: str, ids: Iterable[str]) -> list[str]:
    """Return the one id out of `ids` that `name` means, or nothing.

    It may leave out the folders in front, and the end where the rest is clear.

    Raises:
        UserError: it fits several of them.
    """
    wanted, known = unicodedata.normalize("NFC", name), list(ids)
    fits = (
        [one for one in known if one == wanted]
        or [one for one in known if own_name(one) == wanted]
        or [one for one in known if one.startswith(wanted) or own_name(one).startswith(wanted)]
    )
    if len(fits) > 1:
        few = ", ".join(fits[:_FEW]) + (" ..." if len(fits) > _FEW else "")
        raise UserError(
            say("“{name}” fits several plans: {fits}", name=name, fits=few),
            say("write more of the name"),
        )
    return fits


def unknown_plan(name: str, ids: Collection[str], root: Path) -> UserError:
    """Return the error for a name that fits none of `ids`: with the near one, or the first of them.

    Outside of a workspace it says so, and where a folder of plans is closed to us: what it holds is not
    known.
    """
    if near := closest(unicodedata.normalize("NFC", name), ids):
        return UserError(say("there is no plan “{name}”", name=name), did_you_mean(near))
    if closed := next((one for one in plan_files(root / PLANS) if one.is_dir()), None):
        return UserError(
            say("no permission to read the folder {folder}", folder=closed),
            say("ask whoever owns it for access"),
        )
    if not ids and not (root / PLANS).is_dir():
        return no_workspace(root)
    few = ", ".join([*ids][:_FEW]) + (" ..." if len(ids) > _FEW else "")
    known = (
        say("plans here: {ids}", ids=few)
        if ids
        else say("{folder} has no plan file", folder=root / PLANS)
    )
    return UserError(say("there is no plan “{name}”", name=name), known)


def no_workspace(root: Path) -> UserError:
    """Return the error for work in a folder that has no plans."""
    return UserError(
        say("this is not a workspace: {folder} has no plans folder", folder=root),
        say("go to your workspace, or make one here with “cchc init”"),
    )


def _existing(path: Path) -> Path | None:
    """Return `path` if it exists, also when its name is stored decomposed (NFD), as macOS does."""
    for form in ("NFC", "NFD"):
        candidate = Path(unicodedata.normalize(form, str(path)))
        if candidate.exists():
            return candidate
    return path if path.exists() else None


def one_file(wanted: str, cwd: Path) -> Path:
    """Return the one file that `wanted` names (see `choose`).

    Raises:
        UserError: as `choose`; or it names several.
    """
    paths = choose([wanted], cwd)
    if len(paths) > 1:
        raise UserError(
            say("“{plan}” means {count} plans", plan=wanted, count=len(paths)), say("name one plan")
        )
    return paths[0]


def one_plan(wanted: str, cwd: Path) -> tuple[Source, Plan]:
    """Read the one plan that `wanted` names.

    Raises:
        UserError: as `one_file`; or the file has errors.
    """
    from cchc.read.load import broken, load

    source = load(one_file(wanted, cwd))
    if source.plan is None:
        raise broken(source)
    return source, source.plan


def load_readable(wanted: Iterable[str], cwd: Path) -> tuple[list[Source], list[Unread]]:
    """Read the plans that `wanted` names (see `choose`): those that can be read, and the others.

    Raises:
        UserError: as `choose`; or no plan can be read, or two files share one id, or the register
            is named as a plan.
    """
    from cchc.read.load import broken, load

    paths = choose(wanted, cwd)
    refuse_twins(paths)
    found: list[Source] = []
    left_out: list[Unread] = []
    for path in paths:
        source = load(path)
        if source.plan is not None:
            found.append(source)
        elif (one := unread(source)) is not None:
            left_out.append(one)
        else:
            raise broken(source)
    if left_out and not found:
        raise left_out[0].refusal()
    return found, left_out


def refuse_twins(paths: Iterable[Path]) -> None:
    """Refuse files that cannot be told apart.

    Raises:
        UserError: two of them share one id.
    """
    seen: dict[str, Path] = {}
    for path in paths:
        other = seen.setdefault(plan_id(path), path)
        if other is not path:
            raise twins_error(plan_id(path), other, path)


def twins_error(name: str, one: Path, other: Path) -> UserError:
    """Return what to tell of two files that hold the plan `name`."""
    return UserError(
        say("two files hold the plan “{id}”: {one} and {two}", id=name, one=one, two=other),
        say("give one of them another name"),
    )

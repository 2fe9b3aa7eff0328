"""How a workspace is laid out: its root, and what its files and plans are called."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from cchc.messages import one_line
from cchc.read.root import CONFIGURATION, root_of
from cchc.read.root import PLANS as PLANS
from cchc.read.root import SUFFIXES as SUFFIXES

REGISTER = "register.yaml"
"""The file in plans/ that holds the register of documents."""
HOLIDAYS = "holidays.yaml"
"""The file in plans/ that holds the days off announced."""
RESERVED = (HOLIDAYS, REGISTER)
"""Files in plans/ that are not plans."""


def find_root(start: Path) -> Path:
    """Return the workspace that `start` lies in: the nearest folder upwards that has a `cchc.toml`
    or a `plans/` folder; `start` itself when there is none.
    """
    return Path(root_of(str(start)))


def is_workspace(folder: Path) -> bool:
    """Tell whether `folder` is the root of a workspace."""
    return (folder / CONFIGURATION).is_file() or (folder / PLANS).is_dir()


def repository_of(folder: Path) -> Path:
    """Return the repository of git that `folder` lies in; `folder` itself when there is none."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)


def plan_id(path: Path, below: Path | None = None) -> str:
    """Return the id of the plan in `path`: its way below the folder `plans/`, without the ending.

    "plans/phu-thinh.yaml" is phu-thinh, "plans/an-lap/cchc-2026.yaml" an-lap/cchc-2026. Outside of
    such a folder it is the way below `below`, or the file's own name. Composed (NFC), and without
    characters that act on a terminal or may stand in no document (`visible`).
    """
    folders = path.parts[:-1]
    if PLANS not in folders or ".." in folders:
        folders = Path(os.path.abspath(path)).parts[:-1]  # noqa: PTH100  as written, no links followed
    if PLANS in folders:
        inside = folders[len(folders) - folders[::-1].index(PLANS) :]
    else:
        inside = path.relative_to(below).parts[:-1] if below else ()
    return one_line(unicodedata.normalize("NFC", "/".join((*inside, path.stem))))


def own_name(plan: str) -> str:
    """Return the last part of a plan's id: the name of its file."""
    return plan.rpartition("/")[2]


def shown_path(path: Path, cwd: Path) -> Path:
    """Return `path` relative to `cwd` where it lies below it: short to read and to click."""
    try:
        return path.relative_to(cwd)
    except ValueError:
        return path

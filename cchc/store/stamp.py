"""What results depend on besides the files: the tool itself, down to each of its modules.

Only sizes, times and inodes are looked at, so that a run which finds everything unchanged imports
nothing of what it would otherwise run. A module that was changed and then given its old size and
time is noticed by the time of its last change of state (ctime), which nobody can set.
"""

from __future__ import annotations

import os
import sys

import cchc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = os.path.dirname(cchc.__file__)
_DATA = (".py", ".tsv", ".txt", ".json", ".mo")
_INSTALLED = ("site-packages", "dist-packages")


def tool() -> str:
    """Return a text that changes whenever the tool, Python or an installed package does.

    The modules of an installed tool change only with the folder they are installed in: it is
    looked at, and not each of them. Those of a working tree are looked at one by one.
    """
    above = os.path.dirname(_HERE)
    if os.path.basename(above) in _INSTALLED:
        modules = f"{_HERE} {_state(os.stat(_HERE))}"
    else:
        modules = "|".join(sorted(_modules(_HERE)))
    return f"{cchc.__version__} {sys.version} {_packages()}\n{modules}"


def _packages() -> str:
    """Return when a package was last put where ours come from: each one leaves a folder there."""
    for folder in sys.path:
        if os.path.isdir(os.path.join(folder, "pydantic")):
            return _state(os.stat(folder or "."))
    return ""


def _modules(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in ("__pycache__", "templates"):
                    yield from _modules(entry.path)
            elif entry.name.endswith(_DATA):
                yield f"{entry.path[len(_HERE) :]} {_state(os.stat(entry.path))}"


def _state(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"

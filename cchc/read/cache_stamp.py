"""What results depend on besides the files: the tool itself, down to each of its modules.

Only sizes and times are looked at, so that a run which finds everything unchanged imports nothing
of what it would otherwise run.
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


def tool() -> str:
    """Return a text that changes whenever the tool, Python or an installed package does."""
    return f"{cchc.__version__} {sys.version} {_installed()}\n{'|'.join(sorted(_modules(_HERE)))}"


def _installed() -> int:
    """Return when a package was last put where ours come from: each one leaves a folder there."""
    for folder in sys.path:
        if os.path.isdir(os.path.join(folder, "pydantic")):
            return os.stat(folder or ".").st_mtime_ns
    return 0


def _modules(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in ("__pycache__", "templates"):
                    yield from _modules(entry.path)
            elif entry.name.endswith(_DATA):
                found = entry.stat()
                yield f"{entry.path[len(_HERE) :]} {found.st_size} {found.st_mtime_ns}"

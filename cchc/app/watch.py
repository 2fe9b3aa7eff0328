"""Noticing that files changed: their state looked at every now and then, without any library."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cchc.errors import UserError

INTERVAL = 0.3
"""Seconds between two looks: below what a person notices, and no load for hundreds of files."""
Stamp = tuple[int, int, int]


class Watched(NamedTuple):
    """The plan files that are printed, and the state of every file they are printed from."""

    plans: list[Path]
    state: dict[Path, Stamp]


def watched(names: list[str], cwd: Path) -> Watched:
    """Look at the plans that `names` mean, the files beside them, and the templates."""
    from cchc.document.template.folder import available_templates
    from cchc.read.folders import RESERVED, find_root
    from cchc.read.workspace import choose

    root = find_root(cwd)
    try:
        plans = choose(names, cwd)
    except UserError:  # the file is gone just now: an editor is putting a new one in its place
        plans = []
    beside = [root / "plans" / name for name in RESERVED]
    stamps = {path: _stamp(path) for path in [*plans, *beside, *available_templates(root).values()]}
    return Watched(plans, {path: stamp for path, stamp in stamps.items() if stamp})


def changed_plans(names: list[str], cwd: Path) -> Iterator[tuple[list[Path], list[Path]]]:
    """Yield the plans to print again, and all that `names` mean: at first all, then at each change.

    All are to be printed again when a file changed that they have in common.
    """
    for files, plans in changes(lambda: watched(names, cwd), ticks()):
        alone = files <= set(plans)
        changed = [path for path in plans if path in files or not alone]
        if changed:  # else a plan is gone; it may come back
            yield changed, plans


def changes(
    look: Callable[[], Watched], ticks: Iterable[object]
) -> Iterator[tuple[set[Path], list[Path]]]:
    """Yield the files that changed and the plans there are: at first all, then after each change.

    A change is told once the files have kept still for a tick, so that nothing half-written is
    read. What changes while the caller is at work is told next.
    """
    told = last = look()
    yield set(told.state), told.plans
    for _ in ticks:
        now = look()
        if now.state != last.state:
            last = now
            continue
        different = {
            path for path in told.state.keys() | now.state.keys()
            if told.state.get(path) != now.state.get(path)
        }  # fmt: skip
        told = now
        if different:
            yield different, now.plans


def ticks() -> Iterator[None]:
    """Yield for ever, a moment apart."""
    while True:
        time.sleep(INTERVAL)
        yield


def _stamp(path: Path) -> Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino

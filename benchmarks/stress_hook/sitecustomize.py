"""A slow disk, an editor and a kill, in every command that `stress_writing` starts.

Python imports a module of this name by itself where PYTHONPATH leads to it. CCHC_STRESS_STEP=n kills
the process at the n-th step of its writing; 0 kills it at none.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

HERE = Path.cwd()
STEPS = {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}
SLOWEST = 0.05
"""Seconds that a disk takes at most."""
EDITED = 0.2
"""Share of the moments on a slow disk in which an editor saves."""
_fsync = os.fsync
_left = int(os.environ.get("CCHC_STRESS_STEP", "0"))


def _step() -> None:
    global _left
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


def _audit(event: str, told: tuple[object, ...]) -> None:
    writes = event in STEPS
    if event == "open":
        writes = isinstance(told[2], int) and bool(told[2] & os.O_CREAT)
    if writes and HERE in (HERE / str(told[0])).parents:
        _step()


def _slow(handle: int) -> None:
    from time import sleep

    _step()
    _fsync(handle)
    sleep(random.random() * SLOWEST)
    if random.random() < EDITED:
        _edit(HERE / "plans" / "p.yaml")


def _edit(plan: Path) -> None:
    """Save the plan as an editor does, when it cannot undo what another writer has just written.

    An editor that saves what it read long ago undoes it, whatever cchc does.
    """
    from cchc.edit.files.lock import NAME, locked
    from cchc.errors import UserError

    if _is_open(plan.with_name(NAME)):
        _save(plan)
        return
    try:
        with locked(plan.parent, timeout=0):
            _save(plan)
    except UserError:
        return


def _is_open(path: Path) -> bool:
    for handle in Path("/proc/self/fd").iterdir():
        try:
            if handle.readlink() == path:
                return True
        except OSError:
            continue
    return False


def _save(plan: Path) -> None:
    text = plan.read_text("utf-8").replace("76/NQ-CP", "76/NQCP")  # for --fix to mend again
    mark = f"# editor {os.getpid()} {random.getrandbits(60)}\n"
    mine = plan.with_name(f".editor-{os.getpid()}")
    mine.write_text(text + mark, "utf-8")
    mine.replace(plan)
    with (HERE / "saved.log").open("a") as log:
        log.write(mark)


sys.addaudithook(_audit)
os.fsync = _slow

"""One process measured from outside: wall clock, CPU time, peak memory, what it printed.

Times are in seconds, memory in bytes. CPU time and peak memory are the kernel's, for the process
and all it waited for: with workers, CPU is the sum and memory that of the largest process, not
their sum. Not for Windows, which has no `wait4`.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_KILOBYTES = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Contender:
    """A command that takes part in a case."""

    name: str
    command: Sequence[str]
    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[], object] | None = None
    """Done before each measured run, outside the clock."""
    leaves: tuple[int, ...] = (0, 1)
    """Exit codes that mean the work was done."""
    prints: str = ""
    """Contenders with the same word here must print the same bytes."""
    once: bool = False
    """Whether it takes part in the first round only, because it takes long."""
    interrupt_after: float | None = None
    """Press Ctrl-C after so many seconds; the wall clock runs from there to the end."""
    longest: float = 1800.0
    """Seconds after which it is stopped."""
    missing: str = ""
    """Why it cannot be measured here; the table says so."""


@dataclass(frozen=True)
class Sample:
    """One run."""

    wall: float
    cpu: float
    peak: int
    printed: str


class ContenderError(Exception):
    """A contender left with an exit code that does not mean the work was done, or did not end."""


def run(contender: Contender, folder: Path) -> Sample:
    """Run a contender once; what it prints goes to files in `folder`.

    Raises:
        ContenderError: it left with another exit code than it may, or took too long.
    """
    if contender.prepare:
        contender.prepare()
    home = folder / "home"
    home.mkdir(exist_ok=True)
    # No settings of whoever measures, and the caches of all tools below the work folder.
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"} | dict(contender.env)
    printed, said = folder / "stdout", folder / "stderr"
    clock = [sys.executable, "-I", "-S", str(Path(__file__).with_name("clock.py"))]
    after = str(contender.interrupt_after or 0)
    with subprocess.Popen(
        [*clock, str(contender.cwd), str(printed), str(said), after, *contender.command],
        env=env, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None  # it is a pipe
        first = process.stdout.readline()
        if not first:
            raise ContenderError(f"could not be started: {contender.command[0]}")
        child = int(first)
        try:
            answer, _ = process.communicate(timeout=contender.longest)
        except subprocess.TimeoutExpired:
            os.killpg(child, signal.SIGKILL)
            raise ContenderError(f"stopped after {contender.longest:g} seconds") from None
        except BaseException:  # such as Ctrl-C: nothing of ours goes on
            os.killpg(child, signal.SIGKILL)
            raise
    wall, cpu, peak, status = answer.split()
    code = os.waitstatus_to_exitcode(int(status))
    if code not in contender.leaves:
        last = said.read_text("utf-8", "replace").strip().splitlines()[-1:]
        raise ContenderError(f"left with {code} {' '.join(last)}")
    with printed.open("rb") as out:
        digest = hashlib.file_digest(out, "sha256").hexdigest()
    return Sample(float(wall), float(cpu), int(peak) * _KILOBYTES, digest)

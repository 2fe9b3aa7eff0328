"""The programs that take part: where they are, and what the cchc of this tree can do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Contender

ROOT = Path(__file__).parent.parent
COMMANDS = ("validate", "due", "render")
NO_CACHE = "this command keeps no cache (no --no-cache)"
NO_JOBS = "this command has no --jobs"


@dataclass(frozen=True)
class Tools:
    """What is there to be measured."""

    cchc: tuple[str, ...]
    peers: Path
    """A folder where peers are looked for first."""
    completes: bool
    helps: Mapping[str, str]
    """What each command says of itself: its options are looked up there."""

    def peer(self, name: str) -> str | None:
        """Return the path of a peer's program; None when it is not installed."""
        here = os.pathsep.join((str(self.peers), str(Path(sys.executable).parent)))
        return shutil.which(name, path=here) or shutil.which(name)

    def knows(self, command: str, option: str) -> bool:
        """Whether a command of cchc has an option."""
        return f"{option} " in self.helps.get(command, "")

    def ours(self, *arguments: str, cold: bool = False, jobs: int | None = None) -> list[str]:
        """Return a command of cchc; options that it does not know are left out."""
        command = [*self.cchc, *arguments]
        if cold and self.knows(arguments[0], "--no-cache"):
            command.append("--no-cache")
        if jobs is not None and self.knows(arguments[0], "--jobs"):
            command += ["--jobs", str(jobs)]
        return command

    def peer_contender(self, name: str, program: str, *arguments: str, cwd: Path) -> Contender:
        """Return a peer as contender, marked as missing when it is not installed."""
        found = self.peer(program)
        missing = "" if found else f"{program} is not installed"
        return Contender(name, [found or program, *arguments], cwd, missing=missing)


def find_tools(peers: Path | None) -> Tools:
    """Look at the cchc beside this Python, and ask it what it knows."""
    beside = Path(sys.executable).with_name("cchc")
    cchc = (str(beside),) if beside.exists() else (sys.executable, "-m", "cchc")
    return Tools(
        cchc,
        (peers or Path(sys.executable).parent).absolute(),
        completes=_said([*cchc, *COMPLETION]).split() == ["validate"],
        helps={command: _said([*cchc, command, "--help"]) for command in COMMANDS},
    )


COMPLETION = ("__complete", "bash", "val")
"""What a shell asks at Tab behind `cchc val`."""


def _said(command: Sequence[str], **env: str) -> str:
    settings = os.environ | {"CCHC_LANG": "en", "COLUMNS": "200", "NO_COLOR": "1"} | env
    ran = subprocess.run(
        command, env=settings, capture_output=True, text=True, check=False, cwd=ROOT
    )
    return ran.stdout

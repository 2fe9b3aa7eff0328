"""What all cases share: the tools, the work folder and the made-up workspaces in it."""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.measure import Contender, run
from benchmarks.tools import NO_CACHE, Tools

BARE = (sys.executable, "-I", "-c", "pass")
SETTLED = 3.0
"""Seconds after which a cache may trust the date of a file that was just written."""


@dataclass
class Bench:
    """A run of the benchmarks."""

    tools: Tools
    work: Path
    most_rounds: int = 1000
    _made: set[int] = field(default_factory=set)

    def rounds(self, usual: int) -> int:
        """Return how many rounds a case has."""
        return min(usual, self.most_rounds)

    def workspace(self, plans: int) -> Path:
        """Return the workspace of so many plans, made when it is not there yet."""
        folder = self.work / f"plans-{plans}"
        if plans not in self._made:
            shutil.rmtree(folder, ignore_errors=True)
            generate(folder, plans)
            time.sleep(SETTLED)
            self._made.add(plans)
        return folder

    def one(self, folder: Path) -> str:
        """Return the path of one plan without findings, as a command gets it."""
        found = sorted(folder.glob("plans/*/*.yaml"))[0]
        return str(found.relative_to(folder))

    def bare(self) -> Contender:
        """Return the contender `python -I -c pass`."""
        return Contender("python -I -c pass", BARE, self.work)

    def limit(self, what: str, name: str, folder: Path) -> Contender:
        """Return a limit process (`benchmarks.limits`) over the plans of a workspace."""
        script = str(Path(__file__).with_name("limits.py"))
        return Contender(name, [sys.executable, "-I", script, what, str(folder / "plans")], folder)

    def on_terminal(self, contender: Contender) -> Contender:
        """Return the same command on a pseudo-terminal; its CPU has a bare Python in it as well."""
        script = str(Path(__file__).with_name("terminal.py"))
        command = [sys.executable, "-I", script, *contender.command]
        return replace(contender, command=command, prints="")

    def cached(
        self, name: str, folder: Path, *arguments: str, filled: bool = True, once: bool = False
    ) -> Contender:
        """Return cchc with the cache of this workspace: empty, or full of the unchanged files."""
        home = self.work / f"cache-{folder.name}"
        env = {"CCHC_CACHE_DIR": str(home)}
        missing = "" if self.tools.knows(arguments[0], "--no-cache") else NO_CACHE
        plain = Contender(name, self.tools.ours(*arguments), folder, env, missing=missing)

        def prepare() -> None:
            if filled:
                run(plain, self.work)
            else:
                shutil.rmtree(home, ignore_errors=True)

        return replace(plain, prepare=prepare, prints=arguments[0], once=once)

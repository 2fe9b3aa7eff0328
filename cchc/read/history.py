"""Plans as they stood on an earlier day, read from git without touching the working files."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath

from cchc.errors import UserError
from cchc.messages import say
from cchc.model.finding import Finding
from cchc.read.files import decode
from cchc.read.layout import PLANS, SUFFIXES, own_name, plan_id
from cchc.read.load import read_source
from cchc.read.source import Source


class History:
    """The commits of the repository that holds a workspace."""

    def __init__(self, folder: Path) -> None:
        """Find the repository around `folder`.

        Raises:
            UserError: there is no git, no repository, or no commit in it.
        """
        self._folder = folder
        try:
            top = self._ask("rev-parse", "--show-toplevel")
        except FileNotFoundError:
            raise UserError(
                say("--history reads the past from git, and git is not installed"),
                say("install git, or leave --history out"),
            ) from None
        if top is None:
            raise UserError(
                say("--history reads the past from git; {folder} is in no git repository",
                    folder=folder),
                say("keep the workspace in git, or leave --history out"),
            )  # fmt: skip
        self._top = Path(top.decode().rstrip("\r\n"))
        if self._ask("rev-parse", "--verify", "--quiet", "HEAD") is None:
            raise UserError(
                say("--history reads the past from git; this repository has no commit yet"),
                say("commit the plans first, or leave --history out"),
            )

    def at(self, day: date) -> str | None:
        """Return the commit in which `day` ended in Viet Nam; None when there was none yet.

        On the main line only: what was merged later counts from its merge.
        """
        moment = f"{day.isoformat()}T23:59:59+07:00"
        found = self._ask("rev-list", "-1", "--first-parent", f"--before={moment}", "HEAD")
        return found.decode().strip() or None if found else None

    def plans(self, commit: str, paths: Iterable[Path]) -> list[Source]:
        """Return the plans of `paths` as `commit` has them; a file moved since is found by its name.

        They go by the paths, and so by the ids, that they have today.
        A plan that did not exist is left out; one that could not be read has findings and no plan.
        """
        listing = self._ask("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit) or b""
        there = [name for name in listing.decode("utf-8", "replace").split("\0") if name]
        now = {wanted: self._inside(wanted) for wanted in paths}
        gone: dict[str, list[str]] = {}
        for name in there:
            path = PurePosixPath(name)
            if path.suffix in SUFFIXES and PLANS in path.parts[:-1] and not self._still(name):
                gone.setdefault(own_name(plan_id(Path(name))), []).append(name)
        found = []
        for wanted, here in now.items():
            moved = gone.get(own_name(plan_id(wanted)), [])
            if here in there:
                found.append(self._read(commit, str(here), wanted))
            elif len(moved) == 1:
                found.append(self._read(commit, moved[0], wanted))
        return found

    def _still(self, name: str) -> bool:
        """Tell whether the file lies in its place today, and so did not move to another."""
        return (self._top / name).exists()

    def _inside(self, path: Path) -> str | None:
        try:
            return path.resolve().relative_to(self._top.resolve()).as_posix()
        except ValueError:
            return None

    def _read(self, commit: str, name: str, path: Path) -> Source:
        text = decode(self._ask("cat-file", "blob", f"{commit}:{name}") or b"")
        if isinstance(text, Finding):
            return Source(path, findings=[text])
        return read_source(path, text)

    def _ask(self, *words: str) -> bytes | None:
        """Return what git answers, or None when it refuses."""
        done = subprocess.run(
            ["git", "-C", str(self._folder), *words], capture_output=True, check=False
        )
        return done.stdout if done.returncode == 0 else None

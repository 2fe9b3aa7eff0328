"""Plans as they stood on an earlier day, read from git without touching the working files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.read.files import read_text
from cchc.read.folders import PLANS, RESERVED, SUFFIXES
from cchc.read.git import command as git
from cchc.read.git.revisions import WHOLE, blobs_of, texts_of_blobs
from cchc.read.git.sides import Held, moved
from cchc.read.source import Source
from cchc.read.workspace import plan_files


class History:
    """The commits of the repository that holds a workspace."""

    def __init__(self, folder: Path) -> None:
        """Find the repository around `folder`.

        Raises:
            UserError: there is no git, no repository, or no commit in it.
        """
        self._folder = folder
        top = self._ask("rev-parse", "--show-toplevel")
        if not top.done:
            raise UserError(
                say("--history reads the past from git; {folder} is in no git repository",
                    folder=folder),
                say("keep the workspace in git, or leave --history out"),
            )  # fmt: skip
        self._top = Path(top.out.decode("utf-8", "surrogateescape").rstrip("\r\n"))
        if not self._ask("rev-parse", "--verify", "--quiet", "HEAD").done:
            raise UserError(
                say("--history reads the past from git; this repository has no commit yet"),
                say("commit the plans first, or leave --history out"),
            )
        self._is_shallow = self._ask("rev-parse", "--is-shallow-repository").out.strip() == b"true"

    def at(self, day: date) -> str | Message:
        """Return the commit in which `day` ended in Viet Nam, or why there is none.

        On the main line only: what was merged later counts from its merge.
        """
        moment = f"{day.isoformat()}T23:59:59+07:00"
        found = self._ask("rev-list", "-1", "--first-parent", f"--before={moment}", "HEAD")
        if commit := found.out.decode().strip():
            return commit
        if self._is_shallow:
            return say("this clone does not reach back so far; git fetch --unshallow gets the rest")
        if not found.done:
            return say("git cannot read so far back; git says: {reason}", reason=found.refusal)
        return say("nothing was in git yet")

    def plans(self, commit: str, paths: Iterable[Path]) -> list[Source]:
        """Return the plans of `paths` as `commit` has them; a file moved since is found.

        It is found as `cchc diff` finds it: by its name, or by commune, kind and year. Plans go by
        the paths, and so by the ids, that they have today.
        A plan that did not exist is left out; one that could not be read has findings and no plan.

        Raises:
            UserError: git cannot list the files of the commit.
        """
        listed = self._ask("ls-tree", "-r", "-z", "--full-tree", commit)
        if not listed.done:
            raise UserError(say("git cannot list the files of revision {commit}", commit=commit[:12]),
                            WHOLE)  # fmt: skip
        there = blobs_of(listed.out)
        now = {path: self._inside(path) for path in paths}
        found = {path: name for path, name in now.items() if name in there}
        if len(found) < len(now):
            found |= self._moved(there, now.keys() - found.keys())
        texts = texts_of_blobs(self._ask, [there[name] for name in found.values() if name])
        return [
            Held(path, texts[there[name]]).source() for path in now if (name := found.get(path))
        ]

    def _moved(self, there: Mapping[str, bytes], absent: Iterable[Path]) -> dict[Path, str]:
        """Return under which name the commit has those of `absent` that moved since."""
        gone = {
            name: blob for name, blob in there.items() if _is_plan(name) and not self._still(name)
        }
        texts = texts_of_blobs(self._ask, gone.values())
        old = {_key(name): Held(Path(name), texts[blob]) for name, blob in gone.items()}
        come = {self._inside(path): path for path in (*plan_files(self._folder / PLANS), *absent)}
        new = {
            _key(name): Held(path, read_text(path))
            for name, path in come.items()
            if name and name not in there
        }
        names = {_key(name): name for name in gone}
        went = {new[one].path: names[was] for one, was in moved(old, new).items()}
        return {path: went[path] for path in absent if path in went}

    def _still(self, name: str) -> bool:
        """Tell whether the file lies in its place today, and so did not move to another."""
        return (self._top / name).exists()

    def _inside(self, path: Path) -> str | None:
        try:
            return path.resolve().relative_to(self._top.resolve()).as_posix()
        except ValueError:
            return None

    def _ask(self, *words: str, given: bytes | None = None) -> git.GitAnswer:
        answer = git.ask(self._folder, *words, given=given)
        if answer is None:
            raise UserError(
                say("--history reads the past from git, and git is not installed"),
                say("install git, or leave --history out"),
            )
        return answer


def _is_plan(name: str) -> bool:
    path = PurePosixPath(name)
    return path.name.endswith(SUFFIXES) and PLANS in path.parts[:-1] and path.name not in RESERVED


def _key(name: str) -> str:
    """Return what stands for a file in place of its id: workspaces of one repository share ids."""
    return unicodedata.normalize("NFC", str(PurePosixPath(name).with_suffix("")))

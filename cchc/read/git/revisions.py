"""Plan files as a revision of git has them, read without checking anything out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from cchc.errors import UserError
from cchc.messages import say
from cchc.model.finding import Finding, Span
from cchc.read import faults
from cchc.read.files import MAX_BYTES, decode, too_large
from cchc.read.folders import RESERVED, SUFFIXES
from cchc.read.git import command as git

WHOLE = say("fetch the whole history: git fetch --unshallow, without --filter")


class Ask(Protocol):
    """A question to git about one repository."""

    def __call__(self, *words: str, given: bytes | None = None) -> git.GitAnswer:
        """Return what git answers to `words`."""


class Revisions:
    """The history of the repository around a workspace."""

    def __init__(self, root: Path) -> None:
        """Find the repository that holds the workspace `root`.

        Raises:
            UserError: there is no git, or no repository.
        """
        self._root = root
        inside = self._git("rev-parse", "--is-inside-work-tree")
        if not inside.done:
            raise UserError(
                say("{folder} is in no git repository", folder=root),
                say(
                    "compare two files: cchc diff OLD.yaml NEW.yaml, or two Word files; git says: "
                    "{reason}",
                    reason=inside.refusal,
                ),
            )

    def commit(self, word: str) -> str:
        """Return the commit that `word` means: a branch, a tag, `HEAD~2`, a hash.

        Raises:
            UserError: there is none.
        """
        # What is added asks for a commit, and keeps a word with a dash from being an option.
        done = self._git("rev-parse", "--verify", "--quiet", f"{word}^{{commit}}")
        if done.done:
            return done.out.decode().strip()
        if word == "HEAD":
            raise UserError(say("this repository has no commit yet"), say("commit the plans first"))
        hint = say("give a branch, a tag, a hash, or files and folders that are there")
        if ".." in word:
            hint = say("write the two apart: cchc diff OLD NEW")
        raise UserError(say("there is no revision, file or folder “{word}”", word=word), hint)

    def fork(self, commit: str) -> str:
        """Return the commit in which HEAD and `commit` went apart; `commit` where none is known."""
        found = self._git("merge-base", commit, "HEAD")
        return found.out.decode().strip() if found.done else commit

    def blobs(self, commit: str) -> dict[str, bytes]:
        """Return the files of the workspace at `commit`, and which content each has.

        Raises:
            UserError: git cannot list the files of the commit.
        """
        return self._listed(commit, ".")

    def plans(self, commit: str) -> dict[Path, str | Finding]:
        """Return the plan files of the workspace at `commit`, by path inside the workspace.

        A content that git cannot give (an incomplete clone) is a finding.

        Raises:
            UserError: git cannot list the files of the commit.
        """
        blobs = {
            path: blob
            for name, blob in self._listed(commit, "plans/").items()
            if _is_plan(path := Path(name))
        }
        texts = texts_of_blobs(self._git, blobs.values())
        return {path: texts[blob] for path, blob in blobs.items()}

    def _listed(self, commit: str, folder: str) -> dict[str, bytes]:
        listed = self._git("ls-tree", "-r", "-z", commit, "--", folder)
        if not listed.done:
            raise UserError(say("git cannot list the files of revision {commit}", commit=commit[:12]),
                            WHOLE)  # fmt: skip
        return blobs_of(listed.out)

    def _git(self, *words: str, given: bytes | None = None) -> git.GitAnswer:
        answer = git.ask(self._root, *words, given=given)
        if answer is None:
            raise UserError(
                say("revisions are read from git, and git is not installed"),
                say("install git, or compare two files: cchc diff OLD.yaml NEW.yaml"),
            )
        return answer


def _is_plan(path: Path) -> bool:
    """Whether the working tree's `plan_files` would take this path."""
    hidden = any(part.startswith(".") for part in path.parts)
    return path.name.endswith(SUFFIXES) and path.name not in RESERVED and not hidden


def blobs_of(listed: bytes) -> dict[str, bytes]:
    """Return the files that `git ls-tree -r -z` lists, and which content each has."""
    found: dict[str, bytes] = {}
    for entry in listed.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if about.startswith(b"100"):  # a file, neither a link nor a module
            found[name.decode("utf-8", "surrogateescape")] = about.split()[2]
    return found


def texts_of_blobs(ask: Ask, blobs: Iterable[bytes]) -> dict[bytes, str | Finding]:
    """Return the text of each content, or the finding that says why there is none."""
    wanted = list(dict.fromkeys(blobs))
    given = b"".join(b"%s\n" % one for one in wanted)
    heads = (
        line.split() for line in ask("cat-file", "--batch-check", given=given).out.splitlines()
    )
    # What git does not have is “missing”, and has no size.
    sizes = {head[0]: int(head[2]) for head in heads if len(head) == 3}
    small = b"".join(b"%s\n" % one for one, size in sizes.items() if size <= MAX_BYTES)
    contents = _contents(ask("cat-file", "--batch", given=small).out)
    return {one: _text(sizes.get(one), contents.get(one)) for one in wanted}


def _contents(out: bytes) -> dict[bytes, bytes]:
    """Take the answer of `git cat-file --batch` apart: a head with the size, then the content."""
    found: dict[bytes, bytes] = {}
    at = 0
    while (end := out.find(b"\n", at)) >= 0:
        head = out[at:end].split()
        at = end + 1
        if len(head) == 3:
            size = int(head[2])
            if at + size <= len(out):  # else git broke off
                found[head[0]] = out[at : at + size]
            at += size + 1
    return found


def _text(size: int | None, content: bytes | None) -> str | Finding:
    if size is not None and size > MAX_BYTES:
        return too_large(size)
    if content is None:
        return faults.UNREADABLE.at(
            say("git does not have the content of this file"), WHOLE, span=Span(1, 1, 1, 1, 0, 0)
        )
    return decode(content)

"""Plan files as a revision of git has them, read without checking anything out."""

from __future__ import annotations

import subprocess
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say
from cchc.read.layout import RESERVED, SUFFIXES


class Revisions:
    """The history of the repository around a workspace."""

    def __init__(self, root: Path) -> None:
        """Find the repository that holds the workspace `root`.

        Raises:
            UserError: there is no git, or no repository.
        """
        self._root = root
        try:
            done = self._git("rev-parse", "--is-inside-work-tree")
        except FileNotFoundError:
            raise UserError(
                say("revisions are read from git, and git is not installed"),
                say("install git, or name two files or folders"),
            ) from None
        if done.returncode != 0:
            reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise UserError(
                say("{folder} is in no git repository", folder=root),
                say("name two files or folders; git says: {reason}", reason=reason),
            )

    def commit(self, word: str) -> str:
        """Return the commit that `word` means: a branch, a tag, `HEAD~2`, a hash.

        Raises:
            UserError: there is none.
        """
        # What is added asks for a commit, and keeps a word with a dash from being an option.
        done = self._git("rev-parse", "--verify", "--quiet", f"{word}^{{commit}}")
        if done.returncode == 0:
            return done.stdout.decode().strip()
        if word == "HEAD":
            raise UserError(say("this repository has no commit yet"), say("commit the plans first"))
        hint = say("give a branch, a tag, a hash, or files and folders that are there")
        if ".." in word:
            hint = say("write the two apart: cchc diff OLD NEW")
        raise UserError(say("there is no revision, file or folder “{word}”", word=word), hint)

    def plans(self, commit: str) -> dict[Path, bytes | None]:
        """Return the plan files of the workspace at `commit`, by path inside the workspace.

        A content that git cannot give (an incomplete clone) is None.
        """
        listed = self._git("ls-tree", "-r", "-z", commit, "--", "plans/").stdout
        blobs: dict[Path, bytes] = {}
        for entry in listed.split(b"\0"):
            about, _, raw = entry.partition(b"\t")
            path = Path(raw.decode("utf-8", "surrogateescape"))
            if about.startswith(b"100") and _is_plan(path):  # a file, neither a link nor a module
                blobs[path] = about.split()[2]
        ids = b"".join(b"%s\n" % blob for blob in blobs.values())
        contents = _batch(self._git("cat-file", "--batch", given=ids).stdout)
        return dict(zip(blobs, contents, strict=True))

    def _git(self, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["git", "-C", str(self._root), *words], input=given, capture_output=True, check=False
        )


def _is_plan(path: Path) -> bool:
    """Whether the working tree's `plan_files` would take this path."""
    hidden = any(part.startswith(".") for part in path.parts)
    return path.name.endswith(SUFFIXES) and path.name not in RESERVED and not hidden


def _batch(out: bytes) -> list[bytes | None]:
    """Take the answer of `git cat-file --batch` apart: a head with the size, then the content."""
    found: list[bytes | None] = []
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        head = out[at:end].split()
        at = end + 1
        if head[1] != b"blob":  # "missing"
            found.append(None)
            continue
        size = int(head[2])
        found.append(out[at : at + size])
        at += size + 1
    return found

"""What changed since a revision of git: only findings that it can have to do with are told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say
from cchc.read.folders import HOLIDAYS, REGISTER, plan_id
from cchc.read.revisions import Revisions
from cchc.read.root import CONFIGURATION, PLANS
from cchc.rules._run import FileFindings

_SHARED = (CONFIGURATION, f"{PLANS}/{REGISTER}", f"{PLANS}/{HOLIDAYS}")
"""What all plans are judged by."""


class Changed:
    """The files of a workspace that are not as they were where the branch began."""

    def __init__(self, root: Path, revision: str, files: Iterable[Path]) -> None:
        """Compare `files` with `revision`, or with where HEAD left it: what others have done there
        since is not of this branch.

        Contents are compared here and not by git, which may start what a repository's settings name.

        Raises:
            UserError: there is no git, no repository, or no such revision.
        """
        try:
            history = Revisions(root)
        except UserError as error:  # its advice is for `cchc diff`
            advice = say("run it in a clone of the repository, or leave out --changed-since")
            raise UserError(error.message, advice) from error
        commit = history.commit(revision)
        before = history.blobs(history.fork(commit))
        self.files = {str(file) for file in files if _differs(file, before.get(_below(file, root)))}
        self._ids = {plan_id(Path(file)) for file in self.files}
        self.shared = [name for name in _SHARED if _differs(root / name, before.get(name))]
        """What all plans are judged by, where it changed: then every finding counts."""

    def only(self, files: Iterable[FileFindings]) -> Iterator[FileFindings]:
        """Yield the changed files, and of the others what is said in comparison with these."""
        for file in files:
            if not self.shared and file.path not in self.files:
                found = [one for one in file.found if one.beside in self._ids]
                file = file._replace(found=found)
            if file.found:
                yield file


def _below(file: Path, root: Path) -> str:
    try:
        return file.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return ""


def _differs(file: Path, blob: bytes | None) -> bool:
    """Tell whether a file is not what `blob` names; with other ends of lines it is the same."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return blob is not None
    except OSError:
        return True
    if blob is None:
        return True
    texts = (content, content.replace(b"\r\n", b"\n"))
    return all(_blob(text, len(blob)) != blob for text in texts)


def _blob(content: bytes, length: int) -> bytes:
    """Return the name that git gives to a content: SHA-1 or, 64 digits long, SHA-256."""
    whole = b"blob %d\0%s" % (len(content), content)
    made = hashlib.sha1(whole, usedforsecurity=False) if length == 40 else hashlib.sha256(whole)
    return made.hexdigest().encode()

"""Which findings of a run count: those that are not in a baseline, or that have to do with a change.

A baseline has the findings that were there on the first day. A finding is known by its code, the line
it stands in and the lines around it, not by its number: a line that moved stays known. The file is
JSON with one finding a line, so that git merges it. What changed is told by a revision of git.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.errors import UserError
from cchc.messages import say
from cchc.model.finding import Diagnostic, Finding
from cchc.read.faults import INTERNAL
from cchc.read.files import read_bytes, read_text
from cchc.read.folders import HOLIDAYS, REGISTER, plan_id
from cchc.read.git.revisions import Revisions
from cchc.read.root import CONFIGURATION, PLANS
from cchc.rules._run import FileFindings

SCHEMA_VERSION = 1
MOST_BYTES = 50_000_000


class Fingerprint(NamedTuple):
    """What a finding is known by."""

    code: str
    line: str
    """A digest of the line it stands in, without blanks around it."""
    context: str
    """A digest of the lines before and after it, which tells equal lines apart."""


class Baseline:
    """The known findings of a file, taken away from what is found."""

    def __init__(self, path: Path) -> None:
        """Read the baseline in `path`.

        Raises:
            UserError: there is no such file, or it is no baseline.
        """
        self._folder = path.absolute().parent
        self._files = _read(path)
        self.known = 0
        """Findings that were taken away so far."""

    def new(self, files: Iterable[FileFindings]) -> Iterator[FileFindings]:
        """Yield each file with the findings that are not known."""
        for file in files:
            if known := self._files.get(_name(file.path, self._folder)):
                fresh = _fresh(file.found, marks(file), known)
                self.known += len(file.found) - len(fresh)
                file = file._replace(found=fresh)
            if file.found:
                yield file


def baseline_text(files: Iterable[FileFindings], path: Path) -> tuple[str, int]:
    """Return the baseline of `files` as it will stand in `path`, and how many findings it holds.

    What cchc itself failed on is never known.
    """
    folder = path.absolute().parent
    held = {
        _name(file.path, folder): [
            " ".join(one) for one in marks(file) if one.code != INTERNAL.code
        ]
        for file in files
    }
    held = {name: held[name] for name in sorted(held) if held[name]}
    content = {"schema_version": SCHEMA_VERSION, "kind": "baseline", "files": held}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")  # a name that is no UTF-8
    return text, sum(map(len, held.values()))


def marks(file: FileFindings) -> list[Fingerprint]:
    """Return what each finding of a file is known by."""
    text = read_text(Path(file.path))
    lines = [] if isinstance(text, Finding) else [line.strip() for line in text.splitlines()]
    return [_mark(one, lines) for one in file.found]


def _mark(one: Diagnostic, lines: Sequence[str]) -> Fingerprint:
    at = one.span.line - 1
    here = lines[at] if at < len(lines) else ""
    before = next((line for line in reversed(lines[:at]) if line), "")
    after = next((line for line in lines[at + 1 :] if line), "")
    return Fingerprint(one.finding.code, _digest(here), _digest(before, after))


def _digest(*lines: str) -> str:
    whole = "\n".join(lines).encode("utf-8", "surrogateescape")
    return hashlib.sha256(whole).hexdigest()[:12]


def _fresh(
    found: Sequence[Diagnostic], here: Sequence[Fingerprint], known: Sequence[Fingerprint]
) -> list[Diagnostic]:
    """Return what is not known: equal lines are told apart by their surroundings first."""
    whole = Counter(known)
    left: list[int] = []
    for n, mark in enumerate(here):
        if whole[mark]:
            whole[mark] -= 1
        else:
            left.append(n)
    moved = Counter(mark[:2] for mark in whole.elements())
    fresh = []
    for n in left:
        if moved[here[n][:2]]:
            moved[here[n][:2]] -= 1
        else:
            fresh.append(found[n])
    return fresh


def _name(path: str, folder: Path) -> str:
    """Return what the baseline calls a file: its way from the folder of the baseline."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(path).absolute().as_posix()


def _read(path: Path) -> dict[str, list[Fingerprint]]:
    again = say("write it: cchc validate --write-baseline {path}", path=path)
    if not path.exists():
        raise UserError(say("there is no baseline {path}", path=path), again)
    raw = read_bytes(path, MOST_BYTES)
    if isinstance(raw, Finding):
        raise UserError(
            say("{path} cannot be read: {reason}", path=path, reason=raw.message),
            say("name the file that --write-baseline wrote"),
        )
    try:
        content = json.loads(raw)
        if (content["kind"], content["schema_version"]) != ("baseline", SCHEMA_VERSION):
            raise ValueError
        return {
            str(name): [Fingerprint(*one.split(" ")) for one in held]
            for name, held in content["files"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UserError(say("{path} is no baseline of this cchc", path=path), again) from None


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

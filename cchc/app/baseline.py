"""A baseline: the findings that were there on the first day, so that only new ones count.

A finding is known by its code, the line it stands in and the lines around it, not by its number: a
line that moved stays known. The file is JSON with one finding a line, so that git merges it.
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

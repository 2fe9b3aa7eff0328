"""Merging two versions of a plan file: by its entries, or line by line where it is no plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.edit.files.write import with_mark, write_bytes
from cchc.edit.merge import CONFLICT, merge
from cchc.errors import UserError
from cchc.messages import say
from cchc.model.finding import Finding
from cchc.read.files import decode, read_bytes
from cchc.read.git.command import ask
from cchc.read.yaml.tree import parse_yaml

DRIVER = "cchc merge %O %A %B --path %P"
"""How git calls `cchc merge`; gitattributes(5), "Defining a custom merge driver"."""


class MergedFile(NamedTuple):
    """The merged text, and the lines at which conflicts begin, from 1."""

    ours: Path
    was: bytes
    """What is in `ours`."""
    text: str
    conflicts: list[int]
    by_entries: bool
    """False: one of the three is no YAML that plans may use, so git merged their lines."""

    def write(self) -> None:
        """Put the merged text into `ours`.

        Raises:
            UserError: it has changed since it was read, or cannot be written.
        """
        write_bytes(self.ours, with_mark(self.text, self.was), self.was)


def takes_result(path: Path, versions: Sequence[Path]) -> bool:
    """Tell whether the result may go over `path`: one of the three, or what git could not merge."""
    if not path.is_file():
        return True
    return any(path.samefile(one) for one in versions) or b"\n<<<<<<< " in path.read_bytes()


def merge_files(base: Path, ours: Path, theirs: Path) -> MergedFile:
    """Return `ours` and `theirs` merged, which both come from `base`; nothing is written.

    Raises:
        UserError: a file cannot be read, or there is no git where its lines must be merged.
    """
    was = _read(ours)
    texts = [_decoded(base, _read(base)), _decoded(ours, was), _decoded(theirs, _read(theirs))]
    if all(not parse_yaml(text).problems and parse_yaml(text).data for text in texts):
        text = merge(texts[0], texts[1], texts[2])
        return MergedFile(ours, was, text, _conflicts(text), by_entries=True)
    labels = [word for label in ("ours", "base", "theirs") for word in ("-L", label)]
    names = [str(path.absolute()) for path in (ours, base, theirs)]
    answer = ask(Path.cwd(), "merge-file", "-p", *labels, *names)
    if answer is None or not (answer.done or answer.out):
        raise UserError(
            say("{path} cannot be merged: one of the three versions is no YAML", path=ours),
            say("mend that version first; “cchc validate” shows where"),
        )
    text = answer.out.decode("utf-8")
    return MergedFile(ours, was, text, _conflicts(text), by_entries=False)


def _read(path: Path) -> bytes:
    raw = read_bytes(path)
    if isinstance(raw, Finding):
        raise UserError(say("{path}: {reason}", path=path, reason=raw.message), raw.help)
    return raw


def _decoded(path: Path, raw: bytes) -> str:
    text = decode(raw)
    if isinstance(text, Finding):
        raise UserError(say("{path}: {reason}", path=path, reason=text.message), text.help)
    return text


def _conflicts(text: str) -> list[int]:
    lines = text.splitlines()
    return [number for number, line in enumerate(lines, start=1) if line.startswith(f"{CONFLICT} ")]


def set_driver(folder: Path) -> bool:
    """Make git in the clone around `folder` merge plans with cchc; False where there is none.

    A server that merges at the press of a button knows nothing of it.
    """
    inside = ask(folder, "rev-parse", "--is-inside-work-tree")
    if inside is None or not inside.done:
        return False
    for key, value in (("name", "plans of cchc, entry by entry"), ("driver", DRIVER)):
        answer = ask(folder, "config", "--local", f"merge.cchc.{key}", value)
        if answer is None or not answer.done:
            return False
    return True

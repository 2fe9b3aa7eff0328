"""The file `plans/register.yaml` of a workspace: the documents that its plans cite.

    register: 1
    documents:
      - key: nq-76-2021
        kind: Nghị quyết
        symbol: 76/NQ-CP
        date: 15/7/2021
        issuer: Chính phủ
        title: ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030

Nothing in it is built in: what amends or replaces a document is what its users wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cchc.messages import say
from cchc.model.finding import Finding, KeyPath
from cchc.model.register import Register
from cchc.read import faults
from cchc.read.files import read_text
from cchc.read.folders import REGISTER, find_root, shown_path
from cchc.read.source import Source
from cchc.read.yaml.tree import parse_yaml


class RegisterFile(NamedTuple):
    """A register as read. `register` is None when the findings of `source` say why there is none;
    `source` never has a plan."""

    source: Source
    register: Register | None


def load_register(path: Path) -> RegisterFile:
    """Read one register; whatever is wrong with it is in `RegisterFile.source`."""
    text = read_text(path)
    if isinstance(text, Finding):
        return RegisterFile(Source(path, findings=[text]), None)
    return read_register(path, text)


def read_register(path: Path, text: str) -> RegisterFile:
    """Read `text` as the content of `path`, which need not exist."""
    from cchc.read.schema import to_register

    tree = parse_yaml(text)
    findings = list(tree.problems)
    register = None
    if isinstance(tree.data, dict):
        outcome = to_register(tree.data)
        if isinstance(outcome, list):
            findings += outcome
        else:
            findings += _bad_keys(outcome)
            register = None if findings else outcome
    return RegisterFile(Source(path, text, None, findings, tree), register)


def find_register(start: Path) -> RegisterFile | None:
    """Read the register of the workspace that the folder `start` lies in; None if it has none."""
    path = find_root(start) / "plans" / REGISTER
    return load_register(shown_path(path, Path.cwd())) if path.exists() else None


def _bad_keys(register: Register) -> Iterator[Finding]:
    """Yield keys that stand twice, and keys that no document has."""
    known = {entry.key for entry in register.documents}
    seen: set[str] = set()
    for index, entry in enumerate(register.documents):
        if entry.key in seen:
            yield faults.KEY_TWICE.at(
                say("the key “{key}” already belongs to another document", key=entry.key),
                say("give this one a key of its own"),
                place=("documents", index, "key"),
            )
        seen.add(entry.key)
        place: KeyPath = ("documents", index)
        for n, key in enumerate(entry.amended_by):
            yield from _unknown(key, known, (*place, "amended_by", n))
        if entry.replaced_by:
            yield from _unknown(entry.replaced_by, known, (*place, "replaced_by"))


def _unknown(key: str, known: set[str], place: KeyPath) -> Iterator[Finding]:
    if key not in known:
        yield faults.KEY_UNKNOWN.at(
            say("the register has no document “{key}”", key=key),
            say("correct the key, or add the document"),
            place=place,
        )

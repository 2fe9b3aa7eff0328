"""One file to one `Source`: its text, its plan if it has one, and what is wrong so far."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.model.finding import Finding, Span
from cchc.read.files import decode, read_bytes
from cchc.read.places import Places
from cchc.read.tree import Tree, parse

if TYPE_CHECKING:
    from cchc.model.plan import Plan

REGISTER = "register.yaml"
HOLIDAYS = "holidays.yaml"
"""The file in plans/ that holds the register of documents."""
PLANS = "plans"
"""The folder of a workspace that holds its plans."""


def plan_id(path: Path, below: Path | None = None) -> str:
    """Return the id of the plan in `path`: its way below the folder `plans/`, without the ending.

    "plans/phu-thinh.yaml" is phu-thinh, "plans/an-lap/cchc-2026.yaml" an-lap/cchc-2026. Outside of
    such a folder it is the way below `below`, or the file's own name. Composed (NFC).
    """
    folders = path.parts[:-1]
    if PLANS not in folders or ".." in folders:
        folders = Path(os.path.abspath(path)).parts[:-1]  # noqa: PTH100  as written, no links followed
    if PLANS in folders:
        inside = folders[len(folders) - folders[::-1].index(PLANS) :]
    else:
        inside = path.relative_to(below).parts[:-1] if below else ()
    return unicodedata.normalize("NFC", "/".join((*inside, path.stem)))


def own_name(plan: str) -> str:
    """Return the last part of a plan's id: the name of its file."""
    return plan.rpartition("/")[2]


@dataclass(slots=True)
class Source:
    """A plan file as read. `plan` is None when `findings` say why there is none."""

    path: Path
    text: str = ""
    plan: Plan | None = None
    findings: Sequence[Finding] = ()
    _tree: Tree | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """The plan's id."""
        return plan_id(self.path)

    def places(self) -> Places:
        """Return where everything in the file stands."""
        if self._tree is None:
            return Places(self.text, {})
        return self._tree.places()

    def span(self, finding: Finding) -> Span:
        """Return where `finding` points in this file."""
        return finding.span or self.places().locate(finding)


def load(path: Path) -> Source:
    """Read one plan file; whatever is wrong with it is in `Source.findings`.

    A register of documents and the file of days off, known by their names, are read as what they
    are: their sources have no plan.
    """
    return load_bytes(path, read_bytes(path))


def load_bytes(path: Path, raw: bytes | Finding) -> Source:
    """Read `raw` as the content of the file `path`; a finding says why there is none."""
    text = raw if isinstance(raw, Finding) else decode(raw)
    if isinstance(text, Finding):
        return Source(path, findings=[text])
    if path.name == REGISTER:
        from cchc.read.register import read_register

        return read_register(path, text).source
    if path.name == HOLIDAYS:
        from cchc.read.holidays import read_holidays

        return read_holidays(path, text)
    return read_source(path, text)


def read_source(path: Path, text: str) -> Source:
    """Read `text` as the content of `path`, which need not exist."""
    from cchc.read.bases import written_out
    from cchc.read.schema import to_plan

    tree = parse(text)
    findings = list(tree.problems)
    plan = None
    if isinstance(tree.data, dict):
        data, unknown = written_out(tree.data, path)
        findings += unknown
        outcome = to_plan(data)
        if isinstance(outcome, list):
            findings += outcome
        elif not findings:
            plan = outcome
    return Source(path, text, plan, findings, tree)


def load_plan(path: Path) -> Plan:
    """Read the plan in `path`.

    Raises:
        UserError: the file has errors; `cchc validate` shows them all.
    """
    source = load(path)
    if source.plan is None:
        raise broken(source)
    return source.plan


def broken(source: Source) -> UserError:
    """Return the error for a command that needs the plan in `source` and cannot have it."""
    first = next(iter(source.findings), None)
    return broken_at(source.path, first and (first.message, source.span(first)))


def broken_at(path: Path, first: tuple[Message, Span] | None) -> UserError:
    """Return the error for a file whose first finding says this there; None: it is no plan."""
    if first is None and path.name == HOLIDAYS:
        return UserError(
            say("{path} lists days off, it is not a plan", path=path), say("name a plan")
        )
    if first is None:
        return UserError(
            say("{path} is the register of documents, not a plan", path=path), say("name a plan")
        )
    message, at = first
    return UserError(
        say("{path}:{line}:{column}: {message}",
            path=path, line=at.line, column=at.column, message=message),
        say("“cchc validate {path}” shows every error of this file", path=path),
    )  # fmt: skip

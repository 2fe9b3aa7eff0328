"""One file to one `Source`: its text, its plan if it has one, and what is wrong so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import InternalError, UserError
from cchc.messages import Message, quoted, say
from cchc.model.announced import NOTHING, Announced
from cchc.model.finding import Finding, KeyPath, Span
from cchc.read import faults
from cchc.read.files import NOT_FOUND, decode, read_bytes
from cchc.read.folders import HOLIDAYS, REGISTER
from cchc.read.source import Source
from cchc.read.yaml.around import is_of_broken, read_around

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.read.bases import FindRegister


def load(path: Path) -> Source:
    """Read one plan file; whatever is wrong with it is in `Source.findings`.

    A register of documents and the file of days off, known by their names, are read as what they
    are: their sources have no plan.
    """
    return load_bytes(path, read_bytes(path))


def load_bytes(path: Path, raw: bytes | Finding) -> Source:
    """Read `raw` as the content of the file `path`; a finding says why there is none."""
    try:
        return _read_bytes(path, raw)
    except UserError:
        raise
    except Exception as error:  # one plan never takes the others with it
        return Source(path, findings=[faults.internal(error)])


def _read_bytes(path: Path, raw: bytes | Finding) -> Source:
    text = raw if isinstance(raw, Finding) else decode(raw)
    return Source(path, findings=[text]) if isinstance(text, Finding) else _read_text(path, text)


def read_text_as(
    path: Path, text: str, find: FindRegister, announced: Announced = NOTHING
) -> Source:
    """Read `text` as the content of `path`, which need not exist, as `load` reads a file.

    No file is read: `find` gives the register that a plan may cite from, `announced` are the days
    off and working days of its workspace.
    """
    checked = decode(text.encode("utf-8", "surrogatepass"))
    if isinstance(checked, Finding):
        return Source(path, findings=[checked])
    return _read_text(path, checked, find, announced)


def _read_text(
    path: Path, text: str, find: FindRegister | None = None, announced: Announced | None = None
) -> Source:
    if path.name == REGISTER:
        from cchc.read.register import read_register

        return read_register(path, text).source
    if path.name == HOLIDAYS:
        from cchc.read.holidays import read_holidays

        return read_holidays(path, text)
    return read_source(path, text, find, announced)


def read_source(
    path: Path, text: str, find: FindRegister | None = None, announced: Announced | None = None
) -> Source:
    """Read `text` as the plan in `path`, which need not exist.

    `find` gives the register that it may cite from, `announced` are the days off and working days;
    None: those of the workspace that `path` lies in.
    """
    try:
        return _read_source(path, text, find, announced)
    except UserError:
        raise
    except Exception as error:  # one plan never takes the others with it
        return Source(path, text, findings=[faults.internal(error)])


def _read_source(
    path: Path, text: str, find: FindRegister | None, announced: Announced | None
) -> Source:
    from cchc.read.bases import register_beside, written_out
    from cchc.read.blanks import with_blanks
    from cchc.read.holidays import holidays_beside
    from cchc.read.schema import to_plan

    tree, broken = read_around(text)
    findings = list(tree.problems)
    plan = faulty = None
    blanks: frozenset[KeyPath] = frozenset()
    if isinstance(tree.data, dict):
        data, unknown = written_out(tree.data, find or partial(register_beside, path))
        spoiled = [*_spoiled(tree.problems, broken), *unknown]
        findings += unknown
        outcome = to_plan(data)
        if isinstance(outcome, list):
            plan = None if findings else with_blanks(data, outcome)
            findings += [one for one in outcome if not is_of_broken(one, broken)]
            spoiled += outcome
        elif not findings:
            plan = outcome
        if plan is None:
            faulty = data, spoiled
        elif isinstance(outcome, list):
            blanks = frozenset(one.place for one in outcome)
    if plan is not None:
        plan = plan.reckoned_with(holidays_beside(path) if announced is None else announced)
    return Source(path, text, plan, findings, tree, faulty, blanks, broken)


def _spoiled(problems: Sequence[Finding], broken: frozenset[KeyPath]) -> Iterator[Finding]:
    """Yield what is wrong with the YAML, each at the entry that it spoils."""
    syntax = (faults.SYNTAX.code, faults.TAB.code)
    yield from (one for one in problems if one.code not in syntax)
    if any(one.code in syntax for one in problems):
        yield from (faults.SYNTAX.at(say("this is not valid YAML"), place=one) for one in broken)


def required_plan(source: Source) -> Plan:
    """Return the plan of `source`; blanks that a draft may have are shown as such.

    Raises:
        UserError: the file has errors; `cchc validate` shows them all.
    """
    if source.plan is None:
        raise broken(source)
    return source.plan


def broken(source: Source) -> UserError:
    """Return the error for a command that needs the plan in `source` and cannot have it."""
    first = next(iter(source.findings), None)
    failed = bool(first and first.code == faults.INTERNAL.code)
    return broken_at(source.path, first and (first.message, source.span(first)), failed=failed)


def broken_at(path: Path, first: tuple[Message, Span] | None, *, failed: bool = False) -> UserError:
    """Return the error for a file whose first finding says this there; None: it is no plan.

    `failed`: cchc itself failed on it.
    """
    if first is None and path.name == HOLIDAYS:
        return UserError(
            say("{path} lists days off, it is not a plan", path=path), say("name a plan")
        )
    if first is None:
        return UserError(
            say("{path} is the register of documents, not a plan", path=path), say("name a plan")
        )
    message, at = first
    if message.text == NOT_FOUND.text:
        hint = say("check the name, or run the command from the workspace")
    else:
        hint = say("“cchc validate {path}” shows every error of this file", path=quoted(path))
    return (InternalError if failed else UserError)(
        say("{path}:{line}:{column}: {message}",
            path=path, line=at.line, column=at.column, message=message),
        hint,
    )  # fmt: skip

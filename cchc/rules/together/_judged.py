"""One file judged, as plain values: what is kept of it, and what a worker process sends back."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cchc.errors import UserError
from cchc.model.finding import Diagnostic, Span
from cchc.store.contents import Contents, Seen
from cchc.store.findings import dumps, plain

if TYPE_CHECKING:
    from cchc.model.register import Register
    from cchc.read.source import Source


class Verdict(NamedTuple):
    """What is wrong with one file taken by itself, as JSON."""

    found: str
    """Diagnostics (`cchc.store.findings`), before any settings."""
    lines: str
    """The lines of the file in which they stand, by number."""
    allowed: str
    """What comments allow of the rules over several plans: code, first line, line after the last."""


class ClaimRow(NamedTuple):
    """A claim as it is kept: what to look for, and the rest as JSON."""

    key: int
    value: int
    whole: list[Any]


class Judged(NamedTuple):
    """One file judged; `seen` is None for a file that could not be read."""

    seen: Seen | None
    verdict: Verdict
    claims: list[ClaimRow]


def judge(path: Path, contents: Contents, register: Register | None) -> Judged:
    """Read and judge one file; `register` is that of the workspace.

    A bug of cchc is a finding about the file; nothing of it is kept.
    """
    from cchc.read import faults

    try:
        judged = _judge(path, contents, register)
    except UserError:
        raise
    except Exception as error:
        finding = faults.internal(error)
        found = Diagnostic(str(path), finding.span or Span(1, 1, 1, 1, 0, 0), finding)
        return Judged(None, Verdict(dumps([plain(found)]), "{}", "[]"), [])
    return judged


def _judge(path: Path, contents: Contents, register: Register | None) -> Judged:
    from cchc.read import faults
    from cchc.read.load import load_bytes
    from cchc.rules import diagnose
    from cchc.rules._allowances import BESIDE, allowances
    from cchc.rules._catalogue import code_of
    from cchc.rules._facts import Facts

    seen, raw = contents.read(path)
    source = load_bytes(path, raw)
    facts = Facts(source.plan, register, source.decomposed) if source.plan is not None else None
    found = diagnose(source, None, facts, register=register)
    if any(one.finding.code == faults.INTERNAL.code for one in found):
        seen = None  # asked again by each run, until it is mended
    allowed = [
        [code, lines.start, lines.stop]
        for word, lines in allowances(source)
        if (code := code_of(word)) and code.startswith(BESIDE)
    ]
    verdict = Verdict(
        dumps([plain(one) for one in found]), dumps(lines_of(source, found)), dumps(allowed)
    )
    return Judged(seen, verdict, _claims(facts, seen) if facts else [])


def _claims(facts: Any, seen: Seen | None) -> list[ClaimRow]:
    from cchc.rules.together import all_rules

    found = []
    for rule in all_rules():
        for claim in rule.claims(facts):
            key = number(rule.CODE, claim.key)
            value = (seen.content if seen else 0) if rule.ONE_ONLY else number(claim.value)
            found.append(ClaimRow(key, value, [rule.CODE, *claim[1:]]))
    return found


def lines_of(source: Source, found: Iterable[Diagnostic]) -> dict[int, str]:
    """Return the lines of `source` in which something was found, by number from 1."""
    wanted = {one.span.line for one in found}
    if not wanted:
        return {}
    lines = source.text.replace("\r\n", "\n").split("\n")
    return {number: lines[number - 1] for number in sorted(wanted) if number <= len(lines)}


def number(*parts: Any) -> int:
    """Return a number that stands for `parts` in an index."""
    digest = sha256(dumps(parts).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)

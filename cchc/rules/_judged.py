"""One file judged by itself, as rows of bytes: what is kept of it, and what a worker sends back."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cchc.errors import UserError
from cchc.model.finding import Diagnostic, Span
from cchc.rules._verdict import Verdict, lines_of
from cchc.rules.across_plans import Claim, ClaimIndex, CodedClaim, all_rules
from cchc.store.contents import Contents, Seen
from cchc.store.findings import row
from cchc.store.results import encode

if TYPE_CHECKING:
    from cchc.model.register import Register
    from cchc.rules._facts import Facts


class Judged(NamedTuple):
    """One file judged; `seen` is None for a file that could not be read."""

    seen: Seen | None
    verdict: bytes
    claim_index: bytes
    claims: bytes
    links: bytes = b""
    """The plan's links; nothing when it has none."""


def judge(path: Path, contents: Contents, register: Register | None) -> Judged:
    """Read and judge one file; `register` is that of the workspace.

    A bug of cchc is a finding about the file; nothing of it is kept.
    """
    from cchc.read import faults

    try:
        return _judge(path, contents, register)
    except UserError:
        raise
    except Exception as error:
        finding = faults.internal(error)
        found = Diagnostic(str(path), finding.span or Span(1, 1, 1, 1, 0, 0), finding)
        return _judged(None, Verdict([row(found)], {}), [])


def _judge(path: Path, contents: Contents, register: Register | None) -> Judged:
    from cchc.read import faults
    from cchc.read.load import load_bytes
    from cchc.rules import diagnose
    from cchc.rules._allowances import BESIDE, allowances
    from cchc.rules._catalogue import code_of
    from cchc.rules._facts import Facts
    from cchc.rules.links import claimed_links

    seen, raw = contents.read(path)
    source = load_bytes(path, raw)
    facts = Facts(source.plan, register, source.decomposed) if source.plan is not None else None
    found = diagnose(source, None, facts, register=register)
    if any(one.finding.code == faults.INTERNAL.code for one in found):
        seen = None  # asked again by each run, until it is mended
    allowed = [
        (code, lines.start, lines.stop)
        for word, lines in allowances(source)
        if (code := code_of(word)) and code.startswith(BESIDE)
    ]
    verdict = Verdict([row(one) for one in found], lines_of(source, found), tuple(allowed))
    if facts is None or source.blanks:
        return _judged(seen, verdict, [])
    links = claimed_links(facts)
    judged = _judged(seen, verdict, _claims(facts))
    return judged if links is None else judged._replace(links=encode(links))


def _claims(facts: Facts) -> list[tuple[int, int, CodedClaim]]:
    number_of_key = cache(stamp_number)  # all tasks of a plan have one
    found: list[tuple[int, int, CodedClaim]] = []
    for rule in all_rules():
        one_only = getattr(rule, "ONE_ONLY", False)
        for claim in rule.claims(facts):
            key = number_of_key(rule.CODE, claim.key)
            value = 0 if one_only else stamp_number(claim.value)
            found.append((key, value, (rule.CODE, Claim((), *claim[1:]))))
    return found


def _judged(
    seen: Seen | None, verdict: Verdict, claims: list[tuple[int, int, CodedClaim]]
) -> Judged:
    index = ClaimIndex([key for key, _, _ in claims], [value for _, value, _ in claims])
    return Judged(seen, encode(verdict), encode(index), encode([one for _, _, one in claims]))


def stamp_number(*parts: Any) -> int:
    """Return a number that stands for `parts`, which are plain data; never 0."""
    digest = blake2b(encode(parts), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) or 1

"""The lines above the signature do not fit who issues the plan, or the post of the signer.

Why: a paper of the committee is signed "TM. ỦY BAN NHÂN DÂN"; one of the chairman never; a deputy
signs "KT. CHỦ TỊCH". A wrong form puts the authority of the paper in doubt.

Source: Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, Phần I, mục II.7.

Bad:
    document:
      issuer: committee
      signer: {post: CHỦ TỊCH, name: Nguyễn Văn An}
Good:
    document:
      issuer: committee
      signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: Nguyễn Văn An}
"""

import re

from cchc.language.names import fold
from cchc.model.document import Document, Signer
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "V003"
SEVERITY = Severity.WARNING
WHOLE = True

_SIGNER: KeyPath = ("document", "signer")
_DEPUTY = re.compile(r"phó\b")
_COMMITTEE = "TM. ỦY BAN NHÂN DÂN"


def check(facts: Facts) -> Hits:
    """Find TM. and KT. missing or too much; who signs by TL. or TUQ. is left alone."""
    yield from _decided(facts.plan.document)
    signer = facts.plan.document.signer
    if signer is None or any(line.startswith(("TL.", "TUQ.")) for line in signer.authority):
        return
    level = facts.plan.owner.of_level
    if level.kind == "party":
        return
    if level.kind == "office":
        yield from _office(signer)
    elif "UBND" in (facts.plan.document.symbol or "UBND"):  # "KH-BCĐ": a steering committee's
        yield from _committee(signer, facts.plan.document.issuer == "committee")
    yield from _deputy(signer)


def _decided(document: Document) -> Hits:
    decision = document.decision
    if decision is None:
        return
    chairman = fold(decision.issuer).startswith("chủ tịch")
    if chairman != (document.issuer == "chairman"):
        yield Hit(
            ("document", "decision", "issuer"),
            say("the decision is of {issuer}, the plan is issued by another",
                issuer=decision.issuer),
            say("let one and the same issue both: “issuer: chairman” or “issuer: committee”"),
        )  # fmt: skip


def _committee(signer: Signer, wanted: bool) -> Hits:
    lines = [n for n, line in enumerate(signer.authority) if line.startswith("TM.")]
    if wanted and not lines:
        yield Hit(
            (*_SIGNER, "authority"),
            say("a plan of the committee is signed “TM. ỦY BAN NHÂN DÂN”"),
            say("add that line under “authority”, or set “issuer: chairman”"),
            key=True,
        )
    for n in lines:
        line = signer.authority[n]
        if not wanted:
            yield Hit(
                (*_SIGNER, "authority", n),
                say("a plan of the chairman is signed without “TM.”"),
                say("delete the line, or set “issuer: committee”"),
            )
        elif not line.upper().startswith((_COMMITTEE, "TM. UỶ BAN NHÂN DÂN")):
            spelled = fold(line).startswith(fold(_COMMITTEE))
            yield Hit(
                (*_SIGNER, "authority", n),
                say("“{line}” is not how the committee signs", line=line),
                say("write “{right}”", right=_COMMITTEE),
                replacement=_COMMITTEE if spelled else None,
            )


def _office(signer: Signer) -> Hits:
    for n, line in enumerate(signer.authority):
        if line.startswith("TM."):
            yield Hit(
                (*_SIGNER, "authority", n),
                say("the head of an agency signs without “TM.”"),
                say("delete the line: “TM.” is for committees"),
            )


def _deputy(signer: Signer) -> Hits:
    acting = any(line.startswith("KT.") for line in signer.authority)
    deputy = bool(_DEPUTY.match(signer.post.casefold()))
    if deputy and not acting:
        yield Hit(
            (*_SIGNER, "post"),
            say("a deputy signs for the head, with “KT.”"),
            say("add “KT. CHỦ TỊCH” under “authority”"),
        )
    if acting and not deputy:
        yield Hit(
            (*_SIGNER, "post"),
            say("“KT.” is for a deputy, and the post is {post}", post=signer.post),
            say("write the deputy's post, or delete the “KT.” line"),
        )

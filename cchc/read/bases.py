"""Bases that cite a document of the register by its key, as the text that is printed.

    bases:
      - {cite: nq-76-2021}
      - {cite: kh-188-2025-thai-nguyen, word: Thực hiện}

From here on they are texts like any other. A plan that writes no key never reads the register.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from cchc.errors import closest, did_you_mean
from cchc.messages import say
from cchc.model.dates import PartialDate
from cchc.model.finding import Finding, KeyPath
from cchc.model.register import Entry, Register
from cchc.read import faults
from cchc.read.files import read_text
from cchc.read.folders import REGISTER

_OWN_VERB = re.compile(
    r"(?:ban hành|quy định|phê duyệt|sửa đổi|hướng dẫn|công bố)\b", re.IGNORECASE
)


FindRegister = Callable[[], Register | None]
"""What gives the register that a plan cites from; asked only when it cites by key."""


def written_out(data: dict[str, Any], find: FindRegister) -> tuple[dict[str, Any], list[Finding]]:
    """Return the data of a plan with its keys written out, and what stands in the way.

    A base with a fault stays as it is.
    """
    bases = data.get("bases")
    if not isinstance(bases, list) or not any(isinstance(base, dict) for base in bases):
        return data, []
    register = find()
    texts: list[Any] = []
    findings: list[Finding] = []
    for index, base in enumerate(bases):
        outcome = _text(base, register, ("bases", index)) if isinstance(base, dict) else base
        if isinstance(outcome, list):
            findings += outcome
            outcome = "..."  # its faults are told: the schema has nothing to add
        texts.append(outcome)
    return {**data, "bases": texts}, findings


def register_beside(path: Path) -> Register | None:
    """Return the register of the workspace that the plan in `path` lies in."""
    from cchc.read.folders import find_root

    there = find_root(path.absolute().parent) / "plans" / REGISTER
    text = read_text(there) if there.exists() else None
    return _read(text) if isinstance(text, str) else None


@lru_cache(maxsize=4)
def _read(text: str) -> Register | None:
    """Return the register with this text, read once for all the plans that cite from it."""
    from cchc.read.register import read_register

    return read_register(Path(REGISTER), text).register


def _text(base: dict[str, Any], register: Register | None, place: KeyPath) -> str | list[Finding]:
    from cchc.read.schema import to_cited_base

    cited = to_cited_base(base)
    if isinstance(cited, list):
        return [one._replace(place=(*place, *one.place)) for one in cited]
    entry = register.get(cited.cite) if register else None
    if entry is not None:
        return f"{cited.word} {citation_of(entry)}"
    keys = [one.key for one in register.documents] if register else []
    near = closest(cited.cite, keys)
    return [
        faults.KEY_NOT_REGISTERED.at(
            say("the register has no document “{key}”", key=cited.cite)
            if register
            else say("“{key}” is a key of a register, and there is none here", key=cited.cite),
            did_you_mean(near, say("correct the key, or add the document to plans/register.yaml")),
            place=(*place, "cite"),
            replacement=near,
        )
    ]


def citation_of(entry: Entry) -> str:
    """Return the full citation of a document, as Nghị định 30/2020/NĐ-CP wants the first one.

    What the register does not know is left out.
    """
    day = f" ngày {_date(entry.date)}" if entry.date else ""
    if entry.symbol is None:  # a law is cited by its name
        return f"{entry.kind} {entry.title or ''}".strip() + day
    issuer = f" của {entry.issuer}" if entry.issuer else ""
    title = ""
    if entry.title:
        title = f" {entry.title}" if _OWN_VERB.match(entry.title) else f" về {entry.title}"
    return f"{entry.kind} số {entry.symbol}{day}{issuer}{title}"


def _date(date: PartialDate) -> str:
    """Return the date with zeros where the decree wants them: 05/01/2026, 09/6/2025."""
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"{date.day:02d}/{month}/{date.year}" if date.day is not None else f"{month}/{date.year}"

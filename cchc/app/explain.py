"""The pages of codes: of `cchc validate` and of `cchc check-docx`."""

from __future__ import annotations

from cchc.document.check import all_faults
from cchc.errors import UserError, closest, did_you_mean
from cchc.messages import say
from cchc.rules._catalogue import CodeEntry, code_of, plan_codes


def all_codes() -> dict[str, CodeEntry]:
    """Return every code with its entry: those of plans, then those of Word documents."""
    of_documents = {
        fault.code: CodeEntry(fault.code, fault.name, fault.severity, about, None, fault.source)
        for fault, about in all_faults()
    }
    return {**plan_codes(), **of_documents}


def explain(word: str) -> CodeEntry:
    """Return the entry of a code, which is given as the code or as its name, in any case.

    Raises:
        UserError: there is no such code.
    """
    known = all_codes()
    wanted = word.strip()
    by_name = {entry.name: code for code, entry in known.items()}
    code = code_of(wanted) or by_name.get(wanted.lower(), wanted.upper())
    if code in known:
        return known[code]
    near = closest(word, [*known, *by_name])
    raise UserError(
        say("there is no code or name “{code}”", code=word),
        did_you_mean(near, say("“cchc explain --list” shows the codes")),
    )

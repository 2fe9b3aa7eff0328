"""What the document is: no paper of the decree is judged by a form that is not its own."""

from __future__ import annotations

from cchc.document.check._components import PARTY, UNKNOWN
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode
from cchc.messages import say
from cchc.model.finding import Severity

PARTY_PAPER = LayoutCode("W801", "party-paper", Severity.INFO)
NO_PAPER = LayoutCode("W802", "kind-not-known", Severity.INFO)


def check_file(paper: CheckedPaper) -> Findings:
    """Tell of a document that is not judged as a whole."""
    forms = [one.form for one in paper.papers]
    if PARTY in forms:
        yield PARTY_PAPER.of_paper(
            say("a paper of the Party, which keeps to a guide of its own: not judged"),
            say("papers of State bodies, by Nghị định 30/2020/NĐ-CP"),
        )
    elif all(form is UNKNOWN for form in forms):
        yield NO_PAPER.of_paper(
            say("no kind of official paper is recognised: only the page is judged"),
            say("national name and motto, number, kind and signature, or the word “Phụ lục”"),
        )

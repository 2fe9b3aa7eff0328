"""The answer of `cchc citation` as text and as the JSON kind `citations`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from cchc.language.citation import Citation
from cchc.language.symbol import SymbolClass
from cchc.messages import Message, say

CLASSES: Mapping[SymbolClass, Message] = {
    "law": say("law or resolution of the National Assembly"),
    "standing-committee": say("paper of the Standing Committee of the National Assembly"),
    "decree": say("decree of the Government"),
    "resolution-government": say("resolution of the Government"),
    "decision-pm": say("decision of the Prime Minister"),
    "directive-pm": say("directive of the Prime Minister"),
    "telegram-pm": say("telegram of the Prime Minister"),
    "circular": say("circular"),
    "council": say("resolution of a People's Council"),
    "decision-ubnd": say("decision of a People's Committee"),
    "party": say("paper of the Party"),
    "consolidated": say("consolidated text"),
    "joint-resolution": say("joint resolution"),
    "before-1997": say("paper from before 1997"),
    "admin": say("administrative paper"),
    "letter": say("official letter"),
}


def write(found: Sequence[Citation]) -> None:
    """Write each citation with its parts to standard output."""
    if not found:
        nothing = say("no document is cited here")
        sys.stdout.write(f"{nothing}\n")
    for citation in found:
        sys.stdout.write(f"{citation.text}\n")
        for label, value in parts(citation):
            if value:
                sys.stdout.write(f"  {label}: {value}\n")
        for problem in citation.problems:
            sys.stdout.write(f"  ! {problem.message}\n")


def parts(citation: Citation) -> list[tuple[Message, str | None]]:
    """Return what a citation consists of, each part with its label; None for what it lacks."""
    return [
        (say("symbol"), citation.symbol),
        (say("class"), str(CLASSES[citation.klass]) if citation.klass else None),
        (say("kind of document"), citation.document_kind),
        (say("date"), f"{citation.date:%d/%m/%Y}" if citation.date else citation.date_text),
        (say("issuer"), citation.issuer),
        (say("title"), citation.title),
    ]


def content(found: Sequence[Citation]) -> dict[str, Any]:
    """Return the content of the JSON kind `citations`."""
    return {
        "citations": [
            {
                "text": citation.text,
                "symbol": citation.symbol or None,
                "class": citation.klass,
                "document_kind": citation.document_kind,
                "number": citation.number,
                "year": citation.year,
                "date": citation.date,
                "issuer": citation.issuer,
                "title": citation.title,
                "problems": [
                    {"code": problem.code, "message": str(problem.message)}
                    for problem in citation.problems
                ],
            }
            for citation in found
        ]
    }

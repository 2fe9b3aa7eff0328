"""Paragraphs that hold several parts of a paper, cut into these."""

from __future__ import annotations

import re
from dataclasses import replace

from cchc.document.check._scan import Para, Span

_SPACES = re.compile("[ \N{NO-BREAK SPACE}]{3,}")


def pieces(p: Para) -> list[Para]:
    """Return what a paragraph holds, cut at line breaks and tabs; itself when it is of one piece."""
    return [one for line in cut(p, "\n") for one in cut(line, "\t")]


def cut(p: Para, sign: str) -> list[Para]:
    """Return the pieces of a paragraph between the places where `sign` stands."""
    if sign not in p.text.strip():
        return [p]
    spans: list[list[Span]] = [[]]
    for span in p.spans:
        for n, text in enumerate(span.text.split(sign)):
            if n:
                spans.append([])
            if text:
                spans[-1].append(span._replace(text=text))
    made = [replace(p, spans=tuple(one)) for one in spans if any(s.text.strip() for s in one)]
    for later in made[1:]:
        later.mark = ""
    return made or [p]


def cut_at_spaces(p: Para) -> list[Para]:
    """Return the pieces of a paragraph between runs of typed spaces."""
    marked = replace(p, spans=tuple(s._replace(text=_SPACES.sub("\t", s.text)) for s in p.spans))
    return cut(marked, "\t")

"""Citations of official papers in running Vietnamese text.

`KIND số SYMBOL ngày DATE của ISSUER về TITLE`, whole or in part, right or broken; and laws, which
are cited by name and date alone. Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I (căn cứ ban hành,
viện dẫn); Party practice. The text should be in Unicode form NFC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cchc.language.citation_head import CITED, CitationHead, heads
from cchc.language.citation_problems import Problem, problems_of
from cchc.language.citation_tail import read_title
from cchc.language.issuers import issuer_class, issuers_for
from cchc.language.names import fold
from cchc.language.repair import repair_symbol
from cchc.language.symbol import SymbolClass, read_symbol

__all__ = ["CITED", "Citation", "Problem", "document_key", "find_citations"]


class Citation(NamedTuple):
    """One citation as it stands in a text; offsets count code points of the text given.

    `symbol` is what is written, on one line, and empty for a law cited by name. `klass` is the
    class meant, also where the symbol is broken but plain enough to repair; `number` and `year`
    likewise, the year of the date standing in where the symbol has none. `date_text` is what
    follows "ngày". `title` leaves "về" and "về việc" out.
    """

    text: str
    start: int
    stop: int
    symbol: str
    klass: SymbolClass | None
    document_kind: str | None
    number: str | None
    year: int | None
    date: date | None
    date_text: str | None
    issuer: str | None
    title: str | None
    problems: tuple[Problem, ...]


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the citations in `text` in their order; one inside another's title comes after it.

    Blanks of a draft (`số .../KH-UBND`) are no citations, nor are dates, ranges, fractions,
    standards and prose. Never raises; the time grows linearly with the text.
    """
    return _remembered(text) if len(text) <= _KEPT else tuple(_citations(text))


_KEPT = 2000
"""Code points of the longest text whose citations are remembered: the plans of a province cite the
same documents in the same words, so that most bases are read once for all of them."""


@lru_cache(maxsize=512)
def _remembered(text: str) -> tuple[Citation, ...]:
    return tuple(_citations(text))


def _citations(text: str) -> Iterator[Citation]:
    found = heads(text)
    starts = [head.start for head in found]
    for index, head in enumerate(found):
        yield _citation(text, head, starts[index + 1 : index + 9])


def _citation(text: str, head: CitationHead, following: Sequence[int]) -> Citation:
    meant, core = head.meant, head.core
    day = core.date.value if core.date else None
    year = meant.year if meant and meant.year else (day.year if day else core.year)
    title, stop = read_title(text, head.start, core, following)
    if head.name:
        title, stop = head.name, core.stop
    return Citation(
        text=text[head.start : stop],
        start=head.start,
        stop=stop,
        symbol=" ".join(head.symbol.split()),
        klass=meant.klass if meant else ("law" if head.name else None),
        document_kind=head.kind,
        number=meant.number if meant else None,
        year=year,
        date=day,
        date_text=core.date.text if core.date else None,
        issuer=core.issuer,
        title=title,
        problems=problems_of(text, head),
    )


def document_key(citation: Citation) -> tuple[str, str | None, int | None]:
    """Return what identifies a document: symbol, class of the issuer, year.

    The symbol alone does not: numbers start anew each year, and 76/NQ-CP exists twice (2013 and
    2021). The year is None when the citation names none, so such a key is a guess.
    """
    if not citation.symbol:
        name = f"{citation.document_kind or ''} {citation.title or ''}"
        return fold(name), "assembly", citation.year
    symbol = repair_symbol(citation.symbol) or citation.symbol
    issuer = issuer_class(citation.issuer) if citation.issuer else None
    read = read_symbol(symbol, any_year=True)
    if issuer is None and read:
        # 766/QĐ-TTg has one possible issuer, named or not.
        issuer = next(iter(sorted(issuers_for(read))), None)
    return symbol, issuer, citation.year

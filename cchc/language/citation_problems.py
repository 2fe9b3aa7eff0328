"""What is wrong with one citation, each fault at its exact stretch.

Codes only; how bad a fault is, is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc.language.citation_head import GENERIC_KIND, CitationHead
from cchc.language.cited_date import padded
from cchc.language.issuers import class_name, issuer_class, issuer_slip, issuers_for, party_body
from cchc.language.names import fold
from cchc.language.repair import only_joints_differ
from cchc.language.symbol import OLD_FORMS_END, Symbol, kind_words, read_symbol, year_rule
from cchc.messages import Message, say

TERMS = {
    9: (1992, 1997), 10: (1997, 2002), 11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016),
    14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031),
}  # fmt: skip
"""First and last year of the terms of the National Assembly; both terms share the year of change."""


_JOINT = ("liên ngành", "liên tịch", "phối hợp")
"""Kinds of papers of several agencies, whose codes follow no list: HDLN, KHLT, CTrPH."""


_ISSUED_BY_DECISION = frozenset({"Đề án", "Dự án"})


class Problem(NamedTuple):
    """A fault of a citation: `start` and `stop` are offsets in the text searched, `replacement`
    is what should stand there when that is certain enough to offer."""

    code: str
    message: Message
    start: int
    stop: int
    replacement: str | None = None
    unsafe: bool = False
    """The replacement is likely, but for a person to accept."""


def problems_of(text: str, head: CitationHead) -> tuple[Problem, ...]:
    """Return the faults of the citation that begins with `head`, in the order of the text."""
    found = [*_form(text, head), *_date(text, head)]
    if head.meant:
        found += [*_year(head, head.meant), *_kind(head, head.meant), *_issuer(head, head.meant)]
        found += _legislature(head, head.meant)
    return tuple(sorted(found, key=lambda problem: problem.start))


def _form(text: str, head: CitationHead) -> Iterator[Problem]:
    start, stop, written = head.symbol_start, head.symbol_stop, head.symbol
    if not written:
        return
    glued = text.startswith(("ngày", "của", "về"), stop)
    intact = head.meant is not None and read_symbol(written, any_year=True) is not None
    meant = _sure_text(head, head.meant) if head.meant else None
    if meant and (glued or not intact):
        if glued:
            word = next(w for w in ("ngày", "của", "về") if text.startswith(w, stop))
            stop, written, meant = stop + len(word), written + word, f"{meant} {word}"
        message = say(
            'the symbol "{symbol}" is broken; probably {meant} is meant',
            symbol=written, meant=meant,
        )  # fmt: skip
        unsafe = not only_joints_differ(written, meant)
        yield Problem("malformed-symbol", message, start, stop, meant, unsafe)
    elif not intact:
        message = say('"{symbol}" has none of the forms of an official symbol', symbol=written)
        yield Problem("malformed-symbol", message, start, stop)
    if head.kind_span and not head.so:
        message = say(
            '"số" is missing between "{kind}" and {symbol}', kind=head.kind, symbol=written
        )
        yield Problem("without-so", message, head.kind_span[1], start, " số ")
    elif not head.placed:
        message = say("nothing says what kind of paper {symbol} is", symbol=written)
        # A law's number fits laws and resolutions alike: there the word cannot be guessed.
        sure = head.meant is not None and head.meant.code is not None
        full = f"{kind_words(head.meant)[0]} số {written}" if sure and head.meant else None
        yield Problem("missing-kind-word", message, head.start, stop, full)


def _sure_text(head: CitationHead, meant: Symbol) -> str | None:
    """Return the symbol meant, without a year that it cannot carry and that the date repeats; None
    where dropping the year would lose it."""
    if meant.year is None or year_rule(meant) != "never" or head.symbol == meant.text:
        return meant.text
    day = head.core.date.value if head.core.date else None
    told = day is not None and day.year == meant.year
    return meant.text.replace(f"/{meant.year}/", "/", 1) if told else None


def _date(text: str, head: CitationHead) -> Iterator[Problem]:
    cited = head.core.date
    if cited is None:
        return
    if cited.value is None:
        if len(re.findall(r"[0-9]+", cited.text)) < 3:
            message = say("day, month and year in {date} are not told apart", date=cited.text)
        elif re.search(r"(?<![0-9])[0-9]{4}$", cited.text):
            message = say("the calendar has no day {date}", date=cited.text)
        else:
            message = say("the year in {date} has not four digits", date=cited.text)
        yield Problem("impossible-date", message, cited.start, cited.stop)
    elif not padded(cited, text):
        message = say('the date "{date}" is written {proper}', date=cited.text, proper=cited.proper)
        yield Problem("date-padding", message, cited.start, cited.stop, cited.proper)
    if (comma := head.core.comma) is not None:
        message = say('the comma before "ngày" is the style of Party papers')
        yield Problem("party-comma", message, comma, comma + 1, "")


def _year(head: CitationHead, symbol: Symbol) -> Iterator[Problem]:
    start, stop = head.symbol_start, head.symbol_stop
    intact = symbol.text == head.symbol
    rule, day = year_rule(symbol), head.core.date.value if head.core.date else None
    if rule == "never" and not intact:
        return  # the broken symbol is told, with the one meant
    if day and day.year < OLD_FORMS_END:
        return  # symbols of then followed other rules
    if rule == "always" and symbol.year is None:
        full = symbol.text.replace("/", f"/{day.year}/", 1) if day and intact else None
        message = say("the symbol {symbol} must carry the year", symbol=head.symbol)
        yield Problem("year-missing", message, start, stop, full)
    elif rule == "never" and symbol.year is not None:
        short = symbol.text.replace(f"/{symbol.year}/", "/", 1) if intact else None
        message = say("the symbol {symbol} must not carry a year", symbol=head.symbol)
        told = day is not None and day.year == symbol.year  # else the year would be lost
        yield Problem("year-not-allowed", message, start, stop, short, unsafe=not told)
    elif symbol.year is not None and day and day.year != symbol.year:
        message = say(
            "the year in {symbol} is not that of the date ({year})",
            symbol=head.symbol, year=day.year,
        )  # fmt: skip
        yield Problem("year-against-date", message, start, stop)


def _kind(head: CitationHead, symbol: Symbol) -> Iterator[Problem]:
    # Without "số" a number is often part of a name: "Đề án 06/QĐ-TTg" is what people say.
    if head.kind_span is None or not head.so or head.kind is None or head.kind == GENERIC_KIND:
        return
    if any(word in head.kind for word in _JOINT):
        return
    if head.kind in _ISSUED_BY_DECISION and symbol.code == "QĐ":
        return  # "Đề án số 06/QĐ-TTg": the paper issued with the decision
    fitting = kind_words(symbol)
    if fitting and fold(head.kind) not in {fold(word) for word in fitting}:
        message = say(
            'the symbol {symbol} belongs to a "{fitting}", not to a "{kind}"',
            symbol=symbol.text, fitting=fitting[0], kind=head.kind,
        )  # fmt: skip
        yield Problem("kind-against-code", message, *head.kind_span)


def _issuer(head: CitationHead, symbol: Symbol) -> Iterator[Problem]:
    core = head.core
    if core.issuer is None or core.issuer_span is None:
        return
    if symbol.klass != "circular" and any(word in (head.kind or "") for word in _JOINT):
        return  # papers of several bodies, of the Party too
    if party_body(core.issuer) and symbol.klass in ("admin", "letter"):
        message = say(
            '{symbol} has the form of the State, and "{issuer}" is a body of the Party',
            symbol=symbol.text, issuer=core.issuer,
        )  # fmt: skip
        yield Problem("issuer-against-suffix", message, head.symbol_start, head.symbol_stop)
        return
    if right := issuer_slip(core.issuer):
        message = say('"{issuer}" is probably "{right}"', issuer=core.issuer, right=right)
        yield Problem("issuer-slip", message, *core.issuer_span, right, unsafe=True)
        return
    written, fitting = issuer_class(core.issuer), issuers_for(symbol)
    if written and fitting and written not in fitting:
        message = say(
            '{symbol} is a symbol of "{fitting}", not of "{issuer}"',
            symbol=symbol.text, fitting=class_name(sorted(fitting)[0]), issuer=core.issuer,
        )  # fmt: skip
        yield Problem("issuer-against-suffix", message, *core.issuer_span)


def _legislature(head: CitationHead, symbol: Symbol) -> Iterator[Problem]:
    if symbol.klass not in ("law", "standing-committee"):
        return
    term = int("".join(c for c in symbol.body if c.isdigit()))
    day = head.core.date.value if head.core.date else None
    year = symbol.year or (day.year if day else None)
    if year is None or term not in TERMS or TERMS[term][0] <= year <= TERMS[term][1]:
        return
    message = say(
        "{symbol} names term {term} of the National Assembly, which sat {first}-{last}",
        symbol=symbol.text, term=term, first=TERMS[term][0], last=TERMS[term][1],
    )  # fmt: skip
    yield Problem("legislature-against-date", message, head.symbol_start, head.symbol_stop)

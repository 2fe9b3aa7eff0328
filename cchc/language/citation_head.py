"""Where a citation begins: its kind word and symbol, or the name of a law.

Every pattern has bounded repeats: text comes from strangers, and time must stay linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc.language.citation_before import (
    BeforeCitation,
    read_before,
    read_issuer_of_list,
    read_list,
)
from cchc.language.citation_tail import Core, read_core
from cchc.language.issuers import LETTER_HEADS, issuer_initials, issuers_for
from cchc.language.repair import repair_symbol
from cchc.language.symbol import KINDS, OLD_FORMS_END, PARTY_KINDS, Symbol, kind_words, read_symbol

GENERIC_KIND = "Văn bản"
"""A word for any paper whatever its code."""
_MORE_KINDS = (
    "Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Công văn",
    GENERIC_KIND, "Văn bản hợp nhất", "Sắc lệnh", "Giấy uỷ quyền", "Bản thoả thuận", "Nghị quyết liên tịch",
    "Hướng dẫn liên ngành", "Kế hoạch liên ngành", "Kế hoạch liên tịch", "Kế hoạch phối hợp",
    "Chương trình phối hợp", "Quy chế phối hợp",
)  # fmt: skip
_KINDS = {
    word.casefold(): word
    for word in (*_MORE_KINDS, *(w for t in (KINDS, PARTY_KINDS) for ws in t.values() for w in ws))
}
_MOST_WORDS = max(word.count(" ") + 1 for word in _KINDS)
_FREE_KINDS = frozenset({"Hợp đồng", "Giấy mời", "Giấy giới thiệu", GENERIC_KIND})
"""Kinds whose numbers follow no rule that could be broken."""

_START = r"[0-9](?<![\w./,%‐-―-].)[0-9]{0,4}"
_PART = r"(?:[CT]tr(?!\w)|[A-ZĐÐƯ][A-ZĐÐƯ0-9&]{0,24}(?:[rgy](?![^\W\d_A-ZĐ])[A-ZĐÐƯ0-9&]{0,12})?)"
_GAP = r"(?:[ \u00a0]?/\s?|[ \u00a0]?[-‐-―](?=\S)|[-‐-―]\s|\.(?=[A-ZĐ]{2}))"
_CAPITAL = re.compile(
    rf"{_START}[a-zđ]?(?:\.[0-9]{{1,3}})?(?:{_GAP}(?:19|20)[0-9]{{2}})?"
    rf"(?:{_GAP}{_PART}){{1,8}}(?:(?!\w)|(?=ngày|của|về))"
)
_SMALL = re.compile(rf"{_START}(?:/(?:19|20)[0-9]{{2}})?[/-][a-zđ]{{2,5}}[-/][a-zđ]{{2,8}}(?!\w)")
"""A symbol in lower case; believed only after a kind word and "số"."""
_SHORT_YEAR = re.compile(
    rf"{_START}(?:{_GAP})[0-9]{{2,3}}(?:{_GAP}{_PART}){{2,8}}(?:(?!\w)|(?=ngày|của|về))"
)
"""A symbol whose year has two or three digits; believed only after a kind word and "số"."""
_SO = re.compile(r"(?<!\w)[Ss](?:ố|Ố)\s{0,3}:?\s{0,3}$")
_CODE_BEFORE = re.compile(r"(?<!\w)(?:QĐ|NĐ|NQ|TT|KH|CT|CV|TB|TTr|HD|BC|KL|CTr)\s{1,3}$")
"""An abbreviated kind, as people write in notes: "QĐ 480/QĐ-UBND"."""
_DIGIT = re.compile("[0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_DATED = re.compile(r"\s{0,3},?\s{0,4}ngày\s{0,4}[0-9]")

_LAW_WORD = r"(?:Bộ luật|Luật|Pháp lệnh)"
_LAW = re.compile(
    rf"(?<!\w)(?P<kind>{_LAW_WORD})\s{{1,3}}(?P<name>[^\W\d_][^;.:()\t0-9/]{{2,160}}?)"
    r"(?=\s{1,3}ngày\s{0,3}[0-9])"
)
CITED = (
    re.compile(r"[/‐-―-]\s?[A-ZĐÐƯ]|\.[A-ZĐ]{2}"),
    re.compile(r"[/-][a-zđ]{2,5}[-/][a-zđ]{2}"),
    re.compile(r"ngày\s{0,3}[0-9]"),
)
"""In every text with a citation, one of these is found: the middle of a symbol in capitals, of one in
lower case, a date. Digits, with which a symbol begins, are everywhere."""
_NAMED_LAW = re.compile(
    rf"(?<!\w)(?P<kind>{_LAW_WORD})\s{{1,3}}(?P<name>[^\W\d_][^;.:()\t0-9/]{{2,140}})$"
)
_LAW_AGAIN = re.compile(rf"(?:,|\bvà)\s{{1,3}}(?={_LAW_WORD}\s)")
_NOT_A_NAME = re.compile(
    r"\b(?:từ|kể|có|được|do|và các|thi hành|trước|sau|đến|vào|thông qua|hiệu lực"
    r"|[Nn]ghị (?:định|quyết)|Thông tư|Quyết định|Kế hoạch)\b|\n\s{0,9}\n"
)
_JOIN = re.compile(r"[\s,;]{0,4}(?:(?:và|hoặc)\s{1,3})?(?:số\s{0,3}:?\s{0,3})?")
_OPENING = ("(", "[", '"', "“", "/", "|")


class CitationHead(NamedTuple):
    """The beginning of a citation, and the date and issuer behind it.

    `meant` is the symbol read, or the one it was likely meant to be. `kind_span` is None where no
    kind word stands directly before; `so` tells whether "số" does. `placed` is false where the
    reader is not told what kind of paper the number belongs to. `name` is that of a law.
    """

    start: int
    symbol_start: int
    symbol_stop: int
    symbol: str
    meant: Symbol | None
    kind: str | None
    kind_span: tuple[int, int] | None
    so: bool
    placed: bool
    name: str | None
    core: Core


def heads(text: str) -> list[CitationHead]:
    """Return the beginnings of all citations in `text`, in order."""
    if not _DIGIT.search(text):
        return []  # every citation has a number or a date
    numbered = _one_issuer_for_all(text, list(_symbol_heads(text)))
    return sorted([*numbered, *_law_heads(text)], key=lambda head: head.start)


def _one_issuer_for_all(text: str, found: list[CitationHead]) -> list[CitationHead]:
    """Give the issuer behind the last number of "số A, số B và số C của X" to those before it."""
    for at in range(len(found) - 2, -1, -1):
        core, after = found[at].core, found[at + 1]
        joined = after.kind_span is None and _JOIN.fullmatch(text, core.stop, after.symbol_start)
        if joined and core.issuer is None and after.core.issuer:
            found[at] = found[at]._replace(core=core._replace(issuer=after.core.issuer))
    return found


def _symbol_heads(text: str) -> Iterator[CitationHead]:
    last: CitationHead | None = None
    found = [
        *_CAPITAL.finditer(text),
        *_SMALL.finditer(text),
        *_SHORT_YEAR.finditer(text),
    ]
    for match in sorted(found, key=lambda match: match.start()):
        head = _symbol_head(text, match.start(), match.end(), last)
        if head:
            last = head
            yield head


def _symbol_head(
    text: str, start: int, stop: int, last: CitationHead | None
) -> CitationHead | None:
    written = text[start:stop]
    symbol = read_symbol(written, any_year=True)
    if symbol is None and (repaired := repair_symbol(written)):
        symbol = read_symbol(repaired, any_year=True)
    window = max(0, start - 12)
    so_found = _SO.search(text[window:start])
    so_at = window + so_found.start() if so_found else start
    kind = _kind_before(text, so_at)
    so = so_found is not None
    if not _believed(text, written, stop, symbol, kind[0] if kind else None, so):
        return None
    word, span = (kind[0], kind[1:]) if kind else (None, None)
    begin, name, placed = span[0] if span else so_at, None, kind is not None
    before = BeforeCitation()
    if short := _CODE_BEFORE.search(text[max(0, so_at - 6) : so_at]):
        begin = max(0, so_at - 6) + short.start()
    if kind is None:
        clause = _clause(text, so_at)
        if symbol and symbol.klass in ("law", "standing-committee") and so:
            law = _NAMED_LAW.search(clause)
            if law:
                begin, word = _end_of_words(text, so_at) - len(clause) + law.start(), law["kind"]
                name, placed = " ".join(law["name"].split()), True
        if last and not placed and _JOIN.fullmatch(text, last.core.stop, start):
            word, placed = last.kind, True
        if so and (listed := read_list(text, so_at, tuple(_KINDS.values()))):
            word, placed = _KINDS[" ".join(listed[0].split()).casefold()], True
            before = listed[1]
        placed = placed or _excused(text, so_at, clause, stop, symbol)
    else:
        before = read_before(text, begin)
        if before.issuer is None and word and ":" in text[max(0, begin - 700) : begin]:
            before = read_issuer_of_list(text, begin, word)
    core = _completed(read_core(text, stop), before)
    if symbol is None and _of_the_nineties(written, core):
        return None
    if symbol and word:
        symbol = _in_context(symbol, word, core)
    return CitationHead(begin, start, stop, written, symbol, word, span, so, placed, name, core)


def _of_the_nineties(written: str, core: Core) -> bool:
    """Whether a year of two digits is as papers of then had it: "05/98/TT-BXD"."""
    day = core.date.value if core.date else None
    return bool(_SHORT_YEAR.fullmatch(written)) and day is not None and day.year < 2004


def _completed(core: Core, before: BeforeCitation) -> Core:
    """Return `core` with the date and issuer that stand before the symbol, where none follow."""
    if core.date is None and core.year is None and before.date:
        core = core._replace(date=before.date)
    if core.issuer is None and before.issuer:
        core = core._replace(issuer=before.issuer, issuer_span=before.issuer_span)
    return core


def _in_context(symbol: Symbol, kind: str, core: Core) -> Symbol | None:
    """Return what `symbol` is beside its kind word, issuer and date: 4952/CT-CS of Cục Thuế is a
    letter, and after 1997 no symbol is a body alone."""
    if symbol.klass == "before-1997" and core.date and core.date.value:
        return symbol if core.date.value.year < OLD_FORMS_END else None
    if symbol.klass == "admin" and kind == "Công văn" and symbol.code:
        own = issuer_initials(core.issuer or "") == symbol.code
        if own or (symbol.code in LETTER_HEADS and issuers_for(symbol) == frozenset()):
            body = f"{symbol.code}-{symbol.body}"
            return symbol._replace(klass="letter", code=None, body=body)
    return symbol


def _kind_before(text: str, stop: int) -> tuple[str, int, int] | None:
    """Return the longest kind word that ends at `stop`, with its span."""
    base = max(0, stop - 48)
    words = list(_WORD.finditer(text, base, stop))[-_MOST_WORDS:]
    if not words or text[words[-1].end() : stop].strip():
        return None
    for word in words:
        phrase = " ".join(text[word.start() : stop].split()).casefold()
        kind = _KINDS.get(phrase)
        if kind == "Luật" and text[base : word.start()].rstrip().endswith(("pháp", "Pháp", "kỷ")):
            return None  # "Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13"
        if kind:
            return kind, word.start(), words[-1].end()
    return None


def _believed(
    text: str, written: str, stop: int, symbol: Symbol | None, kind: str | None, so: bool
) -> bool:
    """Whether what looks like a symbol is one."""
    if symbol is None:
        return so and kind is not None and kind not in _FREE_KINDS
    if written.casefold() == written:
        return so and kind is not None
    if symbol.klass == "before-1997":
        return kind in kind_words(symbol) or (so and kind is not None)
    # A letter's symbol is two abbreviations after a number: much else looks like that.
    return symbol.klass != "letter" or kind is not None or so or bool(_DATED.match(text, stop))


def _clause(text: str, stop: int) -> str:
    before = text[max(0, stop - 150) : stop]
    return re.split(r"[;.:(\n\t](?:\s|$)", before)[-1].rstrip()


def _end_of_words(text: str, stop: int) -> int:
    return (
        stop - len(text[max(0, stop - 150) : stop]) + len(text[max(0, stop - 150) : stop].rstrip())
    )


def _excused(text: str, start: int, clause: str, stop: int, symbol: Symbol | None) -> bool:
    """Whether a number may stand without a kind word: alone in its text, in brackets, after
    "Số:" in a heading, or where the clause has named the paper ("Kế hoạch năm 2026 số ...")."""
    before = text[:start] if start < 200 else text[start - 200 : start]
    alone = not before.strip() and not text[stop : stop + 200].strip()
    if alone or before.rstrip().endswith(_OPENING) or text.startswith(("Số", "SỐ"), start):
        return True
    named = clause.casefold()
    return symbol is not None and any(word.casefold() in named for word in kind_words(symbol))


def _law_heads(text: str) -> Iterator[CitationHead]:
    for found in _LAW.finditer(text):
        begin, kind, name = found.start(), found["kind"], found["name"]
        again = list(_LAW_AGAIN.finditer(found[0]))
        if again and not name.startswith("sửa đổi"):
            begin += again[-1].end()
            kind, _, name = text[begin : found.end()].partition(" ")
            if kind in ("Bộ", "Pháp"):
                rest, _, name = name.partition(" ")
                kind = f"{kind} {rest}"
        named = name[:1].isupper() or name.startswith("sửa đổi")
        if not named or _NOT_A_NAME.search(name) or not name.strip():
            continue
        core = read_core(text, found.end())
        if core.date:
            name = " ".join(name.split())
            at = found.end()
            yield CitationHead(begin, at, at, "", None, kind, None, True, True, name, core)

"""Which document of the register a citation means.

A symbol is unique only within one issuer and one year, and "UBND tỉnh" means the plan's own
province; so both are completed before they are compared.
"""

from __future__ import annotations

import re
from collections import defaultdict

from cchc.language.citation import Citation, document_key
from cchc.language.issuers import issuer_class
from cchc.language.names import fold
from cchc.language.symbol import read_symbol
from cchc.model.plan import Plan
from cchc.model.register import Entry, Register

_LEVEL = re.compile(r"(?:tỉnh|thành phố)$")
_PARTY = re.compile(r"(?:tỉnh|thành) ủy$")
_OWN = re.compile(r"(?:ủy ban|hội đồng) nhân dân$|đảng ủy$")
BACK = "này"
"""A title that ends so ("phê duyệt Bộ chỉ số này") only points back."""

_POST = re.compile(r"^(?:(?:phó )?chủ tịch|thường trực|ban thường vụ|ban chấp hành) ")
_NATIONAL = frozenset(
    {"government", "prime-minister", "assembly", "standing-committee", "president", "party-centre"}
)
_DATES = re.compile(r",?\s*ngày \d{1,2}/\d{1,2}/\d{4}")
_DEFINED = re.compile(r"\s*\([A-ZĐ][A-ZĐ ]+\)")


def full_issuer(issuer: str, plan: Plan) -> str:
    """Return `issuer` folded, with the province or commune that `plan` leaves to be understood."""
    name, province = fold(issuer), fold(plan.owner.home)
    own = f"{plan.owner.place} {fold(plan.owner.place_name)}"
    if _LEVEL.search(name):
        return _LEVEL.sub(province, name)
    if _PARTY.search(name):
        return f"{name} {_bare(province)}"
    if _OWN.search(name):
        return f"{name} {own} {province}"
    if name.endswith(f" {own}"):
        return f"{name} {province}"
    return name


def _bare(province: str) -> str:
    return re.sub(r"^(?:tỉnh|thành phố) ", "", province)


def same_issuer(one: str, other: str) -> bool:
    """Whether two full names are one, or one with more of its place than the other."""
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def same_place(one: str, other: str) -> bool:
    """Whether two full names are of one body: a chairman and his committee are."""
    klass = issuer_class(one)
    if klass in _NATIONAL:
        return klass == issuer_class(other)
    return same_issuer(_POST.sub("", one), _POST.sub("", other))


def issuing_body(issuer: str, plan: Plan) -> str:
    """Return who issued a document, the same for a chairman and his committee."""
    name = full_issuer(issuer, plan)
    klass = issuer_class(name)
    return klass if klass in _NATIONAL else _POST.sub("", name)


def plain_title(title: str) -> str:
    """Return a title folded for comparing: abbreviations spelled out, and without the short forms
    it defines, the dates of documents inside it, and the words "ban hành" in front."""
    text = _DEFINED.sub("", _DATES.sub("", title))
    return re.sub(r"^(?:về )?(?:việc )?(?:ban hành )?", "", fold(text))


def same_title(one: str, other: str) -> bool:
    """Whether two titles agree as far as the shorter goes."""
    ours, theirs = plain_title(one), plain_title(other)
    return ours.startswith(theirs) or theirs.startswith(ours)


class Index:
    """A register by symbol."""

    def __init__(self, register: Register | None) -> None:
        self._by_symbol: dict[str, list[Entry]] = defaultdict(list)
        for entry in register.documents if register else ():
            self._by_symbol[entry.symbol or fold(f"{entry.kind} {entry.title}")].append(entry)

    def with_symbol(self, citation: Citation) -> list[Entry]:
        """Return the documents with the symbol (for a law: the name) of `citation`."""
        return self._by_symbol.get(document_key(citation)[0], [])

    def find(self, citation: Citation, plan: Plan) -> Entry | None:
        """Return the document that `citation` means, or None when there is not exactly one.

        Symbol and year must agree, and the issuer's place unless the very date does.
        """
        fits = [
            entry
            for entry in self.with_symbol(citation)
            if citation.year in (None, _year(entry)) or _year(entry) is None
        ]
        if citation.issuer is not None:
            cited = full_issuer(citation.issuer, plan)
            fits = [
                entry
                for entry in fits
                if entry.issuer is None
                or same_place(cited, fold(entry.issuer))
                or (citation.date is not None and entry.date and entry.date.full == citation.date)
            ]
        elif len(fits) > 1:
            fits = [entry for entry in fits if fold(plan.owner.home) in fold(entry.issuer or "")]
        return fits[0] if len(fits) == 1 else None


def _year(entry: Entry) -> int | None:
    if entry.date:
        return entry.date.year
    symbol = read_symbol(entry.symbol, any_year=True) if entry.symbol else None
    return symbol.year if symbol else None


def entry_name(key: str, register: Register | None) -> str:
    """Return how people name the document with this key: its kind and symbol."""
    entry = register.get(key) if register else None
    if entry is None:
        return key
    return f"{entry.kind} {entry.symbol or entry.title or ''}".strip()

"""The symbol of an official paper: `118/2025/NĐ-CP`, `57-NQ/TW`, `01/KH-UBND`.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu) and III (codes of the kinds); the law on
issuing legal documents for papers whose symbol carries the year; Party practice for `57-NQ/TW`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

SymbolClass = Literal[
    "law", "standing-committee", "decree", "resolution-government", "decision-pm", "directive-pm",
    "telegram-pm", "circular", "council", "decision-ubnd", "party", "consolidated",
    "joint-resolution", "before-1997", "admin", "letter",
]  # fmt: skip
"""What sort of paper a symbol belongs to, as far as its form tells."""

YearRule = Literal["always", "optional", "never"]

YEAR_RULES: Mapping[SymbolClass, YearRule] = {
    "law": "always",
    "standing-committee": "optional",
    "decree": "always",
    "resolution-government": "optional",
    "decision-pm": "optional",
    "directive-pm": "optional",
    "telegram-pm": "never",
    "circular": "always",
    "council": "optional",
    "decision-ubnd": "optional",
    "party": "never",
    "consolidated": "never",
    "joint-resolution": "optional",
    "before-1997": "never",
    "admin": "never",
    "letter": "never",
}
"""Whether a symbol of the class carries the year."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "NQ": ("Nghị quyết",),
    "QĐ": ("Quyết định",),
    "CT": ("Chỉ thị",),
    "QC": ("Quy chế",),
    "QyĐ": ("Quy định",),
    "TC": ("Thông cáo",),
    "TB": ("Thông báo", "Thông báo kết luận"),
    "HD": ("Hướng dẫn",),
    "CTr": ("Chương trình", "Chương trình hành động"),
    "KH": ("Kế hoạch", "Kế hoạch hành động"),
    "PA": ("Phương án",),
    "ĐA": ("Đề án",),
    "DA": ("Dự án",),
    "BC": ("Báo cáo",),
    "BB": ("Biên bản",),
    "TTr": ("Tờ trình",),
    "HĐ": ("Hợp đồng",),
    "CĐ": ("Công điện",),
    "BGN": ("Bản ghi nhớ",),
    "BTT": ("Bản thỏa thuận",),
    "GUQ": ("Giấy ủy quyền",),
    "GM": ("Giấy mời",),
    "GGT": ("Giấy giới thiệu",),
    "GNP": ("Giấy nghỉ phép",),
    "PG": ("Phiếu gửi",),
    "PC": ("Phiếu chuyển",),
    "PB": ("Phiếu báo",),
    # Papers of two bodies together, and two of the State President; in use beside the decree.
    "NQLT": ("Nghị quyết liên tịch",),
    "KHLT": ("Kế hoạch liên tịch", "Kế hoạch"),
    "KHPH": ("Kế hoạch phối hợp", "Kế hoạch"),
    "HDLT": ("Hướng dẫn liên tịch", "Hướng dẫn"),
    "CTrPH": ("Chương trình phối hợp", "Chương trình"),
    "CTPH": ("Chương trình phối hợp", "Chương trình"),
    "QCPH": ("Quy chế phối hợp", "Quy chế"),
    "KL": ("Kết luận", "Kết luận thanh tra"),
    "TBKL": ("Thông báo kết luận", "Thông báo"),
    "L": ("Lệnh",),
}
"""Codes of the kinds of State papers with the words that may stand for them."""

PARTY_KINDS: Mapping[str, tuple[str, ...]] = {
    "NQ": ("Nghị quyết",),
    "CT": ("Chỉ thị",),
    "CTr": ("Chương trình", "Chương trình hành động"),
    "CTHĐ": ("Chương trình hành động", "Chương trình"),
    "KL": ("Kết luận",),
    "QĐ": ("Quyết định", "Quy định"),
    "QyĐ": ("Quy định",),
    "QC": ("Quy chế",),
    "TB": ("Thông báo", "Thông báo kết luận"),
    "HD": ("Hướng dẫn",),
    "BC": ("Báo cáo",),
    "KH": ("Kế hoạch", "Kế hoạch hành động"),
    "TTr": ("Tờ trình",),
    "CV": ("Công văn",),
    "ĐA": ("Đề án",),
    "PA": ("Phương án",),
    "BB": ("Biên bản",),
    "TT": ("Thông tri",),
}
"""Codes of the kinds of Party papers; QĐ stands for two kinds there."""

_LAW_KINDS: Mapping[str, tuple[str, ...]] = {
    "NĐ": ("Nghị định",),
    "TT": ("Thông tư",),
    "TTLT": ("Thông tư liên tịch", "Thông tư"),
    "PL": ("Pháp lệnh",),
    "VBHN": ("Văn bản hợp nhất",),
}
OLD_FORMS_END = 1998
"""From this year on every symbol of the State names kind and body."""
_OLD_KINDS: Mapping[str, tuple[str, ...]] = {
    "CP": ("Nghị định", "Nghị quyết", "Quyết định"),
    "HĐBT": ("Nghị định", "Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư"),
    "CT": ("Quyết định", "Chỉ thị", "Thông tư"),
    "TTg": ("Quyết định", "Chỉ thị", "Thông tư"),
    "SL": ("Sắc lệnh",),
    "CTN": ("Lệnh", "Luật", "Bộ luật", "Pháp lệnh"),
}
"""Kinds of the papers before 1997, by the body that stands behind the number."""
_YEAR_ALLOWED = frozenset({"NQLT", "HĐ", "L"})
"""Codes of class `admin` that may carry the year: legal documents of other law, and contracts."""
_YEAR_BODIES = frozenset({"KTNN", "HĐTP"})
"""Bodies that issue legal documents by decision or resolution: State Audit, Council of Judges."""
_BEFORE_LAW_2008 = 2009
"""Until 2008 ministries issued legal documents by decision and directive: `03/2008/QĐ-BNV`."""


class Symbol(NamedTuple):
    """A symbol taken apart. `code` is the kind (`NQ`), `body` what names the issuer (`UBND`);
    laws and letters have no kind code. `year` is None where the symbol carries none."""

    text: str
    klass: SymbolClass
    number: str
    year: int | None
    code: str | None
    body: str


_N = r"(?P<n>(?=[0-9]*[1-9])[0-9]{2,5}[a-zđ]?(?:\.[0-9]{1,3})?)"
"""Leading zeros are as issued: offices do number 02110/QĐ-UBND and 049/QĐ-BNV."""
_Y = r"(?P<y>(?:19|20)[0-9]{2})"
_U = "[A-ZĐƯ]"
_UA = "[A-ZĐƯ&]"
_JOINT_CODES = "QCPH|CTPH|CTrPH|KHPH|KHLT|HDLT"
"""Codes of papers of two bodies, who write a slash where one body writes a hyphen."""
_STATE_ONLY = r"(?:UBND|CTUBND|HĐND|CP|TTg|QH[0-9]+|UBTVQH[0-9]+)"
_PARTY_ONLY = r"(?:TW|TU|ĐU|HU|TTg)"
_TYPED_PLAIN = "ND|QD|CD|TTR|CTR|QYD|TTG|HDND"
"""Known words typed without Đ or in capitals: a symbol that has them is broken, not unknown."""


def _codes(codes: Mapping[str, object]) -> str:
    return "|".join(sorted(codes, key=len, reverse=True))


_FORMS: tuple[tuple[SymbolClass, str], ...] = (
    ("law", r"(?P<b>QH[0-9]{1,2})"),
    ("standing-committee", r"(?:(?P<k>NQ|PL)-)?(?P<b>UBTVQH[0-9]{1,2})"),
    ("decree", r"(?P<k>NĐ)-(?P<b>CP)"),
    ("resolution-government", r"(?P<k>NQ)-(?P<b>CP)"),
    ("decision-pm", r"(?P<k>QĐ)-(?P<b>TTg)"),
    ("directive-pm", r"(?P<k>CT)-(?P<b>TTg)"),
    ("telegram-pm", r"(?P<k>CĐ)-(?P<b>TTg)"),
    ("circular", rf"(?P<k>TT(?:LT)?)[-/](?P<b>{_UA}{{2,20}}(?:-{_UA}{{2,20}}){{0,6}})"),
    ("council", r"(?P<k>NQ)-(?P<b>HĐND)"),
    ("decision-ubnd", r"(?P<k>QĐ|CT)-(?P<b>(?:CT)?UB(?:ND)?)"),
    ("consolidated", rf"(?P<k>VBHN)-(?P<b>{_U}{{2,20}})"),
    ("joint-resolution", rf"(?P<k>NQLT)[-/](?P<b>{_UA}{{2,20}}[0-9]{{0,2}}(?:-{_UA}{{2,20}}){{1,4}})"),
    ("admin", rf"(?P<k>{_JOINT_CODES})/(?P<b>{_UA}{{2,20}}(?:-{_UA}{{2,20}}){{1,4}})"),
    ("admin", rf"(?P<k>{_codes(KINDS)})-(?!(?:{_PARTY_ONLY}|{_TYPED_PLAIN})$)(?!(?<=NQ-|QĐ-|CT-)CP$)"
              r"(?P<b>[A-ZĐƯ][A-ZĐƯa-z]{0,24}[0-9]{0,3}(?:[-.&][A-ZĐƯ]{1,20}[0-9]{0,3}){0,6})"),
    ("letter", rf"(?P<b>(?!(?:NĐ|TT|TTLT|VBHN|{_TYPED_PLAIN}|{_codes(KINDS)})-)(?:TTg|{_UA}{{2,20}})"
               r"(?:-[A-ZĐƯ&][A-ZĐƯ&r]{0,19}[0-9]{0,2}){1,3})"),
)  # fmt: skip
_OLD = re.compile(
    rf"{_N}(?:[-/](?P<b>CP|HĐBT|CT|TTg|SL)|[-/](?P<k>L)/(?P<b2>CTN)|-(?P<k2>LCT|NQ)/(?P<b3>HĐNN[0-9]?))"
)
"""Before 1997: the body alone behind the number (12/CP, 82-CP, 225-CT, 64-SL), 35-L/CTN."""
_STATE = re.compile(rf"{_N}(?:/{_Y})?/(?P<rest>\D.*)")
_PARTY = re.compile(
    rf"{_N}-(?P<k>{_codes(PARTY_KINDS)})/(?!{_STATE_ONLY}$)"
    rf"(?P<b>{_U}{{2,20}}[0-9]{{0,3}}(?:-{_U}{{2,20}}){{0,3}})"
)


_GOVERNMENT_WITHOUT_YEARS = range(2009, 2025)
"""Years in which the laws of 2008 and 2015 gave resolutions of the Government no year."""


def year_rule(symbol: Symbol) -> YearRule:
    """Return whether `symbol` should carry the year: the rule of its class, and the few bodies
    that issue legal documents under a form that is otherwise administrative."""
    if symbol.klass == "standing-committee":
        return "optional" if symbol.code else "always"
    if symbol.klass == "resolution-government" and symbol.year in _GOVERNMENT_WITHOUT_YEARS:
        return "never"
    if symbol.klass == "admin":
        old = symbol.year is not None and symbol.year < _BEFORE_LAW_2008
        if symbol.code in _YEAR_ALLOWED or symbol.body in _YEAR_BODIES:
            return "optional"
        if old and symbol.code in ("QĐ", "CT"):
            return "optional"
    return YEAR_RULES[symbol.klass]


@lru_cache(maxsize=4096)
def read_symbol(text: str, *, any_year: bool = False) -> Symbol | None:
    """Read `text` as one symbol, or return None when it has no accepted form.

    With `any_year` a year that is missing or not allowed is passed over, so that
    `118/NĐ-CP` reads as a decree without its year.
    """
    if len(text) > 120:
        return None
    if found := _PARTY.fullmatch(text):
        return Symbol(text, "party", found["n"], None, found["k"], found["b"])
    if found := _OLD.fullmatch(text):
        body = found["b"] or found["b2"] or found["b3"]
        return Symbol(text, "before-1997", found["n"], None, found["k"] or found["k2"], body)
    state = _STATE.fullmatch(text)
    for klass, form in _FORMS if state else ():
        if state and (found := re.fullmatch(form, state["rest"])):
            groups = found.groupdict()
            year = int(state["y"]) if state["y"] else None
            symbol = Symbol(text, klass, state["n"], year, groups.get("k"), groups["b"])
            if "." in symbol.number and klass != "resolution-government":
                return None
            return symbol if any_year or _year_fits(symbol) else None
    return None


def _year_fits(symbol: Symbol) -> bool:
    rule = year_rule(symbol)
    return rule == "optional" or (rule == "always") == (symbol.year is not None)


def kind_word(code: str, party: bool = False) -> tuple[str, ...]:
    """Return the words that may stand for `code`, the usual one first; empty when unknown."""
    table = PARTY_KINDS if party else {**KINDS, **_LAW_KINDS}
    return table.get(code, ())


def kind_words(symbol: Symbol) -> tuple[str, ...]:
    """Return the kind words that fit `symbol`, the usual one first."""
    if symbol.klass == "law":
        return ("Luật", "Bộ luật", "Nghị quyết")
    if symbol.klass == "before-1997":
        return _OLD_KINDS.get(symbol.body, ())
    if symbol.klass == "letter":
        return ("Công văn",)
    if symbol.klass == "standing-committee" and symbol.code is None:
        return ("Nghị quyết", "Pháp lệnh")
    return kind_word(symbol.code or "", symbol.klass == "party")

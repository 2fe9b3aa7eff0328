"""Who issued a paper: the phrase after "của", sorted into classes, and what a symbol asks for.

A class is a short English word (`government`, `people-committee`) or, for ministries and
departments, the code that stands in their symbols (`BNV`, `SNV`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from cchc.language.names import bare, fold
from cchc.language.symbol import Symbol

AGENCIES: Mapping[str, tuple[str, ...]] = {
    "VPCP": ("Văn phòng Chính phủ",),
    "TTCP": ("Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ"),
    "BNV": ("Bộ Nội vụ",),
    "BTC": ("Bộ Tài chính",),
    "BTP": ("Bộ Tư pháp",),
    "BCA": ("Bộ Công an",),
    "BQP": ("Bộ Quốc phòng",),
    "BNG": ("Bộ Ngoại giao",),
    "BYT": ("Bộ Y tế",),
    "BXD": ("Bộ Xây dựng",),
    "BCT": ("Bộ Công Thương",),
    "BGDĐT": ("Bộ Giáo dục và Đào tạo",),
    "BKHCN": ("Bộ Khoa học và Công nghệ",),
    "BNNMT": ("Bộ Nông nghiệp và Môi trường",),
    "BVHTTDL": ("Bộ Văn hóa, Thể thao và Du lịch",),
    "BDTTG": ("Bộ Dân tộc và Tôn giáo",),
    "BTTTT": ("Bộ Thông tin và Truyền thông",),
    "BKHĐT": ("Bộ Kế hoạch và Đầu tư",),
    "BTNMT": ("Bộ Tài nguyên và Môi trường",),
    "BGTVT": ("Bộ Giao thông vận tải",),
    "BNNPTNT": ("Bộ Nông nghiệp và Phát triển nông thôn",),
    "BLĐTBXH": ("Bộ Lao động - Thương binh và Xã hội",),
    "UBDT": ("Ủy ban Dân tộc",),
    "NHNN": ("Ngân hàng Nhà nước",),
    "KTNN": ("Kiểm toán nhà nước", "Tổng Kiểm toán nhà nước"),
    "TANDTC": ("Tòa án nhân dân tối cao",),
    "VKSNDTC": ("Viện kiểm sát nhân dân tối cao",),
    "BHXH": ("Bảo hiểm xã hội",),
}
"""Codes of central agencies, of today and before the mergers of 2025, with their names."""

DEPARTMENTS: Mapping[str, tuple[str, ...]] = {
    "SNV": ("Sở Nội vụ",),
    "STC": ("Sở Tài chính",),
    "STP": ("Sở Tư pháp",),
    "SCT": ("Sở Công Thương",),
    "SYT": ("Sở Y tế",),
    "SXD": ("Sở Xây dựng",),
    "SNNMT": ("Sở Nông nghiệp và Môi trường",),
    "SKHCN": ("Sở Khoa học và Công nghệ",),
    "SGDĐT": ("Sở Giáo dục và Đào tạo",),
    "SVHTTDL": ("Sở Văn hóa, Thể thao và Du lịch",),
    "SDTTG": ("Sở Dân tộc và Tôn giáo",),
    "STTTT": ("Sở Thông tin và Truyền thông",),
    "SKHĐT": ("Sở Kế hoạch và Đầu tư",),
    "STNMT": ("Sở Tài nguyên và Môi trường",),
    "SNNPTNT": ("Sở Nông nghiệp và Phát triển nông thôn",),
    "SLĐTBXH": ("Sở Lao động - Thương binh và Xã hội",),
}
"""Codes of provincial departments with their names."""


@cache
def _named() -> list[tuple[str, str]]:
    """Return the folded names of agencies and departments with their codes, longest first."""
    found = [
        (fold(name), code)
        for t in (AGENCIES, DEPARTMENTS)
        for code, names in t.items()
        for name in names
    ]
    return sorted(found, key=lambda pair: -len(pair[0]))


_POST = (
    r"(?:(?:phó )?chủ tịch|thường trực|thủ trưởng|(?:phó )?bí thư|ban thường vụ|ban chấp hành"
    r"|bộ trưởng|thứ trưởng|bộ trưởng chủ nhiệm|chủ nhiệm|thống đốc|chánh án"
    r"|viện trưởng|giám đốc|phó giám đốc)"
)
_CLASSES = (
    ("standing-committee", r"ủy ban thường vụ quốc hội"),
    ("assembly", r"quốc hội"),
    ("prime-minister", r"(?:phó )?thủ tướng\b"),
    ("government", r"chính phủ"),
    ("president", r"chủ tịch nước"),
    ("party-centre", r"bộ chính trị|ban bí thư|(?:hội nghị (?:lần thứ \w+ )?)?"
                     r"(?:ban chấp hành )?trung ương(?: đảng)?\b|ban chấp hành trung ương"),
    ("party-province", rf"(?:{_POST} )?(?:tỉnh ủy|thành ủy|đảng bộ (?:tỉnh|thành phố))"),
    ("party-local", rf"(?:{_POST} )?(?:đảng ủy|huyện ủy|đảng bộ)"),
    ("people-council", r"(?:thường trực |chủ tịch )?hội đồng nhân dân"),
    ("people-committee", r"(?:(?:phó )?chủ tịch )?ủy ban nhân dân"),
)  # fmt: skip


@lru_cache(maxsize=1024)
def issuer_class(issuer: str) -> str | None:
    """Return the class of an issuer's name, or None when it is not one this module knows."""
    name = fold(issuer)
    for klass, form in _CLASSES:
        if re.match(form, name):
            return klass
    bare = re.sub(rf"^(?:{_POST} )+", "", name)
    for start, code in _named():
        if bare.startswith(start) or name.startswith(start):
            return code
    return None


LETTER_HEADS = frozenset({"CT", "TC", "KL", "PC"})
"""Bodies whose letters look like a kind: Cục Thuế, Tài chính, Kiểm lâm, Pháp chế."""


def issuer_initials(issuer: str) -> str:
    """Return the first letters of the words of an issuer's name: CT for Cục Thuế."""
    return "".join(word[0] for word in issuer.split()[:4] if word[0].isalpha()).upper()


_PARTY_BODY = re.compile(
    r"ban tuyên giáo\b|ban dân vận\b|ban xây dựng đảng|ban nội chính\b|ban chính sách chiến lược trung ương"
    r"|(?:ban tổ chức|ủy ban kiểm tra|văn phòng|ban tuyên giáo dân vận) "
    r"(?:trung ương|tỉnh ủy|thành ủy|đảng ủy|huyện ủy)"
)


def party_body(issuer: str) -> bool:
    """Whether `issuer` is a committee or office of the Party."""
    name = fold(issuer)
    klass = issuer_class(issuer)
    return bool(_PARTY_BODY.match(name)) or (klass or "").startswith("party-")


_MISTYPED = {"UNBD": "UBND", "UBDN": "UBND", "UBNN": "UBND", "HĐDN": "HĐND", "HDND": "HĐND"}


def issuer_slip(issuer: str) -> str | None:
    """Return `issuer` as it should be spelled where a tone mark or letter of a well-known name is
    wrong ("Thủ tưởng Chính phủ"); None where the name is right or unknown."""
    words = issuer.split()
    for at, word in enumerate(words):
        if right := _MISTYPED.get(word):
            return " ".join([*words[:at], right, *words[at + 1 :]])
    if issuer_class(issuer):
        return None
    post = _POSTS_BEFORE.match(issuer)
    before = post[0].split() if post else []
    words = words[len(before) :]
    for right, plain in _spelled():
        size = len(right.split())
        if bare(fold(" ".join(words[:size]))) == plain:
            if words[:size] == right.split():
                return None
            return " ".join([*before, right, *words[size:]])
    return None


@cache
def _spelled() -> list[tuple[str, str]]:
    """Return well-known names and the same without diacritics, longest first."""
    agencies = [name for t in (AGENCIES, DEPARTMENTS) for known in t.values() for name in known]
    names = [*agencies, *_NAMED_ALONE, *(n for n in _CLASS_NAMES.values() if "," not in n)]
    return sorted(((name, bare(fold(name))) for name in names), key=lambda pair: -len(pair[0]))


_POSTS_BEFORE = re.compile(r"(?:(?:Phó )?Chủ tịch|Bộ trưởng|Thứ trưởng|Giám đốc|Ban Thường vụ)\s+")
_NAMED_ALONE = (
    "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Tỉnh ủy", "Thành ủy", "Đảng ủy",
)  # fmt: skip
_CLASS_NAMES: Mapping[str, str] = {
    "standing-committee": "Ủy ban Thường vụ Quốc hội",
    "assembly": "Quốc hội",
    "prime-minister": "Thủ tướng Chính phủ",
    "government": "Chính phủ",
    "president": "Chủ tịch nước",
    "party-centre": "Bộ Chính trị, Ban Bí thư, Ban Chấp hành Trung ương",
    "party-province": "Tỉnh ủy, Thành ủy",
    "party-local": "Đảng ủy, Huyện ủy",
    "people-council": "Hội đồng nhân dân",
    "people-committee": "Ủy ban nhân dân",
}


def class_name(klass: str) -> str:
    """Return the Vietnamese name of a class of issuers, as it is written in papers."""
    named = AGENCIES.get(klass) or DEPARTMENTS.get(klass)
    return named[0] if named else _CLASS_NAMES.get(klass, klass)


def issuers_for(symbol: Symbol) -> frozenset[str]:
    """Return the classes of issuers that may sign `symbol`; empty when anything may be right."""
    body = symbol.body
    if symbol.klass == "party":
        centre = frozenset({"party-centre"})
        return {
            "TW": centre, "TU": frozenset({"party-province"}),
            "ĐU": frozenset({"party-local"}), "HU": frozenset({"party-local"}),
        }.get(body, frozenset())  # fmt: skip
    if symbol.klass in ("before-1997", "joint-resolution"):
        return frozenset()
    if symbol.klass == "law":
        return frozenset({"assembly"})
    if symbol.klass in ("standing-committee", "consolidated"):
        return frozenset({"standing-committee"}) if symbol.klass != "consolidated" else frozenset()
    body = body.replace("&", "")  # "BGD&ĐT"
    first = body.split("-")[0]
    known = {
        "CP": "government", "TTg": "prime-minister", "HĐND": "people-council",
        "UBND": "people-committee", "CTUBND": "people-committee", "UB": "people-committee",
    }.get(first)  # fmt: skip
    if known:
        return frozenset({known})
    if "-" in body and symbol.klass == "circular":
        parts = frozenset(body.split("-"))
        return parts if parts <= AGENCIES.keys() else frozenset()
    return frozenset({first}) if first in AGENCIES or first in DEPARTMENTS else frozenset()

"""Date and issuer that stand before the kind word of a citation.

"Theo đề nghị của X tại Tờ trình số ...", "Ngày 06/4/2026, Chủ tịch ... ký Quyết định số ...",
"các Nghị định của Chính phủ: số ...; số ...", "Quyết định của UBND tỉnh số ...". Every pattern has
bounded repeats: text comes from strangers, and time must stay linear.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cchc.language.cited_date import CitedDate, read_date
from cchc.language.issuers import issuer_class

_REACH = 240
_LONGEST_LIST = 700
_PROPOSAL = re.compile(
    r"(?<!\w)(?:[Đđ]ề (?:nghị|xuất)|[Tt]ham mưu|[Bb]áo cáo|[Cc]hỉ đạo|ý kiến|[Yy]êu cầu|[Kk]iến nghị|kết luận) của\s{1,3}(?P<issuer>[^.;:\n\t]{3,140}?),?\s{1,3}(?:tại|theo|trong)\s{1,3}$"
)
_SIGNED = re.compile(
    r"(?P<issuer>[A-ZĐỦÔ][^.,;:()\n\t]{3,110}?)\s{1,3}(?:đã\s{1,3}|vừa\s{1,3})?"
    r"(?:(?:có|ký|(?:ban hành|ký ban hành|thông qua|phê duyệt|giao|quyết nghị)(?:\s{1,3}(?:tại|theo))?)\s{1,3})$"
)
_DAY = re.compile(r"(?<!\w)[Nn]gày(?=\s{0,3}[0-9])")
_OPENS = re.compile(r"(?:^|[.;:,(\n–-]|\b[Vv]ào)[\s“\"*+-]*$")
"""What stands before a date that begins its clause."""
_AFTER_DAY = re.compile(r"\s{0,3},?\s{0,3}(?:(?:tại|ở)\s[^.,;:\n\t]{2,40},\s{1,3})?")
_NAMES = (
    "Chính phủ|Thủ tướng|Phó Thủ tướng|Quốc hội|Bộ|Ban|Tỉnh ủy|Thành ủy|Đảng ủy|Chủ tịch"
    "|Phó Chủ tịch|UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Sở|Giám đốc|Thanh tra|Văn phòng|Thường trực"
    "|Bí thư|Tổng|Cục"
)
_BEGINS = re.compile(rf"(?<!\w)(?:{_NAMES})(?!\w)")


class BeforeCitation(NamedTuple):
    """What stands before a citation; spans count in the text given, and are None for a part said
    once for several citations, other than the first of them."""

    date: CitedDate | None = None
    issuer: str | None = None
    issuer_span: tuple[int, int] | None = None


def read_before(text: str, start: int) -> BeforeCitation:
    """Read date and issuer before the offset `start`, where the kind word of a citation begins."""
    base = max(0, start - _REACH)
    window = text[base:start]
    if found := _PROPOSAL.search(window):
        return _issued(base + found.start("issuer"), found["issuer"])
    found = _SIGNED.search(window)
    if found is None:
        return BeforeCitation()
    begins = list(_BEGINS.finditer(found["issuer"]))
    if not begins:
        return BeforeCitation()
    at = base + found.start("issuer") + begins[0].start()
    issuer = found["issuer"][begins[0].start() :]
    if issuer_class(issuer) is None:
        return BeforeCitation()
    return _issued(at, issuer)._replace(date=_day_before(text, base, at))


def _issued(at: int, name: str) -> BeforeCitation:
    name = name.rstrip()
    return BeforeCitation(issuer=" ".join(name.split()), issuer_span=(at, at + len(name)))


def _day_before(text: str, base: int, stop: int) -> CitedDate | None:
    days = list(_DAY.finditer(text, base, stop))
    if not days or not _OPENS.search(text[max(0, days[-1].start() - 12) : days[-1].start()]):
        return (
            None  # the date of another paper: "Tờ trình số 3 ngày 12/12/2025, UBND tỉnh ban hành"
        )
    cited = read_date(text, days[-1].start())
    return cited if cited and _AFTER_DAY.fullmatch(text, cited.stop, stop) else None


@cache
def _lists(kinds: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a kind said once for a list, and of an issuer between the kind and
    "số". Few plans have one, and all the kinds there are take long to compile."""
    kind = rf"(?P<kind>{'|'.join(sorted(kinds, key=len, reverse=True))})(?!\w)"
    several = re.compile(
        rf"(?<!\w)[Cc]ác\s{{1,3}}{kind}(?:\s{{1,3}}(?:liên quan|hiện hành))?"
        r"(?:,?\s{1,3}của\s{1,3}(?P<issuer>(?:(?!\scủa\s|\ssố\s)[^.;:\n\t0-9]){3,100}?))?"
        r"(?:\s{1,3}(?:sau|sau đây|như sau|gồm|gồm có))?\s{0,3}(?::|(?=\ssố\s))"
        r"(?P<between>[^\n]{0,600})$",
        re.IGNORECASE,
    )
    single = re.compile(
        rf"(?<!\w){kind}\s{{1,3}}của\s{{1,3}}"
        r"(?P<issuer>(?:(?!\scủa\s)[^.,;:\n\t0-9()]){3,100}?)[,:]?\s{1,3}$",
        re.IGNORECASE,
    )
    return several, single


def read_issuer_of_list(text: str, stop: int, kind: str) -> BeforeCitation:
    """Return the issuer of "các Nghị quyết của Bộ Chính trị: Nghị quyết số A; Nghị quyết số B"."""
    base = max(0, stop - _LONGEST_LIST)
    found = _lists((kind,))[0].search(text[base:stop])
    if found is None or not found["issuer"] or ". " in found["between"] or ":" not in found[0]:
        return BeforeCitation()
    before = _issued(base + found.start("issuer"), found["issuer"])
    return before._replace(issuer_span=None) if found["between"].strip() else before


def read_list(text: str, stop: int, kinds: tuple[str, ...]) -> tuple[str, BeforeCitation] | None:
    """Return the kind word, and the issuer said with it, before the number at `stop` in "các Nghị
    định của Chính phủ: số A; số B" and in "Nghị định của Chính phủ số A"."""
    several, single = _lists(kinds)
    base = max(0, stop - _LONGEST_LIST)
    found = several.search(text[base:stop])
    first = found is None or not found["between"].replace("số", "").strip(" :")
    if found is not None and ". " in found["between"]:
        found = None
    if found is None:
        base = max(0, stop - _REACH)
        found = single.search(text[base:stop])
        if found is None or issuer_class(found["issuer"]) is None:
            return None
    before = (
        _issued(base + found.start("issuer"), found["issuer"])
        if found["issuer"]
        else BeforeCitation()
    )
    return found["kind"], before if first else before._replace(issuer_span=None)

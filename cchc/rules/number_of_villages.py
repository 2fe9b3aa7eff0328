"""The plan counts its villages, and counts them otherwise in another place.

Why: one of the two numbers was left from another year or from a neighbour; nobody knows whether one was
forgotten.

Source: a xã or phường has one number of thôn, ấp, tổ dân phố, khu phố or khóm.

Bad:
    opening: UBND xã An Bình giao Trưởng 14 thôn thực hiện Phụ lục kèm theo
    closing: Đề nghị Ban công tác Mặt trận 15 thôn phối hợp
Good:
    opening: UBND xã An Bình giao Trưởng 14 thôn thực hiện Phụ lục kèm theo
    closing: Đề nghị Ban công tác Mặt trận 14 thôn phối hợp
"""

import re
from typing import NamedTuple

from cchc.rules._rule import Facts, Hits, KeyPath, Severity, hit_in, say
from cchc.rules._words import sentence_around

CODE = "N022"
SEVERITY = Severity.WARNING
WHOLE = True

_KINDS = ("thôn", "ấp", "tổ dân phố", "khu phố", "khóm", "buôn", "xóm", "làng")
_VILLAGES = re.compile(
    rf"(?<![\w/.,–-])(?P<of>[0-9]{{1,3}} ?/ ?)?(?P<count>[0-9]{{1,3}})(?: \([^()]*\))? (?P<kind>{'|'.join(_KINDS)})"
    r"(?=\s*(?:[,.;:)/]|$)|\s+(?:của|trên|thuộc|trong) (?:địa bàn|xã|phường|đặc khu|toàn)"
    r"|\s+(?:thực hiện|phối hợp|triển khai|tổ chức|chủ động|rà soát|tuyên truyền|vận động))",
    re.IGNORECASE,
)
_MAY = tuple(re.compile(rf" {kind}(?<=[0-9)] {kind})") for kind in _KINDS)
_OF_ALL = re.compile(
    r"(?:ban nhân dân|bnd|ban điều hành|ban công tác mặt trận|ban tự quản|trưởng(?: các)?|trưởng ban|bí thư chi bộ|toàn bộ|tất cả|cả|chi bộ)\s+$",
    re.IGNORECASE,
)
"""Before the number: all villages are meant."""
_FORMER = re.compile(
    r"\b(?:cũ|sáp nhập|sắp xếp|hợp nhất|trước đây|năm trước|giai đoạn|tỉnh)\b", re.IGNORECASE
)
_FEW = 5
"""So few villages are some of them."""


class _Mention(NamedTuple):
    """One number of villages, where it stands, and whether the words say that it is of all."""

    place: KeyPath
    text: str
    start: int
    stop: int
    number: int
    whole: bool


def check(facts: Facts) -> Hits:
    """Compare the numbers of one kind of village: both of all villages, or one of all and one that is off by one."""
    if facts.plan.commune is None:
        return
    first: dict[str, list[_Mention]] = {}
    for place, text in facts.holding(*_MAY, lowercase=True):
        for found in _VILLAGES.finditer(text):
            one = _mention(facts, place, text, found)
            if one is None:
                continue
            met = first.setdefault(found["kind"].lower(), [])
            other = next((other for other in met if _conflict(one, other)), None)
            if not any(one.number == before.number for before in met) and other:
                yield hit_in(
                    one.place, text, one.start, one.stop,
                    say("{said} here, and “{other}” in another place", said=text[one.start : one.stop], other=_around(other)),
                    say("write the number of today in both places"),
                )  # fmt: skip
            if all((one.number, one.whole) != (before.number, before.whole) for before in met):
                met.append(one)  # at most a thousand numbers of three digits, each twice


def _mention(facts: Facts, place: KeyPath, text: str, found: re.Match[str]) -> _Mention | None:
    before = text[: found.start()]
    first, last = sentence_around(text, *found.span())
    years = {*re.findall(r"20\d\d", text[first:last])} - {str(facts.plan.year)}
    count = int(found["count"])
    if (
        count <= _FEW
        or years
        or _FORMER.search(text[first:last])
        or facts.is_cited(place, *found.span())
    ):
        return None
    whole = (
        found["of"] is not None
        or bool(_OF_ALL.search(before))
        or place[:2] == ("document", "recipients")
    )
    return _Mention(place, text, found.start("count"), found.end("kind"), count, whole)


def _conflict(one: _Mention, other: _Mention) -> bool:
    if one.number == other.number or not (one.whole or other.whole):
        return False
    return (one.whole and other.whole) or abs(one.number - other.number) == 1


def _around(one: _Mention) -> str:
    """Return the mention with up to three words before it."""
    before = one.text[: one.start].split()[-3:]
    return " ".join((*before, one.text[one.start : one.stop]))

"""A plan, programme or letter of a district is a base of a plan made when there are no districts.

Why: no district sets a commune its work any more; the base was left over from an old plan. A decision or resolution
of a district may still be in force.

Source: Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 1: two levels, tỉnh and xã, from 01/7/2025.

Bad:
    bases:
      - Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2025 của UBND huyện Phú Lương về cải cách hành chính năm 2025
Good:
    bases:
      - Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2026 của UBND tỉnh Phú Thọ về cải cách hành chính năm 2026
"""

import re
from datetime import date

from cchc.rules._districts import after_districts
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "C021"
SEVERITY = Severity.WARNING

_ENDED = date(2025, 7, 1)
_KINDS = frozenset(("kế hoạch", "công văn", "chương trình", "chỉ thị", "thông báo", "hướng dẫn"))
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy)\b", re.IGNORECASE)
_FORMER = re.compile(r"\bcũ\b|trước đây|kế thừa|chuyển tiếp|thay thế|bãi bỏ", re.IGNORECASE)


def check(facts: Facts) -> Hits:
    """Find such papers among the bases and in the opening."""
    if not after_districts(facts.plan):
        return
    for place, cited in facts.citations:
        if (
            place[0] not in ("bases", "opening")
            or (cited.document_kind or "").lower() not in _KINDS
        ):
            continue
        issuer, text = cited.issuer or "", facts.text_at(place)
        found = _DISTRICT.search(issuer)
        if found is None or (cited.date and cited.date >= _ENDED) or _FORMER.search(text):
            continue
        start = text.find(issuer, cited.start)
        if start >= 0:
            yield hit_in(
                place, text, start, start + len(issuer),
                say("a paper of “{issuer}” is a base, and there are no districts since {date}",
                    issuer=issuer, date=f"{_ENDED:%d/%m/%Y}"),
                say("name the paper of the province, or delete the base"),
            )  # fmt: skip

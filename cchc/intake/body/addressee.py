"""To whom a report goes, and through whom, by the words of a sentence."""

from __future__ import annotations

import re

_BODY = (
    r"(?:(?:Văn phòng )?(?:HĐND (?:và|&|-) )?UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch (?:UBND|Ủy ban nhân dân)|Sở [A-ZĐ]\w+(?: [a-zà-ỹđ]+)?|HĐND"
    r"|(?:Văn phòng )?Đảng ủy|Thường trực|cơ quan có thẩm quyền|cấp có thẩm quyền|cấp trên|Bộ Nội vụ)"
    r"(?:(?!về kết quả|về tình|để|theo|xem xét|trước|vào|chỉ đạo|kết quả|nếu|gửi|định kỳ|khi|sau|hàng|hằng|ban hành|quý(?: [IV\d]|,)|6 tháng|tháng \d|chậm|đúng"
    r"|\b(?:tiến độ|về|việc|khó khăn|vướng mắc|nội dung|số liệu|bằng|thông qua|qua|công tác|danh sách|phương án|những|giải quyết"
    r"|phê duyệt|quyết định|cho ý kiến|cùng|phục vụ|tại|trong)\b)[^.,;():]){0,40}"
)
_TO = (
    re.compile(rf"[Tt]rình\s+(?P<to>{_BODY})\s*(?:gửi|báo cáo)"),
    re.compile(
        rf"[Bb]áo cáo(?:\s+[^.;()]{{0,80}}?)??\s+(?:gửi\s+)?(?:về\s+|với\s+|lên\s+|cho\s+)?(?P<to>{_BODY})"
    ),
    re.compile(
        rf"[Gg]ửi(?:\s+báo cáo|\s+kết quả(?:\s+[^\W\d_]+){{0,6}}?)?\s+(?:về\s+)?(?P<to>{_BODY})"
    ),
    re.compile(
        r"(?:[Bb]áo cáo|[Gg]ửi kết quả)[^.;]{0,100}?\s(?:về|gửi)\s+(?P<to>(?:Phòng|Văn phòng|Trung tâm)\s[^().;,]{3,50}?)"
        r"(?=[.;,(]|\s(?:trước|để|tổng hợp|chậm nhất|vào)\s|$)"
    ),
)
_COLLECTED = re.compile(r"để\s+(?:(?:Phòng|Văn phòng|Trung tâm)\b[^.;,]{0,50}\s)?tổng hợp")
_SENT_ON = re.compile(rf"[Tt]rình\s+{_BODY}\s*(?:gửi|báo cáo)\s+(?:về\s+)?(?P<to>{_BODY})")
"""Where nobody collects before: the office that submits it also sends it on."""
_OF = re.compile(r"báo cáo (?:công tác |kết quả )?[^.;,]{0,60}?\bcủa $")
_REGIME = re.compile(r"theo chế độ báo cáo của (?P<to>[^.,;()]+)")
_WHEN = re.compile(
    r"\s+(?:(?:vào|trước|định kỳ|chậm nhất|hằng|hàng)\s+(?=ngày|tháng|quý|năm|là)|(?:\d{1,2} tháng|quý|năm)(?!\w))"
)
"""Where the time begins behind those who get a report."""
_VIA = re.compile(
    r"\(?\s*(?:thông )?qua\s+(?P<via>(?:[Pp]hòng|[Vv]ăn phòng|[Tt]rung tâm)[^().;,]{3,60}?)(?=\s+(?:để|xã để|tổng hợp)|[().;,])"
    r"|về\s+(?P<via2>(?:[Pp]hòng|[Vv]ăn phòng|[Tt]rung tâm)[^().;,]{3,60}?)\s+(?:để\s+)?tổng hợp"
)


def addressee(text: str) -> str | None:
    """Return to whom a sentence says that a report goes."""
    collected = collector(text) or _COLLECTED.search(text)
    for form in _TO if collected else (_SENT_ON, *_TO):
        for found in form.finditer(text):
            if _OF.search(text[: found.start("to")]):
                continue
            return _WHEN.split(" ".join(found["to"].split()))[0]
    regime = _REGIME.search(text)
    return " ".join(regime["to"].split()) if regime else None


def collector(text: str) -> str | None:
    """Return the office that a sentence names as collecting before."""
    found = _VIA.search(text)
    return _WHEN.split((found["via"] or found["via2"]).strip())[0] if found else None

"""Whose duty a piece of the body is: units named in its heading, or at the start of its sentence."""

from __future__ import annotations

import re

from cchc.intake.body.headings import subjects_in
from cchc.intake.units.words import is_proper, without_request
from cchc.model.subject import Subject

_VERBS = (
    "chủ trì|phối hợp|hợp phối hợp|là|có trách nhiệm|chịu trách nhiệm|kịp thời|chủ động|tham mưu|triển khai"
    "|thực hiện|căn cứ|theo dõi|hướng dẫn|tăng cường|xây dựng|đẩy mạnh|tiếp tục|báo cáo|chỉ đạo|phải|cần|quán triệt"
    "|rà soát|tích cực|nghiêm túc|đăng tải|đề xuất|bố trí|lập|trên cơ sở|thường xuyên|nâng cao|đôn đốc|cập nhật"
    "|đảm bảo|bảo đảm|hoàn thành|phát huy|cụ thể hóa|vận động|tuyên truyền|tập trung|giao|xác định|tổ chức thực hiện"
    "|tổ chức triển khai|tổ chức quán triệt|tổ chức tuyên truyền|định kỳ|(?<!vụ )tổng hợp(?=,| báo cáo| kết quả| tình hình| số liệu| chung| đề xuất)|nghe|tiến hành|cung cấp|cử|gửi|chuẩn bị|phản ánh|huy động|niêm yết|vận hành|chấp hành|nộp|lồng ghép|hoàn thiện"
    r"|(?<!tâm )(?<!uỹ )(?<!ổ )(?<!hóm )(?<!an )hỗ trợ|duy trì|khai thác|cân đối|khắc phục|ban hành|trình|công khai|cùng|khẩn trương|giám sát|tham gia|bàn giao|chuyển giao|thông báo|trang bị|mua sắm|lắp đặt|công bố|phổ biến|ký kết|quan tâm|quản lý|dựa vào|dựa trên|thẩm định|thẩm tra|nghiên cứu|phân công|phân bổ|thu thập|tạo điều kiện"
    r"|xem xét|bám sát|lựa chọn|cam kết|phấn đấu|(?<!phận )(?<!ổ )(?<!iểm )tiếp nhận|lãnh đạo|đăng ký|làm sạch|biên tập|ký(?= cam kết| ban hành| kết)|tập huấn(?= cho| về)|họp(?= định kỳ| hằng| hàng| mỗi| ít nhất| đột xuất| thường kỳ)"
)
_STOP = re.compile(rf"(?<![\w])(?:{_VERBS})(?!\w)|:|\(|\.\s|;")
_LED_BY_VERB = re.compile(rf"(?:{_VERBS})\b", re.IGNORECASE)
_LONGEST = 240
_PLURAL = re.compile(
    r"(?:(?:thủ trưởng|người đứng đầu|trưởng|lãnh đạo)\s+)?(?:các|những|toàn thể|tất cả(?: các)?)\s+"
    r"(?:c?ơ? ?quan|đơn vị|tổ chức|phòng|ban|ngành|đoàn thể|địa phương|doanh nghiệp|trường|thôn|xóm|tổ|khu phố"
    r"|bộ phận|cơ sở|thành viên|ông|bà|hội|trung tâm|trưởng|cán bộ|công chức|đồng chí|bản|ấp|buôn|làng|khối|chi bộ|đảng bộ|đảng ủy|cấp ủy)(?!\w)",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"(?:Căn cứ|Ngoài|Trong quá trình|Trên cơ sở|Hằng|Hàng|Định kỳ|Trước ngày|Nếu|Khi|Sau khi|Để|Nhằm|Theo|Trong|Đến|Chậm nhất|Hết|Cuối|Đầu)\b"
)
_ALSO = re.compile(r",?\s*(?:đặc biệt|nhất là|(?:và )?(?:người dân|Nhân dân|cá nhân)\b.*)$")
_PERSONS = re.compile(
    r"(?:Phó )?(?:Chủ tịch|Bí thư)|UBND|Ủy ban nhân dân|HĐND|Lãnh đạo|Cán bộ|Công chức(?! [A-ZĐ])"
)
_LEADS = re.compile(
    r"(?:^|[.;]\s+)(?:[-–]\s*)?(chủ trì|chịu trách nhiệm|làm đầu mối|là đầu mối)[^.;]*", re.I
)
_NOT_LED = re.compile(r"chủ trì[^.;]*?(?:trình|phê duyệt|kinh phí)", re.I)
_BESIDE = re.compile(r"\s(?:gắn với|gắn liền|phục vụ|nhằm|để|lồng ghép|theo)\s[^.;]*", re.I)
"""What a duty is tied to or done for is no field that is led."""


def leading_names(text: str) -> str | None:
    """Return the names of units that a sentence begins with, or None when it begins otherwise.

    "Đề nghị Ủy ban Mặt trận Tổ quốc xã phối hợp ..." begins with a unit; "Tăng cường ..." does not.
    """
    text = without_request(_after_preamble(text))
    if not (is_proper(text) or _PLURAL.match(text)) or _PERSONS.match(text):
        return None
    for stop in _STOP.finditer(text[:_LONGEST]):
        if stop[0] == ":" and _lists_names(text[: stop.start()].strip(), text[stop.end() :]):
            continue
        if stop[0] in (":", "(") or stop[0][0] in ".;":
            return _name(text, stop.start())
        before = text[: stop.start()].rstrip()
        if re.search(r"(?:\bBan|\bban|được|Tổ|tổ|,)$", before) and stop[0] not in (
            "chủ trì",
            "phối hợp",
        ):
            continue
        if re.search(r"(?:được phân công|được giao|nhiệm vụ được)$", before):
            continue
        if re.search(r"\b(?:và|về|của|các|được|để|đề nghị|nhiệm vụ|đơn vị được)$", before):
            continue
        return _name(text, stop.start())
    return None


def _lists_names(group: str, rest: str) -> bool:
    """Tell whether a group is spelled out behind its colon: "Các phòng: Kinh tế, Văn hóa - Xã hội chủ trì ..."."""
    if not _PLURAL.fullmatch(group) or not rest.strip()[:1].isupper():
        return False
    first = re.split(r"[,;]|\svà\s", rest.strip(), maxsplit=1)[0]
    return is_proper(rest.strip()) or (
        not _LED_BY_VERB.match(first)
        and re.match(r"(?:các )?(?:phòng|ban|trung tâm|sở|hội|trường|thôn|xóm)$", group, re.I)
        is not None
    )


def _after_preamble(text: str) -> str:
    """Return a sentence from its subject on: "Căn cứ Kế hoạch này, các phòng chủ động ..."."""
    if not _PREAMBLE.match(text):
        return text
    for comma in re.finditer(r",\s+", text[:_LONGEST]):
        rest = text[comma.end() :]
        if _PLURAL.match(rest) or (is_proper(rest) and not _PERSONS.match(rest)):
            return rest
    return text


def _name(text: str, stop: int) -> str | None:
    name = _ALSO.sub("", text[:stop].rstrip(" ,;:"))
    return name if 1 < len(name.split()) <= 60 else None


def heading_names(title: str) -> str | None:
    """Return the names of units that a heading consists of, or None when it is another heading."""
    text = without_request(title.strip(" .:;"))
    if not (is_proper(text) or _PLURAL.match(text)) or len(text) > _LONGEST:
        return None
    return text


_ADVISES = re.compile(
    r"(?:^|[.;]\s+)(?:[-–]\s*)?tham mưu[^.]*?(?:nhiệm vụ|nội dung|giải pháp)[^.]*", re.I
)


def advised_subjects(texts: list[str]) -> list[Subject]:
    """Return the fields in which a unit advises the committee ("Tham mưu ... nhiệm vụ ...")."""
    found: dict[Subject, None] = {}
    for text in texts:
        for match in _ADVISES.finditer(text):
            found.update(dict.fromkeys(subjects_in(match[0])))
    return list(found)


def led_subjects(texts: list[str]) -> list[Subject]:
    """Return the fields that a unit leads, by its sentences that begin with "Chủ trì"."""
    found: dict[Subject, None] = {}
    for text in texts:
        for match in _LEADS.finditer(text):
            if _NOT_LED.search(match[0]):
                continue
            found.update(dict.fromkeys(subjects_in(_BESIDE.sub("", match[0]))))
    return list(found)

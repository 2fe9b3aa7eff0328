"""The words with which names of agencies begin, and where one name ends and the next begins.

A cell or heading names several units by ";", "," or "và", and the same signs stand inside names:
"Văn phòng HĐND và UBND xã", "Các cơ quan, tổ chức, đơn vị". A sign parts two names only when what
follows can begin a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_PROPER = re.compile(
    r"(?!Phòng,? (?:chống|ngừa|cháy)|Ban (?:hành|,)|Hội (?:nghị|thảo|thi\b|họp|nhập)|Đoàn thể|Trường hợp|Đội ngũ|Tổ chức"
    r"|Viện dẫn|Trưởng thành|Giám đốc thẩm|Trung tâm hóa)"
    r"(?:Văn phòng|Phòng|Trung tâm|TTPVHCC|TT(?!HC|ĐT|TT)|VP|Ban|Công an|Trạm|Hội|Đoàn|Sở|Bộ [A-ZĐ]|Trường|MTTQ|UBMTTQ"
    r"|UBMT|Mặt trận|Ủy ban (?:M|K)|Uỷ ban (?:M|K)|Ủy ban MTTQ|Đảng ủy|BCH|Ban CHQS|Chi cục|Hạt|Kho bạc|Ngân hàng|Bưu điện"
    r"|Điện lực|VNPT|Viettel|Thuế|Bảo hiểm|BHXH|Tòa án|Viện|Thanh tra|Tổ(?!\w)|Đội|Hợp tác xã|Chánh"
    r"|Giám đốc|Trưởng|Hiệu trưởng|Thường trực|Chủ tịch|Phó Chủ tịch|Bí thư|Thôn(?!\w)|Xóm(?!\w)|Công chức|Cán bộ"
    r"|Liên đoàn|Hạt|Đài|Chi nhánh|Quỹ (?:[A-ZĐ]|tín)|Bưu cục|[Tt]rung tâm [A-ZĐ]|[Pp]hòng [A-ZĐ]|[Vv]ăn phòng [A-ZĐ]|[Cc]ông an (?:xã|phường)"
    r"|[Tt]rạm [Yy]|[Hh]ội [A-ZĐ]|[Đđ]oàn [A-ZĐ]|[Tt]rưởng (?:phòng|thôn|xóm|ban)|[Gg]iám đốc|[Cc]hánh [Vv]ăn"
    r"|[Ss]ở [A-ZĐ]|thôn [A-ZĐ]|xóm [A-ZĐ]|[Bb]ộ phận (?:[A-ZĐ]|tiếp nhận|một cửa|văn (?:thư|phòng)|hành chính|kế toán))"
)
_COLLECTIVE = re.compile(
    r"(?:(?:và )?(?:các|những|toàn thể|thủ trưởng|người đứng đầu|trưởng các|lãnh đạo các|tất cả)\b"
    r"|(?:cơ quan|đơn vị|tổ chức|phòng|ban|ngành|đoàn thể|địa phương|doanh nghiệp|cá nhân|trường học"
    r"|thôn|xóm|khu phố|tổ dân phố|ngân hàng|hợp tác xã|bộ phận|chi bộ|đảng bộ|cấp ủy|đơn vị sự nghiệp|ban ngành|cơ sở|thành viên)(?!\w))",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"(?:liên quan|chuyên môn|trực thuộc|thuộc\s.+|trên địa bàn.*|chính trị\s*[-–]?\s*xã hội(?: xã)?"
    r"|được\s.+|của\s.+|khác)$", re.IGNORECASE,
)  # fmt: skip
_VILLAGE = re.compile(
    r"(?:các |những )?(?:thôn|xóm|bản|ấp|buôn|làng|khu phố|khối phố|khối|tổ dân phố|tổ nhân dân|khu dân cư)\b",
    re.IGNORECASE,
)
_VILLAGES = re.compile(rf"(?:các|những) {_VILLAGE.pattern}", re.IGNORECASE)
_NOUN_FIRST = re.compile(
    r"(?:các )?(?P<noun>phòng|ban|trung tâm|sở|hội|trường|thôn|xóm)\s*:\s*", re.IGNORECASE
)
_PREFIX = re.compile(
    r"^(?:đề nghị|yêu cầu|giao|giao cho|trách nhiệm của|nhiệm vụ của|đối với|về phía|phân công)\s+",
    re.IGNORECASE,
)
_LABELS = re.compile(r"^(?:cơ quan |đơn vị )?(?:chủ trì|phối hợp|thực hiện)\s*:\s*", re.IGNORECASE)


_FIRMS = ("Viettel", "Mobifone", "Vinaphone", "Vietcombank", "Agribank")
"""Companies of one word."""


def is_proper(text: str) -> bool:
    """Tell whether `text` begins as the name of one particular unit does."""
    return bool(_PROPER.match(text)) and not is_collective(text)


def is_collective(text: str) -> bool:
    """Tell whether `text` means several units together, such as "các cơ quan, đơn vị"."""
    return bool(_COLLECTIVE.match(text)) and not _PROPER.match(text)


def without_request(text: str) -> str:
    """Return a heading without "Đề nghị", "Trách nhiệm của" and the like before its name."""
    return _PREFIX.sub("", text)


def split_names(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the names that a cell or heading holds, in its order.

    `is_known` tells of names that stand alone elsewhere in the paper: they are never cut.
    """
    found: list[str] = []
    for piece in _pieces(_distributed(text)):
        if is_known(piece):
            found.append(piece)
            continue
        found += _parted(piece, is_known)
    return [name for name in found if name]


def _distributed(text: str) -> str:
    """Write "Các phòng: Kinh tế, Văn hóa - Xã hội" out as single names."""
    found = _NOUN_FIRST.match(text)
    if found is None:
        return text
    noun = found["noun"].capitalize()
    names = [
        one for one in re.split(r"\s*[,;]\s*|\s+và\s+(?=[A-ZÀ-ỸĐ])", text[found.end() :]) if one
    ]
    if not all(name[0].isupper() for name in names):
        return text
    return "; ".join(name if is_proper(name) else f"{noun} {name}" for name in names)


def _pieces(text: str) -> Iterator[str]:
    """Cut at ";" and at line breaks that begin a new name; take dashes before names away."""
    lines: list[str] = []
    for raw in text.splitlines():
        line = raw.strip()
        fresh = re.match(r"[-–•+*]\s*", line)
        line = _LABELS.sub("", line[fresh.end() :] if fresh else line)
        if not line:
            continue
        previous = lines[-1] if lines else ""
        if (
            lines
            and not fresh
            and not previous.endswith((";", "."))
            and not _begins(line, previous)
        ):
            lines[-1] = f"{previous} {line}"
        else:
            lines.append(line)
    for line in lines:
        for part in line.split(";"):
            if name := _trimmed(part):
                yield name


_APPOSITION = re.compile(
    r"(?<=\w)\s*(?:[-–,]\s+|\()(?:là )?(?:cơ quan|đơn vị|bộ phận)\s+(?:thường trực|đầu mối|chủ trì|giúp việc)\b.*$",
    re.IGNORECASE,
)
"""What a unit is in this plan: "Công an xã - Cơ quan thường trực Đề án 06"."""
_GROUP = re.compile(r"(?:các|những|toàn thể|tất cả)\s", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:(?<!\w)(?:trưởng|lãnh đạo|giám đốc|đứng đầu|đại diện|thành viên|cán bộ|công chức|chức|và|với|cùng|của|thuộc"
    r"|cho|tại|gồm|là|giữa)|[-–(,:])$", re.IGNORECASE,
)  # fmt: skip
"""The end of a line whose name goes on in the next: "Hiệu trưởng" over "các trường"."""


def begins_group(line: str, previous: str) -> bool:
    """Tell whether a line below the name of a unit is a collective name of its own: "các trường học"."""
    return bool(_GROUP.match(line)) and is_proper(previous) and not _OPEN.search(previous)


def _begins(line: str, previous: str) -> bool:
    if previous.endswith(","):
        return is_proper(line)
    return bool(_PROPER.match(line) or (_COLLECTIVE.match(line) and line[0].isupper())) or (
        begins_group(line, previous)
    )


def _trimmed(part: str) -> str:
    part = re.sub(r"^(?:và|hoặc|cùng)\s+", "", part.strip(" \t,.-–"))
    part = _APPOSITION.sub("", part)
    return _LABELS.sub("", part).strip()


def _parted(piece: str, is_known: Callable[[str], bool]) -> list[str]:
    names: list[str] = []
    rest = piece
    start = 0
    for cut in re.finditer(
        r"\s*,\s*(?:và\s+)?|\s+và\s+(?:các\b)?|\s+(?:và|&|\+)\s+|\s*/\s*", piece
    ):
        left = piece[start : cut.start()]
        after = cut.end() - (3 if cut[0].rstrip().endswith("các") else 0)
        right = piece[after:]
        if not _parts(left, right, "," in cut[0], is_known):
            continue
        names.append(_trimmed(left))
        if (
            is_collective(left)
            and is_collective(right)
            and not re.match("(?:các|những|toàn)", right, re.I)
        ):
            right = f"{left.split()[0]} {right}"
            piece = piece[:after] + right
            return [*names, *_parted(right, is_known)]
        start, rest = after, right
    names.append(_trimmed(rest if start else piece))
    return names


def _parts(left: str, right: str, comma: bool, is_known: Callable[[str], bool]) -> bool:
    """Tell whether the sign between `left` and `right` parts two names."""
    if re.search(r"(?:HĐND|Đảng ủy)(?: xã| phường)?$", left) and re.match(
        r"(?:UBND|Ủy ban nhân dân|HĐND)\b", right
    ):
        return False
    if re.search(r"Hội đồng nhân dân$", left) and re.match(r"(?:UBND|Ủy ban nhân dân)\b", right):
        return False
    if is_collective(right):
        if not is_collective(left):
            return True
        if comma and _VILLAGES.fullmatch(left) and not _VILLAGE.match(right):
            return True
        if re.match(r"(?:các|những|toàn thể)\b", right, re.IGNORECASE):
            return True
        return comma and bool(_QUALIFIED.search(left))
    if is_proper(right):
        return (
            " " in left.strip() or left.isupper() or is_known(left) or left.strip() in _FIRMS
        )  # "Báo và Đài ..." is one
    return comma and is_known(left) and is_known(right.split(",")[0].strip())

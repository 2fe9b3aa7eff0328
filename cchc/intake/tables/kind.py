"""What kind of table a header announces, where it is no list of tasks; and rows of a list that are no tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from cchc.intake.lines import clean, is_capitals
from cchc.intake.office_paper import Table
from cchc.intake.unplaced import INSPECTED
from cchc.language.names import bare, fold
from cchc.messages import Message, say

TableKind = Literal["targets", "criteria", "people", "schedule", "other"]

KINDS: dict[TableKind, Message] = {
    "targets": say("a table of targets by year"),
    "criteria": say("a table of criteria with points"),
    "people": say("a list of units or people"),
    "schedule": say("a schedule of inspections: who is looked at when"),
    "other": say("a table of another kind"),
}

YEAR = re.compile(
    r"(?:(?:chỉ tiêu|mục tiêu|kế hoạch|kh|ct|kết quả|ước|thực hiện|giá trị) )*(?:đến )?(?:năm )?(20\d\d)"
)
_POINTS = re.compile(r"điểm\b|(?:điểm )?(?:tự chấm|tự đánh giá|thẩm định|chuẩn|tối đa)\b")
_PEOPLE = re.compile(
    r"(?:số )?điện thoại|sđt|email|thư điện tử|chức vụ|chức danh|họ (?:và )?tên|ngày sinh"
)
_NAMES = re.compile(r"họ (?:và )?tên|tên đơn vị|tên cơ quan|đơn vị$|cơ quan đơn vị$")
_WHEN = re.compile(
    r"(?:ngày )?(?:hoàn thành|kết thúc)|thời hạn|thời gian|tiến độ|hoàn thành|kỳ hạn|hạn\b|kết thúc|lộ trình"
)
_WORK = re.compile(r"nhiệm vụ|công việc|nội dung công việc|nội dung nhiệm vụ")
_MEASURE_UNIT = re.compile(r"(?:đơn vị|đv) (?:tính|đo)|đvt")
_GOALS = re.compile(r"(?:tên |nội dung |các )?(?:chỉ tiêu|mục tiêu)")
LEVEL = re.compile(
    r"mức (?:(?:chỉ tiêu )?(?:được )?giao|đạt|cần đạt|phấn đấu|chỉ tiêu)|(?:chỉ tiêu|số) (?:được )?giao|giá trị"
)
"""The heading over what a measure is to reach, in a table of one year."""
_FOLLOWED = re.compile(r"(?:cơ quan |đơn vị )*(?:theo dõi|tổng hợp)")
_WHO = re.compile(r"(?:.*chủ trì|.*thực hiện|.*phụ trách|.*phối hợp|phân công|đơn vị theo dõi)")


def other_kind(headings: Sequence[str]) -> TableKind | None:
    """Return the kind of a table with these headings; None: it may be a list of tasks."""
    folded = [fold(one) for one in headings if one.strip()]
    if any(_WHEN.match(one) for one in folded):
        return None
    measured = any(_MEASURE_UNIT.fullmatch(one) for one in folded)
    if measured and any(_GOALS.match(one) for one in folded):
        return "targets"
    doers = [one for one in folded if _WHO.match(one) and not _FOLLOWED.match(one)]
    leveled = any(LEVEL.fullmatch(one) for one in folded)
    if leveled and not doers and any(_GOALS.fullmatch(one) for one in folded):
        return "targets"
    years = sum(bool(YEAR.fullmatch(one)) for one in folded)
    worked = any(_WORK.match(one) for one in folded) or any(_WHO.match(one) for one in folded)
    if (years > 1 and not any(_WORK.match(one) for one in folded)) or (years and not worked):
        return "targets"
    if sum(bool(_PEOPLE.match(one)) for one in folded) and any(_NAMES.match(one) for one in folded):
        return "people"
    if sum(bool(_POINTS.match(one)) for one in folded) >= 2 and not any(
        _WHO.match(one) for one in folded
    ):  # fmt: skip
        return "criteria"
    return None


def table_kind(table: Table) -> TableKind:
    """Return the kind of a table that is no list of tasks, by the first of its rows that tells."""
    for row in table.rows[:4]:
        headings = [" ".join(clean(cell.text).split()) for cell in row.cells]
        if found := other_kind(headings):
            return found
        folded = [fold(one) for one in headings]
        if any(INSPECTED.match(one) for one in folded) and any(_WHEN.match(one) for one in folded):
            return "schedule"
    return "other"


_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng)(?: (?:chung|số|điểm|kinh phí|nhiệm vụ|tiêu chí|các mục|toàn bảng|i{1,3}|iv|v|[a-e]|và|đến|\d+))*"
    r"|(?:tổng cộng|tổng số nhiệm vụ|tổng số điểm|tổng điểm)\b.{0,60}"
)
_FIGURE = re.compile(r"[\d\s.,%/()+-]*(?:điểm|đồng|triệu đồng|nhiệm vụ|tr)?\.?", re.IGNORECASE)
_SIGNING = re.compile(
    r"(?:tm|kt|tl|tuq|t/m)\s*[.,]?\s*(?:uy ban|ubnd|chu tich|ban |truong|giam doc|hoi dong|chanh).*"
    r"|(?:nguoi|can bo|cong chuc) (?:lap|tong hop|duyet|kiem tra|bao cao|viet)\b.{0,30}"
    r"|lap bieu|(?:pho )?chu tich|thu truong don vi|phu trach don vi|(?:pho )?truong phong|chanh van phong"
    r"|xac nhan cua .{0,40}|(?:lanh dao|thu truong) (?:don vi|phong|co quan)?.{0,20}(?:duyet|ky)?"
    r"|\(?ky(?:,| ten| va| ghi| so|\)).{0,50}"
    r"|(?:[a-z][^,]{1,30}, )?ngay .{0,10}thang .{0,8}nam\s*\S{0,6}"
    r"|noi nhan\s*:?.{0,20}"
)
_NOTE = re.compile(
    r"(?:ghi chu|chu thich|luu y|chu y|giai thich)(?: *\(?\d?\)?)? *:.*|\(\*+\).*|\*+ ?\(?[^\W\d_].*|nguon(?: so lieu)? *:.*"
    r"|danh sach nay (?:co|gom).*|\(?(?:bang|danh muc|bieu|phu luc) (?:nay )?(?:co|gom) \d+.*",
    re.DOTALL,
)


_DOTS = re.compile(r"[\s.…]*(?:…|\.\.)[\s.…]*")


def is_placeholder(texts: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row are dots, behind a number or not: "... | ... | ..."."""
    rest = texts[1:] if len(texts) > 1 and re.fullmatch(r"[\d.]+|[IVX]+", texts[0]) else texts
    return bool(rest) and all(map(_DOTS.fullmatch, rest))


def is_total(texts: Sequence[str], *, given: bool) -> bool:
    """Tell whether the filled cells of a row only sum up others: "Tổng cộng | 3"."""
    words = [text for text in texts if not _FIGURE.fullmatch(text)]
    return len(words) == 1 and not given and _TOTAL.fullmatch(fold(words[0])) is not None


def is_signing(texts: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row belong to a signature: posts, "(Ký, ghi rõ họ tên)"."""
    lines = [line for text in texts for line in clean(text).splitlines() if line.strip()]
    if not lines or not any(is_capitals(lines[0]) or "(" in line or ", ngày" in line.lower()
                            or line.lower().startswith(("ngày", "nơi nhận")) for line in lines):  # fmt: skip
        return False
    return all(_SIGNING.fullmatch(bare(lines[n])) for n in range(1)) and all(
        len(line) < 70 for line in lines
    )


def is_note(texts: Sequence[str]) -> bool:
    """Tell whether the only filled cell of a row is a note on the table."""
    return len(texts) == 1 and _NOTE.fullmatch(bare(clean(texts[0]))) is not None

"""What a column holds, told from the words of its heading.

The words for a field of a task stand with the field (`columns` in `cchc/model/task.py`); here are those
of trackers and of what stands beside the tasks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.intake.tables.crossed_periods import PERIOD
from cchc.intake.tables.head_column import Holds
from cchc.language.names import bare, fold
from cchc.model.task import TASK_FIELDS

RECORDED: tuple[Holds, ...] = ("state", "percent", "done", "evidence")
"""What a tracker says of the work done; together a record of progress."""

_FORMS: tuple[tuple[Holds, str], ...] = (
    *sorted(
        ((name, one.columns) for name, one in TASK_FIELDS.items() if one.columns),
        key=lambda form: TASK_FIELDS[form[0]].rank,
    ),
    ("area", r"(?:nhóm )?lĩnh vực|nhóm nhiệm vụ|nhóm"),
)
_RECORDS: tuple[tuple[Holds, str], ...] = (
    ("period", PERIOD),
    ("internal", r".*(?:không phát hành|nội bộ|không in)$"),
    ("note", r"(?:ghi chú|chú thích|diễn giải)\b"),
    (
        "weakness",
        r"(?:(?:nội dung|những|các|một số|mặt|vấn đề|điểm|tóm tắt|mô tả) )*(?:còn )?(?:tồn tại|hạn chế|yếu kém|thiếu sót|khuyết điểm"
        r"|bất cập|vướng mắc|khó khăn|điểm yếu|điểm nghẽn|vi phạm|sai sót)\b"
        r"(?!.*(?:giải pháp|biện pháp|nhiệm vụ|thời|hạn (?!chế)|đơn vị|cơ quan|khắc phục$))"
        r"|thực trạng(?: hạn chế| tồn tại| năm 20\d\d| hiện nay)*$",
    ),
    (
        "done",
        r"ngày (?:thực tế )?(?:đã )?(?:hoàn thành|hoàn tất)(?: thực tế)?$"
        r"|ngày (?:ht|xong)$|thời (?:gian|điểm) (?:hoàn thành thực tế|thực tế hoàn thành|đã hoàn thành)$|hoàn thành ngày$",
    ),
    ("number", r"mã (?:số )?(?:nhiệm vụ|công việc|việc)$"),
    (
        "percent",
        r"(?:%|phần trăm|tỷ lệ|tỉ lệ|mức độ)(?: đã)?(?: %)? ?(?:hoàn thành|thực hiện|tiến độ)(?: %)?$|%(?: ht)?$|tiến độ %$|(?:tỷ|tỉ) lệ(?: ht)?$",
    ),
    (
        "state",
        r"(?:trạng thái|tình trạng|tình hình|hiện trạng|kết quả thực hiện tình trạng)"
        r"(?: thực hiện| xử lý| công việc| nhiệm vụ| hoàn thành| tiến độ)*$",
    ),
    (
        "evidence",
        r"(?:số (?:ký hiệu|kí hiệu)(?: văn bản)?|số văn bản|văn bản|tài liệu|minh chứng)"
        r"(?: kết quả| hoàn thành| minh chứng| kiểm chứng| ban hành| đầu ra)+$|(?:minh|kiểm) chứng$",
    ),
)
"""Whole headings of what stands beside the tasks in a tracker. "Ngày hoàn thành" is a day of the past
only where a column of deadlines stands beside it."""
LONGEST_HEADING = 90
EXPORTED: dict[str, Holds] = {
    **{name: name for name, one in TASK_FIELDS.items() if one.columns and one.exported},
    "recorded": "state", "done_date": "done", "evidence": "evidence", "progress_note": "state-note",
    "area": "area",
}  # fmt: skip
"""The headings of `cchc export`, which are read back."""


_PLAIN_FORMS: tuple[tuple[Holds, str], ...] = tuple((key, bare(form)) for key, form in _FORMS)
_PLAIN_RECORDS: tuple[tuple[Holds, str], ...] = tuple((key, bare(form)) for key, form in _RECORDS)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORT_HEADINGS: dict[str, Holds] = {
    "tght": "deadline", "tgth": "deadline", "đvct": "lead", "cqct": "lead", "đvth": "lead",
    "cqth": "lead", "đvph": "support", "cqph": "support", "ph": "support", "spđr": "product",
    "ndcv": "title",
}  # fmt: skip
"""Headings of initials; "CT" is who leads only beside "PH"."""
_SHORT = {"nv": "nhiem vu", "dv": "don vi", "dvct": "don vi chu tri", "dvph": "don vi phoi hop",
          "tg": "thoi gian", "cq": "co quan"}  # fmt: skip


@lru_cache(maxsize=2048)
def holds(heading: str) -> Holds | None:
    """Return what a column with this heading holds, or None when its words do not tell.

    Headings of spreadsheets may lack accents and blanks: "Ten_Nhiem_Vu", "THOI HAN".
    """
    if not heading.strip() or len(heading) > LONGEST_HEADING:
        return None
    if heading.strip() in EXPORTED:
        return EXPORTED[heading.strip()]
    if initials := _SHORT_HEADINGS.get(re.sub(r"[\s.]", "", heading).casefold()):
        return initials
    forms, records = _FORMS, _RECORDS
    if heading.isascii() and re.search("[A-Za-z]", heading):
        words = bare(_CAMEL.sub(" ", heading.replace("_", " "))).split()
        folded = " ".join(_SHORT.get(word, word) for word in words)
        folded = " ".join(re.sub(r"[^\w%]+", " ", folded).split())
        forms, records = _PLAIN_FORMS, _PLAIN_RECORDS
    else:
        folded = fold(heading.replace("_", " "))
    if not folded:
        return None
    found = next((key for key, form in records if re.match(form, folded)), None)
    return found or next((key for key, form in forms if re.match(form, folded)), None)

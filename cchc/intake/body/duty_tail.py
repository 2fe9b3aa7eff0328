"""Who and when at the end of a duty: "Kiện toàn Ban Chỉ đạo: Quý I/2026; Phòng Kinh tế chủ trì"."""

from __future__ import annotations

import re
from typing import NamedTuple

from cchc.intake.body.dated_stretch import FIRM, phrase_in, read_reporting_day
from cchc.intake.body.duties import leading_names
from cchc.intake.body.task_blocks import is_person, support_in
from cchc.intake.units.words import is_collective, is_proper

_END = re.compile(
    r"(?P<duty>[^:;]{10,}?)\s*(?::\s*(?P<open>[^()]+?)|\((?P<bracket>[^()]+)\))\s*[.;]?\s*"
)
_STAGE = re.compile(
    r"(?:giai đoạn|đợt|bước|vòng|lần|kỳ)\s+\w{1,4}\s*\((?P<when>[^()]+)\)\s*:\s*\S", re.IGNORECASE
)
"""A stage with its time: "Giai đoạn 1 (từ ngày 10/02/2026 đến ngày 30/6/2026): Phát động"."""
_BETWEEN = re.compile(
    r"\s*;\s*|\.\s+|\s*,\s+(?=(?:quý|tháng|trước|trong|h[ằà]ng|thường xuyên|hoàn thành|xong)\b)",
    re.I,
)
_WHEN = re.compile(
    r"(?:thời (?:gian|hạn)|xong|(?:thực hiện|hoàn thành)(?: xong)?)\s+(?=\S)", re.IGNORECASE
)
_WHO = re.compile(
    r"(?:do\s+|giao\s+)?(?P<lead>[^;:]+?)\s+(?:là (?:đơn vị|cơ quan) )?(?:chủ trì|phụ trách|(?:tham mưu )?thực hiện)"
    r"(?:\s+thực hiện)?(?:,?\s*(?:phối hợp|cùng|có sự)\b.*|,\s*(?P<support>.+) phối hợp(?: thực hiện)?)?",
    re.IGNORECASE,
)


class DutyTail(NamedTuple):
    """What the end of a sentence says."""

    deadline: str
    lead: str
    support: str


def tail_of(text: str, year: int) -> DutyTail | None:
    """Return who does a duty by when, where its sentence ends with nothing else, or None."""
    if (head := _STAGE.match(text)) and _is_dated(head["when"].strip(), year):
        return DutyTail(head["when"].strip(), "", "")
    found = _END.fullmatch(text)
    if found is None:
        return None
    deadline = lead = support = ""
    led = False
    for piece in _BETWEEN.split(found["open"] or found["bracket"]):
        if not deadline and (phrase := _phrase(piece, year)):
            deadline = phrase
        elif not led and (who := _WHO.fullmatch(piece)):
            led, lead, support = True, who["lead"], who["support"] or support_in(piece)
        elif not led and is_proper(piece) and "," not in piece:
            led, lead = True, piece
        else:
            return None
    if led and not deadline:
        deadline = phrase_in(found["duty"], FIRM, year) or ""
    if not deadline or not (led or leading_names(text) or _is_dated(deadline, year)):
        return None
    named = is_proper(lead) or is_collective(lead) or is_person(lead)
    return DutyTail(deadline, lead if named else "", support)


def _phrase(piece: str, year: int) -> str:
    phrase = _WHEN.sub("", piece, count=1) if _WHEN.match(piece) else piece
    return phrase if read_reporting_day(phrase, year) else ""


def _is_dated(phrase: str, year: int) -> bool:
    meant = read_reporting_day(phrase, year)
    return bool(meant and meant.due and not meant.vague)

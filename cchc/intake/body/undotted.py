"""Numbers whose closing dot was left out: "2 Yêu cầu" below "1. Mục đích", "III KINH PHÍ".

Alone such a line is text that begins with a number; it is a heading where it counts on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.intake.lines import Line
from cchc.intake.marks import RANKS, ParagraphMark

_NUMBERED = re.compile(r"(?P<n>\d{1,2})\s+(?=[A-ZÀ-ỸĐ“\"])")
_LONGEST = 150
"""A heading of more letters is no heading."""
_COUNTED = re.compile(
    r"(?:Phòng|Trung tâm|Văn phòng|Sở|Ban|Cơ quan|Đơn vị|Thôn|Xóm|Xã|Phường)\b.*\.$"
)
"""A sentence about so many of a thing: "3 Phòng chuyên môn phối hợp thực hiện."."""
_OPEN_END = (",", "-", "–", "số", "ngày", "tháng", "và", "của", "với", "cho", "các")
"""How a line ends that the number below it goes on with."""


def with_undotted(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`, those with a number that counts on and lacks its dot with a mark."""
    found: list[Line] = []
    count = 0
    for line in lines:
        mark = line.mark
        if mark is None and (numbered := _counts_on(line, count, found)):
            line = numbered
            count += 1
        elif mark is not None and mark.kind == "arabic":
            count = mark.value
        elif mark is not None and RANKS[mark.kind] < RANKS["arabic"]:
            count = 0
        found.append(line)
    return found


def _counts_on(line: Line, count: int, above: Sequence[Line]) -> Line | None:
    number = _NUMBERED.match(line.text)
    if number is None or not count or int(number["n"]) != count + 1 or len(line.text) > _LONGEST:
        return None
    if above and above[-1].text.endswith(_OPEN_END):
        return None
    text = line.text[number.end() :]
    if _COUNTED.match(text):
        return None
    return replace(line, text=text, mark=ParagraphMark("arabic", count + 1, number["n"]))


def is_undotted(mark: ParagraphMark) -> bool:
    """Tell whether a mark that closes with a dot as a rule stands without any."""
    return mark.kind in ("arabic", "roman") and mark.text == mark.bare

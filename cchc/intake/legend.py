"""What a paper's own note says its short words mean: "Ghi chú: VP: Văn phòng HĐND và UBND; ..."."""

from __future__ import annotations

import re

from cchc.language.names import fold

_NOTE = re.compile(
    r"\W*(?:ghi chú|chú thích|quy ước|giải thích|(?:các )?(?:(?:chữ|từ|cụm từ) )?viết tắt)"
    r"[^:]{0,30}:",
    re.IGNORECASE,
)
_MEANS = r"\s*(?::|=|\blà\b|[-–])\s*"
_SHORT = r"[A-ZĐ][\w.&/]{0,10}[A-ZĐ]"
_SPELLED = re.compile(
    rf"(?P<short>{_SHORT}){_MEANS}(?P<words>[^\W\d_][^;:=]{{4,80}}?)(?=\s*(?:,\s*{_SHORT}{_MEANS}|;|$))"
)


def legend_of(text: str) -> dict[str, str]:
    """Return what the notes in `text`, one a line, spell out: folded short word to full words."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if opening := _NOTE.match(line):
            for one in _SPELLED.finditer(line[opening.end() :]):
                found.setdefault(fold(one["short"]), one["words"].strip(" .,)"))
    return found

"""Targets that the words of a requirement state: "Cấp kết quả điện tử đạt từ 85% trở lên".

Only shares in percent and points of an index are taken, and only where one clause has one value; the
rest stays text. What is taken is marked as read from words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.intake.office_paper import PlanData

_CLAUSES = re.compile(r"[;\n]|\.(?=\s)|,\s+(?=(?:tỷ|tỉ) lệ\s)|(?:^|\s)[-+]\s", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_VALUE = re.compile(
    r"(?:(?P<reach>đạt|là|:)\s*)?(?:(?:tỷ|tỉ) lệ\s+)?"
    r"(?P<sign>tối thiểu(?: đạt)?(?: từ)?|ít nhất|từ|trên|không dưới|không thấp hơn|≥|>=|>|dưới"
    r"|không quá|không vượt quá|tối đa|≤|<=|<)?\s*"
    r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s*(?P<unit>%|điểm(?!\s+(?:cầu|trường|đến)))"
    r"(?:\s*(?P<up>trở lên|trở xuống))?",
    re.IGNORECASE,
)
_MOST = ("dưới", "không quá", "không vượt quá", "tối đa", "≤", "<=", "<")
_LEAD = re.compile(
    r"[\s/+-]*(?:(?:phấn đấu|phân đấu|phân đầu|bảo đảm|đảm bảo|duy trì)\s+(?=\S))?", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s+(?:trong\s+)?năm\s+20\d\d$|\s+(?:đạt|là|phải đạt)$|[\s,.:]+$", re.IGNORECASE
)
_COMPARED = re.compile(
    r"so với|cùng kỳ|mỗi năm|hằng năm|hàng năm|^\W*(?:vượt|tăng|giảm)\b|để (?:đảm bảo|bảo đảm) ",
    re.IGNORECASE,
)
"""Words of a clause whose number is no share of one thing."""
_WORDS = 4
"""Fewer words behind a number do not say what is measured: "100% công chức"."""


def stated_targets(text: str, title: str) -> list[PlanData]:
    """Return the targets that `text`, the requirement of the task `title`, states."""
    clauses = [part for part in _CLAUSES.split(_BRACKETS.sub("", text)) if part.strip()]
    return [one for clause in clauses for one in _stated(clause.strip(), title)]


def _stated(clause: str, title: str) -> Iterator[PlanData]:
    values = list(_VALUE.finditer(clause))
    if len(values) != 1 or _COMPARED.search(clause):
        return
    found = values[0]
    before, after = clause[: found.start()], clause[found.end() :].strip(" ,.")
    if before.strip() and (found["reach"] or found["up"]) and after:
        after = after if _TAIL.fullmatch(f" {after}") is None else ""
        if after:
            return  # "đạt 90% số hồ sơ của ..." may be a share of something else
    measure, work = _bare(f"{before} {after}"), _bare(_BRACKETS.sub("", title))
    if not measure:
        measure = work
    elif not before.strip() and len(measure.split()) < _WORDS:
        measure = f"{work}: {measure}" if work else measure
    if not measure or "%" in measure:
        return
    yield {
        "measure": measure[:1].upper() + measure[1:],
        _key(found): found["number"].replace(".", ","),
        "unit": found["unit"].lower(),
    }


def _bare(words: str) -> str:
    """Return the words of a measure without what only says that it is to be reached."""
    words = _LEAD.sub("", words.strip(), count=1)
    while (shorter := _TAIL.sub("", words)) != words:
        words = shorter
    return " ".join(words.split())


def _key(found: re.Match[str]) -> str:
    sign, up = (found["sign"] or "").lower(), (found["up"] or "").lower()
    if sign in _MOST or up == "trở xuống":
        return "at_most"
    return "at_least" if sign or up == "trở lên" else "exactly"

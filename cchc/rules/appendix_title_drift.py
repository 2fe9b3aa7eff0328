"""The appendix or the closing names the plan with a part of its title lost, or with another year.

Why: "cải thiện và nâng cao" at the end of a plan "duy trì, cải thiện và nâng cao" leaves it open
whether it is the same paper.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: the title states what the paper is about; wherever the
paper names itself the title is the same.

Bad:
    document: {title: "Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã An Bình"}
    closing: Trên đây là Kế hoạch cải thiện và nâng cao Chỉ số cải cách hành chính xã An Bình
Good:
    document: {title: "Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã An Bình"}
    closing: Trên đây là Kế hoạch duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính xã An
      Bình
"""

import re

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, Severity, hit_in, say

CODE = "N013"
SEVERITY = Severity.WARNING
WHOLE = True

_LEFT_OUT = re.compile(r"\bnăm [0-9]{4}\b|\bnhà nước\b")
_ABOUT = re.compile(r"^\s*(?:v/v|về(?: việc)?)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_EMPTY = frozenset(["hoạt", "động", "công", "tác", "thực", "hiện", "triển", "khai", "tổ", "chức"])
"""Words that the title of an appendix may leave out: "hoạt động kiểm soát thủ tục hành chính"."""
_WITH_YEAR = re.compile(
    r"(?:trên đây là|ban hành)\s+(?:nội dung\s+)?kế hoạch\b[^.;,()]{0,140}?\bnăm (20\d\d)(?!\d|\s*[-–]\s*20)",
    re.IGNORECASE,
)
"""Where opening and closing name the plan itself, with its year."""
LEAST = 6
"""So many words of the title must be there before the others are called lost."""
MOST_LOST = 3


def check(facts: Facts) -> Hits:
    """Find the title with one to three words lost, in appendix titles, opening and closing; in the last
    two also with the year of another plan."""
    year = str(facts.plan.year)
    commune = fold(facts.plan.owner.full_name)
    title = _core(facts.plan.document.title, commune)
    for place, text in facts.texts:
        named = place[-1] == "title" and place[0] == "appendices" and len(place) == 3
        if not named and place not in (("opening",), ("closing",)):
            continue
        other = None if named or year not in facts.plan.document.title else _WITH_YEAR.search(text)
        if other and other[1] != year and not facts.is_cited(place, other.start(1)):
            yield hit_in(
                place, text, other.start(1), other.end(1),
                say("the plan is named here with the year {other}, its title has {year}",
                    other=other[1], year=year),
                say("write the title as it stands at the head of the plan"),
            )  # fmt: skip
        lost = _lost(title, _core(text, commune))
        if lost and not (named and set(lost) <= _EMPTY):
            yield Hit(
                place,
                say("the plan is named here without “{words}”", words=" ".join(lost)),
                say("write the title as it stands at the head of the plan"),
                severity=Severity.INFO,
            )


def _core(text: str, commune: str) -> list[str]:
    """Return the words that make the title: no brackets, no commune, no year."""
    folded = fold(_ABOUT.sub("", _BRACKETS.sub(" ", text))).replace(commune, " ")
    return _LEFT_OUT.sub(" ", folded).split()


def _lost(title: list[str], words: list[str]) -> list[str]:
    if _within(title, words):
        return []
    for size in range(1, MOST_LOST + 1):
        if len(title) - size < LEAST:
            break
        for start in range(len(title) - size):
            lost = title[start : start + size]
            if not _within(lost, words) and _within(title[:start] + title[start + size :], words):
                return lost
    return []


def _within(part: list[str], whole: list[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "

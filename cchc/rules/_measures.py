"""What a text says is to be reached: "hồ sơ nộp trực tuyến đạt từ 80% trở lên".

Two texts mean one measure when the words that carry it are the same; "tỷ lệ", "được", "nộp", "của xã" and the
like carry nothing. A text that speaks of a part, of another time or of another body gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from math import inf
from typing import NamedTuple

from cchc.language.names import fold
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.work import Target
from cchc.rules._facts import Facts
from cchc.rules._words import sentence_around

_VALUE = re.compile(
    r"(?P<sign>tối thiểu(?: đạt)?(?: từ)?|ít nhất|từ|trên|không dưới|không thấp hơn|≥|>=|>|dưới"
    r"|không quá|không vượt quá|tối đa|≤|<=|<)?\s*"
    r"(?<![\w/.,-])(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s*(?P<unit>%|điểm(?= trở lên|\s*[,;.]|\s*$))"
    r"(?:\s*(?P<up>trở lên|trở xuống))?",
)
_MAY = re.compile(r"[\d)]\s*(?:%|điểm)")
"""What stands in each text with a value."""
_MOST = ("dưới", "không quá", "không vượt quá", "tối đa", "≤", "<=", "<")
_SENTENCE = re.compile(r"[\n]|(?<![0-9])\.(?=\s|$)|\.(?=\s)")
_CLAUSE = re.compile(
    r";|,\s+(?=(?:(?:nâng|tăng|giữ|duy trì|phấn đấu|bảo đảm|đảm bảo)\b.*?)?(?:tỷ lệ|tỉ lệ|mức độ|chỉ số|thanh toán|hồ sơ|số hóa)\b"
    r"|\d{1,3}\s*%)|(?<=%),\s+|(?<=trở lên),\s+",
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ELSEWHERE = re.compile(
    r"so với|cùng kỳ|năm (?:trước|qua|sau)|hiện (?:nay|tại)|(?:đã|mới|chỉ|hiện) (?:đạt|có|nộp)|đạt được|thấp hơn|cao hơn|bình quân"
    r"|quý\b|tháng\b|tuần|giai đoạn|lĩnh vực|riêng|trong đó|mỗi|từng|tỉnh giao|thành phố giao|cấp tỉnh|toàn tỉnh|của tỉnh"
    r"|của thành phố|cả nước|toàn quốc|nếu|trường hợp|điểm tối đa|thang điểm|để (?:đạt|bảo đảm|đảm bảo)",
)
"""Words of a sentence that gives the share of a part, of another time or of another body."""
_BODIES = re.compile(r"(?:Phòng|Trạm|Trường|Ban|Công an|Văn phòng|Chi cục|Đội|Thôn|Ấp|Tổ dân phố) ")
_CHANGE = re.compile(
    r"(?:tăng|giảm|vượt|rút ngắn|cắt giảm|thêm|cao hơn)(?: (?:thêm|ít nhất|tối thiểu|từ|trên|khoảng|tối đa|bình quân))*\s*$",
)
_ONE = (
    (re.compile(r"(?:trước hạn|đúng hạn)(?: và|,|/)? (?:trước hạn|đúng hạn)\b"), "đúng hạn"),
    (re.compile(r"(?:trước và đúng hạn|đúng và trước hạn)\b"), "đúng hạn"),
    (re.compile(r"(?:của |cho )?(?:các )?(?:người dân|nhân dân|cá nhân|tổ chức|doanh nghiệp|bà con)"
                r"(?:(?: và|,|/)? (?:người dân|nhân dân|cá nhân|tổ chức|doanh nghiệp))+\b"), "người dân"),
    (re.compile(r"(?:nhân dân|bà con)\b"), "người dân"),
    (re.compile(r"(?:thuộc thẩm quyền(?: giải quyết)?(?: của \S+(?: \S+)?)?|trên tổng số hồ sơ.*|trên địa bàn.*|trong năm.*"
                r"|đến (?:hết|cuối) năm.*|phát sinh.*|năm \d{4}|hằng năm|hàng năm)"), " "),
    (re.compile(r"chữ ký số\b"), "chữkýsố"), (re.compile(r"ký số\b"), "kýsố"), (re.compile(r"số hóa\b"), "sốhóa"),
    (re.compile(r"chỉ số\b"), "chỉsố"),
)  # fmt: skip
_EMPTY = frozenset(re.findall(
    r"\S+",
    "tỷ tỉ lệ mức độ đạt được là của các những tổng từ về trên phải và nâng giữ duy trì phấn đấu bảo đảm nộp tăng"
    " xã phường đặc khu trở lên ủy ban nhân dân tối thiểu ít nhất",
))  # fmt: skip
_OF_FILES = frozenset(("thủ", "tục", "hành", "chính", "giải", "quyết"))
_FILES = frozenset(("hồ", "sơ"))
_LEAST = 3
"""So few words that carry a measure are too few."""
_PAST = re.compile(
    r"kết quả|đánh giá|thực trạng|tình hình|đặc điểm|tồn tại|hạn chế|năm trước|đã đạt|hiện trạng|năm 20\d\d",
    re.IGNORECASE,
)
"""Headings over what was reached, not what is to be."""
_PROGRESS = re.compile(
    r"tiến độ|hoàn thành|đạt được|thực hiện (?:đến|tính đến|tháng|quý|6 tháng)|đã |ghi chú|nhận xét|vướng mắc|phần trăm|%",
    re.IGNORECASE,
)
"""The heading of a column that says how far a task is."""
_SHOP = re.compile("hành chính công", re.IGNORECASE)
_OF_PLAN = 2
"""The length of the place of a target of the whole plan."""
_STATE = ("title", "requirement", "product")
"""What a row says is to be reached in."""
_INDEX = ("chỉ số cải cách hành chính", "par index")
_SCORED = re.compile(
    r"(?:tự đánh giá|tự chấm|chấm điểm)[^;.]*? đạt (?P<value>(?:từ |tối thiểu |trên |ít nhất )?(?P<number>[5-9]\d(?:,\d+)?) điểm)",
    re.IGNORECASE,
)
"""The index as a whole, in the words of who scores it, in a plan about it."""
_OTHER_POINTS = re.compile(
    r"thi đua|xếp loại|công chức|cá nhân|đơn vị|trường|thôn|tiêu chí|lĩnh vực|năm trước|20\d\d|sipas|dti|chuyển đổi số",
    re.IGNORECASE,
)
_DECEMBER, _LAST = 12, 31


class Measured(NamedTuple):
    """A value to reach: the words that carry the measure, its bounds, and where it stands in the text."""

    core: frozenset[str]
    unit: str
    low: float
    high: float
    shown: str
    """The value as it is written."""

    @property
    def number(self) -> float:
        """The value that is named: the least where there is one."""
        return self.high if self.low == -inf else self.low

    def same(self, other: Measured) -> bool:
        """Whether one value fits both: "65 %" and "từ 65 % trở lên" are one goal in other words."""
        return self.number == other.number


def measured(text: str, title: str, commune: str, year: int) -> Iterator[Measured]:
    """Yield what each clause of `text` wants reached in `year`; `title` is the measure where a clause has none.

    A clause with several values, and a sentence about a part or another time, give nothing.
    """
    for sentence in _SENTENCE.split(_BRACKETS.sub("", text)):
        if not _MAY.search(sentence):
            continue
        if _ELSEWHERE.search(sentence.lower()) or _BODIES.search(sentence):
            continue
        if {*re.findall(r"20\d\d", sentence)} - {str(year)}:
            continue
        for clause in _CLAUSE.split(_plain(sentence, commune)):
            values = list(_VALUE.finditer(clause))
            if len(values) != 1 or len(re.findall(r"\d\s*%", clause)) > 1:
                continue
            found = values[0]
            before, after = clause[: found.start()], clause[found.end() :]
            if _CHANGE.search(before):
                continue
            label, colon, rest = before.rpartition(":")
            before = rest if colon and rest.strip() else label if colon else before
            core = _core(f"{before} {after}") or _core(_plain(title, commune))
            if found["unit"].lower() == "điểm" and "chỉsố" not in core:
                continue
            if len(core) >= _LEAST:
                yield Measured(
                    core, found["unit"].lower(), *_ends(found), " ".join(found[0].split())
                )


def _plain(words: str, commune: str) -> str:
    """Return `words` in small letters, with one word for what is said in several."""
    plain = " ".join(words.lower().replace(commune.lower(), " ").split())
    for pattern, word in _ONE:
        plain = pattern.sub(word, plain)
    return plain


def _core(plain: str) -> frozenset[str]:
    """Return the words of a measure that carry it."""
    core = {*fold(plain).split()} - _EMPTY
    return frozenset(core - _OF_FILES if core >= _FILES else core)


def _ends(found: re.Match[str]) -> tuple[float, float]:
    sign, up = (found["sign"] or "").lower(), (found["up"] or "").lower()
    number = float(found["number"].replace(",", "."))
    if sign in _MOST or up == "trở xuống":
        return -inf, number
    return number, inf if sign or up else number


class Said(NamedTuple):
    """One value said of a measure: where, by whom, and by when."""

    place: KeyPath
    where: Message | str
    value: Measured
    lead: tuple[str, ...] | None
    """Who has the task it is said in; None: it is said for the whole plan."""
    due: date


def said_values(facts: Facts) -> Iterator[Said]:
    """Yield what is to be reached in the year of the plan: in its parts, its table of targets, its rows."""
    yield from _in_sections(facts)
    yield from _in_rows(facts)


@lru_cache(maxsize=1)
def past_sections(facts: Facts) -> set[KeyPath]:
    """Return the places of the parts whose titles say that they tell what was reached."""
    found = set()
    for one in facts.sections:
        title = one.section.title or ""
        if _PAST.search(title.replace(f"{facts.plan.year}", "")):
            found.add(one.place)
    return found


def _in_sections(facts: Facts) -> Iterator[Said]:
    """Yield what parts say for the whole plan, or as the duty of the one-stop shop, through which all files go."""
    year, commune = facts.plan.year, facts.plan.owner.full_name
    end = date(year, _DECEMBER, _LAST)
    past = past_sections(facts)
    of_index = any(name in fold(facts.plan.document.title) for name in _INDEX)
    index = _core(_plain(_INDEX[0], commune)) if of_index else None
    shops = {key for key, unit in facts.units.items() if _SHOP.search(unit.name)}
    others = {
        one.place
        for one in facts.sections
        if one.section.units and not shops.issuperset(one.section.units)
    }
    for found in facts.sections:
        text = found.section.text or ""
        above = {found.place[:n] for n in range(len(found.place) + 1)}
        if not _MAY.search(text) or above & past:
            continue
        scored = _SCORED.search(text) if index else None
        if (
            index
            and scored
            and not _OTHER_POINTS.search(text[slice(*sentence_around(text, *scored.span()))])
        ):
            least = float(scored["number"].replace(",", "."))
            value = Measured(index, "điểm", least, inf, scored["value"])
            yield Said((*found.place, "text"), found.name, value, None, end)
        if above & others:
            continue
        for value in measured(text, "", commune, year):
            yield Said((*found.place, "text"), found.name, value, None, end)
    for place, target, _ in facts.targets:
        if len(place) == _OF_PLAN:
            words = f"{target.measure} {_written(target)}"
            for value in measured(words, "", commune, year):
                yield Said(place, say("the table of targets"), value, None, end)


def _in_rows(facts: Facts) -> Iterator[Said]:
    year, commune = facts.plan.year, facts.plan.owner.full_name
    for place, task, number in facts.tasks:
        texts: list[tuple[KeyPath, str | None]] = [((key,), getattr(task, key)) for key in _STATE]
        texts += [(("extra", key), value) for key, value in task.extra.items()]
        for key, text in texts:
            if not text or not _MAY.search(text) or _PAST.search(str(key[-1])):
                continue
            if key[0] == "extra" and _PROGRESS.search(str(key[-1])):
                continue
            title = "" if key == ("title",) else task.title
            for value in measured(text, title, commune, year):
                due = facts.last_days.get(place, date(year, _DECEMBER, _LAST))
                yield Said(
                    (*place, *key), say("task {number}", number=number), value, task.lead, due
                )


def _written(target: Target) -> str:
    low, high, exact = target.at_least, target.at_most, target.exactly
    sign = "" if exact else "tối thiểu" if low else "tối đa"
    return (
        f"{sign} {exact or low or high} {target.unit or ''}"
        if (low is None) or (high is None)
        else ""
    )

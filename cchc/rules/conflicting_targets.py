"""One measure has two values in the same plan.

Why: 90 % in one row and 100 % in another: whoever reports picks the easier one, and the appraiser the
harder.

Source: the principle of sáu rõ, "rõ kết quả".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            requirement: Đạt từ 90% trở lên
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, at_least: 90, unit: "%"}]
          - id: b
            title: Cấp kết quả
            requirement: Đạt 100%
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, exactly: 100, unit: "%"}]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            requirement: Đạt 100%
            deadline: Quý I
            lead: [vh-xh]
            targets: [{measure: Kết quả điện tử, exactly: 100, unit: "%"}]
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from math import inf
from typing import NamedTuple

from cchc.language.names import fold
from cchc.model.finding import KeyPath
from cchc.rules._measures import Said, past_sections, said_values
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "T005"
SEVERITY = Severity.WARNING

_EMPTY = re.compile(r"^(?:(?:tỷ|tỉ) lệ|mức|thực hiện) ")
"""Words before a measure that do not make it another."""
_SCOPE = re.compile(
    r" (?:đối với |của )?(?:các )?(?:tthc|thủ tục hành chính) thuộc thẩm quyền(?: giải quyết)?(?: của .*)?$"
    r"| (?:trên địa bàn|của|toàn) (?:xã|phường|đặc khu)$"
)
"""Words behind a measure that say what holds anyway."""
_SENTENCES = re.compile(r"[;\n]|\.(?=\s)")
_OTHER_TIME = re.compile(
    r"\b(?:quý|tháng|giai đoạn|đến hết|hiện nay|hiện tại|đã đạt|năm trước|năm qua|cùng kỳ|so với)\b"
)
_LEAST = 4
"""Words that a measure has at least in running text, and the first of two joined by "và"."""


@lru_cache(maxsize=1024)
def _plain(measure: str) -> str:
    """Return the words of a measure by which two are the same."""
    return _SCOPE.sub("", _EMPTY.sub("", fold(measure)))


class _Stated(NamedTuple):
    """A value given to a measure, between which numbers it lies, and by when; None: no one day."""

    place: KeyPath
    measure: str
    unit: str
    shown: str
    low: float
    high: float
    due: date | None
    within: str | None = None

    @property
    def whole(self) -> tuple[str, str]:
        """The measure by which others are compared."""
        return _plain(self.measure), self.unit

    @property
    def part(self) -> tuple[str, str] | None:
        """The first of two things that are measured as one."""
        first, both, _ = self.measure.partition(" và ")
        return (_plain(first), self.unit) if both and len(first.split()) > _LEAST else None


def check(facts: Facts) -> Hits:
    """Find targets, and texts that state one, whose measure was given another value before.

    A value that rises from one last day to a later one is no conflict.
    """
    told: set[KeyPath] = set()
    for hit in _same_words(facts):
        told.add(_holder(hit.place))
        yield hit
    for hit in _same_measure(facts):
        if _holder(hit.place) not in told:
            yield hit


def _holder(place: KeyPath) -> KeyPath:
    """Return the place of the section, task or table of targets that a text or target belongs to."""
    return place[: place.index("targets")] if "targets" in place[1:] else place[:-1]


def _same_words(facts: Facts) -> Hits:
    wholes: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    parts: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    for one in (*_in_text(facts), *_declared(facts)):
        others = [*wholes[one.whole], *parts[one.whole], *(wholes[one.part] if one.part else ())]
        earlier = next((other for other in others if _conflict(other, one)), None)
        wholes[one.whole].append(one)
        if one.part:
            parts[one.part].append(one)
        if earlier:
            yield Hit(
                one.place,
                say("“{measure}” is {value} here and {earlier} further up",
                    measure=one.measure, value=one.shown, earlier=earlier.shown),
                say("give the measure one value, or say what is different here"),
                within=one.within,
            )  # fmt: skip


def _declared(facts: Facts) -> Iterator[_Stated]:
    for place, target, _ in facts.targets:
        yield _Stated(
            place, target.measure, target.unit or "", _value(vars(target)),
            *_ends(vars(target)), facts.last_days.get(place[:-2]),
        )  # fmt: skip


def _in_text(facts: Facts) -> Iterator[_Stated]:
    """Yield what sentences of the body state for this year and for the whole plan.

    Duties of one unit are left out: another may have another share of the same thing; so is what was reached.
    """
    owned = past_sections(facts) | {one.place for one in facts.sections if one.section.units}
    year = str(facts.plan.year)
    for found in facts.sections:
        text = found.section.text or ""
        if "%" not in text or any(found.place[:n] in owned for n in range(len(found.place) + 1)):
            continue
        from cchc.intake.tables.stated_targets import stated_targets  # few plans have such a text

        for sentence in _SENTENCES.split(text):
            if _OTHER_TIME.search(fold(sentence)) or {*re.findall(r"20\d\d", sentence)} - {year}:
                continue
            for data in stated_targets(sentence, ""):
                measure = str(data["measure"])
                number = data.get("exactly") or data.get("at_least") or data.get("at_most")
                written = re.search(rf"{number}\s*%", text)
                if len(measure.split()) >= _LEAST and written:
                    yield _Stated(
                        (*found.place, "text"), measure, str(data["unit"]), _value(data),
                        *_ends(data), None, written[0],
                    )  # fmt: skip


def _conflict(one: _Stated, other: _Stated) -> bool:
    """Whether no value fits both, or they ask for different least or greatest values.

    "65 %", "từ 65 % trở lên" and "trên 65 %" are one goal in other words; so is a span and what lies in
    it or begins it. "Tối thiểu 65 %" and "tối đa 65 %" are two.
    """
    if one.shown == other.shown or _fits(one, other) or _fits(other, one):
        return False
    if one.due is None or other.due is None or one.due == other.due:
        return True
    return (one.due < other.due) != (_number(one) < _number(other))


def _fits(one: _Stated, other: _Stated) -> bool:
    """Whether `one`, a single value or a span, is what `other` says in fewer words."""
    if inf in (one.high, -one.low):
        return False
    if inf in (other.high, -other.low):
        return _number(other) in (one.low, one.high)
    return other.low <= one.low and one.high <= other.high


def _number(one: _Stated) -> float:
    """Return the value that is named: the least where there is one."""
    return one.high if one.low == -inf else one.low


def _ends(bounds: Mapping[str, object]) -> tuple[float, float]:
    exact = bounds.get("exactly")
    low, high = (exact, exact) if exact else (bounds.get("at_least"), bounds.get("at_most"))
    return _float(low, -inf), _float(high, inf)


def _float(number: object, without: float) -> float:
    return float(str(number).replace(",", ".")) if number else without


def _value(bounds: Mapping[str, object]) -> str:
    marks = (("≥ ", "at_least"), ("≤ ", "at_most"), ("", "exactly"))
    return ", ".join(f"{mark}{bounds[key]}" for mark, key in marks if bounds.get(key))


def _same_measure(facts: Facts) -> Hits:
    """Find a value that is not the one said first of the same measure in other words.

    Rows of two units may have two shares of one thing; the first is kept, so that a third is told once.
    """
    first: dict[tuple[frozenset[str], str], Said] = {}
    for one in said_values(facts):
        other = first.setdefault((one.value.core, one.value.unit), one)
        if other is one or one.value.same(other.value):
            continue
        if None not in (one.lead, other.lead) and one.lead != other.lead:
            continue
        rising = (one.due < other.due) == (one.value.number < other.value.number)
        if one.due != other.due and rising:
            continue
        text = facts.text_at(one.place) if "targets" not in one.place else ""
        yield Hit(
            one.place,
            say("one measure with two values: {value} here, {other} in {where}",
                value=one.value.shown, other=other.value.shown, where=other.where),
            say("give the measure one value, or say what is different here"),
            within=one.value.shown if one.value.shown in text else None,
        )  # fmt: skip

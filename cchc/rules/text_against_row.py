"""The text gives a piece of work another time, or another lead, than its row in the table.

Why: each reader follows another one, and what is late by the one is in time by the other.

Source: the text and its appendix are one paper: Nghị định 30/2020/NĐ-CP, Phụ lục I; the principle of sáu rõ.

Bad:
    body:
      - title: NHIỆM VỤ
        items:
          - Tổ chức kiểm tra cải cách hành chính tại các đơn vị trong quý III/2026.
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Kiểm tra cải cách hành chính tại các đơn vị, product: Báo cáo, deadline: Quý IV/2026, lead: [vh-xh]}
Good:
    body:
      - title: NHIỆM VỤ
        items:
          - Tổ chức kiểm tra cải cách hành chính tại các đơn vị trong quý III/2026.
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Kiểm tra cải cách hành chính tại các đơn vị, product: Báo cáo, deadline: Quý III/2026, lead: [vh-xh]}
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc.language.deadline import Deadline, DeadlineError, Occurrence, deadline_of
from cchc.language.deadline.words import ROMANS
from cchc.language.names import fold
from cchc.model.section import Section
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, hit_in, say
from cchc.rules._same_work import PlacedWork, Works, work_of
from cchc.rules._words import any_of

CODE = "N023"
SEVERITY = Severity.WARNING
WHOLE = True

_CLAUSES = re.compile(r"[;\n]|\.(?=\s|$)")
_TIME = re.compile(
    r"(?:hoàn thành |xong |chậm nhất |muộn nhất |đến hết |trước hết )?(?:trong |trước |vào |là )*"
    r"(?:quý (?:IV|I{1,3}|[1-4])|tháng \d{1,2}|(?:ngày |(?<=trước )|(?<=hết ))\d{1,2}(?:/\d{1,2}|(?= tháng \d)))"
    r"(?:/20\d\d| tháng \d{1,2})?(?:/20\d\d|,? năm 20\d\d)?(?![\w/])",
    re.IGNORECASE,
)
_MAY = tuple(re.compile(sign) for sign in ("uý ", "háng ", "gày [0-9]", "/[0-9]"))
"""What stands in each time, behind a first letter of either size."""
_MAY_LEAD = any_of("chủ trì", "giao ", "do ")
_OTHER = re.compile(
    r"\b(?:đã|năm trước|hằng|hàng|mỗi|định kỳ|kể từ|sau khi|nếu|khi|tỉnh|cấp trên|cùng kỳ|từ (?:quý|tháng|ngày)"
    r"|so với|đầu (?:tháng|quý|năm)|cuối (?:tháng|quý)|báo cáo|sơ kết|tổng kết)\b|hoàn thành \d+ ?%",
    re.IGNORECASE,
)
"""Words of a clause with a rhythm, a condition or another's time; reports go up in steps."""
_ROUND = re.compile(r"\bđợt (?P<n>[1-4]|I{1,3}|IV)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"(?<!\w)(?<!không )chủ trì(?:,? (?:và )?phối hợp(?: với)? [^,;.]*,)?(?: tham mưu| tổ chức| triển khai| thực hiện)*"
    r" (?P<work>(?!phối hợp|,)[^;.:]+)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:giao|do) (?P<unit>[A-ZĐ][^,;.]{3,80}?) (?:chủ trì|làm đầu mối|thực hiện)\b"
)
_UNIT = re.compile(
    r"\b(?:Phòng|Trung tâm|Văn phòng|Công an|Trạm|Ban|Trường|Hội|Đoàn|UBND|Ủy ban|Chủ tịch)\b"
)
_DAY = 1
"""Days by which two last days may differ: "trước ngày 30" is "30" in a table, or the day before."""


def check(facts: Facts) -> Hits:
    """Compare each time and lead that the body gives with those of the one row about the same work."""
    if any(one.incomplete for one in facts.plan.appendices):
        return
    rows = Works(facts)
    if not rows.all:
        return
    blocks = {row.place for row in rows.all if row.place[0] == "body"}
    timed = dict(facts.texts_holding(*_MAY))
    led = dict(facts.texts_holding(*_MAY_LEAD, lowercase=True))
    for found in facts.sections:
        place = (*found.place, "text")
        text = found.section.text or ""
        if not text or any(place[:n] in blocks for n in range(len(place))):
            continue
        times = list(_times(facts, place, text, rows)) if place in timed else []
        if times or place not in led:
            yield from times
        else:
            yield from _leads(facts, place, text, found.section, rows)


def _times(facts: Facts, place: KeyPath, text: str, rows: Works) -> Iterator[Hit]:
    for clause, start in _clauses(text):
        found = list(_TIME.finditer(clause))
        if len(found) != 1 or _OTHER.search(clause) or _other_year(facts, clause):
            continue
        first, last = found[0].span()
        if facts.is_cited(place, start + first, start + last):
            continue
        row = _row_of(clause[:first], clause[last:], rows)
        meant = _read(facts, found[0][0])
        if (
            row is None
            or row.deadline is None
            or meant is None
            or not _disjoint(clause, meant, row.deadline)
        ):
            continue
        yield hit_in(
            place, text, start + first, start + last,
            say("“{words}” here, and “{phrase}” in {row}, the same work",
                words=found[0][0].strip(), phrase=row.phrase, row=row.name),
            say("write one time in both places"),
        )  # fmt: skip


def _leads(facts: Facts, place: KeyPath, text: str, section: Section, rows: Works) -> Iterator[Hit]:
    """Yield the work that a unit leads by its own duties, or is given in the clause, and another by the row."""
    for clause, start in _clauses(text):
        given = _GIVEN.search(clause)
        if given is not None:
            named = fold(given["unit"])
            units = tuple(key for key, unit in facts.units.items()
                          if named in (fold(unit.name), *(fold(alias) for alias in unit.aliases)))  # fmt: skip
            if len(units) != 1 or _TIME.search(clause[: given.start()]) is None:
                continue  # with a time before it, the clause was looked up by that
            time = next(_TIME.finditer(clause))
            row = _row_of(clause[: time.start()], "", rows)
            yield from _led(
                facts, place, text, start + given.start("unit"), given["unit"], units, row
            )
            continue
        if len(section.units) != 1:
            continue
        own = facts.units[section.units[0]].name if section.units[0] in facts.units else ""
        for found in _LEADS.finditer(clause):
            if _UNIT.search(clause[: found.start()].replace(own, "")):
                continue  # another one leads
            row = rows.same(work_of(found["work"]), work_of(found["work"].split(",")[0]))
            yield from _led(
                facts,
                place,
                text,
                start + found.start("work"),
                found["work"].strip(),
                section.units,
                row,
            )


def _led(
    facts: Facts,
    place: KeyPath,
    text: str,
    start: int,
    words: str,
    units: tuple[str, ...],
    row: PlacedWork | None,
) -> Iterator[Hit]:
    if (
        row is None
        or not row.lead
        or {*units} & {*row.lead}
        or any(one not in facts.units for one in (*units, *row.lead))
    ):
        return
    yield hit_in(
        place, text, start, start + len(words),
        say("{unit} leads this here, and {other} in {row}, the same work",
            unit=facts.units[units[0]].name, other=facts.units[row.lead[0]].name, row=row.name),
        say("name one lead in both places"),
    )  # fmt: skip


def _clauses(text: str) -> Iterator[tuple[str, int]]:
    start = 0
    for end in [*(found.start() for found in _CLAUSES.finditer(text)), len(text)]:
        yield text[start:end], start
        start = end + 1


def _row_of(before: str, behind: str, rows: Works) -> PlacedWork | None:
    """Return the one row about the work before a time, or behind "Trong quý III/2026, ...".

    What stands before it is looked up from the last comma on, then with more of the clause.
    """
    _, colon, rest = before.rpartition(":")
    pieces = (rest if colon and len(rest.split()) > 2 else before).split(",")
    named = [",".join(pieces[n:]) for n in range(len(pieces) - 1, -1, -1)]
    if not before.strip():
        named = [piece for piece in behind.split(",") if piece.strip()][:1]
    for words in named:
        if row := rows.covering(work_of(words)):
            return row
    return None


def _read(facts: Facts, words: str) -> Deadline | None:
    try:
        return deadline_of(facts.plan, words.strip())
    except DeadlineError:
        return None


def _other_year(facts: Facts, clause: str) -> bool:
    return bool({*re.findall(r"20\d\d", clause)} - {str(facts.plan.year)})


def _disjoint(clause: str, meant: Deadline, row: Deadline) -> bool:
    """Whether no day that is meant lies in a period of the row; of several rounds, the one that is named."""
    if len(meant.due) != 1 or not row.occurrences or row.continuous or row.vague:
        return False
    held = row.occurrences
    if named := _ROUND.search(clause):
        n = int(ROMANS.get(named["n"].lower(), 0) or named["n"])
        if len(held) > 1 and n <= len(held):
            held = held[n - 1 : n]
    only = meant.occurrences[0]
    return all(_apart(only, one) for one in held)


def _apart(one: Occurrence, other: Occurrence) -> bool:
    if one.start is None and other.start is None:
        return abs((one.due - other.due).days) > _DAY
    return max(one.start or date.min, other.start or date.min) > min(one.due, other.due)

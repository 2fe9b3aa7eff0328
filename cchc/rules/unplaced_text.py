"""Words of the imported paper have no place in the plan yet.

Why: what stands under `unplaced` is not printed, assigned or followed: a duty may be among it.

Source: `cchc import` drops nothing; what it does not understand it keeps there for a person to move.

Bad:
    unplaced:
      - Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý.
Good:
    closing: Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý.
"""

import re
from itertools import groupby, pairwise

from cchc.intake.unplaced import (
    holds_no_work,
    is_label,
    is_left_over,
    is_legend,
    is_of_form,
    is_plain_note,
    is_row,
    way_of_appendix,
    way_to_settle,
)
from cchc.rules._citations import own_symbol
from cchc.rules._rule import Facts, Hit, Hits, Message, Severity, say

CODE = "V015"
SEVERITY = Severity.WARNING

KeptText = tuple[int, str]
"""A text and its number under `unplaced`."""

_HEAD = re.compile(r"(?:s?tt|số tt|số thứ tự)\.? \| ", re.IGNORECASE)

_GOES_WITH = re.compile(
    r"\(?\s*(?:(?:ban hành )?kèm theo|(?:đính )?kèm(?: theo)?) (?:kế hoạch|quyết định) số:?\s*0*(?P<number>\d+)\s*/\s*(?P<symbol>(?:KH|QĐ)-[A-ZĐ]+)"
    r",? ngày\s*(?P<day>\d{1,2})\s*(?:/|tháng)\s*(?P<month>\d{1,2})\s*(?:/|năm)\s*(?P<year>\d{4})\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Hits:
    """Find every text that was read from a paper and not placed, the rows of a table and the lines of an
    appendix as one; a broken symbol is C002's. What is no part of a plan is no more than told."""
    texts = [(n, text) for n, text in enumerate(facts.plan.unplaced) if not own_symbol(text)]
    for of_table, group in groupby(texts, lambda one: is_row(one[1])):
        rows = list(group)
        if of_table:
            yield from map(_table, _tables(rows))
            continue
        for one in [one for one in rows if _goes_with_another(one[1], facts)]:
            rows.remove(one)
            yield _hit(
                [one], say("compare number and date: the paper itself has others"), told=False
            )
        labels = [at for at, (_, text) in enumerate(rows) if is_label(text)]
        party = facts.plan.owner.of_level.kind == "party"
        for one in rows[: labels[0]] if labels else rows:
            yield _line(one, told=party and is_of_form(one[1]))
        yield from (_appendix(rows[at:end]) for at, end in pairwise([*labels, len(rows)]))


def _tables(rows: list[KeptText]) -> list[list[KeptText]]:
    """Return the rows of each table: one begins with the heading of its numbers."""
    found: list[list[KeptText]] = []
    for one in rows:
        if found and not (_HEAD.match(one[1]) or is_legend(one[1])):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _goes_with_another(text: str, facts: Facts) -> bool:
    """Tell whether "(Kèm theo Kế hoạch số 96/KH-UBND ngày ...)" has another number or date than the paper."""
    found = _GOES_WITH.match(text)
    document = facts.plan.document
    paper = document if found and found["symbol"].startswith("KH") else document.decision
    if not (found and paper and paper.symbol == found["symbol"]):
        return False
    year, month, day = (int(part) for part in found.group("year", "month", "day"))
    same_number = paper.number is None or paper.number.lstrip("0") == found["number"]
    same_day = paper.date is None or (
        (paper.date.year, paper.date.month, paper.date.day or day) == (year, month, day)
    )
    return not (same_number and same_day)


def _line(one: KeptText, *, told: bool) -> Hit:
    told = told or is_left_over(one[1]) or is_plain_note(one[1])
    return _hit([one], way_to_settle(one[1]), told=told)


def _table(rows: list[KeptText]) -> Hit:
    first = rows[0][1]
    told = holds_no_work(first) or all(is_left_over(text) for _, text in rows)
    message = say(
        "{count} rows of a table in the document have no place in the plan yet", count=len(rows)
    )
    return _hit(rows, way_to_settle(first), message, told=told)


def _appendix(lines: list[KeptText]) -> Hit:
    texts = [text for _, text in lines]
    way = way_of_appendix(texts)
    message = say(
        "{count} lines of an appendix in the document have no place in the plan yet",
        count=len(lines),
    )
    left = next((text for text in texts if not is_left_over(text)), texts[0])
    return _hit(lines, way or way_to_settle(left), message, told=way is not None)


def _hit(texts: list[KeptText], way: Message, of_many: Message | None = None, *, told: bool) -> Hit:
    alone = say("this was in the document and has no place in the plan yet")
    message = of_many if of_many and len(texts) > 1 else alone
    severity = Severity.INFO if told else SEVERITY
    return Hit(("unplaced", texts[0][0]), message, way, severity=severity)

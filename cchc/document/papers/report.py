"""Báo cáo cải cách hành chính of a period: `templates/bao-cao.docx`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from cchc.document import letterhead, report_parts
from cchc.document import report_words as words
from cchc.document.paper import FRAME, Paper, Rows, Styled
from cchc.document.samples import SIGNER, plan_samples
from cchc.document.words import BLANK, date_words, printed_share, short_date, short_dates
from cchc.language.numbering import roman
from cchc.messages import Message
from cchc.model.dates import PartialDate
from cchc.model.plan import Plan
from cchc.model.plan_kinds import KINDS
from cchc.read.prose import Prose
from cchc.views.counting import ONE_OFF, OTHERS, Count, is_done
from cchc.views.report import ReportNumbers, ReportRow, report

TEMPLATE = "bao-cao"
_RECORDS = {"running": "Đang thực hiện", "suspended": "Tạm dừng"}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """`field`, `whole`: how many tasks of a field have each standing, and the share done."""

    number: str
    name: str
    total: str
    done: str
    done_late: str
    running: str
    overdue: str
    not_recorded: str
    not_yet_due: str
    due: str
    """Tasks with one last day that were due by the closing day."""
    due_done: str
    percent: str
    """Of those, the share done; empty when none was due."""
    recurring: str
    periods: str
    """Periods of recurring work done, of those that were due: 2/5; empty when none was due."""
    continuous: str
    conditional: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`overdue`, `finished`, `coming`: one task or report with what is recorded of it.

    Periods of one recurring task stand in one row.
    """

    number: str
    title: str
    lead: str
    support: str
    deadline: str
    due: str
    """Its last day; of several periods all of them: 5 kỳ: 05/02, 05/3, 05/4, 05/5, 05/6/2026."""
    days: str
    """Days past the (first) last one; empty when it is not late."""
    state: str
    date: str
    """The day it was done or recorded."""
    evidence: str
    reason: str
    """The note of the record."""


@dataclass(frozen=True, slots=True)
class AppendixLabels:
    """`labels`: the appendices as the text names them; empty for one that is not printed."""

    field: str
    overdue: str
    finished: str
    coming: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaper(Paper):
    """Everything a periodic report prints."""

    PARTS: ClassVar = (
        *FRAME,
        ("period",), ("as_of",), ("steering",), ("results",), ("highlights",), ("shortcomings",),
        ("causes",), ("ahead",), ("proposals",), ("field.name",), ("overdue.title",),
        ("finished.title",), ("coming.title",),
    )  # fmt: skip

    period: str
    subject: str
    """What it is about: công tác cải cách hành chính."""
    as_of: str
    plan: str
    plan_title: str
    attached: str
    steering: tuple[Styled, ...]
    results: tuple[Styled, ...]
    highlights: tuple[Styled, ...]
    shortcomings: tuple[Styled, ...]
    causes: tuple[Styled, ...]
    ahead: tuple[Styled, ...]
    proposals: tuple[Styled, ...]
    labels: AppendixLabels
    field: Rows
    whole: FieldRow
    overdue: Rows
    finished: Rows
    coming: Rows


PAPER = ReportPaper


def report_paper(
    found: ReportNumbers, plan: Plan, prose: Prose, signer: str | None = None
) -> ReportPaper:
    """Return the report `found` of `plan` with the office's own words.

    `signer` takes the place of the plan's signer's name.
    """
    names = words.field_headings(plan)
    groups = found.status.groups["area"]
    counts = () if found.nothing_recorded else groups
    labels = _labels(bool(counts), bool(found.overdue), bool(found.done), bool(found.coming))
    subject, period = KINDS[plan.kind].reported, words.period_name(found.period, found.year)
    blank_date = date_words(None, found.as_of.year)
    day, symbol = found.as_of, letterhead.symbol_of(plan, "BC")
    return ReportPaper(
        **letterhead.letterhead(plan, blank_date, symbol),
        title=letterhead.broken_line(f"Kết quả {subject}", period, letterhead.BOLD_MM),
        recipients=letterhead.later_recipients(plan, plan.document.recipients),
        signer=letterhead.later_signer(plan, signer),
        properties=letterhead.file_properties(
            plan,
            "Báo cáo",
            f"kết quả {subject} {period}",
            PartialDate(day.year, day.month, day.day),
        ),
        period=period,
        subject=subject,
        as_of=short_date(day),
        plan=letterhead.plan_citation(plan),
        plan_title=words.plan_title(plan),
        attached=letterhead.broken_line(
            f"(Kèm theo Báo cáo số {BLANK}/{symbol} {blank_date}",
            f"của {letterhead.issuing(plan, 'UBND')})",
        ),
        steering=report_parts.steering(found, plan, prose, labels.field),
        results=report_parts.results(found, plan, prose),
        highlights=report_parts.written(prose, "results"),
        shortcomings=report_parts.written(
            prose, "shortcomings", words.behind(found, labels.overdue)
        ),
        causes=report_parts.written(prose, "causes"),
        ahead=report_parts.written(
            prose, "next", words.ahead(found, labels.overdue, labels.coming)
        ),
        proposals=report_parts.written(prose, "proposals"),
        labels=labels,
        field=Rows(
            _counts(str(n), names.get(one.id) or str(one.name) or names["other"], one.count)
            for n, one in enumerate(counts, start=1)
        ),
        whole=_counts("", "Tổng cộng", found.count),
        overdue=_items(found.overdue),
        finished=_items(found.done),
        coming=_items(found.coming),
    )


def _labels(*printed: bool) -> AppendixLabels:
    places = [n for n, one in enumerate(printed) if one]
    alone = len(places) == 1
    return AppendixLabels(
        *(
            ("Phụ lục" if alone else f"Phụ lục {roman(places.index(n) + 1)}") if one else ""
            for n, one in enumerate(printed)
        )
    )


_COUNTED = ("total", *ONE_OFF, "due", "due_done", *OTHERS)


def _counts(number: str, name: str, found: Count) -> FieldRow:
    rate, periods = found.rate("tasks.rate"), found["periods.total"]
    return FieldRow(
        number=number,
        name=name,
        **{part: str(found[f"tasks.{part}"]) for part in _COUNTED},
        percent="" if rate is None else printed_share(rate),
        periods=f"{periods - found['periods.open']}/{periods}" if periods else "",
    )


def _items(rows: Iterable[ReportRow]) -> Rows:
    return Rows(_item(row) for row in rows)


def _item(row: ReportRow) -> ItemRow:
    item = row[0]
    records = [one.record for one in row if one.record]
    days = [one.due for one in row if one.due]
    dates = [record.date for record in records if record.date]
    full = [day.full for day in dates if day.full]
    return ItemRow(
        number=item.number,
        title=" ".join(item.title.split()),
        lead="; ".join(item.lead),
        support="; ".join(item.support),
        deadline=item.deadline,
        due=f"{len(days)} kỳ: {short_dates(days)}" if item.occurrence else short_dates(days),
        days=str(-item.days) if item.state == "overdue" and item.days is not None else "",
        state=_state(row),
        date=short_dates(full) if len(full) == len(dates) else "; ".join(map(short_date, dates)),
        evidence="; ".join(_once(record.evidence for record in records)),
        reason="; ".join(_once(record.note for record in records)),
    )


def _once(texts: Iterable[str | None]) -> Iterable[str]:
    return dict.fromkeys(text for text in texts if text)


def _state(row: ReportRow) -> str:
    item, record = row[0], row[0].record
    if is_done(row):
        late = sum(one.state == "done-late" for one in row)
        if 0 < late < len(row):
            return f"Đúng hạn {len(row) - late} kỳ, sau thời hạn {late} kỳ"
        return "Sau thời hạn" if late else "Đúng hạn" if item.due else ""
    return _RECORDS.get(record.state, "") if record else "Chưa ghi nhận"


def samples() -> list[tuple[Message, Paper]]:
    """Return reports on the sample plans: with rows in every table, and with nothing recorded."""
    made: list[tuple[Message, Paper]] = []
    for name, plan in plan_samples():
        found = report("mau", plan, "Y", date(plan.year, 12, 14))
        prose: Prose = dict.fromkeys(words.PLACES, ("Kết quả trong kỳ.", "- Việc cụ thể."))
        paper = report_paper(found, plan, prose if found.overdue else {}, SIGNER)
        if found.overdue:
            paper = replace(
                paper,
                labels=AppendixLabels(*(f"Phụ lục {roman(n)}" for n in range(1, 5))),
                field=Rows([paper.whole]),
                finished=paper.overdue,
                coming=paper.overdue,
            )
        made.append((name, paper))
    return made

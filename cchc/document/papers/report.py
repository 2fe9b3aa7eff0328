"""Báo cáo cải cách hành chính of a period: `templates/bao-cao.docx`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cchc.document import frame, report_parts
from cchc.document import report_words as words
from cchc.document.paper import Paper, Rows, Styled
from cchc.document.report_parts import Prose
from cchc.document.samples import SIGNER, plan_samples
from cchc.document.words import BLANK, date_words, share, short_date
from cchc.language.numbering import roman
from cchc.messages import Message
from cchc.model.plan import Plan
from cchc.model.plan_kinds import KINDS
from cchc.model.values import PartialDate
from cchc.views.occurrences import Item
from cchc.views.report import Report, recorded, report
from cchc.views.status import Tally

TEMPLATE = "bao-cao"
SYMBOL = "BC-UBND"
NOTHING = "-"
"""Stands for a result of a field in which nothing is recorded: not a zero that was found out."""
_RECORDS = {"running": "Đang thực hiện", "suspended": "Tạm dừng"}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """`field`, `whole`: how many tasks of a field have each standing, and the share done."""

    number: str
    name: str
    total: str
    done: str
    done_late: str
    percent: str
    overdue: str
    due: str
    running: str
    suspended: str
    not_recorded: str
    continuous: str
    conditional: str
    apart: str
    """Continuous and without a date together: what is not part of the total."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`overdue`, `finished`, `coming`: one task or report with what is recorded of it."""

    number: str
    title: str
    lead: str
    support: str
    deadline: str
    due: str
    days: str
    """Days past the last one; empty when it is not late."""
    state: str
    date: str
    """The day it was done or recorded."""
    evidence: str
    reason: str
    """The note of the record."""


@dataclass(frozen=True, slots=True)
class Labels:
    """`labels`: the appendices as the text names them; empty for one that is not printed."""

    field: str
    overdue: str
    finished: str
    coming: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaper(Paper):
    """Everything a periodic report prints."""

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
    labels: Labels
    field: Rows
    whole: FieldRow
    overdue: Rows
    finished: Rows
    coming: Rows


PAPER = ReportPaper
REQUIRED = (
    ("issuer",), ("number_line", "number"), ("date_line",), ("title",), ("recipients",),
    ("signer.authority",), ("signer.post",), ("signer.name",),
    ("period",), ("as_of",), ("steering",), ("results",), ("highlights",), ("shortcomings",),
    ("causes",), ("ahead",), ("proposals",), ("field.name",), ("overdue.title",),
    ("finished.title",), ("coming.title",),
)  # fmt: skip
"""What such a paper may have and its template must therefore print; one of each group will do."""


def report_paper(found: Report, plan: Plan, prose: Prose, signer: str | None = None) -> ReportPaper:
    """Return the report `found` of `plan` with the office's own words.

    `signer` takes the place of the plan's signer's name.
    """
    names = words.headings(plan)
    groups = found.status.groups["area"]
    counts = () if found.nothing_recorded else groups
    labels = _labels(bool(counts), bool(found.overdue), bool(found.done), bool(found.coming))
    subject, period = KINDS[plan.kind].reported, words.period_name(found.period, found.year)
    blank_date = date_words(None, found.as_of.year)
    late = found.total["overdue"]
    behind = [f"Còn {late} nhiệm vụ quá hạn, nêu tại {labels.overdue}."] if late else []
    day = found.as_of
    return ReportPaper(
        commune=frame.commune_names(plan),
        year=str(found.year),
        superior=frame.superior_lines(plan),
        issuer=frame.issuer_lines(plan),
        number=BLANK,
        symbol=SYMBOL,
        number_line=f"Số: {BLANK}/{SYMBOL}",
        place=frame.place_of(plan),
        date_line=frame.dated(frame.place_of(plan), blank_date),
        title=frame.broken(f"Kết quả {subject}", period, frame.BOLD_MM),
        recipients=frame.recipient_lines(
            plan.document.recipients, plan.document.archive or "Lưu: VT"
        ),
        signer=frame.later_signer(plan, signer),
        properties=frame.properties(
            plan, f"Báo cáo kết quả {subject} {period}", PartialDate(day.year, day.month, day.day)
        ),
        period=period,
        subject=subject,
        as_of=short_date(day),
        plan=frame.plan_citation(plan),
        plan_title=words.plan_title(plan),
        attached=frame.broken(
            f"(Kèm theo Báo cáo số {BLANK}/{SYMBOL} {blank_date}",
            f"của UBND {frame.own_name(plan)})",
        ),
        steering=report_parts.steering(found, plan, prose, labels.field),
        results=report_parts.results(found, plan, prose),
        highlights=report_parts.written(prose, "results"),
        shortcomings=report_parts.written(prose, "shortcomings", behind),
        causes=report_parts.written(prose, "causes"),
        ahead=report_parts.written(
            prose, "next", words.ahead(found, labels.overdue, labels.coming)
        ),
        proposals=report_parts.written(prose, "proposals"),
        labels=labels,
        field=Rows(
            _counts(str(n), names.get(one.id) or one.name or names["other"], one.tally)
            for n, one in enumerate(counts, start=1)
        ),
        whole=_counts("", "Tổng cộng", found.total),
        overdue=_items(found.overdue),
        finished=_items(found.done),
        coming=_items(found.coming),
    )


def _labels(*printed: bool) -> Labels:
    places = [n for n, one in enumerate(printed) if one]
    alone = len(places) == 1
    return Labels(
        *(
            ("Phụ lục" if alone else f"Phụ lục {roman(places.index(n) + 1)}") if one else ""
            for n, one in enumerate(printed)
        )
    )


def _counts(number: str, name: str, tally: Tally) -> FieldRow:
    found = bool(recorded(tally))
    percent = tally.done_percent
    results = {key: str(tally[key]) if found else NOTHING for key in ("done", "done-late")}
    return FieldRow(
        number=number,
        name=name,
        total=str(tally.total),
        done=results["done"],
        done_late=results["done-late"],
        percent=share(percent) if found and percent is not None else NOTHING,
        overdue=str(tally["overdue"]),
        due=str(tally["due"]),
        running=str(tally["running"]),
        suspended=str(tally["suspended"]),
        not_recorded=str(tally["not-recorded"]),
        continuous=str(tally["continuous"]),
        conditional=str(tally["conditional"]),
        apart=str(tally["continuous"] + tally["conditional"]),
    )


def _items(items: Iterable[Item]) -> Rows:
    return Rows(_item(item) for item in items)


def _item(item: Item) -> ItemRow:
    record = item.record
    done = record is not None and record.state == "done"
    if done:
        state = "Sau thời hạn" if item.state == "done-late" else "Đúng hạn" if item.due else ""
    else:
        state = _RECORDS.get(record.state, "") if record else "Chưa ghi nhận"
    return ItemRow(
        number=item.number,
        title=" ".join(item.title.split()),
        lead="; ".join(item.lead),
        support="; ".join(item.support),
        deadline=item.deadline,
        due=short_date(item.due) if item.due else "",
        days=str(-item.days) if item.state == "overdue" and item.days is not None else "",
        state=state,
        date=short_date(record.date) if record and record.date else "",
        evidence=(record.evidence or "") if record else "",
        reason=(record.note or "") if record else "",
    )


def samples() -> list[tuple[Message, Paper]]:
    """Return reports on the sample plans: with rows in every table, and with nothing recorded."""
    made: list[tuple[Message, Paper]] = []
    for name, plan in plan_samples():
        found = report("mau", plan, "Y", date(plan.year, 12, 14))
        prose = dict.fromkeys(words.PLACES, ("Kết quả trong kỳ.", "- Việc cụ thể."))
        paper = report_paper(found, plan, prose if found.overdue else {}, SIGNER)
        if found.overdue:
            paper = replace(
                paper,
                labels=Labels(*(f"Phụ lục {roman(n)}" for n in range(1, 5))),
                field=Rows([paper.whole]),
                finished=paper.overdue,
                coming=paper.overdue,
            )
        made.append((name, paper))
    return made

"""One page for a meeting: how far the plan is, who is late, what is due: `templates/giao-ban.docx`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import shorten
from typing import ClassVar

from cchc.document import letterhead
from cchc.document.paper import Paper, Rows, SignerLines
from cchc.document.samples import plan_samples
from cchc.document.words import date_words, printed_share, short_date
from cchc.messages import Message
from cchc.model.dates import PartialDate
from cchc.model.plan import Plan
from cchc.model.plan_kinds import KINDS
from cchc.views.brief import Brief, Late, brief
from cchc.views.counting import Count
from cchc.views.occurrences import Item

TEMPLATE = "giao-ban"
UNITS, LEADERS, COMING = 4, 3, 4
"""So many rows of each list are on the page, whatever the size of the plan."""
BAR = 12
"""Characters of a bar."""
_NAME, _TITLE, _LEAD, _SILENT = 60, 50, 18, 110
"""Characters of one line in a cell, and of the last paragraph."""
DECREE = False
"""It goes from hand to hand: no number, no signature, and no form of the decree to keep to."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """`figure`: one figure of the plan, its bar, and how much it was last month."""

    name: str
    value: str
    bar: str
    before: str
    """Empty when nothing is known of last month."""
    change: str


@dataclass(frozen=True, slots=True)
class LateRow:
    """`unit`, `leader`: what is overdue for whom."""

    name: str
    tasks: str
    periods: str


@dataclass(frozen=True, slots=True)
class ComingRow:
    """`coming`: what is due this month."""

    number: str
    title: str
    lead: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPaper(Paper):
    """Everything the page prints."""

    PARTS: ClassVar = (
        ("superior",), ("issuer",), ("date_line", "as_of"), ("title",), ("figure.name",), ("figure.value",),
        ("unit.name",), ("leader.name",), ("coming.title",), ("coming.due",), ("silent",),
    )  # fmt: skip

    as_of: str
    before_day: str
    until: str
    figure: Rows
    unit: Rows
    leader: Rows
    coming: Rows
    silent: str


PAPER = BriefPaper


def brief_paper(found: Brief, plan: Plan) -> BriefPaper:
    """Return the page that shows `found`, the brief of `plan`."""
    day = PartialDate(found.today.year, found.today.month, found.today.day)
    subject = KINDS[plan.kind].reported
    title = letterhead.broken_line(
        f"Tình hình thực hiện {subject} năm {plan.year}",
        f"(tính đến ngày {short_date(found.today)})", letterhead.BOLD_MM,
    )  # fmt: skip
    return BriefPaper(
        **letterhead.letterhead(plan, date_words(day, plan.year)),
        title=title,
        recipients=(),
        signer=SignerLines(),
        properties=letterhead.file_properties(
            plan, "Giao ban", f"{subject} {short_date(found.today)}", day
        ),
        as_of=short_date(found.today),
        before_day=short_date(found.before_day),
        until=short_date(found.until),
        figure=Rows(_figures(found.count, found.before)),
        unit=_late(found.by_unit, UNITS, "đơn vị", "Không có việc quá hạn"),
        leader=_late(
            found.by_leader, LEADERS, "lãnh đạo",
            "Không có việc quá hạn" if found.has_leaders else "Kế hoạch chưa ghi lãnh đạo phụ trách",
        ),
        coming=_coming(found.coming),
        silent=_silent(found.silent),
    )  # fmt: skip


_FIGURES = (
    ("Hoàn thành đúng hạn", "tasks.done"),
    ("Hoàn thành sau hạn", "tasks.done_late"),
    ("Đang thực hiện", "tasks.running"),
    ("Quá hạn", "tasks.overdue"),
    ("Đến hạn hôm nay, chưa ghi nhận", "tasks.not_recorded"),
    ("Chưa đến hạn", "tasks.not_yet_due"),
    ("Định kỳ", "tasks.recurring"),
    ("Thường xuyên, chưa rõ hạn", "tasks.continuous+tasks.conditional"),
)
_SHARES = (
    ("Tỷ lệ việc đến hạn đã xong (%)", "tasks.rate"),
    ("Tỷ lệ kỳ định kỳ đã xong (%)", "periods.rate"),
)


def _figures(now: Count, before: Count | None) -> list[FigureRow]:
    whole = now["tasks.total"]
    rows = [_number("Tổng số nhiệm vụ", whole, _sum(before, "tasks.total"), whole)]
    for name, figure in _FIGURES:
        rows.append(_number(name, _sum(now, figure) or 0, _sum(before, figure), whole))
    for name, figure in _SHARES:
        rate, was = now.rate(figure), before.rate(figure) if before else None
        rows.append(
            FigureRow(
                name, "" if rate is None else printed_share(rate), "" if rate is None else _bar(rate, 100),
                "" if was is None else printed_share(was),
                "" if rate is None or was is None else _signed(rate - was),
            )
        )  # fmt: skip
    return rows


def _sum(found: Count | None, figures: str) -> int | None:
    return None if found is None else sum(found[figure] for figure in figures.split("+"))


def _number(name: str, now: int, before: int | None, whole: int) -> FigureRow:
    return FigureRow(
        name, str(now), _bar(now, whole), "" if before is None else str(before),
        "" if before is None else _signed(now - before),
    )  # fmt: skip


def _signed(change: int | Decimal) -> str:
    if not change:
        return "0"
    words = printed_share(abs(change)) if isinstance(change, Decimal) else str(abs(change))
    return f"{'+' if change > 0 else '-'}{words}"


def _bar(part: int | Decimal, whole: int) -> str:
    full = round(BAR * part / whole) if whole else 0
    return "█" * full + "░" * (BAR - full)


def _late(found: Sequence[Late], most: int, what: str, nothing: str) -> Rows:
    if not found:
        return Rows([LateRow(nothing, "", "")])
    shown = found if len(found) <= most else found[: most - 1]
    rows = [LateRow(_cut(one.name, _NAME), str(one.tasks), str(one.periods)) for one in shown]
    if rest := found[len(shown) :]:
        rows.append(
            LateRow(
                f"và {len(rest)} {what} khác", str(sum(one.tasks for one in rest)),
                str(sum(one.periods for one in rest)),
            )
        )  # fmt: skip
    return Rows(rows)


def _coming(found: Sequence[Item]) -> Rows:
    if not found:
        return Rows([ComingRow("", "Không có việc đến hạn", "", "")])
    shown = found if len(found) <= COMING else found[: COMING - 1]
    rows = [
        ComingRow(
            item.number, _cut(item.title, _TITLE), _cut("; ".join(item.lead), _LEAD),
            short_date(item.due) if item.due else "",
        )
        for item in shown
    ]  # fmt: skip
    if rest := len(found) - len(shown):
        rows.append(ComingRow("", f"và {rest} việc khác", "", ""))
    return Rows(rows)


def _cut(text: str, most: int) -> str:
    return shorten(text, most, placeholder="…")


def _silent(names: Sequence[str]) -> str:
    if not names:
        return "Các đơn vị có việc đến hạn đều đã ghi nhận kết quả."
    shown: list[str] = []
    for name in names:
        if len("; ".join([*shown, name])) > _SILENT:
            break
        shown.append(name)
    rest = len(names) - len(shown)
    return f"{'; '.join(shown)}{f' và {rest} đơn vị khác' if rest else ''}."


def samples() -> list[tuple[Message, Paper]]:
    """Return pages on the sample plans: with rows in every list, and with nothing."""
    return [
        (name, brief_paper(brief("mau", plan, date(plan.year, 7, 6), plan), plan))
        for name, plan in plan_samples()
    ]

"""The brief as a few lines to paste into a chat: names of units, no table."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from cchc.document.words import printed_share, short_date
from cchc.model.plan import Plan
from cchc.model.plan_kinds import KINDS
from cchc.views.brief import Brief, Late

LINES = 10
_NAMED, _LISTED, _WIDTH = 3, 2, 70
"""Names in a line, tasks listed, and characters of a task."""


def chat(found: Brief, plan: Plan) -> str:
    """Return at most `LINES` lines."""
    count, day = found.count, short_date(found.today)
    done = count["tasks.done"] + count["tasks.done_late"]
    place = plan.owner.full_name
    lines = [
        f"Tình hình thực hiện {KINDS[plan.kind].reported} năm {plan.year} {place} đến ngày {day}:",
        f"{count['tasks.total']} nhiệm vụ, trong đó {count['tasks.one_off']} có thời hạn: hoàn thành "
        f"{done}, đang thực hiện {count['tasks.running']}, quá hạn {count['tasks.overdue']}, "
        f"chưa đến hạn {count['tasks.not_yet_due']}.",
        *_shares(found),
        f"Quá hạn theo đơn vị: {_late(found.by_unit, 'đơn vị')}.",
    ]
    if found.has_leaders:
        lines.append(f"Quá hạn theo lãnh đạo phụ trách: {_late(found.by_leader, 'lãnh đạo')}.")
    lines += _coming(found)
    if found.silent:
        lines.append(f"Chưa ghi nhận kết quả: {_names(found.silent, 'đơn vị')}.")
    return "\n".join(lines) + "\n"


def _shares(found: Brief) -> list[str]:
    count = found.count
    lines = []
    if (rate := count.rate("tasks.rate")) is not None:
        was = found.before.rate("tasks.rate") if found.before else None
        before = f"; cuối tháng trước {printed_share(was)}%" if was is not None else ""
        done = f"{count['tasks.due_done']}/{count['tasks.due']}"
        lines.append(f"Việc đã đến hạn: hoàn thành {done}, đạt {printed_share(rate)}%{before}.")
    if total := count["periods.total"]:
        lines.append(f"Việc định kỳ: hoàn thành {total - count['periods.open']}/{total} kỳ.")
    return lines


def _late(found: Sequence[Late], what: str) -> str:
    return _names([f"{one.name} {_amount(one)}" for one in found], what) or "không có"


def _amount(late: Late) -> str:
    """Return how many tasks and how many periods of recurring work are late."""
    parts = ((late.tasks, "nhiệm vụ"), (late.periods, "kỳ"))
    return ", ".join(f"{n} {word}" for n, word in parts if n)


def _names(names: Sequence[str], what: str) -> str:
    rest = len(names) - _NAMED
    more = f"; và {rest} {what} khác" if rest > 0 else ""
    return f"{'; '.join(names[:_NAMED])}{more}"


def _coming(found: Brief) -> list[str]:
    last = short_date(found.until)
    if not found.coming:
        return [f"Đến ngày {last} không có việc đến hạn."]
    rest = len(found.coming) - _LISTED
    more = f" (và {rest} việc khác)" if rest > 0 else ""
    lines = [f"Đến hạn đến ngày {last}{more}:"]
    for item in found.coming[:_LISTED]:
        due = short_date(item.due) if item.due else ""
        title = shorten(item.title, _WIDTH, placeholder="…")
        lines.append(f"- {due}: {title} ({shorten('; '.join(item.lead), _WIDTH, placeholder='…')})")
    return lines

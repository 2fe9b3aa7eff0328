"""Plans with records, and the papers made of them, for the tests of sheets and reports."""

from __future__ import annotations

from datetime import date
from functools import cache

from cchc.document.papers.report import ReportPaper, report_paper
from cchc.document.template.compiled import template
from cchc.document.template.folder import packaged_templates
from cchc.model.plan import Area, Plan
from cchc.model.work import Progress
from cchc.read.load import load
from cchc.read.workspace import plan_files
from cchc.views.report import ReportNumbers, ReportPeriod, report
from tests.conftest import ROOT

SIGNER = "Nguyễn Văn An"
RECORDS = (
    {"state": "done", "date": "20/02/2026", "evidence": "12/BC-UBND"},
    {},
    {"state": "running", "date": "15/02/2026", "note": "Đang chờ kinh phí"},
    {},
    {"state": "suspended", "date": "01/03/2026", "note": "Không phát sinh"},
    {"state": "done", "date": "30/12/2026", "evidence": "9/QĐ-UBND"},
    {},
)


PLANS = {path.stem: path for path in plan_files(ROOT / "plans")}


@cache
def real_plan(name: str) -> Plan:
    """Return one of the five plans; it is read once and never changes."""
    plan = load(PLANS[name]).plan
    assert plan is not None
    return plan


def recorded(plan: Plan) -> Plan:
    """Return `plan` with records on its tasks, one kind after the other."""
    count = 0

    def row(one):
        nonlocal count
        if isinstance(one, Area):
            return one.model_copy(update={"tasks": tuple(row(task) for task in one.tasks)})
        record = RECORDS[count % len(RECORDS)]
        count += 1
        made = (Progress.model_validate(record),) if record else ()
        return one.model_copy(update={"progress": made})

    appendices = tuple(
        one.model_copy(
            update={"areas": tuple(map(row, one.areas)), "tasks": tuple(map(row, one.tasks))}
        )
        for one in plan.appendices
    )
    return plan.model_copy(update={"appendices": appendices})


def asked(plan: Plan, period: ReportPeriod, as_of: date | None = None) -> ReportNumbers:
    """Return the report of a period on its last day."""
    last = report("thu", plan, period, date(plan.year, 1, 1)).last
    return report("thu", plan, period, as_of or last)


def report_of(plan: Plan, period: ReportPeriod = "H1", **prose: tuple[str, ...]) -> ReportPaper:
    """Return the paper of a report."""
    return report_paper(asked(plan, period), plan, prose, SIGNER)


def printed(paper: object, name: str) -> bytes:
    """Return `paper` through the template of that name that comes with cchc."""
    return template(packaged_templates() / f"{name}.docx").render(paper)

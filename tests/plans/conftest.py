"""The plan that a module here is about, by its `PLAN`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.language.numbering import rows, sections
from cchc.model.plan import Plan
from cchc.model.task import Task
from cchc.read.load import load, required_plan

PLANS = Path(__file__).parents[2] / "plans"


@pytest.fixture(scope="module")
def plan(request) -> Plan:
    return required_plan(load(PLANS / f"{request.module.PLAN}.yaml"))


@pytest.fixture(scope="module")
def tasks(plan: Plan) -> dict[str, Task]:
    (appendix,) = plan.appendices
    return {row.number: row.row for row in rows(appendix) if isinstance(row.row, Task)}


def texts_of(plan: Plan) -> str:
    return "\n".join(found.section.text or "" for found in sections(plan))

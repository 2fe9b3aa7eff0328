"""A plan that is imported, rendered and imported again is the same plan."""

from __future__ import annotations

import pytest

from cchc.document.template.folder import find_template
from cchc.intake.opening import open_paper
from cchc.intake.recognise import recognise
from tests.document.printing import render_plan
from tests.intake.papers_of_plans import five_plans
from tests.intake.recognised import plan_of, table

IDS = ("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien")


def rendered(plan, path):
    path.write_bytes(render_plan(plan, find_template("ke-hoach", path.parent)))
    return plan_of(recognise(open_paper(path)))


@pytest.mark.parametrize("plan_id", IDS)
def test_import_render_and_import_again_give_the_same_plan(tmp_path, plan_id):
    once = rendered(five_plans()[plan_id], tmp_path / "once.docx")
    again = rendered(once, tmp_path / "again.docx")
    assert once.model_dump() == again.model_dump()


@pytest.mark.parametrize("plan_id", IDS)
def test_a_rendered_plan_keeps_its_tasks(tmp_path, plan_id):
    ours = five_plans()[plan_id]
    theirs = rendered(ours, tmp_path / "once.docx")
    assert [(row.number, row.row.title) for row in table(ours)] == [
        (row.number, row.row.title) for row in table(theirs)
    ]

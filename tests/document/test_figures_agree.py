"""Status, report, brief, chat and export say the same of one plan on one day."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from cchc.document.brief_chat import chat
from cchc.document.papers.brief import brief_paper
from cchc.outputs.json import dumps
from cchc.outputs.status_words import content, table
from cchc.views.brief import brief
from cchc.views.counting import ONE_OFF, OTHERS
from cchc.views.due import due
from cchc.views.export import COLUMNS, export_rows
from cchc.views.status import status
from tests.document.papers import report_of
from tests.views.conftest import plan as plan_of
from tests.views.thirty_six import DAYS, thirty_six

__all__ = ["plan_of"]
PERIODS = {3: "Q1", 6: "H1", 12: "Y"}
IN_BRIEF = {
    "total": "Tổng số nhiệm vụ", "done": "Hoàn thành đúng hạn", "done_late": "Hoàn thành sau hạn",
    "running": "Đang thực hiện", "overdue": "Quá hạn",
    "not_recorded": "Đến hạn hôm nay, chưa ghi nhận", "not_yet_due": "Chưa đến hạn",
    "recurring": "Định kỳ",
}  # fmt: skip


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_figure_agrees_wherever_it_is_shown(plan_of, day):
    made = thirty_six(plan_of)
    answer = status([("a", made)], day)
    told = json.loads(dumps("status", content(answer)))
    tasks, periods = told["tasks"], told["periods"]

    row = table(answer, "plan").cells[0]
    shown = [tasks["total"], *(tasks[part] for part in (*ONE_OFF, *OTHERS))]
    assert row[1:11] == shown
    ended = periods["total"] - periods["open"]
    assert row[13:15] == [periods["total"], ended]

    whole = report_of(made, PERIODS[day.month]).whole
    for part in ("total", *ONE_OFF, *OTHERS, "due", "due_done"):
        assert getattr(whole, part) == str(tasks[part])
    assert whole.periods == f"{ended}/{periods['total']}"

    found = brief("a", made, day)
    page = {one.name: one.value for one in brief_paper(found, made).figure}
    assert {name: page[name] for name in IN_BRIEF.values()} == {
        name: str(tasks[part]) for part, name in IN_BRIEF.items()
    }
    lines = chat(found, made)
    assert f"quá hạn {tasks['overdue']}, chưa đến hạn {tasks['not_yet_due']}." in lines
    assert re.search(rf"hoàn thành {tasks['due_done']}/{tasks['due']}, đạt", lines)
    assert f"{ended}/{periods['total']} kỳ" in lines

    at = [column.name for column in COLUMNS].index("counted_as")
    exported = Counter(row[at] for row in export_rows("a", made, "a.yaml", day))
    assert {part: exported[part] for part in (*ONE_OFF, *OTHERS)} == {
        part: tasks[part] for part in (*ONE_OFF, *OTHERS)
    }
    late = [item for item in due([("a", made)], day).items if item.state == "overdue"]
    assert sum(item.timing == "one-off" for item in late) == tasks["overdue"]

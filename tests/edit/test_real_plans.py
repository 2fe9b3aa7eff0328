"""Every task, report and duty of the real plans can be recorded, and the plan restored."""

from __future__ import annotations

import shutil

import pytest

from cchc.edit.progress.journal import record
from cchc.edit.progress.request import Request
from cchc.read.load import load, required_plan
from cchc.read.workspace import plan_files
from cchc.views.occurrences import occurrences
from tests.conftest import ROOT
from tests.edit.sample import TODAY


@pytest.mark.parametrize("file", plan_files(ROOT / "plans"), ids=lambda file: file.stem)
def test_a_real_plan_is_recorded_throughout_and_restored(tmp_path, file):
    (tmp_path / "plans").mkdir()
    path = tmp_path / "plans" / file.name
    shutil.copyfile(file, path)
    due = list(occurrences(file.stem, required_plan(load(file)), TODAY))
    asked = [
        Request(file.stem, item.task, item.occurrence or None, "done", TODAY, "15/BC-UBND")
        for item in due
    ]
    assert record(asked, tmp_path, TODAY).refusals == {}
    after = list(occurrences(file.stem, required_plan(load(path)), TODAY))
    assert {item.state for item in after} <= {"done", "done-late"}
    added = path.read_text("utf-8").count("evidence: 15/BC-UBND")
    assert added == len(due) > 0
    taken = [Request(file.stem, one.task, one.occurrence, withdraw=True) for one in asked]
    assert record(taken, tmp_path, TODAY).refusals == {}
    assert path.read_bytes() == file.read_bytes()

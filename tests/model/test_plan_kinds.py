"""Every kind of plan stands in one table, and nowhere else."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import cchc
from cchc.model.plan_kinds import KINDS
from cchc.model.task import PRINTED

CODE = Path(cchc.__file__).parent


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_a_skeleton_and_columns_that_tasks_have(kind):
    assert files("cchc.edit.skeletons").joinpath(f"{kind}.yaml").is_file()
    assert {heading.key for heading in KINDS[kind].columns} <= set(PRINTED)
    assert re.search(KINDS[kind].title, KINDS[kind].reported.lower())


def test_no_other_module_lists_the_kinds():
    lists = re.compile(r"""["']kstthc["']""")
    named = [
        path.relative_to(CODE).as_posix()
        for path in sorted(CODE.rglob("*.py"))
        if lists.search(path.read_text("utf-8"))
    ]
    assert named == ["model/plan_kinds.py"]

"""Every field of a task goes everywhere its `TaskField` says; a new one is tried unasked."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from cchc.edit.yaml.plan_text import plan_text
from cchc.model.task import TASK_FIELDS, Task
from cchc.read.load import load, required_plan
from cchc.read.yaml.tree import parse_yaml
from cchc.rules._facts import Facts
from cchc.rules._texts import names_around, remarks, texts
from tests.cli.conftest import MINIMAL

UNIT, OTHER = "kinh-te", "cong-an"
NAMES = {UNIT: "Phòng Kinh tế", OTHER: "Công an xã"}
VALUES = {
    "text": ("Nội dung thứ nhất năm 2026", "Nội dung thứ hai năm 2026"),
    "line": ("Người thứ nhất", "Người thứ hai"),
    "units": ([UNIT], [OTHER]),
    "deadline": ("Quý II/2026", "Quý III/2026"),
    "id": ("viec-mot", "viec-hai"),
    "number": ("7", "8"),
    "targets": (
        [{"measure": "Hồ sơ đúng hạn", "at_least": "95", "unit": "%"}],
        [{"measure": "Hồ sơ đúng hạn", "at_least": "98", "unit": "%"}],
    ),
    "links": ([{"task": "tinh/cchc-2026#tap-huan"}], [{"task": "tinh/cchc-2026#kiem-tra"}]),
    "list": (["phường"], ["xã An Bình"]),
    "extra": ({"Cột khác": "Ngân sách năm 2026"}, {"Cột khác": "Xã hội hóa"}),
    "progress": (
        [{"state": "running", "date": "01/4/2026"}],
        [{"state": "done", "date": "02/4/2026"}],
    ),
}
"""For each kind of field a value, and another one."""


def data_of(path):
    return parse_yaml(path.read_text("utf-8")).data


def written(task, name, heading):
    """Return a plan whose one task is `task`, printed with a column for `name`."""
    plan = data_of(MINIMAL)
    plan["units"] += [{"id": unit, "name": called} for unit, called in NAMES.items()]
    columns = [
        ("number", "TT"),
        ("title", "Nhiệm vụ"),
        ("lead", "Chủ trì"),
        ("deadline", "Thời hạn"),
    ]
    if TASK_FIELDS[name].printed and name not in dict(columns):
        columns.append((name, heading))
    if TASK_FIELDS[name].kind == "extra":
        columns.append(("custom", heading))
    plan["appendices"] = [
        {
            "title": "Danh mục nhiệm vụ",
            "columns": [{"key": key, "heading": words} for key, words in columns],
            "tasks": [task],
        }
    ]
    return plan_text(plan)


@pytest.fixture(params=Task.model_fields)
def name(request):
    return request.param


@pytest.fixture
def task(name):
    base = {"id": "viec", "title": "Tập huấn", "deadline": "Quý I/2026", "lead": ["vh-xh"]}
    return {**base, name: VALUES[TASK_FIELDS[name].kind][0]}


@pytest.fixture
def other(name, task):
    return {**task, name: VALUES[TASK_FIELDS[name].kind][1]}


@pytest.fixture
def heading(name):
    return str(Task.model_fields[name].title)


@pytest.fixture
def plan(workspace, task, name, heading):
    path = workspace / "plans" / "an-binh.yaml"
    path.write_text(written(task, name, heading), encoding="utf-8")
    return path


def held(path: Path) -> Task:
    """Return the one task of a plan file."""
    (appendix,) = required_plan(load(path)).appendices
    return appendix.tasks[0]


def as_text(value: object) -> str:
    """Return what stands in a file for a value of a field."""
    found = value if isinstance(value, tuple | list) else [value]
    return json.dumps(
        [one.model_dump(mode="json", exclude_none=True) if hasattr(one, "model_dump") else one
         for one in found], ensure_ascii=False
    )  # fmt: skip


def test_it_is_read_from_yaml(plan, name, task):
    assert getattr(held(plan), name) == getattr(Task.model_validate(task), name)


def test_it_is_printed_and_imported_again(cchc, plan, name, task, workspace):
    field = TASK_FIELDS[name]
    assert cchc("render", "an-binh", "--docx", "--text").code == 0
    shown = NAMES[task[name][0]] if field.kind == "units" else task[name]
    if field.kind == "extra":
        shown = task[name]["Cột khác"]
    found = str(shown) in Path("out/an-binh.txt").read_text("utf-8")
    assert found == (field.printed or field.kind == "extra")
    assert bool(field.columns) == field.printed
    cchc("import", "out/an-binh.docx", "-o", "plans/lai.yaml")
    again = data_of(Path("plans/lai.yaml"))["appendices"][0]["tasks"][0]
    if field.kind == "units":
        called = {one["id"]: one["name"] for one in data_of(Path("plans/lai.yaml"))["units"]}
        assert [called[unit] for unit in again[name]] == [shown]
    elif (
        field.printed and name != "number"
    ) or field.kind == "extra":  # cchc numbers itself what it can
        assert again[name] == task[name]
    elif not field.printed and name != "id":  # every task gets one
        assert name not in again


def test_it_is_exported(cchc, plan, name, task):
    field = TASK_FIELDS[name]
    (row,) = csv.DictReader(cchc("export", "--format", "csv").out.splitlines())
    (line,) = map(json.loads, cchc("export", "--format", "jsonl").out.splitlines())
    assert row.keys() == line.keys()
    if field.kind == "units":
        assert (line[f"{name}_ids"], line[name]) == (task[name], [NAMES[task[name][0]]])
        assert row[name] == NAMES[task[name][0]]
    elif field.kind == "targets":
        assert row[name] == "Hồ sơ đúng hạn >= 95 %"
    elif field.kind == "id":
        assert row["task"] == task[name]
    elif field.kind in ("links", "list"):
        names = [one if isinstance(one, str) else one["task"] for one in task[name]]
        assert (row[name], line[name]) == ("; ".join(names), names)
    elif field.kind == "extra":
        assert row[name] == line[name] == "Cột khác: Ngân sách năm 2026"
    elif field.exported:
        assert row[name] == line[name] == task[name]
    else:
        assert name not in row


def test_a_change_of_it_is_told(cchc, plan, name, other, heading):
    Path("khac.yaml").write_text(written(other, name, heading), encoding="utf-8")
    told = cchc("diff", "plans/an-binh.yaml", "khac.yaml").out
    field = TASK_FIELDS[name]
    assert (str(field.called) in told) == (field.compared or name == "id"), told


def test_next_years_plan_has_it_or_leaves_it_out(cchc, plan, name, task):
    field = TASK_FIELDS[name]
    assert cchc("new", "sang-nam", "--from", "an-binh").code == 0
    carried = getattr(held(Path("plans/sang-nam.yaml")), name)
    before = getattr(held(plan), name)
    if not field.carried:
        assert not carried
        assert field.kind in ("number", "links", "progress") or name == "incomplete", (
            "what is left out is told: add it to the words of carry_forward.summary"
        )
    else:
        wanted = as_text(before)
        assert as_text(carried) == (wanted.replace("2026", "2027") if field.is_prose else wanted)


def test_rules_see_its_words(plan, name, task):
    facts = Facts(required_plan(load(plan)))
    seen = {
        kind: [words.place[-1] for words in find(facts)]
        for kind, find in (("text", texts), ("name", names_around), ("remark", remarks))
    }
    field = TASK_FIELDS[name]
    for kind, keys in seen.items():
        if field.read_as == kind:
            assert (task[name].keys() if field.kind == "extra" else {name}) <= set(keys)

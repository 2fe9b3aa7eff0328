"""Reading plans/register.yaml: the same findings as for plans, at their places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.errors import UserError
from cchc.model.schema import register_schema
from cchc.read.load import load, required_plan
from cchc.read.register import find_register, load_register, read_register
from cchc.read.workspace import plan_files
from cchc.read.yaml.tree import parse_yaml

ROOT = Path(__file__).parents[2]
ENTRY = "  - {key: nq-76, kind: Nghị quyết, symbol: 76/NQ-CP, date: 15/7/2021, issuer: Chính phủ}\n"
SMALL = f"register: 1\ndocuments:\n{ENTRY}"


def faults(text: str) -> list[tuple[str, int, int]]:
    read = read_register(Path("register.yaml"), text)
    assert read.register is None
    spans = [(one.code, read.source.span(one)) for one in read.source.findings]
    return [(code, at.line, at.column) for code, at in spans]


def test_a_register_is_read():
    register = read_register(Path("register.yaml"), SMALL).register
    assert register is not None
    assert register.documents[0].symbol == "76/NQ-CP"
    assert str(register.documents[0].date) == "2021-07-15"


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("S004", "register: 1", "register: ‹2"),
        ("S002", "register: 1\n", "‹"),
        ("S001", "symbol:", "‹symbl:"),
        ("S005", "15/7/2021", "‹31/6/2021"),
        ("S007", "nq-76,", "‹NQ 76,"),
        ("S009", ENTRY, ENTRY + ENTRY.replace("nq-76", "‹nq-76")),
        ("S010", "Chính phủ}", "Chính phủ, amended_by: [‹nd-1]}"),
        ("S010", "Chính phủ}", "Chính phủ, replaced_by: ‹nd-1}"),
        ("Y009", "key: nq-76", "key: ‹&a nq-76"),
    ],
)
def test_each_fault_is_found_at_its_place(code, old, new):
    marked = SMALL.replace(old, new)
    before = marked[: marked.index("‹")]
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    assert faults(marked.replace("‹", "")) == [(code, line, column)]


def test_a_misspelt_key_is_told_what_was_meant():
    read = read_register(Path("register.yaml"), SMALL.replace("symbol:", "symbl:"))
    assert [one.replacement for one in read.source.findings] == ["symbol"]


def test_a_register_is_never_a_plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "register.yaml").write_text(SMALL, encoding="utf-8")
    assert plan_files(plans) == []
    source = load(plans / "register.yaml")
    assert (source.plan, list(source.findings)) == (None, [])
    with pytest.raises(UserError, match="not a plan"):
        required_plan(load(plans / "register.yaml"))
    read = find_register(tmp_path)
    assert read is not None and read.register is not None
    assert read.source.path == Path("plans/register.yaml")


def test_a_workspace_need_not_have_a_register(tmp_path):
    assert find_register(tmp_path) is None


def test_an_unreadable_register_is_one_finding(tmp_path):
    read = load_register(tmp_path / "register.yaml")
    assert [one.code for one in read.source.findings] == ["Y001"]


def test_the_exported_schema_is_fresh_and_takes_the_register_of_this_repository():
    from jsonschema import Draft202012Validator

    exported = (ROOT / "docs" / "register.schema.json").read_text(encoding="utf-8")
    schema = register_schema()
    assert exported == json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    Draft202012Validator.check_schema(schema)
    own = parse_yaml((ROOT / "plans" / "register.yaml").read_text(encoding="utf-8")).data
    own["register"] = int(own["register"])
    assert list(Draft202012Validator(schema).iter_errors(own)) == []
    own["documents"][0]["symbl"] = "1"
    assert list(Draft202012Validator(schema).iter_errors(own)) != []

"""`cchc init`, and the way from an empty folder to a printed plan."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from cchc import __file__ as package
from cchc import __version__
from cchc.app.new_workspace import set_up
from cchc.model.schema import json_schema
from cchc.read.configuration import Configuration, read_configuration

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_way_from_an_empty_folder_to_a_printed_plan(folder, cchc, monkeypatch):
    assert cchc("init", "ke-hoach").code == 0
    monkeypatch.chdir(folder / "ke-hoach")
    asked = ("--commune", "xã Phú Thịnh", "--province", "tỉnh Thái Nguyên", "--year", "2027")
    made = cchc("new", "phu-thinh-2027", "--kind", "cchc", *asked)
    assert (made.code, "cchc init" in made.err) == (0, False)
    assert cchc("validate").code == 0
    assert "2027" in cchc("due", "--year", "2027", "--quarter", "3").out
    assert cchc("render", "phu-thinh-2027").code == 0
    assert (folder / "ke-hoach" / "out" / "phu-thinh-2027.docx").is_file()


def test_the_schema_that_a_new_plan_points_to_is_there_and_judges_it(folder, cchc):
    cchc("init")
    asked = ("--commune", "xã Phú Thịnh", "--province", "tỉnh Thái Nguyên", "--year", "2027")
    cchc("new", "moi", "--kind", "par-index", *asked)
    plan = folder / "plans" / "moi.yaml"
    text = plan.read_text("utf-8")
    address = text.partition("\n")[0].partition("$schema=")[2]
    schema = json.loads((plan.parent / address).read_text("utf-8"))
    assert schema == json_schema()
    data = YAML(typ="safe").load(text)
    jsonschema.validate(data, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "year": "năm nay"}, schema)


def test_every_file_is_sound(folder):
    list(set_up(folder))
    assert read_configuration(folder) == Configuration()
    sample = (folder / "cchc.toml").read_text("utf-8").replace("\n# ", "\n").partition("\n\n")[2]
    (folder / "cchc.toml").write_text(sample, "utf-8")
    assert tomllib.loads(sample)["validate"]["fail-on"] == "warning"
    assert read_configuration(folder).select == ("C", "vague-deadline")
    settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
    assert all((folder / schema).is_file() for schema in settings["yaml.schemas"])
    assert json.loads((folder / ".vscode" / "extensions.json").read_text("utf-8"))
    for name in (".pre-commit-config.yaml", ".gitlab-ci.yml", ".github/workflows/cchc.yml"):
        assert "cchc validate" in str(YAML(typ="safe").load((folder / name).read_text("utf-8")))


def test_what_is_there_is_kept_and_named(folder, cchc):
    (folder / "cchc.toml").write_text("[validate]\nfail-on = 'info'\n")
    (folder / ".gitignore").write_text("của tôi\n", "utf-8")
    ran = cchc("init")
    assert ran.code == 0
    assert "cchc.toml: kept as it is" in ran.err
    assert ".gitlab-ci.yml: written" in ran.err
    assert (folder / "cchc.toml").read_text() == "[validate]\nfail-on = 'info'\n"
    assert (folder / ".gitignore").read_text("utf-8") == "của tôi\n"


def test_a_second_time_only_an_old_schema_is_renewed(folder, cchc):
    cchc("init")
    (folder / ".cchc" / "plan.schema.json").write_text("{}")
    ran = cchc("init", ".")
    assert ".cchc/plan.schema.json: renewed" in ran.err.replace("\\", "/")
    assert ran.err.count("kept as it is") == 11
    assert "written" not in ran.err
    assert "OWNER" not in ran.err


def test_a_file_is_no_place_for_a_workspace(folder, cchc):
    (folder / "x").write_text("")
    ran = cchc("init", "x")
    assert (ran.code, "x is a file, not a folder" in ran.err) == (2, True)


def test_ci_files_and_docs_name_the_version_that_writes_them():
    starters = Path(package).parent / "edit" / "starters"
    named = [starters / "github-workflow.yml", starters / "gitlab-ci.yml", ROOT / "docs/ci.md"]
    for path in named:
        text = path.read_text(encoding="utf-8")
        assert re.search(rf"cchc@v{re.escape(__version__)}\b", text), path
        assert "@main" not in text, path

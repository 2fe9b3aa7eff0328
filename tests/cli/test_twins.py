"""Two files that are called alike but for their endings hold one plan: no command takes either of them."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import MINIMAL

TOLD = "two files hold the plan “{id}”: plans/{id}.yaml and plans/{id}.yml"
ASKED = (
    ("due", "{id}"), ("status", "{id}"), ("assignments", "{id}"), ("render", "{id}"), ("brief", "{id}"),
    ("progress", "{id}", "1", "--state", "done"), ("sheet", "out", "{id}"), ("score", "{id}"),
    ("due",), ("status",), ("board",), ("export",), ("render", "--all"),
)  # fmt: skip


@pytest.fixture(params=["hai", "an-lap/hai"])
def twin(workspace, request) -> str:
    """Return the id that two files of the workspace share."""
    for ending in (".yaml", ".yml"):
        path = workspace / "plans" / f"{request.param}{ending}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(MINIMAL.read_bytes())
    return request.param


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_a_command_refuses_an_id_that_two_files_share(cchc, workspace, twin, words):
    before = {path: path.read_bytes() for path in workspace.rglob("*.y*ml")}
    ran = cchc(*(word.format(id=twin) for word in words))
    assert (ran.code, ran.out) == (2, "")
    assert TOLD.format(id=twin) in ran.err
    assert {path: path.read_bytes() for path in workspace.rglob("*.y*ml")} == before


def test_the_beginning_of_such_an_id_and_its_files_are_told_apart(cchc, workspace, twin):
    assert TOLD.format(id=twin) in cchc("due", twin[:-1]).err
    assert cchc("due", f"plans/{twin}.yaml").code == 0
    assert cchc("due", "an-binh").code == 0


@pytest.mark.parametrize("names", [(), ("plans",)])
def test_validate_says_it_as_an_error(cchc, workspace, twin, names):
    ran = cchc("validate", *names, "--format", "json")
    found = [one for one in json.loads(ran.out)["diagnostics"] if one["code"] == "Y015"]
    assert ran.code == 1
    assert [(one["path"], one["severity"]) for one in found] == [(f"plans/{twin}.yml", "error")]
    assert found[0]["message"] == f"plans/{twin}.yaml holds the plan “{twin}” too"


def test_files_of_one_name_in_other_folders_are_no_such_pair(cchc, workspace):
    for folder in ("a", "b"):
        (workspace / folder).mkdir()
        (workspace / folder / "x.yaml").write_bytes(MINIMAL.read_bytes())
    assert "Y015" not in cchc("validate", "a/x.yaml", "b/x.yaml").out

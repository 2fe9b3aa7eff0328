"""Findings over several plans while one of them is typed: as `cchc validate` has them once saved."""

from __future__ import annotations

import pytest

from cchc.app.validation import Validation
from cchc.lsp.server import EVERYTHING, PlanServer
from cchc.read.workspace import plan_files
from tests.cli.conftest import MINIMAL


@pytest.fixture
def server(tmp_path):
    """Return a server over two plans of one commune, and what it shows of each file."""
    (tmp_path / "plans").mkdir()
    for name in ("a", "b"):
        (tmp_path / "plans" / f"{name}.yaml").write_bytes(MINIMAL.read_bytes())
    made = PlanServer()
    made.seen = {}
    made.show = lambda uri, found: made.seen.update(
        {uri.rpartition("/")[2]: sorted(str(one.code) for one in found)}
    )
    return made


def saved(root, name: str) -> list[str]:
    files = plan_files(root / "plans")
    run = Validation(files, EVERYTHING, whole=True, lasting=False, jobs=1, root=root)
    found = {one.path: one.found for one in run.files()}
    return sorted(one.finding.code for one in found.get(str(root / "plans" / name), []))


def test_what_is_typed_is_compared_with_the_other_plans(server, tmp_path):
    a, b = (tmp_path / "plans" / f"{name}.yaml" for name in ("a", "b"))
    text = b.read_text("utf-8")
    server.take(b.as_uri(), text)
    before = server.seen["b.yaml"]
    assert before == saved(tmp_path, "b.yaml")
    typed = text.replace("15/7/2021", "15/8/2021")
    server.take(b.as_uri(), typed)
    assert "X004" in server.seen["b.yaml"]
    # What is typed in the other one counts too, saved or not; both are shown anew.
    server.take(a.as_uri(), a.read_text("utf-8").replace("15/7/2021", "15/8/2021"))
    assert "X004" not in server.seen["b.yaml"]
    server.forget(a.as_uri())
    server.take(b.as_uri(), typed)
    shown = server.seen["b.yaml"]
    b.write_text(typed, "utf-8")
    assert shown == saved(tmp_path, "b.yaml")
    server.take(b.as_uri(), text)  # typed back, not saved
    assert server.seen["b.yaml"] == before


def test_a_register_that_is_not_saved_leaves_each_plan_to_itself(server, tmp_path):
    b, register = (tmp_path / "plans" / name for name in ("b.yaml", "register.yaml"))
    register.write_text("register: 1\ndocuments: []\n", "utf-8")
    server.take(register.as_uri(), "register: 1\ndocuments:\n")
    server.take(b.as_uri(), b.read_text("utf-8"))
    assert not any(code.startswith("X") for code in server.seen["b.yaml"])
    server.take(register.as_uri(), "register: 1\ndocuments: []\n")
    assert server.seen["b.yaml"] == saved(tmp_path, "b.yaml")

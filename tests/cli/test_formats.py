"""A format of an answer is one module; nothing else names it."""

from __future__ import annotations

import sys

import pytest

import cchc.outputs.diff
import cchc.outputs.due
import cchc.outputs.export
import cchc.outputs.status
from cchc import discover

ROOMS = {
    "due": cchc.outputs.due, "status": cchc.outputs.status, "diff": cchc.outputs.diff,
    "export": cchc.outputs.export,
}  # fmt: skip


@pytest.mark.parametrize("command", ROOMS)
def test_a_format_is_a_module_and_its_name_the_word_for_it(cchc, command):
    ran = cchc(command, "--format", "x")
    assert ran.code == 2
    told = ran.err.splitlines()[0].removeprefix("cchc: --format: not one of ").split(", ")
    assert sorted(told) == discover.names(ROOMS[command])


@pytest.mark.parametrize("command", ROOMS)
def test_a_format_that_is_added_is_offered(cchc, command, tmp_path, monkeypatch):
    (tmp_path / "runes.py").write_text("def write(*_):\n    return 'ᚱ'\n", encoding="utf-8")
    package = ROOMS[command]
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    for name in [one for one in sys.modules if one.startswith("cchc.cli.")]:
        if name.endswith((f"commands.{command}", "_output", "_options")):
            monkeypatch.delitem(sys.modules, name)
            holder, _, module = name.rpartition(".")
            monkeypatch.delattr(sys.modules[holder], module)
    assert "runes" in cchc(command, "--format", "x").err

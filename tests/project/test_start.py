"""Starting fast: what a command does not use is not imported."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.generate import generate
from tests.conftest import ROOT

HEAVY = {"pydantic", "docx", "jinja2", "lxml", "rich", "ruamel", "typer", "openpyxl", "holidays"}


def imported(*arguments: str, cwd: Path = ROOT, **env: str) -> set[str]:
    """Return the top-level packages that are loaded after running cchc with `arguments`."""
    code = (
        "import sys; from cchc.__main__ import main\n"
        f"sys.argv = ['cchc', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=cwd, check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | env,
    )  # fmt: skip
    return set(ran.stderr.splitlines()[-1].split())


def test_the_version_needs_none_of_the_heavy_packages():
    assert imported("--version") & HEAVY == set()


@pytest.mark.parametrize(
    ("arguments", "used"),
    [
        (("validate", "nam-dan", "--no-cache"), {"pydantic", "ruamel", "typer"}),
        (("assignments", "--plan", "nam-dan"), {"pydantic", "ruamel", "typer"}),
        (("deadline", "Quý I"), {"typer"}),
        (("--help",), {"typer"}),
    ],
)
def test_a_command_loads_only_what_it_uses(arguments, used):
    assert imported(*arguments) & HEAVY == used


def test_what_else_is_installed_is_not_looked_through():
    assert "email" not in imported("validate", "nam-dan", "--no-cache")  # importlib.metadata's


@pytest.mark.parametrize(
    "arguments", [("validate",), ("due", "--quarter", "2", "--today", "2026-05-04")], ids=" ".join
)
def test_an_answer_about_unchanged_plans_needs_no_models_and_no_parser(arguments, tmp_path):
    generate(tmp_path / "work", 3)
    env = {"CCHC_CACHE_DIR": str(tmp_path / "cache")}
    first = imported(*arguments, cwd=tmp_path / "work", **env)
    assert "pydantic" in first
    again = imported(*arguments, cwd=tmp_path / "work", **env)
    assert again & HEAVY == {"typer"}
    assert again & {"concurrent", "multiprocessing"} == set()


def test_ctrl_c_finds_nothing_slow_outside_of_what_catches_it():
    tops = ast.parse((ROOT / "cchc" / "__main__.py").read_text("utf-8")).body
    named = {one.module for one in tops if isinstance(one, ast.ImportFrom)}
    named |= {name.name for one in tops if isinstance(one, ast.Import) for name in one.names}
    assert named == {"__future__", "gc", "os", "sys", "cchc"}  # Python has the others by then

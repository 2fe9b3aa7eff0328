"""Starting fast: what a command does not use is not imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

HEAVY = {"pydantic", "docx", "jinja2", "lxml", "rich", "ruamel", "typer", "openpyxl", "holidays"}


def imported(*arguments: str) -> set[str]:
    """Return the top-level packages that are loaded after running cchc with `arguments`."""
    code = (
        "import sys; from cchc.__main__ import main\n"
        f"sys.argv = ['cchc', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return set(ran.stderr.splitlines()[-1].split())


def test_the_version_needs_none_of_the_heavy_packages():
    assert imported("--version") & HEAVY == set()


@pytest.mark.parametrize(
    ("arguments", "used"),
    [
        (("validate", "nam-dan"), {"pydantic", "ruamel", "typer"}),
        (("assignments", "--plan", "nam-dan"), {"pydantic", "ruamel", "typer"}),
        (("deadline", "Quý I"), {"typer"}),
        (("--help",), {"typer"}),
    ],
)
def test_a_command_loads_only_what_it_uses(arguments, used):
    assert imported(*arguments) & HEAVY == used

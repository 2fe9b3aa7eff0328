"""The jobs can be called by any program: they know nothing of the command line."""

from __future__ import annotations

import subprocess
import sys

import cchc.app as room
from cchc import discover


def test_the_jobs_are_imported_without_the_command_line():
    names = " ".join(f"cchc.app.{name}" for name in discover.names(room))
    code = (
        "import sys; from importlib import import_module\n"
        f"for name in {names!r}.split(): import_module(name)\n"
        "print(*(name for name in sys.modules if name.split('.')[0] == 'typer' "
        "or name.startswith('cchc.cli')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout == "\n"

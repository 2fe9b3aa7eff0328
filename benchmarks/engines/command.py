"""What `cchc validate` finds, as rows that engines can be compared with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TOGETHER = ("X", "K")
"""Families of rules that need several plans at once."""


def findings(folder: Path) -> list[tuple[str, int, int, str, str]]:
    """Return the findings on plans one by one: path, line, column, code, message."""
    command = [sys.executable, "-m", "cchc", "validate", "--format", "json"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    told = json.loads(ran.stdout)["diagnostics"]
    rows = [
        (one["path"], one["line"], one["column"], one["code"], one["message"])
        for one in told
        if not one["code"].startswith(TOGETHER) and one["path"].count("/") > 1
    ]
    return sorted(rows)

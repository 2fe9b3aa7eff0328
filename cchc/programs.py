"""Where other programs are: git, LibreOffice, what opens a file.

A folder of plans may come from anywhere, so no program is taken from the folder cchc runs in.
Windows looks there first when a bare name is started, and so does `shutil.which` on it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def found(*names: str) -> str | None:
    """Return the whole path of the first of the programs `names` that is on PATH, or None.

    Folders of PATH that are relative, or the current folder, are passed over. On Windows only
    `.exe` counts: a batch file reads its arguments as commands.
    """
    here = Path.cwd()
    folders = [Path(one) for one in os.environ.get("PATH", os.defpath).split(os.pathsep) if one]
    trusted = [one for one in folders if one.is_absolute() and not _same(one, here)]
    for name in names:
        file = f"{name}.exe" if sys.platform == "win32" and not Path(name).suffix else name
        for folder in trusted:
            # A path with a folder in it is looked at as it is, not searched for.
            from shutil import which

            if program := which(str(folder / file)):
                return program
    return None


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False

"""The examples of the READMEs, as the program prints them.

    python -m tests.examples     bring README.md and README.vi.md up to date with the program

A block of the language `console` holds a command behind `$` and what it prints. `| head -3` shows the
first three lines; lines that are too wide for a page end in an ellipsis.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LANGUAGES = {"README.md": "en", "README.vi.md": "vi"}
WIDEST = 120
BLOCK = re.compile(r"(?<=```console\n)\$ (cchc [^\n|]+)(?: \| head -(\d+))?\n.*?(?=```)", re.DOTALL)


def fresh(name: str) -> str:
    """Return what the README `name` should hold."""
    text = (ROOT / name).read_text("utf-8")
    return BLOCK.sub(lambda block: _example(block, LANGUAGES[name]), text)


def _example(block: re.Match[str], language: str) -> str:
    command = block[0].partition("\n")[0]
    lines = printed(shlex.split(block[1])[1:], language).splitlines()
    if block[2] and len(lines) > int(block[2]):
        lines = lines[: int(block[2])]
    return "".join(f"{line}\n" for line in (command, *map(_cut, lines)))


def printed(arguments: list[str], language: str) -> str:
    """Return what cchc prints in this repository, whatever it exits with."""
    ran = subprocess.run(
        [sys.executable, "-m", "cchc", *arguments], cwd=ROOT, check=False, capture_output=True,
        env=os.environ | {"CCHC_LANG": language, "CCHC_NO_CACHE": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip
    if ran.returncode > 1:
        raise ValueError(f"{arguments}: {ran.stderr.decode()}")
    return ran.stdout.decode().replace("\r\n", "\n")


def _cut(line: str) -> str:
    line = line.rstrip()
    return line if len(line) <= WIDEST else line[: WIDEST - 1].rstrip() + "…"


def main() -> int:
    """Write both files."""
    for name in LANGUAGES:
        (ROOT / name).write_text(fresh(name), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What the made-up plans say: written for the benchmarks, and true of no commune."""

from __future__ import annotations

from functools import cache
from pathlib import Path

YEAR = 2026


def lines(name: str) -> list[str]:
    """Return the lines of a text file of this folder, without comments; `<year>` is filled in."""
    text = Path(__file__).with_name(name).read_text("utf-8").replace("<year>", str(YEAR))
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def parts(name: str) -> dict[str, list[str]]:
    """Return the parts of a text file, each opened by a line `= title`, and their lines."""
    found: dict[str, list[str]] = {}
    here: list[str] = []
    for line in lines(name):
        if line.startswith("="):
            here = found.setdefault(line[2:], [])
        else:
            here.append(line)
    return found


@cache
def words(part: str) -> list[str]:
    """Return the words of a part of `names.txt`."""
    return " ".join(parts("names.txt")[part]).split()

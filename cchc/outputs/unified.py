"""Two texts of one file as a unified diff, as `git diff` and `patch` know it."""

from __future__ import annotations

from difflib import unified_diff as _lines


def unified_diff(path: str, old: str, new: str) -> str:
    """Return the difference; empty when there is none. Line ends stay as they are."""
    if old == new:
        return ""
    out = []
    for line in _lines(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    ):
        out.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(out)

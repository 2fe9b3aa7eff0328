"""Output into the log of a GitHub workflow: a plan's text gives the runner no orders.

The runner carries out what a line of the log says: `::error ::x` at the start of a line, blanks
aside, and `##[error]x` anywhere in it (Azure Pipelines: `##vso[...]`). A zero-width space inside
these signs keeps them readable and takes their power.

Source: GitHub Docs, Workflow commands for GitHub Actions; actions/runner, ActionCommand.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

_APART = "\u200b"
# What is put in goes before the last sign, which is never one that was written already.
_ORDER = re.compile(r"(##(?:vso)?|(?:\A|(?<=[\r\n]))\s*:)(?=[\[:])")
_KEPT = 5
"""Signs of an unfinished line that the next write may go on with: `##vso`."""


class WorkflowLog:
    """A text stream whose lines are no orders; everything else is the stream's own."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        self._stream = stream
        self._line = ""

    def write(self, text: str) -> int:
        """Write `text`; orders in it, also begun by an earlier write, are broken up."""
        begun = self._line
        whole = _ORDER.sub(_broken, begun + text)
        last = re.split("[\r\n]", whole)[-1]
        # Of a line that is no longer blank only the end counts; the letter says it is not blank.
        self._line = f"x{last[-_KEPT:]}" if last.replace(":", "").strip() else last
        self._stream.write(whole[len(begun) :])
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of `lines`."""
        for line in lines:
            self.write(line)

    def orders(self, text: str) -> None:
        """Write `text` as it is: what cchc itself tells the runner, in lines of their own."""
        if self._line:
            self.write("\n")
        self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _broken(found: re.Match[str]) -> str:
    sign, follows = found[0], found.string[found.end()]
    return f"{sign}{_APART}" if (follows == "[") == sign.startswith("##") else sign


@contextmanager
def guarded(argv: Sequence[str]) -> Iterator[None]:
    """Guard both streams while a workflow runs the command, or its report for one is asked for."""
    asked = any(word.removeprefix("--report=").partition("=")[0] == "github" for word in argv)
    if not asked and not os.environ.get("GITHUB_ACTIONS") and not os.environ.get("TF_BUILD"):
        yield
        return
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = WorkflowLog(kept[0]), WorkflowLog(kept[1])
    try:
        yield
    finally:
        sys.stdout, sys.stderr = kept

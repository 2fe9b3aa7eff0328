"""Diagnostics as commands of a GitHub workflow, which shows them beside the changed lines.

Source: GitHub Docs, Workflow commands for GitHub Actions (setting a notice, warning or error
message). GitHub shows ten of each level for one step and keeps the others in the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cchc.model.finding import Diagnostic, Severity
from cchc.outputs.diagnostics import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def dumps(found: Sequence[Diagnostic]) -> str:
    """Return one command a line."""
    return "".join(f"{_command(one)}\n" for one in found)


def _command(one: Diagnostic) -> str:
    finding, at = one.finding, one.span
    # Columns are told only on one line: GitHub refuses an annotation that has both.
    inside = {"col": at.column, "endColumn": at.end_column} if at.line == at.end_line else {}
    properties = {
        "file": printable(Path(one.path).as_posix()),
        "line": at.line,
        "endLine": at.end_line,
        **inside,
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(f"{key}={_escaped(value)}" for key, value in properties.items())
    message = f"{finding.message}\n{finding.help}" if finding.help else str(finding.message)
    return f"::{_COMMANDS[finding.severity]} {told}::{message.translate(_IN_MESSAGE)}"


def _escaped(value: object) -> str:
    return str(value).translate(_IN_PROPERTY)

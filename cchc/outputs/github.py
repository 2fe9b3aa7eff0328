"""Diagnostics as commands of a GitHub workflow, which shows them beside the changed lines, and as
the summary of its job.

GitHub shows ten of each level for one step. Within these ten, the worst come first, and what
repeats in a file is one annotation; the summary counts all.

Source: GitHub Docs, Workflow commands for GitHub Actions (setting a notice, warning or error
message; adding a job summary).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.messages import say
from cchc.model.finding import Diagnostic, Severity
from cchc.outputs import markdown
from cchc.outputs.diagnostics import LABELS, counts, printable

SHOWN = 10
"""Annotations of one level that GitHub shows for one step."""
LISTED = 20
"""Files that a summary lists."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


class _CodeGroup(NamedTuple):
    """Findings that one annotation stands for: the first of them, and how many more on which lines."""

    first: Diagnostic
    lines: list[int]


def dumps(found: Sequence[Diagnostic], _sources: Mapping[str, str] = {}) -> str:
    """Return one command a line, for each level at most as many as GitHub shows."""
    commands = []
    for level in _COMMANDS:
        groups = _within([one for one in found if one.finding.severity is level])
        commands += [f"{_command(group)}\n" for group in groups[:SHOWN]]
    return "".join(commands)


def summary(found: Sequence[Diagnostic]) -> str:
    """Return Markdown for the summary of the job: codes and files by how often something was found.

    Nothing found is nothing written.
    """
    if not found:
        return ""
    told = say(
        "findings in {plans} files; errors: {errors}, warnings: {warnings}, infos: {infos}",
        **counts(found, len({one.path for one in found})),
    )
    return "\n".join([f"### cchc: {told}\n", _by_code(found), _by_file(found)]) + "\n"


def _within(found: Sequence[Diagnostic]) -> list[_CodeGroup]:
    """Gather what is equal; where these are still too many, what has one code in one file."""
    equal = _gathered(found, lambda one: (one.path, one.finding.code, str(one.finding.message)))
    if len(equal) <= SHOWN:
        return equal
    return _gathered(found, lambda one: (one.path, one.finding.code))


def _gathered(
    found: Sequence[Diagnostic], key: Callable[[Diagnostic], Hashable]
) -> list[_CodeGroup]:
    groups: dict[Hashable, _CodeGroup] = {}
    for one in found:
        same = groups.setdefault(key(one), _CodeGroup(one, []))
        if same.first is not one:
            same.lines.append(one.span.line)
    return list(groups.values())


def _command(group: _CodeGroup) -> str:
    one = group.first
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
    parts = [str(finding.message)]
    if finding.help:
        parts.append(str(finding.help))
    if group.lines:
        lines = ", ".join(map(str, dict.fromkeys(group.lines)))
        again = say("and {count} more, on lines {lines}", count=len(group.lines), lines=lines)
        parts.append(str(again))
    message = "\n".join(parts).translate(_IN_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {told}::{message}"


def _escaped(value: object) -> str:
    return str(value).translate(_IN_PROPERTY)


def _by_code(found: Sequence[Diagnostic]) -> str:
    findings = {one.finding.code: one.finding for one in found}
    worst = [*_COMMANDS]
    counts = sorted(
        Counter(one.finding.code for one in found).items(),
        key=lambda pair: (worst.index(findings[pair[0]].severity), -pair[1], pair[0]),
    )
    headings = (say("Code"), say("Name"), say("Level"), say("Count"))
    rows = (
        (code, findings[code].name, str(LABELS[findings[code].severity]), count)
        for code, count in counts
    )
    return markdown.table([str(one) for one in headings], rows)


def _by_file(found: Sequence[Diagnostic]) -> str:
    """Return the files with the most errors, then warnings, then infos."""
    counts: dict[str, Counter[Severity]] = {}
    for one in found:
        counts.setdefault(one.path, Counter())[one.finding.severity] += 1
    worst = sorted(
        counts.items(), key=lambda pair: (*(-pair[1][level] for level in _COMMANDS), pair[0])
    )
    headings = [str(say("File")), *(str(LABELS[level]) for level in _COMMANDS)]
    rows = (
        (printable(path), *(count[level] for level in _COMMANDS)) for path, count in worst[:LISTED]
    )
    text = markdown.table(headings, rows)
    if len(worst) > LISTED:
        text += f"\n{say('and {count} more files', count=len(worst) - LISTED)}\n"
    return text

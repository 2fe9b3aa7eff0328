"""Diagnostics for people: code, place, the lines in question with the place marked, and help."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from cchc.messages import Message, say
from cchc.model.finding import Diagnostic, Finding, Severity
from cchc.outputs import table
from cchc.outputs.terminal import paint, width

LABELS: Mapping[Severity, Message] = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("info"),
}
REPEATS = 3
"""From so many equal findings in one file on, only the first is shown in full."""

LONGEST = 100
"""Columns of a source line that are shown; longer lines are cut around the place."""


def text(
    found: Sequence[Diagnostic],
    sources: Mapping[str, str],
    *,
    every: bool = False,
    rich: bool = False,
) -> str:
    """Return all diagnostics as text; `sources` has the text of each path.

    Equal findings of one file are shown once with the lines of the others, unless `every`.
    """
    out: list[str] = []
    for path, group in groupby(found, key=lambda one: one.path):
        lines = dict(enumerate(sources.get(path, "").replace("\r\n", "\n").split("\n"), 1))
        out.append(of_file(group, lines, every=every, rich=rich))
    return "".join(out)


def of_file(
    found: Iterable[Diagnostic], lines: Mapping[int, str], *, every: bool, rich: bool
) -> str:
    """Return the diagnostics of one file as text; `lines` has the lines they speak of."""
    blocks = _grouped(found, every=every)
    return "".join(_block(first, others, lines, rich=rich) for first, others in blocks)


def pieces(
    files: Iterable[tuple[Sequence[Diagnostic], Mapping[int, str]]], *, every: bool, rich: bool,
    cut: bool,
) -> Iterator[str]:  # fmt: skip
    """Yield the diagnostics of files one by one, each with the lines they speak of.

    `cut`: files that come after `table.LONG` findings are only counted, code by code.
    """
    shown = 0
    left: Counter[str] = Counter()
    known: dict[str, Finding] = {}
    for found, lines in files:
        if cut and shown >= table.LONG:
            left.update(one.finding.code for one in found)
            known.update((one.finding.code, one.finding) for one in found)
            continue
        shown += len(found)
        yield of_file(found, lines, every=every, rich=rich)
    if left:
        yield table.drawn(_columns(), _counted(left, known), (), width(), colour=rich)
        yield f"{table.more(left.total())}\n\n"


def printable(path: str) -> str:
    """Return a path on one line: control characters and broken bytes as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def _grouped(
    found: Iterable[Diagnostic], *, every: bool
) -> Iterable[tuple[Diagnostic, list[Diagnostic]]]:
    listed = list(found)
    equal: dict[object, list[Diagnostic]] = {}
    for one in listed:
        equal.setdefault(_sameness(one), []).append(one)
    for one in listed:
        same = equal[_sameness(one)]
        if every or len(same) < REPEATS:
            yield one, []
        elif one is same[0]:
            yield one, same[1:]


def _sameness(one: Diagnostic) -> tuple[str, str]:
    return one.finding.code, str(one.finding.message)


def _block(
    one: Diagnostic, others: Sequence[Diagnostic], lines: Mapping[int, str], *, rich: bool
) -> str:
    finding, at = one.finding, one.span
    label = paint(str(LABELS[finding.severity]), finding.severity.value, rich=rich)
    head = paint(f"{printable(one.path)}:{at.line}:{at.column}:", "bold", rich=rich)
    out = [f"{head} {label}: {finding.message} [{finding.code} {finding.name}]"]
    out += _snippet(one, lines, rich=rich)
    if finding.help:
        out.append(f"      = {finding.help}")
    if others:
        places = ", ".join(str(other.span.line) for other in others)
        again = say("and {count} more, on lines {lines}", count=len(others), lines=places)
        out.append(f"      = {again}")
    return "\n".join(out) + "\n\n"


def _snippet(one: Diagnostic, lines: Mapping[int, str], *, rich: bool) -> list[str]:
    at = one.span
    line = lines.get(at.line, "")
    if not line.strip():
        return []
    start = at.column - 1
    end = at.end_column - 1 if at.end_line == at.line else len(line.rstrip())
    first = max(0, start - 40) if len(line) > LONGEST else 0
    shown = line[first : first + LONGEST]
    marks = max(1, min(end, first + LONGEST) - start)  # nothing is marked beyond what is shown
    before, after = "…" if first else "", "…" if first + LONGEST < len(line) else ""
    number = f"{at.line:5}"
    pointer = paint("^" * marks, one.finding.severity.value, rich=rich)
    return [
        f"{number} | {before}{shown}{after}",
        f"      | {' ' * (start - first + len(before))}{pointer}",
    ]


def write_statistics(found: Sequence[Diagnostic], plans: int) -> None:
    """Write how often each code was found, most often first, and the summary."""
    known = {one.finding.code: one.finding for one in found}
    rows = _counted(Counter(one.finding.code for one in found), known)
    if rows:
        table.write(_columns(), rows, every=True)
        sys.stdout.write("\n")
    sys.stdout.write(f"{summary(found, plans)}\n")


def _columns() -> list[table.TextColumn]:
    headings = (say("Count"), say("Code"), say("Name"), say("Level"))
    return [table.TextColumn(str(heading)) for heading in headings]


def _counted(counts: Counter[str], known: Mapping[str, Finding]) -> list[list[str]]:
    """Return a row for each code, the most frequent first."""
    return [
        [str(count), code, known[code].name, str(LABELS[known[code].severity])]
        for code, count in counts.most_common()
    ]


def summary(found: Sequence[Diagnostic], plans: int) -> Message:
    """Return the closing line: how many plans were checked, and what was found."""
    return closing(counts(found, plans))


def closing(count: Mapping[str, int]) -> Message:
    """Return the closing line for the numbers of `counts`."""
    if not any(count[level] for level in ("errors", "warnings", "infos")):
        return say("plans checked: {plans}; nothing to report", **count)
    return say(
        "plans checked: {plans}; errors: {errors}, warnings: {warnings}, infos: {infos}", **count
    )


def counts(found: Sequence[Diagnostic], plans: int) -> dict[str, int]:
    """Return the numbers of the summary, as the JSON contract names them."""
    each = [one.finding.severity for one in found]
    return {
        "plans": plans,
        "errors": each.count(Severity.ERROR),
        "warnings": each.count(Severity.WARNING),
        "infos": each.count(Severity.INFO),
    }


def content(found: Sequence[Diagnostic], plans: int) -> dict[str, Any]:
    """Return the content of the JSON kind `diagnostics`."""
    return {
        "diagnostics": [_entry(one) for one in found],
        "summary": counts(found, plans),
    }


def _entry(one: Diagnostic) -> dict[str, Any]:
    finding, at = one.finding, one.span
    return {
        "path": one.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": str(finding.message),
        "help": str(finding.help) if finding.help else None,
        "fix": [{"start": edit.start, "stop": edit.stop, "text": edit.text} for edit in one.edits]
        or None,
    }

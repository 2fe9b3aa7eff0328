"""Diagnostics for people: code, place, the lines in question with the place marked, and help."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from cchc.messages import Message, say
from cchc.model.finding import Diagnostic, Finding, Severity
from cchc.outputs import table
from cchc.outputs.layout import paint, width

T = TypeVar("T")
LABELS: Mapping[Severity, Message] = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.INFO: say("info"),
}
REPEATS = 3
"""From so many equal findings in one file on, only the first is shown in full."""

LONGEST = 100
"""Columns of a source line that are shown; longer lines are cut around the place."""
_NAMED = 10
"""Lines of equal findings that are named; --every shows them all."""
_BEFORE = 40
"""Columns shown before the place, where the line is cut."""


def diagnostic_lines(
    files: Iterable[tuple[Sequence[Diagnostic], Mapping[int, str]]], *, every: bool, rich: bool,
    cut: bool,
) -> Iterator[str]:  # fmt: skip
    """Yield the diagnostics of files one by one; each file comes with the lines they speak of.

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
        for one, others in repeated(found, _sameness, every=every):
            yield _block(one, others, lines, rich=rich)
    if left:
        yield table.shown_table(_columns(), _counted(left, known), width(), colour=rich)
        yield f"{table.more(left.total())}\n\n"


def printable(path: str) -> str:
    """Return a path on one line: control characters and broken bytes as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def repeated(
    found: Sequence[T], key: Callable[[T], Hashable], *, every: bool
) -> Iterator[tuple[T, Sequence[T]]]:
    """Yield each finding that is shown in full, with those of the same `key` that are not.

    From `REPEATS` equal ones on only the first is, unless `every`.
    """
    equal: dict[Hashable, list[T]] = {}
    for one in found:
        equal.setdefault(key(one), []).append(one)
    for one in found:
        same = equal[key(one)]
        if every or len(same) < REPEATS:
            yield one, ()
        elif one is same[0]:
            yield one, same[1:]


def block(where: str, told: Finding, below: Iterable[str], *, rich: bool) -> str:
    """Return a finding with its place, and the lines below it."""
    label = paint(str(LABELS[told.severity]), told.severity.value, rich=rich)
    head = paint(f"{where}:", "bold", rich=rich)
    first = f"{head} {label}: {told.message} [{told.code} {told.name}]"
    return "".join(f"{line}\n" for line in (first, *below, ""))


def note(text: object) -> str:
    """Return a line below a finding: what to do, where else it is."""
    return f"      = {text}"


def pointed(
    line: str, start: int, stop: int, severity: Severity, *, number: str = "", rich: bool
) -> tuple[str, str]:
    """Return a line, cut where it is too long, and another with marks below `start` to `stop`."""
    first = max(0, start - _BEFORE) if len(line) > LONGEST else 0
    shown = line[first : first + LONGEST]
    marks = max(1, min(stop, first + LONGEST) - start)  # nothing is marked beyond what is shown
    before, after = "…" if first else "", "…" if first + LONGEST < len(line) else ""
    blank = " " * (start - first + len(before))
    pointer = paint("^" * marks, severity.value, rich=rich)
    return f"{number:5} | {before}{shown}{after}", f"      | {blank}{pointer}"


def _block(
    one: Diagnostic, others: Sequence[Diagnostic], lines: Mapping[int, str], *, rich: bool
) -> str:
    finding, at = one.finding, one.span
    below = list(_snippet(one, lines, rich=rich))
    if finding.help:
        below.append(note(finding.help))
    if others:
        lines_of = [str(one) for one in dict.fromkeys(other.span.line for other in others)]
        places = ", ".join(lines_of[:_NAMED]) + (" …" if len(lines_of) > _NAMED else "")
        more = say("and {count} more, on lines {lines}", count=len(others), lines=places)
        below.append(note(more))
    return block(f"{printable(one.path)}:{at.line}:{at.column}", finding, below, rich=rich)


def _snippet(one: Diagnostic, lines: Mapping[int, str], *, rich: bool) -> tuple[str, ...]:
    at = one.span
    line = lines.get(at.line, "")
    if not line.strip():
        return ()
    stop = at.end_column - 1 if at.end_line == at.line else len(line.rstrip())
    return pointed(
        line, at.column - 1, stop, one.finding.severity, number=f"{at.line:5}", rich=rich
    )


def _sameness(one: Diagnostic) -> tuple[str, str]:
    return one.finding.code, str(one.finding.message)


def write_statistics(found: Sequence[Diagnostic], plans: int) -> None:
    """Write how often each code was found, most often first, and the summary."""
    known = {one.finding.code: one.finding for one in found}
    rows = _counted(Counter(one.finding.code for one in found), known)
    if rows:
        table.write(_columns(), rows, every=True)
        sys.stdout.write("\n")
    sys.stdout.write(f"{closing(counts(found, plans))}\n")


def _columns() -> list[table.TextColumn]:
    headings = (say("Count"), say("Code"), say("Name"), say("Level"))
    return [table.TextColumn(heading) for heading in headings]


def _counted(counts: Counter[str], known: Mapping[str, Finding]) -> list[list[str]]:
    """Return a row for each code, the most frequent first."""
    return [
        [str(count), code, known[code].name, str(LABELS[known[code].severity])]
        for code, count in counts.most_common()
    ]


def closing(count: Mapping[str, int]) -> Message:
    """Return the closing line: how many plans were checked, and what was found."""
    if not any(count[level] for level in ("errors", "warnings", "infos")):
        return say("plans checked: {plans}; nothing to report", **count)
    return say(
        "plans checked: {plans}; errors: {errors}, warnings: {warnings}, infos: {infos}", **count
    )


def levels(found: Iterable[Severity]) -> dict[str, int]:
    """Return how many findings have each level, as the JSON contract names them."""
    count = Counter(found)
    return {
        "errors": count[Severity.ERROR], "warnings": count[Severity.WARNING],
        "infos": count[Severity.INFO],
    }  # fmt: skip


def counts(found: Iterable[Diagnostic], plans: int) -> dict[str, int]:
    """Return the numbers of the summary, as the JSON contract names them."""
    return {"plans": plans, **levels(one.finding.severity for one in found)}


def dumps(found: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """Return the JSON kind `diagnostics` about the files of `sources`."""
    from cchc.outputs import json  # text needs none

    return json.dumps("diagnostics", content(found, len(sources)))


def content(found: Sequence[Diagnostic], plans: int) -> dict[str, Any]:
    """Return the content of the JSON kind `diagnostics`."""
    return {"diagnostics": [_entry(one) for one in found], "summary": counts(found, plans)}


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

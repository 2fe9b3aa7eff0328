"""`cchc validate` on what is new: since a revision, and beyond a baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.cli.output import tell
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.app.baseline import Baseline
    from cchc.app.changed import Changed
    from cchc.app.validation import Counts, Validation
    from cchc.rules.together._run import FileFindings


def counted(
    runs: Sequence[Validation], counts: Counts, changed_since: str | None, baseline: Path | None
) -> Iterator[FileFindings]:
    """Yield the findings that count, and count them; what is left out is told on standard error."""
    known = _known(baseline) if baseline else None
    for run in runs:
        found: Iterable[FileFindings] = run.files()
        if changed_since:
            from cchc.app.changed import Changed  # seldom asked for

            changed = Changed(run.root, changed_since, run.paths)
            found = changed.only(found)
            _tell(changed, changed_since)
        yield from counts.over(known.new(found) if known else found, run.settings)
    if known and known.known:
        told = say("known from {path}, not counted: {known}", path=baseline, known=known.known)
        tell(told)


def _known(path: Path) -> Baseline:
    from cchc.app.baseline import Baseline

    return Baseline(path)


def write_baseline(runs: Sequence[Validation], path: Path) -> int:
    """Write what is found now as the baseline `path`, and say so; return the exit code."""
    from cchc.app.baseline import baseline_text
    from cchc.cli.output import deliver

    text, count = baseline_text((file for run in runs for file in run.files()), path)
    deliver(text, path)
    tell(say("known from now on: {count}", count=count))
    return 0


def _tell(changed: Changed, revision: str) -> None:
    if changed.shared:
        told = say("changed since {revision}: {names}, by which all plans are judged",
                   revision=revision, names=", ".join(changed.shared))  # fmt: skip
    else:
        told = say("files changed since {revision}: {count}", revision=revision,
                   count=len(changed.files))  # fmt: skip
    tell(told)

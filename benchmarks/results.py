"""What was measured: cases, their contenders round by round, and ratios inside a round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks.measure import Contender, ContenderError, Sample, run


@dataclass(frozen=True)
class Case:
    """Contenders for the same work, who take turns in every round."""

    key: str
    title: str
    base: str
    """The name of the contender that the others are put in relation to."""
    contenders: Sequence[Contender]
    rounds: int
    plans: int = 0
    warm_up: bool = False
    """Whether a round that is not counted goes first: compiled files, page cache."""


class Ratio(NamedTuple):
    """A ratio taken in every round: the median, the least and the greatest."""

    median: float
    low: float
    high: float


@dataclass
class Measured:
    """The samples of a case: a list for each contender, one sample a round."""

    case: Case
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def median(self, name: str, what: str = "wall") -> float | None:
        """Return the median of `what` (wall, cpu or peak) over the rounds; None: not measured."""
        found = self.samples.get(name)
        return median(getattr(one, what) for one in found) if found else None

    def best(self, name: str) -> float | None:
        """Return the shortest wall time."""
        found = self.samples.get(name)
        return min(one.wall for one in found) if found else None

    def ratio(self, name: str, *base: str, what: str = "wall") -> Ratio | None:
        """Return the ratio of `name` to the sum of `base`, each round for itself."""
        ours = self.samples.get(name)
        theirs = [self.samples.get(one) for one in base]
        if not ours or not all(theirs):
            return None
        found = [
            getattr(one, what) / sum(getattr(two, what) for two in others)
            for one, *others in zip(ours, *(two for two in theirs if two), strict=False)
        ]
        return Ratio(median(found), min(found), max(found))

    def agree(self) -> dict[str, bool]:
        """Return, for each word of `prints`, whether all that carry it printed the same bytes."""
        seen: dict[str, set[str]] = {}
        for contender in self.case.contenders:
            if contender.prints and contender.name in self.samples:
                digests = {one.printed for one in self.samples[contender.name]}
                seen.setdefault(contender.prints, set()).update(digests)
        return {word: len(digests) == 1 for word, digests in seen.items()}

    def as_data(self) -> dict[str, Any]:
        """Return everything as plain data, for JSON."""
        return {
            "title": self.case.title,
            "plans": self.case.plans,
            "base": self.case.base,
            "missing": self.missing,
            "runs": {
                name: [{"wall": s.wall, "cpu": s.cpu, "peak": s.peak} for s in samples]
                for name, samples in self.samples.items()
            },
            "same_bytes": self.agree(),
        }


def measure(case: Case, folder: Path, progress: Callable[[str], None]) -> Measured:
    """Measure a case; a contender that fails is noted as missing and takes no further part."""
    measured = Measured(case)
    running = [one for one in case.contenders if not one.missing]
    measured.missing = {one.name: one.missing for one in case.contenders if one.missing}
    for number in range(0 if case.warm_up else 1, case.rounds + 1):
        for contender in list(running):
            progress(f"{case.key}: round {number} of {case.rounds}: {contender.name}")
            try:
                sample = run(contender, folder)
            except (ContenderError, OSError) as error:
                measured.missing[contender.name] = str(error)
                measured.samples.pop(contender.name, None)
                running.remove(contender)
                continue
            if contender.once:
                running.remove(contender)
            if number:
                measured.samples.setdefault(contender.name, []).append(sample)
    return measured

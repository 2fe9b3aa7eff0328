"""`python -m benchmarks.warm`: what answers about unchanged plans cost, in ten minutes.

The targets of `benchmarks.targets` about unchanged plans and about cold runs, and nothing else, by
CPU. `--before FOLDER` is a checkout of an earlier version, whose cold runs are compared with ours.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.cases import plans
from benchmarks.measure import Contender
from benchmarks.results import Case, Measured, measure
from benchmarks.targets import PROVINCE, UNCHANGED
from benchmarks.tools import ROOT, find_tools

COLD_AT_MOST = 1.15
"""A cold run, in relation to one of the version before."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.warm", description=__doc__)
    parser.add_argument("--before", type=Path, help="checkout of an earlier version")
    parser.add_argument("--sizes", default="92,3321", help="numbers of plans")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    results: dict[str, Measured] = {}
    with tempfile.TemporaryDirectory(prefix="cchc-benchmarks-") as made:
        bench = Bench(find_tools(None), Path(made), asked.rounds)
        for size in map(int, asked.sizes.split(",")):
            case = _unchanged(bench, size)
            results[case.key] = measure(case, bench.work, _tell)
        for target in UNCHANGED:
            if (value := target.value(results, "cpu")) is not None:
                number = value if isinstance(value, float) else value.median
                met = "yes" if target.met(number) else "NO"
                print(f"{met:3} {number:6.2f} {target.unit} (<= {target.limit:g})  {target.work}")
        if asked.before:
            for line in _cold(bench, asked.before.absolute()):
                print(line)


def _unchanged(bench: Bench, size: int) -> Case:
    """Return the contenders of `benchmarks.cases.plans` that ask again about unchanged plans."""
    whole = plans.case(bench, size)
    names = (whole.base, plans.STAT, plans.WARM, plans.DUE_WARM, plans.DUE_TERMINAL)
    chosen = [one for one in whole.contenders if one.name in names]
    return Case(whole.key, whole.title, whole.base, chosen, bench.rounds(5), size, warm_up=True)


def _cold(bench: Bench, before: Path) -> Iterator[str]:
    """Yield how cold runs over 92 plans compare with those of the version in `before`."""
    folder = bench.workspace(92)

    def run(name: str, tree: Path, jobs: int) -> Contender:
        command = [sys.executable, "-m", "cchc", "validate", "--no-cache", "--jobs", str(jobs)]
        return Contender(f"{name}, {jobs}", command, folder, {"PYTHONPATH": str(tree)})

    contenders = [run(name, tree, jobs) for jobs in (1, 2)
                  for name, tree in (("before", before), ("now", ROOT))]  # fmt: skip
    case = Case(f"{PROVINCE}-cold", "cold", "before, 1", contenders, bench.rounds(5), 92, True)
    found = measure(case, bench.work, _tell)
    if sha256().hexdigest() in {one.printed for each in found.samples.values() for one in each}:
        raise SystemExit(f"{before}: its cchc prints nothing (python -m tests.catalogue there?)")
    for jobs, what in ((1, "one core"), (2, "two cores")):
        if ratio := found.ratio(f"now, {jobs}", f"before, {jobs}", what="cpu"):
            met = "yes" if ratio.median <= COLD_AT_MOST else "NO"
            work = f"92 plans, cold, {what}: now / before"
            yield f"{met:3} {ratio.median:6.2f} x (<= {COLD_AT_MOST:g})  {work}"


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

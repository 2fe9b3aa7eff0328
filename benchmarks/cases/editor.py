"""The language server: what one key costs, beside a cold `cchc validate` of the same plan."""

from __future__ import annotations

import sys

from benchmarks.bench import Bench
from benchmarks.measure import Contender
from benchmarks.results import Case
from benchmarks.tools import ROOT

KEYS = 40
ONE_KEY, MANY_KEYS, VALIDATE = "server, 1 key", f"server, {KEYS + 1} keys", "cchc validate ONE"


def case(bench: Bench) -> Case:
    """Return the case: phu-thinh has 50 tasks, and four other plans beside it."""
    folder = bench.work / "editor"
    (folder / "plans").mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "plans").glob("*.yaml")):
        (folder / "plans" / path.name).write_bytes(path.read_bytes())
    plan = folder / "plans" / "phu-thinh.yaml"
    keys = [sys.executable, "-m", "benchmarks.keys", str(plan)]
    env = {"PYTHONPATH": str(ROOT)}
    return Case(
        "editor",
        "After a key in an editor, on a plan of 50 tasks",
        VALIDATE,
        [
            Contender(VALIDATE, bench.tools.ours("validate", str(plan), cold=True), folder),
            Contender(ONE_KEY, [*keys, "1"], folder, env),
            Contender(MANY_KEYS, [*keys, str(KEYS + 1)], folder, env),
        ],
        bench.rounds(7),
        plans=1,
        warm_up=True,
    )

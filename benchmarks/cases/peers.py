"""The province's 92 plans, checked by cchc and by others.

check-jsonschema judges the same files by the schema that cchc exports; yamllint looks at their
form; doorstop checks one item for each task, with the same texts. None of them knows deadlines,
units or citations: cchc does all of its rules in the time given.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.cases.start import SCHEMA
from benchmarks.measure import Contender, run
from benchmarks.peers.items import write_items
from benchmarks.results import Case

PLANS = 92
OURS = "cchc validate, cold"
SCHEMA_PEER, STYLE_PEER, ITEMS_PEER = "check-jsonschema", "yamllint", "doorstop"


def case(bench: Bench) -> Case:
    """Return the case."""
    tools = bench.tools
    folder = bench.workspace(PLANS)
    files = [str(path.relative_to(folder)) for path in sorted(folder.glob("plans/*/*.yaml"))]
    return Case(
        "peers",
        f"{PLANS} plans beside peers, the same files",
        OURS,
        [
            Contender(OURS, tools.ours("validate", cold=True), folder),
            tools.peer_contender(
                SCHEMA_PEER, "check-jsonschema", "--schemafile", SCHEMA, *files, cwd=folder
            ),
            tools.peer_contender(STYLE_PEER, "yamllint", "-d", "relaxed", *files, cwd=folder),
            _doorstop(bench, folder),
        ],
        bench.rounds(3),
        PLANS,
    )


def _doorstop(bench: Bench, folder: Path) -> Contender:
    items = bench.work / "doorstop"
    contender = bench.tools.peer_contender(
        ITEMS_PEER, "doorstop", "--no-reformat", "--no-level-check", cwd=items
    )
    if contender.missing:
        return contender
    shutil.rmtree(items, ignore_errors=True)
    write_items(sorted(folder.glob("plans/*/*.yaml")), items)
    # It works in a repository only; one of its own, far from any other.
    subprocess.run(["git", "init", "--quiet", "."], cwd=items, check=True)
    run(contender, bench.work)  # its first run stamps every item, five times as slow as those after
    return contender

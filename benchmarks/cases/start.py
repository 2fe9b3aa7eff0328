"""Start-up: what a program costs before it does any work, and one plan."""

from __future__ import annotations

from benchmarks.bench import Bench
from benchmarks.measure import Contender
from benchmarks.results import Case
from benchmarks.tools import COMPLETION, ROOT

SCHEMA = str(ROOT / "docs" / "plan.schema.json")


def case(bench: Bench) -> Case:
    """Return the case."""
    tools = bench.tools
    folder = bench.workspace(92)
    one = bench.one(folder)
    bare = bench.bare()
    return Case(
        "start",
        "Start-up, and one plan with nothing cached",
        bare.name,
        [
            bare,
            Contender("cchc --version", [*tools.cchc, "--version"], folder),
            Contender(
                "cchc, shell completion", [*tools.cchc, *COMPLETION], folder,
                missing="" if tools.completes else "this cchc has no shell completion",
            ),
            Contender(
                "cchc, completion of 92 ids",
                [*tools.cchc, "__complete", "bash", "due", "--plan", ""], folder,
                missing="" if tools.completes else "this cchc has no shell completion",
            ),
            Contender("cchc validate ONE", tools.ours("validate", one, cold=True), folder),
            tools.peer_contender("yamllint ONE", "yamllint", "-d", "relaxed", one, cwd=folder),
            tools.peer_contender(
                "check-jsonschema ONE", "check-jsonschema", "--schemafile", SCHEMA, one, cwd=folder
            ),
            tools.peer_contender("doorstop --version", "doorstop", "--version", cwd=folder),
            tools.peer_contender("pandoc --version", "pandoc", "--version", cwd=folder),
        ],
        bench.rounds(15),
        plans=1,
        warm_up=True,
    )  # fmt: skip

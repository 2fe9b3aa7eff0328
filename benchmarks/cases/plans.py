"""Many plans: the limits, cold, warm, one core, several, one plan touched, interrupted."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.measure import Contender
from benchmarks.results import Case
from benchmarks.tools import NO_JOBS

COMPOSE = "limit: libyaml composes, plain data"
STAT = "limit: stat every file"
COLD, ONE_CORE, TWO = "validate, cold", "validate, cold, one core", "validate, cold, two workers"
FILL, WARM, TOUCHED = "validate, filling the cache", "validate, warm", "validate, one touched"
DUE_COLD, DUE_WARM = "due --quarter 2, cold", "due --quarter 2, warm"
DUE_TERMINAL, DUE_TERMINAL_ALL = f"{DUE_WARM}, terminal", f"{DUE_WARM}, terminal, --all"
VALIDATE_TERMINAL = "validate, warm, terminal"
ONE_PLAN, INTERRUPTED = "validate ONE, cold", "validate, from Ctrl-C to the end"
QUARTER = ("due", "--quarter", "2", "--year", "2026", "--today", "2026-05-04")
_ROUNDS = {92: 7, 3321: 3}
_MANY, _SLOW = 1000, 10_000
"""From so many plans on, what takes long and is known from smaller sizes is left out."""


def case(bench: Bench, plans: int) -> Case:
    """Return the case of a size."""
    tools = bench.tools
    folder = bench.workspace(plans)
    many, slow = plans > _MANY, plans > _SLOW

    def ours(name: str, *arguments: str, jobs: int | None = None) -> Contender:
        missing = NO_JOBS if jobs and not tools.knows(arguments[0], "--jobs") else ""
        command = tools.ours(*arguments, cold=True, jobs=jobs)
        once = many and arguments == ("validate",)
        return Contender(name, command, folder, prints=arguments[0], once=once, missing=missing)

    contenders = [
        bench.bare(),
        bench.limit("stat", STAT, folder),
        bench.limit("read", "limit: read every byte", folder),
        bench.limit("events", "limit: libyaml events, nothing built", folder),
        *([] if slow else [bench.limit("compose", COMPOSE, folder)]),
        *([] if many and tools.knows("validate", "--jobs") else [ours(COLD, "validate")]),
        *([] if slow else [ours(ONE_CORE, "validate", jobs=1)]),
        *([] if slow else [ours(TWO, "validate", jobs=2)]),
        bench.cached(FILL, folder, "validate", filled=False, once=many),
        bench.cached(WARM, folder, "validate"),
        *([] if many else [ours(DUE_COLD, *QUARTER)]),
        bench.cached(DUE_WARM, folder, *QUARTER),
        _shown(bench, DUE_TERMINAL, folder, *QUARTER),
        *([] if slow else [_shown(bench, DUE_TERMINAL_ALL, folder, *QUARTER, "--all")]),
        _shown(bench, VALIDATE_TERMINAL, folder, "validate"),
        Contender(ONE_PLAN, tools.ours("validate", bench.one(folder), cold=True), folder),
        _touched(bench, folder),
        *([_interrupted(bench, folder)] if many else []),
    ]
    rounds = _ROUNDS.get(plans, 1)
    title = f"{plans:,} plans ({_megabytes(folder):.1f} MB)"
    return Case(
        f"plans-{plans}", title, "python -I -c pass", contenders, bench.rounds(rounds), plans,
        warm_up=not many,
    )  # fmt: skip


def _shown(bench: Bench, name: str, folder: Path, *arguments: str) -> Contender:
    """Return a run over a full cache whose answer a person sees on a terminal."""
    return bench.on_terminal(bench.cached(name, folder, *arguments))


def _touched(bench: Bench, folder: Path) -> Contender:
    """Return a run over a full cache after the text of one plan has changed."""
    warm = bench.cached(TOUCHED, folder, "validate")
    plan = folder / bench.one(folder)
    text = plan.read_text("utf-8")
    turns = itertools.count(1)

    def touch() -> None:
        if warm.prepare:
            warm.prepare()
        plan.write_text(f"{text}# {next(turns)}\n", "utf-8")

    return replace(warm, prepare=touch)


def _interrupted(bench: Bench, folder: Path) -> Contender:
    after = 2.0
    command = bench.tools.ours("validate", cold=True)
    # 130 as shells say it, or killed by the signal itself.
    return Contender(INTERRUPTED, command, folder, leaves=(130, -2), interrupt_after=after)


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob("plans/*/*.yaml")) / 1e6

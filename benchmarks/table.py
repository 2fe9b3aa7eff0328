"""The results as Markdown for people and as JSON for programs."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.cases import peers, plans
from benchmarks.results import Measured, Ratio
from benchmarks.targets import TARGETS, Results, Target, Value, per_plan

_MB = 1_000_000
_PEERS_START = {
    peers.SCHEMA_PEER: "check-jsonschema ONE",
    peers.STYLE_PEER: "yamllint ONE",
}


def machine() -> dict[str, Any]:
    """Return what the figures depend on, without names of hosts or people."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "load_before": round(os.getloadavg()[0], 2),
    }


def as_markdown(results: Results, about: Mapping[str, Any], printed: Mapping[str, int]) -> str:
    """Return the whole table."""
    lines = [summary(results, about)]
    for measured in results.values():
        lines += ["", *_case(measured)]
    lines += ["", *_growth(results), "", *_by_line(results), "", *_agreement(results, printed)]
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip() + "\n"


def summary(results: Results, about: Mapping[str, Any]) -> str:
    """Return the machine and the targets."""
    lines = [
        f"{about['system']} {about['architecture']}, {about['cores']} cores, Python "
        f"{about['python']}; load when it began: {about['load_before']}. Each case measures all its "
        "contenders in turn, round by round; “x” is the ratio to the case's first line in the same "
        "round: median (least to greatest). Where other work goes on beside, CPU time is the "
        "truer one. Peak memory is that of the largest process.",
        "",
        *_targets(results),
    ]
    return "\n".join(lines) + "\n"


def _targets(results: Results) -> Iterator[str]:
    yield "| Target | wanted | wall | | CPU | |"
    yield "|---|---|---|---|---|---|"
    for target in TARGETS:
        wall, cpu = target.value(results, "wall"), target.value(results, "cpu")
        cells = [_value(wall, target.unit), _verdict(target, wall)]
        if cpu is None or cpu == wall:  # memory, counts: there is only one
            cells += ["", ""]
        else:
            cells += [_value(cpu, target.unit), _verdict(target, cpu)]
        yield f"| {target.work} | {_wanted(target)} | {' | '.join(cells)} |"


def _wanted(target: Target) -> str:
    return f"{'≥' if target.least else '≤'} {target.limit:g} {target.unit}"


def _value(value: Value, unit: str) -> str:
    if value is None:
        return "not measured"
    if isinstance(value, Ratio):
        return f"{value.median:.2f} ({value.low:.2f} to {value.high:.2f})"
    return f"{value:.2f} {unit}"


def _verdict(target: Target, value: Value) -> str:
    if value is None:
        return ""
    return "yes" if target.met(value.median if isinstance(value, Ratio) else value) else "**no**"


def _case(measured: Measured) -> Iterator[str]:
    case = measured.case
    yield f"### {case.title}"
    yield ""
    yield "| | wall, s | best | x | CPU, s | x | CPU a plan, ms | peak, MB |"
    yield "|---|---|---|---|---|---|---|---|"
    for contender in case.contenders:
        name = contender.name
        if name in measured.missing:
            yield f"| {name} | not measured: {measured.missing[name]} | | | | | | |"
            continue
        wall, cpu, peak = (measured.median(name, what) or 0.0 for what in ("wall", "cpu", "peak"))
        ratio, by_cpu = (measured.ratio(name, case.base, what=what) for what in ("wall", "cpu"))
        each = f"{1000 * cpu / case.plans:.2f}" if case.plans else ""
        yield (
            f"| {name} | {wall:.3f} | {measured.best(name) or 0.0:.3f} | {_value(ratio, 'x')} "
            f"| {cpu:.3f} | {by_cpu.median if by_cpu else 0:.2f} | {each} | {peak / _MB:.0f} |"
        )


def _growth(results: Results) -> Iterator[str]:
    sizes = [key for key in results if key.startswith("plans-")]
    if not sizes:
        return
    yield "### Growth, cold: CPU a plan beyond start-up (ms) and peak memory (MB)"
    yield ""
    yield "| plans | one core, no cache | peak | filling the cache, all workers | peak |"
    yield "|---|---|---|---|---|"
    for key in sizes:
        cells = [f"{results[key].case.plans:,}"]
        for name in (plans.ONE_CORE, plans.FILL):
            each, peak = per_plan(results, key, name), results[key].median(name, "peak")
            cells += [f"{1000 * each:.3f}" if each else "", f"{peak / _MB:.0f}" if peak else ""]
        yield f"| {' | '.join(cells)} |"


def _by_line(results: Results) -> Iterator[str]:
    """Peers at 3,321 plans: reckoned, since measuring them takes most of an hour."""
    if "peers" not in results or "start" not in results:
        return
    yield "### Peers at 3,321 plans, by line from 1 and 92 (reckoned, not measured)"
    yield ""
    yield "| | CPU, s |"
    yield "|---|---|"
    for name, one in _PEERS_START.items():
        many, few = results["peers"].median(name, "cpu"), results["start"].median(one, "cpu")
        if many and few:
            yield f"| {name} | {few + (many - few) / (peers.PLANS - 1) * 3320:.0f} |"


def _agreement(results: Results, printed: Mapping[str, int]) -> Iterator[str]:
    found = {
        f"{measured.case.title}, {word}": same
        for measured in results.values()
        for word, same in measured.agree().items()
    }
    if found:
        yield "### The same bytes, warm, cold, one core, several, cache or none"
        yield ""
        yield from (
            f"- {words}: {'equal' if same else '**DIFFERENT**'}" for words, same in found.items()
        )
        yield ""
    if printed:
        yield "### Tasks in the papers that each printed (must agree)"
        yield ""
        yield from (f"- {name}: {count:,}" for name, count in printed.items())


def as_data(
    results: Results, about: Mapping[str, Any], printed: Mapping[str, int]
) -> dict[str, Any]:
    """Return everything that was measured as plain data."""
    return {
        "schema_version": 1,
        "kind": "benchmarks",
        "machine": dict(about),
        "targets": [_target_data(target, results) for target in TARGETS],
        "cases": {key: measured.as_data() for key, measured in results.items()},
        "tasks_printed": dict(printed),
    }


def _target_data(target: Target, results: Results) -> dict[str, Any]:
    data: dict[str, Any] = {
        "work": target.work,
        "limit": target.limit,
        "at_least": target.least,
        "unit": target.unit,
    }
    for what in ("wall", "cpu"):
        value = target.value(results, what)
        data[what] = value.median if isinstance(value, Ratio) else value
        data[f"met_by_{what}"] = None if value is None else _verdict(target, value) == "yes"
    return data

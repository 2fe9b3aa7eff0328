"""No test looks at a clock: what is counted is the same on a machine that is slow or busy."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent.parent
CLOCKS = {
    "perf_counter", "perf_counter_ns", "process_time", "process_time_ns", "thread_time",
    "thread_time_ns", "monotonic", "monotonic_ns", "time_ns", "getrusage", "RLIMIT_CPU",
    "setitimer", "timeit", "utcnow", "default_timer",
}  # fmt: skip
"""Names that read a clock, or stop a program by one."""


def faults(text: str) -> list[str]:
    """Return where the text of a test looks at a clock, or lets one decide how long to wait."""
    found = []
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names) if {one.name for one in names} & {"time", "timeit"}:
                found.append(f"line {node.lineno}: import time")
            case ast.ImportFrom(module="time" | "timeit"):
                found.append(f"line {node.lineno}: import from time")
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in CLOCKS:
                found.append(f"line {node.lineno}: {name}")
            case ast.Call(func=ast.Attribute(attr="now" | "today", value=ast.Name(id="datetime"))):
                found.append(f"line {node.lineno}: the time of day")
            case (
                ast.Call(
                    func=ast.Attribute(attr="communicate" | "join"),
                    keywords=[ast.keyword("timeout")],
                )
                | ast.Call(func=ast.Attribute(attr="run"), keywords=[*_, ast.keyword("timeout")])
            ):
                found.append(f"line {node.lineno}: timeout")
            case ast.Call(func=ast.Name(id="settings"), keywords=words) if any(
                word.arg in ("deadline", "derandomize") for word in words
            ):
                found.append(f"line {node.lineno}: the profile of conftest.py says it for all")
    return found


def test_no_test_looks_at_a_clock():
    read = {path: faults(path.read_text("utf-8")) for path in sorted(TESTS.glob("**/*.py"))}
    assert {path: found for path, found in read.items() if found} == {}


@pytest.mark.parametrize(
    "text",
    ["import time", "from time import monotonic", "x.perf_counter()", "datetime.now()",
     "run.communicate(timeout=60)", "subprocess.run(words, check=True, timeout=9)",
     "@settings(max_examples=9, deadline=200)\ndef test(): ...", "resource.getrusage(0)"],
)  # fmt: skip
def test_a_clock_is_seen(text):
    assert len(faults(text)) == 1


def test_random_tests_draw_the_same_everywhere_and_never_fail_for_being_slow():
    used = settings()
    assert used.deadline is None
    assert used.derandomize
    assert HealthCheck.too_slow in used.suppress_health_check

"""Where the time of a validation goes: `python -m benchmarks.profile --plans 92`.

Every stage and every rule is timed by itself, in CPU time of one process, with the collector as cchc sets it.
What several rules share (`Facts`) is worked out at the first question, whoever asks: rules are
therefore run twice over the same facts, the second time counts as their own, and the difference
is what they share.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.generate import generate

READ, SCHEMA, SHARED, REST = (
    "parsing the YAML", "schema, bases written out", "facts that rules share", "diagnostics, places",
)  # fmt: skip


def stages(folder: Path) -> Counter[str]:
    """Return nanoseconds for each stage, and for each rule by its name, over the plans of a workspace."""
    from cchc.read.load import load
    from cchc.read.register import find_register
    from cchc.read.yaml.tree import parse_yaml
    from cchc.rules import Hit, PlanRule, all_rules, diagnose, rule_name
    from cchc.rules._facts import Facts

    found = find_register(folder)
    register = found.register if found else None
    spent: Counter[str] = Counter()

    def timed(stage: str, work: Callable[..., Any], *given: Any) -> Any:
        started = time.process_time_ns()
        done = work(*given)
        spent[stage] += time.process_time_ns() - started
        return done

    def ask(rule: PlanRule, facts: Facts) -> list[Hit]:
        return list(rule.check(facts))

    gc.set_threshold(100_000, 20, 20)
    rules = all_rules()
    for path in sorted(folder.glob("plans/*/*.yaml")):
        before = spent[READ]
        timed(READ, parse_yaml, path.read_text("utf-8"))
        source = timed(SCHEMA, load, path)
        spent[SCHEMA] -= spent[READ] - before  # loading is parsing and the rest
        if source.plan is None:
            continue
        facts = Facts(source.plan, register)
        for stages_of in ([SHARED] * len(rules), [rule_name(rule) for rule in rules]):
            for rule, stage in zip(rules, stages_of, strict=True):
                timed(stage, ask, rule, facts)
        timed(REST, diagnose, source, None, facts)
    own = sum(spent[rule_name(rule)] for rule in rules)
    spent[SHARED] -= own  # the first time, rules did their own work, too
    spent[REST] -= own  # diagnosing asks them once more
    return spent


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Show where the time of a validation goes.")
    parser.add_argument("--plans", type=int, default=92)
    parser.add_argument("--rules", type=int, default=10, help="how many rules to list")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cchc-profile-") as folder:
        generate(Path(folder), asked.plans)
        spent = stages(Path(folder))
    total = sum(spent.values())
    print("| | ms a plan | share |")
    print("|---|---|---|")
    for stage in (READ, SCHEMA, SHARED, REST):
        print(
            f"| {stage} | {spent[stage] / 1e6 / asked.plans:.2f} | {spent.pop(stage) / total:.1%} |"
        )
    print(
        f"| {len(spent)} rules | {spent.total() / 1e6 / asked.plans:.2f} | {spent.total() / total:.1%} |"
    )
    for name, used in spent.most_common(asked.rules):
        print(f"| – {name} | {used / 1e6 / asked.plans:.2f} | {used / total:.1%} |")


if __name__ == "__main__":
    main()

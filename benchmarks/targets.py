"""What cchc is meant to reach: every target is a relation measured inside one run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from benchmarks.cases import editor, hostile, papers, peers, plans
from benchmarks.results import Measured, Ratio

Results = Mapping[str, Measured]
Value = Ratio | float | None
PROVINCE, COUNTRY, FIVE_COUNTRIES = "plans-92", "plans-3321", "plans-16605"
_MB = 1_000_000


class Target(NamedTuple):
    """A value that is to be at most, or at least, `limit`."""

    work: str
    limit: float
    value: Callable[[Results, str], Value]
    """Asked with "wall" or "cpu"; None when it was not measured, or not so."""
    unit: str = "x"
    least: bool = False

    def met(self, value: float) -> bool:
        """Whether `value` reaches the target."""
        return value >= self.limit if self.least else value <= self.limit


def ratio(case: str, name: str, *base: str) -> Callable[[Results, str], Value]:
    """Return what asks the results for the ratio of a contender to others of its case."""

    def ask(results: Results, what: str) -> Value:
        return results[case].ratio(name, *base, what=what) if case in results else None

    return ask


def faster(
    case: str, ours: str, *theirs: str, by_wall: bool = False
) -> Callable[[Results, str], Value]:
    """Return what asks how many times longer `theirs` took together; `by_wall`: CPU says nothing."""

    def ask(results: Results, what: str) -> Value:
        if case not in results or (by_wall and what == "cpu"):
            return None
        if not (found := results[case].ratio(ours, *theirs, what=what)):
            return None
        return Ratio(1 / found.median, 1 / found.high, 1 / found.low)

    return ask


def per_plan(results: Results, case: str, name: str = plans.ONE_CORE) -> float | None:
    """Return CPU seconds a plan, the start-up taken off."""
    if case not in results:
        return None
    measured = results[case]
    many, one = measured.median(name, "cpu"), measured.median(plans.ONE_PLAN, "cpu")
    return (many - one) / (measured.case.plans - 1) if many and one else None


def growth(larger: str, smaller: str, name: str) -> Callable[[Results, str], Value]:
    """Return what asks for CPU per plan at a size, in relation to a smaller one."""

    def ask(results: Results, _: str) -> Value:
        here, there = per_plan(results, larger, name), per_plan(results, smaller, name)
        return here / there if here and there else None

    return ask


def peak(case: str, *names: str) -> Callable[[Results, str], float | None]:
    """Return what asks for the greatest peak memory of contenders, in MB."""

    def ask(results: Results, _: str) -> float | None:
        if case not in results:
            return None
        found = [results[case].median(name, "peak") for name in names]
        known = [one for one in found if one]
        return max(known) / _MB if known else None

    return ask


def peak_growth(results: Results, what: str) -> Value:
    """Return peak memory at 3,321 plans in relation to 92, on one core and without cache."""
    here, there = (peak(case, plans.ONE_CORE)(results, what) for case in (COUNTRY, PROVINCE))
    return here / there if here and there else None


def beyond_pipe(results: Results, what: str) -> Value:
    """Return how many seconds more `due` of 3,321 plans takes on a terminal than into a pipe."""
    if COUNTRY not in results:
        return None
    measured = results[COUNTRY]
    shown, piped = (measured.median(name, what) for name in (plans.DUE_TERMINAL, plans.DUE_WARM))
    return shown - piped if shown is not None and piped is not None else None


def interrupted(results: Results, _: str) -> Value:
    """Return the seconds from Ctrl-C to the end."""
    known = FIVE_COUNTRIES in results
    return results[FIVE_COUNTRIES].median(plans.INTERRUPTED) if known else None


def slowest_file(results: Results, what: str) -> Value:
    """Return the seconds that the worst hostile file took."""
    if "hostile" not in results:
        return None
    measured = results["hostile"]
    if any(name in measured.missing for name, _ in hostile.files()):
        return float("inf")  # it left with a code that it should not
    return max(measured.median(name, what) or 0.0 for name, _ in hostile.files())


def paper(results: Results, what: str) -> Value:
    """Return the milliseconds of one more paper, on one core where that can be asked for."""
    if "papers" not in results:
        return None
    measured = results["papers"]
    name = papers.ONE_CORE if papers.ONE_CORE in measured.samples else papers.OURS
    many, one = measured.median(name, what), measured.median(papers.ONE_PLAN, what)
    return 1000 * (many - one) / (papers.PLANS - 1) if many and one else None


def one_key(results: Results, what: str) -> Value:
    """Return what one more key costs in relation to a cold `validate` of the same plan."""
    if "editor" not in results:
        return None
    measured = results["editor"]
    many, one = (measured.median(name, what) for name in (editor.MANY_KEYS, editor.ONE_KEY))
    whole = measured.median(editor.VALIDATE, what)
    return (many - one) / editor.KEYS / whole if many and one and whole else None


_BARE = "python -I -c pass"
UNCHANGED = (
    Target("`validate` 92 unchanged plans / `python -I -c pass`", 10,
           ratio(PROVINCE, plans.WARM, _BARE)),
    Target("`due --quarter 2`, 92 unchanged plans / `python -I -c pass`", 16,
           ratio(PROVINCE, plans.DUE_WARM, _BARE)),
    Target("`due --quarter 2`, 92 unchanged plans: terminal / pipe", 2,
           ratio(PROVINCE, plans.DUE_TERMINAL, plans.DUE_WARM)),
    Target("`validate` 3,321 unchanged plans / stat of every file", 8,
           ratio(COUNTRY, plans.WARM, plans.STAT)),
    Target("`due --quarter 2`, 3,321 unchanged plans: terminal - pipe", 2, beyond_pipe, "s"),
    Target("peak memory, `due` of 3,321 unchanged plans", 150,
           peak(COUNTRY, plans.DUE_WARM, plans.DUE_TERMINAL), "MB"),
)  # fmt: skip
"""What is asked again of plans that nobody has changed; `benchmarks.warm` measures these alone."""
TARGETS = (
    Target("`cchc --version` / `python -I -c pass`", 2, ratio("start", "cchc --version", _BARE)),
    Target("shell completion / `python -I -c pass`", 2,
           ratio("start", "cchc, shell completion", _BARE)),
    Target("`validate` one plan, cold / `python -I -c pass`", 18,
           ratio("start", "cchc validate ONE", _BARE)),
    *UNCHANGED,
    Target("92 plans, cold: check-jsonschema + yamllint / `validate`", 30,
           faster("peers", peers.OURS, peers.SCHEMA_PEER, peers.STYLE_PEER), least=True),
    Target("3,321 plans, cold, one core / libyaml composing them (counts by CPU)", 1.5,
           ratio(COUNTRY, plans.ONE_CORE, plans.COMPOSE)),
    Target("3,321 plans, cold: one core / two workers", 1.6,
           faster(COUNTRY, plans.TWO, plans.ONE_CORE, by_wall=True), least=True),
    Target("one plan of 3,321 touched / unchanged run + one cold plan", 1,
           ratio(COUNTRY, plans.TOUCHED, plans.WARM, plans.ONE_PLAN)),
    Target("CPU per plan, 3,321 / 92, one core", 1.15, growth(COUNTRY, PROVINCE, plans.ONE_CORE)),
    Target("CPU per plan, 16,605 / 3,321, filling the cache", 1.15,
           growth(FIVE_COUNTRIES, COUNTRY, plans.FILL)),
    Target("peak memory, 16,605 plans with the cache", 150,
           peak(FIVE_COUNTRIES, plans.FILL, plans.WARM, plans.DUE_WARM), "MB"),
    Target("peak memory without cache, 3,321 / 92", 1.5, peak_growth),
    Target("peak memory, `validate` and `due` of 16,605 plans", 500,
           peak(FIVE_COUNTRIES, plans.FILL, plans.WARM, plans.DUE_WARM),
           "MB"),
    Target("`validate` of 16,605 plans, from Ctrl-C to the end", 1,
           interrupted, "s"),
    Target("the worst file of 1 MB", 2, slowest_file, "s"),
    Target("papers of 92 plans: docxtpl / cchc", 2,
           faster("papers", papers.OURS, papers.DOCXTPL), least=True),
    Target("papers of 92 plans: pandoc / cchc", 10,
           faster("papers", papers.OURS, papers.PANDOC), least=True),
    Target("one more paper", 20, paper, "ms"),
    Target("after a key in an editor, a plan of 50 tasks / `validate` of it, cold", 0.2, one_key),
)  # fmt: skip

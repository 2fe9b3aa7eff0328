"""Which claims of the plans of a run do not agree: found by number, then put into words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from cchc.read.folders import plan_id
from cchc.rules import RuleLabels
from cchc.rules._beyond_one_file import LocatedHit, RunAnswers, Verdicts, failure
from cchc.rules._verdict import Verdict
from cchc.rules.across_plans import (
    Claim,
    ClaimIndex,
    CodedClaim,
    ComparingRule,
    OtherPlan,
    all_rules,
)
from cchc.rules.across_plans._same_task import ClaimPair, SameTasks
from cchc.store.database import Store
from cchc.store.results import Results


class PlanComparison:
    """The rules over several plans, asked about the plans of a run."""

    def __init__(self, store: Store, depends_on: object, verdicts: Results[Verdict]) -> None:
        self.indexes: Results[ClaimIndex] = Results(store, "claim index", ClaimIndex, depends_on)
        self.claims: Results[list[CodedClaim]] = Results(
            store, "claims", list[CodedClaim], depends_on
        )
        self._verdicts = Verdicts(store, "places of claims", depends_on, verdicts)
        self._runs = RunAnswers(store, "comparison", depends_on)

    def forget_unseen(self) -> None:
        """Forget what no file says any more."""
        for kept in (self.indexes, self.claims, self._verdicts):
            kept.forget_unseen()

    def found(self, paths: Sequence[Path], contents: Sequence[int | None]) -> dict[int, Verdict]:
        """Return what the rules find, by the index of the path.

        What the same run found before is kept; `contents` are those of `paths`, None for no plan.
        """
        asked = repr(([str(path) for path in paths], contents))
        plans = [(index, one) for index, one in enumerate(contents) if one is not None]
        return self._runs.answer(asked, lambda: self._compared(paths, plans))

    def _compared(
        self, paths: Sequence[Path], plans: Sequence[tuple[int, int]]
    ) -> tuple[dict[int, Verdict], bool]:
        conflicts: dict[int, list[LocatedHit]] = {}
        first: dict[int, tuple[int, CodedClaim]] = {}
        met: dict[int, SameTasks] = {}
        claims = lru_cache(maxsize=512)(self.claims.get)
        rules = {rule.CODE: rule for rule in all_rules()}
        failed = False
        differing = self._differing([content for _, content in plans])
        for index, content in plans if differing else ():
            pairs: list[tuple[ComparingRule, ClaimPair]] = []
            alike: dict[int, list[tuple[int, Claim]]] = {}
            for n, key in enumerate(self.indexes.get(content).keys):
                if key not in differing:
                    continue
                code, later = claims(content)[n]
                rule = rules[code]
                if getattr(rule, "BY_MEANING", False):
                    alike.setdefault(key, []).append((n, later))
                    continue
                holder, (_, earlier) = first.setdefault(key, (index, (code, later)))
                if holder != index and (
                    earlier.value != later.value or getattr(rule, "ONE_ONLY", False)
                ):
                    pairs.append((rule, ClaimPair(n, later, holder, earlier)))
            for key, several in alike.items():
                rule = rules[claims(content)[several[0][0]][0]]
                same = met.setdefault(key, SameTasks()).pairs(index, several)
                pairs += [(rule, pair) for pair in same]
            for rule, pair in pairs:
                named = OtherPlan(plan_id(paths[pair.plan]), str(paths[pair.plan]))
                labels: RuleLabels = rule
                try:
                    hit = rule.conflict(pair.earlier, named, pair.later)
                except Exception as error:  # one plan never takes the others with it
                    failed = True
                    labels, hit = failure(error, pair.later.place)
                if hit:
                    conflicts.setdefault(index, []).append(
                        LocatedHit(str(pair.n), labels, hit, named.id)
                    )
        found = {
            index: self._verdicts.verdict(paths[index], content, conflicts[index])
            for index, content in plans
            if index in conflicts
        }
        return {index: one for index, one in found.items() if one.found}, failed

    def _differing(self, contents: Sequence[int]) -> set[int]:
        """Return the keys that several plans claim, and not with the same value."""
        seen: set[int] = set()
        repeated: set[int] = set()
        for content in contents:
            keys = set(self.indexes.get(content).keys)
            repeated |= seen & keys
            seen |= keys
        del seen  # the largest thing there is among thousands of plans
        differing: set[int] = set()
        said: dict[int, int] = {}
        for content in contents if repeated else ():
            for key, value in zip(*self.indexes.get(content), strict=True):
                if key in repeated and (said.setdefault(key, value) != value or not value):
                    differing.add(key)
        return differing

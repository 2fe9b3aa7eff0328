"""A plan with faults: what rules say of the rest of it, they say of the whole plan too."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from cchc.messages import say
from cchc.model.finding import Finding, KeyPath
from cchc.read import faults
from cchc.read.bases import written_out
from cchc.read.load import read_source
from cchc.read.partial import partial
from cchc.read.schema import to_plan
from cchc.read.yaml.tree import parse_yaml
from cchc.rules import check, check_partly, diagnose
from cchc.rules._facts import Facts
from tests.conftest import ROOT

STEMS = ("nam-dan", "phu-thinh", "dinh-hoa", "dinh-hoa-kstthc", "thanh-mien")
SPOILED = ([["x"]], {"zz": "x"}, "", "Không hợp lệ!", None)


def data_of(stem: str) -> dict[str, Any]:
    path = ROOT / "plans" / f"{stem}.yaml"
    data = parse_yaml(path.read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return written_out(data, path)[0]


def places(node: Any, at: KeyPath = ()) -> list[KeyPath]:
    inner = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    return ([at] if at else []) + [found for key, one in inner for found in places(one, (*at, key))]


def spoiled(node: Any, place: KeyPath, chance: random.Random) -> Any:
    """Return `node` with one wrong value, or a misspelt key at `place`."""
    copy = dict(node) if isinstance(node, dict) else list(node)
    part: Any = place[0]
    if len(place) > 1:
        copy[part] = spoiled(copy[part], place[1:], chance)
    elif isinstance(copy, dict) and chance.random() < 0.4:
        copy[f"{part[:-1]}q{part[-1]}"] = copy.pop(part)
    else:
        copy[part] = chance.choice(SPOILED)
    return copy


def said(found: list[Finding]) -> set[tuple[str, KeyPath]]:
    """Return what is found where; a message may name another of several equal texts as the first."""
    return {(one.code, one.place) for one in found}


def tried(stem: str, seed: int) -> tuple[bool, set[tuple[str, KeyPath]], list[Any]]:
    """Return whether the rest was judged, what is said of it only, and how the plan was spoiled."""
    chance = random.Random(seed)
    data = whole = data_of(stem)
    all_places = places(whole)
    chosen = [chance.choice(all_places) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
    for place in chosen:
        try:
            data = spoiled(data, place, chance)
        except (KeyError, TypeError, IndexError):
            continue  # spoiled already
    outcome = to_plan(data)
    if not isinstance(outcome, list):
        return False, set(), chosen
    rest = partial(data, outcome)
    if rest is None:
        return False, set(), chosen
    before = said(check(Facts(whole_plan(stem))))
    return True, said(check_partly(Facts(rest.plan), rest.left_out)) - before, chosen


def whole_plan(stem: str) -> Any:
    plan = to_plan(data_of(stem))
    assert not isinstance(plan, list)
    return plan


@pytest.mark.parametrize("stem", STEMS)
def test_of_the_rest_nothing_is_said_that_is_not_said_of_the_whole(stem):
    for seed in range(5):
        assert tried(stem, seed)[1] == set()


def test_a_fault_silences_its_whole_entry_and_no_other():
    """D003 asks whether a task is a report: with `report` wrong, its deadline is not judged."""
    data = data_of("phu-thinh")
    place = ("appendices", 0, "areas", 8, "tasks", 0)
    told = ("D003", (*place, "deadline"))
    assert told in said(check(Facts(whole_plan("phu-thinh"))))
    rest = partial(data, [faults.WRONG_TYPE.at(say("x"), place=(*place, "report"))])
    assert rest is not None
    found = said(check_partly(Facts(rest.plan), rest.left_out))
    assert told not in found
    assert ("D003", (*place[:-1], 1, "deadline")) in found


def test_faults_inside_what_is_left_out_leave_the_rest():
    text = "a: &a [x, x]\nb: &b [*a, {c: !t d}]\n" + (ROOT / "tests/rules/minimal.yaml").read_text(
        "utf-8"
    )
    source = read_source(Path("x"), text)
    rest = source.partial()
    assert rest is not None
    assert rest.plan.year == 2026
    assert {one.finding.code for one in diagnose(source)} == {"S001", "Y009"}

"""Asks cchc about a made-up province and works every figure out again: `python -m benchmarks.check_province FOLDER`.

Nothing of cchc is used for the second answer: plans are read as plain YAML, the plan of the province
as it was (`before/`) is compared with the one of now field by field, and days are read from the simple
phrases alone (a task with another phrase is left out of the count of done and overdue tasks).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from benchmarks.province import ABOVE, write

TODAY = date(2026, 6, 30)
Ask = Callable[..., str]
"""Runs cchc with these words, and returns what it printed."""
Row = dict[str, Any]

_QUARTER = re.compile(r"Quý (IV|I{1,3})(?:/| năm )(\d{4})")
_BEFORE = re.compile(r"Trước (?:ngày )?(\d+)/(\d+)/(\d{4})")
_MONTH = re.compile(r"Trong tháng (\d+)/(\d{4})")
_DAY = re.compile(r"(?:Ngày|Đến hết ngày) (\d+)/(\d+)/(\d{4})")


class Told(NamedTuple):
    """A link as a plan has it."""

    plan: str
    commune: str
    task: Row
    above: str


def last_day(phrase: str) -> date | None:
    """Return the last day of a simple phrase; None of any other."""
    if found := _QUARTER.fullmatch(phrase):
        month = 3 * (("I", "II", "III", "IV").index(found[1]) + 1)
        return date(int(found[2]), month, monthrange(int(found[2]), month)[1])
    if found := _BEFORE.fullmatch(phrase):
        return date(int(found[3]), int(found[2]), int(found[1])) - timedelta(days=1)
    if found := _MONTH.fullmatch(phrase):
        return date(int(found[2]), int(found[1]), monthrange(int(found[2]), int(found[1]))[1])
    if found := _DAY.fullmatch(phrase):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return None


def rows(plan: Row) -> Iterator[Row]:
    """Yield the tasks of a plan."""
    for appendix in plan["appendices"]:
        for area in appendix["areas"]:
            yield from area["tasks"]


class Province:
    """The plans of a folder as plain data."""

    def __init__(self, folder: Path) -> None:
        yaml = YAML(typ="safe", pure=False)
        self.folder = folder
        home = folder / "plans"
        self.now = yaml.load(home / f"{ABOVE}.yaml")
        self.before = yaml.load(folder / "before" / f"{ABOVE}.yaml")
        self.plans: dict[str, Row] = {}
        for file in sorted(home.rglob("*.yaml")):
            name = file.relative_to(home).with_suffix("").as_posix()
            if name not in (ABOVE, "register", "holidays"):
                self.plans[name] = yaml.load(file)
        self.tasks = {row["id"]: row for row in rows(self.now)}
        old = {row["id"]: row for row in rows(self.before)}
        self.changed = {
            task: keys
            for task, row in self.tasks.items()
            if task in old and (keys := self._differing(old[task], row))
        }
        self.removed = old.keys() - self.tasks.keys()
        self.links = [
            Told(name, commune_of(plan), row, link["task"].partition("#")[2])
            for name, plan in self.plans.items()
            for row in rows(plan)
            for link in row.get("carries_out", ())
        ]
        self.communes = {commune_of(plan) for plan in self.plans.values()}

    def _differing(self, old: Row, new: Row) -> set[str]:
        keys = ("title", "requirement", "product", "deadline", "lead", "targets", "for")
        return {key for key in keys if flat(old.get(key)) != flat(new.get(key))}

    def asked(self, row: Row) -> set[str]:
        """Return the communes that have to take a task up."""
        wanted = row.get("for", [])
        if wanted == "all":
            return self.communes
        kinds = {one for one in wanted if one in ("xã", "phường", "đặc khu")}
        return {one for one in self.communes if one in wanted or one.split(" ")[0] in kinds}


def commune_of(plan: Row) -> str:
    """Return the commune of a plan with its kind."""
    return f"{plan['commune']['level']} {plan['commune']['name']}"


def flat(value: Any) -> Any:
    """Return a value whose white space does not count."""
    if isinstance(value, str):
        return " ".join(value.split())
    return [flat(one) for one in value] if isinstance(value, list) else str(value)


def check(folder: Path, ask: Ask) -> list[str]:
    """Return one line for each figure that was compared; a figure that differs raises AssertionError."""
    province = Province(folder)
    day = ("--today", TODAY.isoformat())
    covered = json.loads(ask("coverage", ABOVE, *day, "--format", "json"))
    told = [*_coverage(province, covered)]
    told += _missing(
        province, json.loads(ask("coverage", ABOVE, "--missing", *day, "--format", "json"))
    )
    told += _suspects(province, json.loads(ask("validate", "--select", "K", "--format", "json")))
    told += _effects(
        province,
        json.loads(ask("diff", f"before/{ABOVE}.yaml", f"plans/{ABOVE}.yaml", "--format", "json")),
    )
    told += _parents(
        province, json.loads(ask("status", "--by", "parent", *day, "--format", "json"))
    )
    told += _board(covered, ask("board", "-o", "-", *day))
    return told


def _same(what: str, mine: Any, theirs: Any) -> str:
    assert mine == theirs, f"{what}: {mine!r} is not {theirs!r}"
    shown = mine if isinstance(mine, int) else f"{len(mine)} entries"
    return f"{what}: {shown}"


def _coverage(province: Province, covered: Row) -> Iterator[str]:
    by_task: dict[str, set[str]] = defaultdict(set)
    for link in province.links:
        by_task[link.above].add(link.commune)
    mine = {
        task: (len(province.asked(row)), by_task[task], province.asked(row) - by_task[task])
        for task, row in province.tasks.items()
    }
    theirs = {
        one["task"]: (
            one["asked"],
            {each["commune"] for each in one["taken_up"]},
            set(one["missing"]),
        )
        for one in covered["tasks"]
    }
    yield _same("coverage: asked, taken up and missing of each task", mine, theirs)
    taken = Counter(link.commune for link in province.links if link.above in province.tasks)
    communes = {
        commune: (
            len({one.above for one in province.links if one.commune == commune and one.above in province.tasks}),
            {task for task, (_, by, _) in mine.items()
             if commune in province.asked(province.tasks[task]) and commune not in by},
        )
        for commune in taken
    }  # fmt: skip
    said = {one["commune"]: (one["taken_up"], set(one["missing"])) for one in covered["communes"]}
    yield _same("coverage: taken up and missing of each commune", communes, said)
    state = {(one["plan"], one["task"], each["task"]): one["state"]
             for each in covered["tasks"] for one in each["taken_up"]}  # fmt: skip
    done, overdue, read = set(), set(), set()
    for link in province.links:
        due = last_day(link.task["deadline"])
        key = (link.plan, link.task["id"], link.above)
        if due is None or key not in state:
            continue
        read.add(key)
        records = link.task.get("progress") or {}
        if records.get("state") == "done":
            done.add(key)
        elif due < TODAY:
            overdue.add(key)
    said_done = {key for key in read if state[key] in ("done", "done-late")}
    yield _same("coverage: links that are done", done, said_done)
    yield _same(
        "coverage: links that are overdue",
        overdue,
        {key for key in read if state[key] == "overdue"},
    )
    yield f"coverage: states read independently: {len(read)} of {len(state)}"


def _missing(province: Province, answer: Row) -> Iterator[str]:
    taken = {(link.above, link.commune) for link in province.links}
    mine = {
        task for task, row in province.tasks.items()
        if any((task, commune) not in taken for commune in province.asked(row))
        or not any(above == task for above, _ in taken)
    }  # fmt: skip
    yield _same("coverage --missing: tasks", mine, {one["task"] for one in answer["tasks"]})


def _suspects(province: Province, answer: Row) -> Iterator[str]:
    found = Counter(one["code"] for one in answer["diagnostics"])
    suspect = [link for link in province.links if link.above in province.changed]
    lost = [link for link in province.links if link.above in province.removed]
    yield _same("validate: links whose task above changed (K002)", len(suspect), found["K002"])
    yield _same("validate: links to nothing (K001)", len(lost), found["K001"])
    later = 0
    for link in province.links:
        due = last_day(link.task["deadline"])
        above = last_day(province.tasks.get(link.above, {}).get("deadline", ""))
        later += bool(due and above and due > above)
    simple = sum(
        one["code"] == "K003" and all(last_day(part) for part in _phrases(one, province))
        for one in answer["diagnostics"]
    )
    yield _same("validate: due later than above, simple phrases (K003)", later, simple)


def _phrases(one: Row, province: Province) -> list[str]:
    """Return the two phrases that a finding is about, from its line and from the plan above."""
    lines = (province.folder / one["path"]).read_text("utf-8").splitlines()
    own = lines[one["line"] - 1].split("deadline: ")[1]
    task = next(
        part for part in one["message"].replace(",", " ").split() if part.startswith(f"{ABOVE}#")
    )
    return [own, province.tasks[task.partition("#")[2]]["deadline"]]


def _effects(province: Province, answer: Row) -> Iterator[str]:
    wanted = {*province.changed, *province.removed}
    mine: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link in province.links:
        if link.above in wanted:
            mine[f"{ABOVE}#{link.above}"].add((link.plan, link.task["id"]))
    theirs = {
        one["task"]: {(each["plan"], each["task"]) for each in one["tasks"]}
        for one in answer["touched"] if one["tasks"]
    }  # fmt: skip
    yield _same("diff: tasks that each change touches", dict(mine), theirs)
    new = province.tasks.keys() - {row["id"] for row in rows(province.before)}
    asked = {f"{ABOVE}#{task}": province.asked(province.tasks[task]) for task in new}
    anew = {
        one["task"]: set(one["to_be_taken_up"])
        for one in answer["touched"]
        if one["to_be_taken_up"]
    }
    yield _same("diff: communes that have to take up each new task", asked, anew)
    communes = {link.commune for link in province.links if link.above in wanted}
    said = {name for one in answer["touched"] if one["tasks"] for name in one["communes"]}
    yield _same("diff: communes touched", communes, said)


def _parents(province: Province, answer: Row) -> Iterator[str]:
    mine = Counter(f"{ABOVE}#{link.above}" for link in province.links)
    theirs = {one["id"]: one["tasks"]["total"] for one in answer["parents"] if one["id"]}
    yield _same("status --by parent: tasks", dict(mine), theirs)
    other = {link.above for link in province.links if last_day(link.task["deadline"]) is None}
    done = Counter(
        f"{ABOVE}#{link.above}"
        for link in province.links
        if link.above not in other and (link.task.get("progress") or {}).get("state") == "done"
    )
    said = {
        one["id"]: one["tasks"]["done"] + one["tasks"]["done_late"]
        for one in answer["parents"]
        if one["id"] and one["id"].partition("#")[2] not in other
    }
    yield _same(
        "status --by parent: done, of tasks above all of whose links have a simple phrase",
        {key: done[key] for key in said}, said,
    )  # fmt: skip


def _board(covered: Row, page: str) -> Iterator[str]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found, "the board has no data"
    shown = json.loads(found[1])["coverage"]
    mine = [
        [
            one["number"], one["asked"], len({each["commune"] for each in one["taken_up"]}),
            sum(each["state"] in ("done", "done-late") for each in one["taken_up"]),
            sum(each["state"] == "overdue" for each in one["taken_up"]),
            sum(each["suspect"] for each in one["taken_up"]), len(one["missing"]),
        ]
        for one in covered["tasks"]
    ]  # fmt: skip
    theirs = [[row[0], *row[2:8]] for plan in shown for row in plan["tasks"]]
    yield _same("board: the figures of coverage", mine, theirs)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--communes", type=int, default=92)
    asked = parser.parse_args()
    write(asked.folder, asked.communes)

    def ask(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "cchc", *words], cwd=asked.folder, check=False, capture_output=True,
            env=os.environ | {"CCHC_LANG": "en"},
        )  # fmt: skip
        return done.stdout.decode()

    for line in check(asked.folder, ask):
        print(line)


if __name__ == "__main__":
    main()

"""Writes a made-up province: `python -m benchmarks.province FOLDER`.

A plan of the province that says who has to take up each task, and plans of its communes that carry
most of it out, as they stood when the communes linked them (`before/`), and the workspace itself with
five changes of the province since. `python -m benchmarks.check_province FOLDER` asks cchc about it
and works every figure out again from the YAML alone.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

from benchmarks.generate import SEED, generate
from benchmarks.names import Commune, communes
from benchmarks.plan import plan_text, province_plan

ABOVE = "tinh"
"""The id of the plan of the province."""
TAKEN = 0.9
"""The share of the tasks asked of it that a commune has taken up."""
_TASK = re.compile(r"^          - id: (\S+)\n", re.MULTILINE)
_UNITS = """\
units:
  - {id: van-phong, name: Văn phòng UBND tỉnh}
  - {id: vh-xh, name: Sở Nội vụ}
  - {id: kinh-te, name: Sở Tài chính}
  - {id: pvhcc, name: Trung tâm Phục vụ hành chính công tỉnh}
  - {id: dich-vu, name: Sở Khoa học và Công nghệ}
  - {id: mttq, name: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, kind: front}
groups:
  - {id: tat-ca, name: "UBND các xã, phường"}
"""


def above_text(commune: Commune, others: list[Commune], seed: int = SEED) -> str:
    """Return the plan of the province that `commune` lies in."""
    text = plan_text(commune._replace(level="xã", name="Mẫu", slug=ABOVE), seed)
    name = commune.province.partition(" ")[2]
    number, date = province_plan(commune.province)
    text = re.sub(r"^commune: .*$", f"agency: {{level: tỉnh, name: {name}}}", text, flags=re.M)
    text = re.sub(
        r"^  number:.*\n(.*\n)  date: .*$",
        rf"  number: {number}\n\1  date: {date}",
        text,
        flags=re.M,
    )
    text = re.sub(r"^units:\n(?:  .*\n)+groups:\n(?:  .*\n)+", _UNITS, text, flags=re.M)
    text = re.sub(r"^            progress:.*\n(?:              .*\n)*", "", text, flags=re.M)
    few = ", ".join(f"{one.level} {one.name}" for one in others[:5])
    for n, task in enumerate(_TASK.findall(text)):
        asked = {0: "[phường]", 1: f"[{few}]", 2: None}.get(n % 9, "all")
        if asked:
            text = _with(text, task, f"            for: {asked}\n")
    return text


def linked(text: str, above: str, digests: dict[str, str], chance: random.Random) -> str:
    """Return the plan of a commune with links to tasks of the plan `above` of the same id."""
    for task in _TASK.findall(text):
        if task in digests and chance.random() < TAKEN:
            link = f"{{task: {above}#{task}, seen: {digests[task]}}}"
            text = _with(text, task, f"            carries_out:\n              - {link}\n")
    return text


def changed(text: str) -> tuple[str, dict[str, str]]:
    """Return the plan of the province with five changes, and what each of them is, by task."""
    tasks = _TASK.findall(text)
    one, two, three, four = tasks[3], tasks[10], tasks[20], tasks[30]
    said = {
        one: "deadline", two: "deadline", three: "title", four: "removed", "viec-moi": "added",
    }  # fmt: skip
    for task in (one, two):
        text = _in(
            text, task, r"^            deadline: .*$", "            deadline: Trước 15/3/2026"
        )
    text = _in(text, three, r"^            title: (?:>-\n +)?", r"\g<0>(Sửa) ")
    start, stop = _span(text, four)
    text = text[:start] + text[stop:]
    new = (
        "          - id: viec-moi\n            title: Rà soát vị trí việc làm của công chức cấp xã\n"
        "            product: Báo cáo\n            deadline: Quý III/2026\n"
        "            lead: [vh-xh]\n            for: all\n"
    )
    at = _span(text, tasks[5])[0]
    return text[:at] + new + text[at:], said


def _span(text: str, task: str) -> tuple[int, int]:
    start = text.index(f"          - id: {task}\n")
    stop = re.compile(r"^ {0,10}\S", re.MULTILINE).search(text, start + 12)
    return start, stop.start() if stop else len(text)


def _with(text: str, task: str, lines: str) -> str:
    stop = _span(text, task)[1]
    return text[:stop] + lines + text[stop:]


def _in(text: str, task: str, pattern: str, new: str) -> str:
    start, stop = _span(text, task)
    return text[:start] + re.sub(pattern, new, text[start:stop], count=1, flags=re.M) + text[stop:]


def write(folder: Path, count: int = 92, seed: int = SEED) -> dict[str, str]:
    """Write the workspace `folder`; return the changes of the province, by task."""
    from cchc.model.above import task_digest
    from cchc.read.upstream import plans_in

    files = generate(folder, count + count // 22, seed, defects=0)  # some have a second plan
    every = communes(count, seed)
    above, before = folder / "plans" / f"{ABOVE}.yaml", folder / "before" / f"{ABOVE}.yaml"
    text = above_text(every[0], every, seed)
    before.parent.mkdir(exist_ok=True)
    before.write_text(text, encoding="utf-8", newline="\n")
    digests = {task.id: task_digest(task) for task in plans_in(before)[0].tasks}
    for file in files:
        if file.suffix == ".yaml" and file.stem not in ("register", "holidays"):
            chance = random.Random(f"links {seed} {file.stem}")
            plan = linked(file.read_text("utf-8"), ABOVE, digests, chance)
            file.write_text(plan, encoding="utf-8", newline="\n")
    new, said = changed(text)
    above.write_text(new, encoding="utf-8", newline="\n")
    return said


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--communes", type=int, default=92)
    asked = parser.parse_args()
    for task, what in write(asked.folder, asked.communes).items():
        print(f"{task}: {what}")


if __name__ == "__main__":
    main()

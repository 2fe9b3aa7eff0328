"""Kill writing commands at random moments, beside each other, on a slow disk, under an editor's hands.

    python -m benchmarks.stress_writing [--kills 200] [--seed 1]

Four writers record progress in one plan while `validate --fix` mends it; each is killed (SIGKILL)
at a random moment. fsync is slow, and in every fifth of them an editor saves the plan. Then:
every record that a writer confirmed (exit code 0) is in the plan, so is every line the editor
saved, the plan can be read, and no temporary file is left after one more write.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cchc.read.load import load

WRITERS = 4
SLOW = """
import os, pathlib, random, time
fsync = os.fsync
def slow(handle):
    fsync(handle)
    time.sleep(random.random() * 0.03)
    if random.random() < 0.2:  # an editor saves: whole, by a file of its own
        plan = pathlib.Path("plans/p.yaml")
        mark = f"# editor {os.getpid()} {time.monotonic_ns()}\\n".encode()
        mine = pathlib.Path(f"plans/.editor-{os.getpid()}")
        mine.write_bytes(plan.read_bytes() + mark)
        mine.replace(plan)
        with open("saved.log", "ab") as log:
            log.write(mark)
os.fsync = slow
"""


HEAD = """cchc: 1
kind: cchc
year: 2026
status: draft
commune: {level: xã, name: An Bình, province: tỉnh Thái Nguyên}
document: {title: Cải cách hành chính xã An Bình năm 2026}
units: [{id: vp, name: Văn phòng}]
bases:
  - Căn cứ Nghị quyết số 76/NQCP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải
    cách hành chính nhà nước giai đoạn 2021 - 2030
body:
  - title: TỔ CHỨC THỰC HIỆN
    text: Theo dõi việc thực hiện kế hoạch này.
appendices:
  - title: Danh mục nhiệm vụ
    tasks:
"""
"""A plan with a finding that `--fix` mends."""


def plan(tasks: int) -> str:
    """Return the text of a plan with so many tasks."""
    return HEAD + "".join(f"      - id: t{n}\n        title: Việc {n}\n" for n in range(tasks))


def main() -> int:
    """Run the kills and say what was lost."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as name:
        return _stress(Path(name), given.kills, chance)


def _stress(folder: Path, kills: int, chance: random.Random) -> int:
    target = folder / "plans" / "p.yaml"
    target.parent.mkdir()
    target.write_text(plan(kills * 3 + WRITERS), "utf-8")
    (folder / "hook").mkdir()
    (folder / "saved.log").touch()
    (folder / "hook" / "sitecustomize.py").write_text(SLOW, "utf-8")
    env = {**os.environ, "PYTHONPATH": f"{folder / 'hook'}{os.pathsep}{Path.cwd()}"}
    running: dict[subprocess.Popen[bytes], tuple[str, float]] = {}
    confirmed, killed, refused, started = [], 0, 0, 0
    while killed < kills:
        while len(running) < WRITERS:
            task = f"t{started}"
            words = ["progress", "p", task, "--state", "running"]
            if started % 5 == 4:
                words, task = ["validate", "--fix"], ""
            run = subprocess.Popen(
                [sys.executable, "-m", "cchc", *words], cwd=folder, env=env,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            limit = chance.uniform(0.05, 2.5) if chance.random() < 0.7 else 60.0
            running[run] = (task, time.monotonic() + limit)
            started += 1
        time.sleep(0.005)
        for run, (task, until) in list(running.items()):
            code = run.poll()
            if code is None and time.monotonic() > until:
                run.send_signal(signal.SIGKILL)
                code = run.wait()
            if code is not None:
                del running[run]
                killed += code == -signal.SIGKILL
                refused += code == 2
                if code == 0 and task:
                    confirmed.append(task)
    for run, (task, _) in running.items():
        if run.wait() == 0 and task:
            confirmed.append(task)
    source = load(target)
    text = target.read_text("utf-8")
    saved = (folder / "saved.log").read_text("utf-8").splitlines()
    records = _recorded(text)
    lost = [task for task in confirmed if task not in records]
    missing = [line for line in saved if line not in text]
    print(
        f"started {started}, killed {killed}, confirmed {len(confirmed)}, refused {refused}, "
        f"editor saved {len(saved)}; records lost {len(lost)}, editor's lines lost {len(missing)}, "
        f"readable: {source.plan is not None}"
    )
    return int(bool(lost or missing or source.plan is None or not (confirmed and saved)))


def _recorded(text: str) -> set[str]:
    """Return the ids of the tasks that have a record."""
    found, last = set(), ""
    for line in text.splitlines():
        if line.startswith("      - id: "):
            last = line.removeprefix("      - id: ")
        elif "progress:" in line:
            found.add(last)
    return found


if __name__ == "__main__":
    sys.exit(main())

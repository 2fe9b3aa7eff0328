"""Kill writing commands at random moments, beside each other, on a slow disk, under an editor's hands.

    python -m benchmarks.stress_writing [--kills 200] [--seed 1]

Four commands run at a time: most write into one plan, the others make files of their own. Each is
killed (SIGKILL), half of them at a random moment and half at a random step of their writing; every
fourth may end. fsync is slow, and an editor saves the plan meanwhile (`stress_hook`). After each
kill the files are looked at: each is as before or as it should be. At the end

- what a command promised by exit code 0 (a record, a text, a task) is in the plan,
- so is every line that the editor saved,
- and after one more run of each command no temporary file or folder and no lock is left.

Exit code 0 says that all of it holds. Linux only; some ten minutes.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.stress_commands import (
    CONTENDED,
    NAME,
    OUTPUTS,
    Command,
    Office,
    choices,
    contents,
    reference,
)
from cchc.read.load import load

WRITERS = 4
LONGEST = 2.0
"""Seconds after which a command is killed, at most."""
MOST_STEPS = 12
HOOK = Path(__file__).parent / "stress_hook"


@dataclass(slots=True)
class Running:
    """A command that was started, and when it is killed."""

    command: Command
    process: subprocess.Popen[bytes]
    until: float


@dataclass(slots=True)
class Stress:
    """One run: what was started, and what went wrong."""

    folder: Path
    chance: random.Random
    tasks: int
    expected: dict[str, list[dict[str, bytes]]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    killed: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    confirmed: list[Command] = field(default_factory=list)
    cut: list[Command] = field(default_factory=list)
    """Killed commands that must be run again for what they left over."""
    wrong: list[str] = field(default_factory=list)

    @property
    def root(self) -> Path:
        """The workspace in which commands are killed."""
        return self.folder / "office"

    def run(self, kills: int) -> None:
        """Start and kill commands, then let each have its way once."""
        office = Office(self.root, self.tasks)
        office.set_up(lambda *words: self._plain(self.root, words))
        self._make_references()
        (self.root / "saved.log").touch()
        running: list[Running] = []
        names = choices(self.chance)
        while self.killed.total() < kills or running:
            while len(running) < WRITERS and self.killed.total() < kills:
                running.append(self._start(office.command(next(names))))
            time.sleep(0.005)
            for one in running[:]:
                if self._has_ended(one):
                    running.remove(one)
        self._look_at_plan()
        self.counts["left before the next runs"] = len(self._left_over())
        again = [office.command(name) for name in (*OUTPUTS, *CONTENDED)]
        for command in (*self.cut, *again):
            if self._plain(self.root, command.words) > 1:
                self.wrong.append(f"no run after the kills: {command.words}")
            self._look_at_files(command)
        self.wrong += [f"left over: {one}" for one in self._left_over()]
        system = self.folder / "tmp"
        self.counts["left in the system's temporary folder"] = len(list(system.iterdir()))

    def _make_references(self) -> None:
        other = self.folder / "reference"
        shutil.copytree(self.root, other)
        for name in OUTPUTS:
            command = reference(name)
            before = [contents(other, made) for made in command.makes]
            if self._plain(other, command.words) > 1:
                raise SystemExit(f"does not run: {command.words}")
            made = [contents(other, one) for one in command.makes]
            self.expected[name] = [*before, *made]

    def _plain(self, root: Path, words: tuple[str, ...]) -> int:
        answer = subprocess.run(
            [sys.executable, "-m", "cchc", *words], cwd=root, env=self._env(),
            capture_output=True, check=False,
        )  # fmt: skip
        if answer.returncode > 1:
            print(answer.stderr.decode(), file=sys.stderr)
        return answer.returncode

    def _env(self) -> dict[str, str]:
        (self.folder / "tmp").mkdir(exist_ok=True)
        return {
            **os.environ,
            "PYTHONPATH": str(Path.cwd()),
            "TMPDIR": str(self.folder / "tmp"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "CCHC_LANG": "en",
        }

    def _start(self, command: Command) -> Running:
        fate = self.chance.random()
        step, until = 0, 600.0
        if fate < 0.375:
            step = self.chance.randint(1, MOST_STEPS)
        elif fate < 0.75:
            until = self.chance.uniform(0.05, LONGEST)
        if command.name == "template tidy":
            raw = self.root / "templates" / f".{command.named}"
            shutil.copy(self.root / "raw.docx", raw)
            raw.replace(self.root / "templates" / "ke-hoach.docx")
        env = {**self._env(), "CCHC_STRESS_STEP": str(step)}
        env["PYTHONPATH"] = f"{HOOK}{os.pathsep}{env['PYTHONPATH']}"
        process = subprocess.Popen(
            [sys.executable, "-m", "cchc", *command.words], cwd=self.root, env=env,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.counts["started"] += 1
        return Running(command, process, time.monotonic() + until)

    def _has_ended(self, one: Running) -> bool:
        code = one.process.poll()
        if code is None and time.monotonic() > one.until:
            one.process.send_signal(signal.SIGKILL)
            code = one.process.wait()
        if code is None:
            return False
        said = one.process.stderr.read().decode() if one.process.stderr else ""
        if code == -signal.SIGKILL:
            self.killed[one.command.name] += 1
            if one.command.name == "init":  # each makes a folder of its own
                self.cut.append(one.command)
        elif code in (0, 1):
            self.ended[one.command.name] += 1
            self.confirmed += [one.command] * (code == 0)
        elif code == 2 and ("has changed since" in said or "another cchc is writing" in said):
            self.counts["refused"] += 1
        else:
            self.wrong.append(f"exit code {code} of {one.command.words}: {said}")
        self._look_at_files(one.command)
        return True

    def _look_at_files(self, command: Command) -> None:
        if command.name in CONTENDED:
            source = load(self.root / "plans" / "p.yaml")
            if source.plan is None:
                self.wrong.append(
                    f"half a plan after {command.words}: {source.findings[0].message}"
                )
            return
        for made in command.makes:
            found = contents(self.root, made)
            if command.name == "init":  # some files of it may be there yet
                good = self.expected[command.name][-1]
                half = [name for name, text in found.items() if good.get(name) != text]
            else:
                half = [made] if found and found not in self._good(command) else []
            self.wrong += [f"half a file after {command.words}: {name}" for name in half]

    def _good(self, command: Command) -> list[dict[str, bytes]]:
        called = command.named.encode()
        return [
            {name: text.replace(NAME.encode(), called) for name, text in one.items()}
            for one in self.expected[command.name]
        ]

    def _look_at_plan(self) -> None:
        text = (self.root / "plans" / "p.yaml").read_text("utf-8")
        saved = (self.root / "saved.log").read_text("utf-8").splitlines()
        records = _recorded(text)
        self.counts["promises kept"] = sum(bool(one.record or one.text) for one in self.confirmed)
        self.counts["lines saved by an editor"] = len(saved)
        for one in self.confirmed:
            if (one.record and one.record not in records) or one.text not in text:
                self.counts["promises kept"] -= 1
                self.wrong.append(f"lost: {one.words}")
        self.wrong += [f"lost: {line}" for line in saved if line not in text]
        if not saved or not self.counts["promises kept"]:
            self.wrong.append("nothing was tried")

    def _left_over(self) -> list[Path]:
        return [
            one for one in self.root.rglob(".*")
            if ".cchc-tmp" in one.name or one.name == ".cchc.lock"
        ]  # fmt: skip


def _recorded(text: str) -> set[str]:
    """Return the ids of the tasks that have a record."""
    found, last = set(), ""
    for line in text.splitlines():
        if line.startswith("      - id: "):
            last = line.removeprefix("      - id: ")
        elif "progress:" in line:
            found.add(last)
    return found


def main() -> int:
    """Run the kills and say what was lost."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        # A task for each command into the one plan: a fourth may end, a third goes elsewhere.
        stress = Stress(Path(name), random.Random(given.seed), tasks=given.kills + 30)
        stress.run(given.kills)
    for name in (*CONTENDED, *OUTPUTS):
        print(f"{name}: killed {stress.killed[name]}, ended {stress.ended[name]}")
    stress.counts["killed"] = stress.killed.total()
    print("; ".join(f"{name}: {count}" for name, count in stress.counts.items()))
    for line in stress.wrong:
        print(f"WRONG {line}")
    print("nothing lost, no half file, nothing left over" if not stress.wrong else "see above")
    return int(bool(stress.wrong))


if __name__ == "__main__":
    sys.exit(main())

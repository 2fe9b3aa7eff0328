"""Read hostile input by every command that reads such: told in a message, never a bug.

    python -m benchmarks.stress_reading [--plans 500] [--office 300]

Plans spoiled at random, the constructs of the YAML specification (each as a file of its own and as
a value in a plan), and Word and Excel files made to do harm. The suite (`python -m tests`) tries a
few of each. Exit code 0 says that no command ended with exit code 3 or a traceback, and that none
wrote into a plan it could not read; the slowest answers are listed. Some ten minutes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cchc.cli.app import run
from tests.cli.hostile_office import hostile_files, orders
from tests.read.test_fuzz import spoiled
from tests.read.yaml_constructs import ACCEPTED, LENIENT, ONLY_LIBYAML, REFUSED

PLAN = Path("plans/x.yaml")
SOUND = Path(__file__).parent.parent / "tests" / "rules" / "minimal.yaml"
TODAY = ("--today", "2026-06-01")
ON_PLANS: tuple[tuple[str, ...], ...] = (
    ("validate", "x"),
    ("validate", "x", "--fix", "--unsafe"),
    ("due", "--plan", "x", *TODAY),
    ("status", "x", *TODAY),
    ("assignments", "x"),
    ("export", "plans/x.yaml", "-o", "x.csv", *TODAY),
    ("progress", "x", "1", "--state", "running", *TODAY),
    ("render", "x", "--force", "-o", "x.docx"),
    ("brief", "x", "-o", "y.docx", *TODAY),
    ("board", "x", "-o", "x.html", *TODAY),
    ("sheet", "out", "x", "--force", *TODAY),
    ("new", "y", "--from", "x", "-o", "-"),
    ("merge", "plans/x.yaml", "plans/x.yaml", "plans/x.yaml", "-o", "-"),
)
SHOWN = 5


@dataclass(slots=True)
class Tried:
    """What came of all commands."""

    codes: Counter[int] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def run(self, words: tuple[str, ...], what: str) -> int:
        """Run a command on `what`, and keep what came of it."""
        out, said = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        started = time.perf_counter()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
            code = run(words)
        self.slowest.append((time.perf_counter() - started, f"{what}: {' '.join(words)}"))
        self.slowest = sorted(self.slowest, reverse=True)[:SHOWN]
        self.codes[code] += 1
        if code not in (0, 1, 2) or "Traceback" in said.getvalue():
            self.wrong.append(f"exit code {code} of {' '.join(words)} on {what}")
        return code


def plans(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield spoiled plans, then the constructs of YAML."""
    for seed in range(count):
        yield f"spoiled plan {seed}", spoiled(seed)
    chapters = [*ACCEPTED.values(), LENIENT, [(text, None) for text, *_ in ONLY_LIBYAML]]
    texts = [text for rows in chapters for text, _ in rows]
    texts += [text for rows in REFUSED.values() for text in rows]
    sound = SOUND.read_text("utf-8")
    for text in texts:
        yield f"construct {text!r}", text.encode()
        inner = "".join(f"  {line}" for line in text.splitlines(keepends=True))
        yield f"construct in a plan {text!r}", f"{sound}more:\n{inner}".encode()
        value = text.partition(":")[2] or text
        yield f"construct as a title {text!r}", sound.replace(" Kiểm tra", value.rstrip()).encode()


def main() -> int:
    """Try everything and say what broke."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--plans", type=int, default=500)
    asked.add_argument("--office", type=int, default=300)
    given = asked.parse_args()
    tried = Tried()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["XDG_CACHE_HOME"] = folder
        Path("plans").mkdir()
        texts = list(plans(given.plans))
        for what, raw in texts:
            _try_plan(tried, what, raw)
        PLAN.write_bytes(SOUND.read_bytes())
        for number in range(given.office):
            for name, content in hostile_files(number).items():
                Path(name).write_bytes(content)
            for words in orders(number):
                tried.run(words, f"office file {number}")
        os.chdir("/")
    print(
        f"{len(texts)} plans, {given.office} office files; exit codes: {dict(sorted(tried.codes.items()))}"
    )
    for seconds, what in tried.slowest:
        print(f"{seconds:.1f} s: {what}")
    for line in tried.wrong:
        print(f"WRONG {line}")
    return int(bool(tried.wrong))


def _try_plan(tried: Tried, what: str, raw: bytes) -> None:
    PLAN.write_bytes(raw)
    for words in ON_PLANS:
        code = tried.run(words, what)
        if words[0] == "progress" and code == 2 and PLAN.read_bytes() != raw:
            tried.wrong.append(f"refused, and written all the same: {what}")
        if words[0] != "progress":
            raw = PLAN.read_bytes()


if __name__ == "__main__":
    sys.exit(main())

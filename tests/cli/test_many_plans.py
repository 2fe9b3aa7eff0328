"""Many plans: the same words from a cache or without, from one process or several, and at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks.generate import generate
from cchc.cli.progress_bar import PATIENCE, progress_bar
from cchc.messages import say
from cchc.read.holidays import load_holidays
from cchc.read.workspace import load_readable
from cchc.views.calendar import Calendar
from cchc.views.due import Wanted, due

ROOT = Path(__file__).parent.parent.parent
HEAVY = {"pydantic", "pydantic_core", "rich", "ruamel", "docx", "jinja2", "openpyxl", "lxml",
         "holidays"}  # fmt: skip
PLANS = 30


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Return a workspace of made-up plans with some faults."""
    folder = tmp_path_factory.mktemp("many")
    generate(folder, PLANS, defects=0.4)
    return folder


@pytest.fixture
def many(made, tmp_path, monkeypatch) -> Path:
    """Stand in that workspace, with an empty cache."""
    monkeypatch.setenv("CCHC_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(made)
    return made


def start(*arguments: str, code: str = "", **options) -> subprocess.Popen[str]:
    """Start cchc as a program of its own."""
    program = (
        "import sys; from cchc.__main__ import main\n"
        f"sys.argv = ['cchc', *{arguments!r}]\n{code or 'main()'}"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", env=os.environ | {"PYTHONPATH": str(ROOT)}, **options,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [("validate",), ("validate", "--format", "json"), ("due", "--quarter", "2", "--today", "2026-05-04")],
)  # fmt: skip
def test_cold_warm_without_a_cache_and_on_several_cores_the_bytes_are_the_same(
    many, cchc, arguments
):
    without = cchc(*arguments, "--no-cache")
    assert without.out.count("\n") > 10
    jobs = [("--jobs", "1"), ("--jobs", "3")] if arguments[0] == "validate" else [()]
    for number in jobs:
        assert cchc(*arguments, *number) == without  # the cache is filled, then full
        assert cchc(*arguments, *number, "--no-cache") == without
    assert cchc(*arguments) == without


def test_a_cache_filled_by_several_processes_is_that_of_one(many, cchc, tmp_path, monkeypatch):
    whole = cchc("validate", "--jobs", "3")
    assert cchc("validate", "--jobs", "1") == whole


@pytest.mark.parametrize("arguments", [("validate",), ("due", "--quarter", "2")])
def test_over_unchanged_plans_nothing_heavy_is_loaded(many, arguments, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    code = (
        "try: main()\nexcept SystemExit: pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    for _ in range(2):
        _, loaded = start(*arguments, code=code).communicate()
    assert set(loaded.splitlines()[-1].split()) & HEAVY == set()


def test_two_runs_at_once_say_the_same_and_leave_a_good_cache(many, cchc):
    both = [start("validate") for _ in range(2)]
    first, second = [(*run.communicate(), run.returncode) for run in both]
    assert first == second
    assert first[1] == ""
    assert cchc("validate") == (first[2], first[0], "")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_ends_at_once_without_a_word_and_leaves_no_process(many, jobs):
    # The first plan tells that work has begun; each of the others would take minutes.
    code = (
        "import os, time, cchc.rules._judged as judged\n"
        "judge, seen = judged.judge, []\n"
        "def slow(*arguments, **named):\n"
        "    if seen: os.write(2, b'busy\\n'); time.sleep(100)\n"
        "    seen.append(1)\n"
        "    return judge(*arguments, **named)\n"
        "judged.judge = slow\n"
        "main()"
    )
    run = start("validate", "--jobs", jobs, "--no-cache", code=code, start_new_session=True)
    assert run.stderr is not None
    run.stderr.readline()
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate()
    assert (run.returncode, out, err.replace("busy\n", "")) == (130, "", "")
    with pytest.raises(ProcessLookupError):  # nobody of the group is left
        os.killpg(run.pid, 0)


class Screen:
    """A terminal that remembers what was written."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("seconds", "shown"), [(PATIENCE / 2, False), (PATIENCE * 2, True)])
def test_a_bar_is_shown_to_whoever_waits_longer(monkeypatch, seconds, shown):
    screen = Screen()
    now = [0.0]
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("cchc.cli.progress_bar.monotonic", lambda: now[0])
    with progress_bar(say("Checking plans"), 100) as step:
        now[0] = seconds
        step()
        step()
    assert ("Checking plans" in screen.text) == shown


def test_a_bar_is_not_shown_in_a_pipe(monkeypatch, capsys):
    monkeypatch.setattr("cchc.cli.progress_bar.PATIENCE", -1.0)
    with progress_bar(say("Checking plans"), 100) as step:
        step()
    assert capsys.readouterr().err == ""


def test_due_says_after_any_edit_what_the_plans_themselves_say(many, tmp_path, cchc, monkeypatch):
    folder = tmp_path / "edited" / "plans"
    folder.mkdir(parents=True)
    for number, path in enumerate(sorted((many / "plans").glob("**/*.yaml"))[:3]):
        (folder / f"p{number}.yaml").write_bytes(path.read_bytes())
    monkeypatch.chdir(folder.parent)
    chance = random.Random(3)
    today = date(2026, 5, 4)
    for _ in range(25):
        path = chance.choice(sorted(folder.iterdir()))
        lines = path.read_text("utf-8").split("\n")
        at = [n for n, line in enumerate(lines) if "deadline:" in line or "title:" in line]
        lines.insert(chance.choice(at), lines[0])
        if chance.random() < 0.8:
            lines = (
                path.read_text("utf-8")
                .replace(f"Quý {'I' * chance.randrange(1, 4)}", "Quý IV", 1)
                .split("\n")
            )
        path.write_text("\n".join(lines), encoding="utf-8")
        first, last = sorted(date(2026, chance.randrange(1, 13), 1) for _ in range(2))
        ran = cchc("due", "--from", f"{first}", "--to", f"{last}", "--today", f"{today}",
                   "--format", "json")  # fmt: skip
        if ran.code:
            path.write_bytes(sorted((many / "plans").glob("**/*.yaml"))[0].read_bytes())
            continue
        from cchc.outputs import due_words as words
        from cchc.outputs import json

        sources = load_readable([], Path.cwd())[0]
        held = [(source.id, source.plan) for source in sources if source.plan]
        calendar = Calendar(load_holidays(Path.cwd()))
        answer = due(held, today, Wanted(first, last), days_off=calendar.days_off)
        assert ran.out == json.dumps("due", words.content(answer))


def test_the_file_of_the_cache_is_shown_and_cleared(many, cchc):
    cchc("validate")
    shown = Path(cchc("cache", "path").out.strip())
    assert shown.exists()
    assert "KB" in cchc("cache", "clear").out
    assert not shown.exists()


def test_a_cache_that_cannot_be_cleared_is_told(many, cchc, monkeypatch):
    cchc("validate")

    def refuse(*_, **__):
        raise PermissionError(13, "no permission")

    monkeypatch.setattr(Path, "unlink", refuse)
    ran = cchc("cache", "clear")
    assert (ran.code, ran.out) == (2, "")
    assert "no permission" in ran.err


def test_without_a_cache_nothing_is_kept(many, cchc, tmp_path, monkeypatch):
    cchc("validate", "--no-cache")
    cchc("due", "--no-cache")
    monkeypatch.setenv("CCHC_NO_CACHE", "1")
    cchc("validate")
    assert not (tmp_path / "cache").exists()

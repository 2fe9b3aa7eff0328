"""The same question over the same files: answered from what was printed before, or worked out."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from benchmarks.generate import generate
from cchc import __main__ as program
from cchc.cli import app, asked
from cchc.read import cache_place, cache_stamp, kept_answers, standing

ROOT = Path(__file__).parent.parent.parent
MINIMAL = ROOT / "tests" / "rules" / "minimal.yaml"
TODAY = ("--today", "2026-05-04")
HOLIDAYS = "days_off:\n  - {date: 30/6/2026, name: Nghỉ hoán đổi}\n"


class Told(NamedTuple):
    code: int
    out: str
    ran: bool
    """Whether a command was run for it."""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Return a workspace of made-up plans with faults."""
    folder = tmp_path_factory.mktemp("made")
    generate(folder, 3, defects=0.7)
    return folder


@pytest.fixture
def work(made, tmp_path, monkeypatch) -> Path:
    """Stand in a workspace of one's own, with an empty cache that trusts the youngest files."""
    monkeypatch.setenv("CCHC_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(standing, "GRAIN", 0)
    monkeypatch.setattr(asked, "tool", lambda: "the tool")
    folder = tmp_path / "work"
    for path in made.rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(made)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def ask(capsys, monkeypatch):
    """Return the function that asks as the program does."""
    runs: list[str] = []

    def run(*arguments):
        runs.append("")
        return app_run(*arguments)

    app_run = app.run
    monkeypatch.setattr(app, "run", run)

    def ask(*argv: str) -> Told:
        capsys.readouterr()
        runs.clear()
        code = program.answer(argv)
        return Told(code, capsys.readouterr().out, bool(runs))

    return ask


def plan(work: Path) -> Path:
    """Return the first plan of the workspace."""
    return sorted((work / "plans").glob("*/*.yaml"))[0]


QUESTIONS = [
    ("validate",),
    ("validate", "--format", "json"),
    ("validate", "--every"),
    ("validate", "--select", "C"),
    ("validate", "--ignore", "C"),
    ("validate", "--fail-on", "info"),
    ("validate", "--statistics"),
    ("validate", "--jobs", "1"),
    ("validate", "plans"),
    ("due", *TODAY),
    ("due", "--quarter", "2", *TODAY),
    ("due", "--month", "6", *TODAY),
    ("due", "--year", "2026", *TODAY),
    ("due", "--from", "2026-04-01", *TODAY),
    ("due", "--to", "2026-09-01", *TODAY),
    ("due", "--within", "90", *TODAY),
    ("due", "--overdue", *TODAY),
    ("due", "--year", "2026", "--kind", "report", *TODAY),
    ("due", "--state", "upcoming", *TODAY),
    ("due", "--quarter", "2", "--group-by", "unit", *TODAY),
    ("due", "--quarter", "2", "--sort", "state", *TODAY),
    ("due", "--quarter", "2", "--exit-code", *TODAY),
    ("due", "--quarter", "2", "--format", "json", *TODAY),
    ("due", "--quarter", "2", "--format", "csv", *TODAY),
    ("due", "--quarter", "2", "--format", "markdown", *TODAY),
    ("due", "--quarter", "2", "--format", "ics", *TODAY),
    ("due", "--quarter", "2", "--today", "2026-06-04"),
]


def test_every_question_is_worked_out_once_and_each_has_its_own_answer(work, ask, monkeypatch):
    monkeypatch.setattr(kept_answers, "MOST", len(QUESTIONS))
    first = {question: ask(*question) for question in QUESTIONS}
    for question, told in first.items():
        assert told.ran, question
        assert told.out, question
        assert ask(*question) == (told.code, told.out, False), question
        without = ask(*question, "--no-cache")
        assert (without.code, without.out) == (told.code, told.out), question
    assert {told.code for told in first.values()} == {0, 1}


def test_a_plan_may_be_asked_about_by_id_by_folder_and_by_file(work, ask):
    path = plan(work).relative_to(work)
    for name in (path.stem, str(path), str(path.parent)):
        for question in (("validate", name), ("due", "--year", "2026", f"--plan={name}", *TODAY)):
            told = ask(*question)
            assert (told.code, bool(told.out)) != (2, False)
            assert ask(*question) == (told.code, told.out, False)


def test_a_name_that_means_something_else_now_has_another_answer(work, ask):
    name = plan(work).stem
    told = ask("validate", name)
    (work / name).mkdir()
    other = sorted((work / "plans").glob("*/*.yaml"))[1]
    (work / name / "other.yaml").write_bytes(other.read_bytes())
    again = ask("validate", name)
    assert again.ran
    assert f"{name}/other.yaml" in again.out or again.out != told.out
    assert ask("validate", name).ran  # not below plans/: looking there would not tell a change


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def same_size_and_times(work: Path) -> None:
    path = plan(work)
    before = path.stat()
    edited(path, "2026", "2027")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def renamed(work: Path) -> None:
    for path in sorted((work / "plans").glob("*/*.yaml")):
        path.rename(path.with_stem(f"{path.stem}-renamed"))


BOTH = {"validate", "due"}
CHANGES = {
    "a plan edited": (lambda work: edited(plan(work), "deadline:", "deadline: Quý 9 #"), BOTH),
    "a plan edited, its size and time the same": (same_size_and_times, BOTH),
    "a plan added": (
        lambda work: (work / "plans" / "z.yaml").write_bytes(plan(work).read_bytes()), BOTH
    ),
    "a plan removed": (lambda work: plan(work).unlink(), BOTH),
    "plans renamed": (renamed, BOTH),
    "a plan put in place of another": (
        lambda work: sorted((work / "plans").glob("*/*.yaml"))[1].replace(plan(work)), BOTH
    ),
    "the register edited": (
        lambda work: edited(work / "plans" / "register.yaml", "symbol:", "symbool:"), BOTH
    ),
    "the register removed": (lambda work: (work / "plans" / "register.yaml").unlink(), BOTH),
    "a day off announced": (
        lambda work: (work / "plans" / "holidays.yaml").write_text(HOLIDAYS, "utf-8"), {"due"}
    ),
    "settings": (
        lambda work: (work / "cchc.toml").write_text('[validate]\nselect = ["X"]\n'), {"validate"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    "question", [("validate", "--every"), ("due", "--year", "2026", *TODAY)], ids=lambda one: one[0]
)
def test_after_a_change_the_answer_is_worked_out_anew(work, ask, change, question):
    before = ask(*question)
    assert not ask(*question).ran
    make, told_by = CHANGES[change]
    make(work)
    after = ask(*question)
    assert after.ran
    without = ask(*question, "--no-cache")
    assert (after.code, after.out) == (without.code, without.out)
    assert ((after.code, after.out) != (before.code, before.out)) == (question[0] in told_by)


def test_recorded_progress_changes_what_is_due(work, ask):
    question = ("due", "--year", "2026", "--format", "json", *TODAY)
    before = ask(*question)
    assert not ask(*question).ran
    items = json.loads(before.out)["items"]
    task = next(one for one in items if one["source"] == "task" and not one["occurrence"])
    record = ("--state", "done", "--date", "2026-05-02", "--today", "2026-05-04")
    assert app.run(["progress", task["plan"], task["task"], *record]) == 0
    after = ask(*question)
    assert after.ran
    assert after.out != before.out


@pytest.mark.parametrize(
    "variable", ["CCHC_LANG", "NO_COLOR", "COLUMNS", "TERM", "CCHC_SOMETHING_NEW"]
)
def test_another_environment_is_another_question(work, ask, monkeypatch, variable):
    before = ask("validate")
    assert not ask("validate").ran
    monkeypatch.setenv(variable, "vi")
    after = ask("validate")
    assert after.ran
    assert (after.out != before.out) == (variable == "CCHC_LANG")


def test_another_folder_is_another_question(work, ask, monkeypatch):
    before = ask("validate")
    monkeypatch.chdir(work / "plans")
    after = ask("validate")
    assert after.ran
    assert before.out.replace("plans/", "") == after.out != before.out


def test_another_day_is_another_question(work, ask, monkeypatch):
    monkeypatch.setattr(asked, "time", SimpleNamespace(strftime=lambda _: "2026-05-04"))
    assert ask("due").ran
    assert not ask("due").ran
    monkeypatch.setattr(asked, "time", SimpleNamespace(strftime=lambda _: "2026-05-05"))
    assert ask("due").ran


def test_another_state_of_the_tool_has_other_answers(work, ask, tmp_path, monkeypatch):
    module = tmp_path / "tool" / "locale" / "texts.mo"
    module.parent.mkdir(parents=True)
    module.write_bytes(b"1")
    monkeypatch.setattr(cache_stamp, "_HERE", str(tmp_path / "tool"))
    monkeypatch.setattr(asked, "tool", cache_stamp.tool)
    assert ask("validate").ran
    assert not ask("validate").ran
    module.write_bytes(b"12")
    assert ask("validate").ran


def test_a_workspace_nearer_by_is_another_one(work, ask, monkeypatch):
    inner = work / "plans" / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    first = ask("validate")
    assert first.out
    (inner / "cchc.toml").write_text("")
    after = ask("validate")
    assert (after.code, after.ran) == (2, True)  # there are no plans here


def test_a_workspace_inside_another_one_is_read_each_time(work, ask):
    (plan(work).parent / "cchc.toml").write_text("")
    assert ask("validate").ran
    assert ask("validate").ran


@pytest.mark.parametrize(
    "question",
    [
        ("due", "-o", "out.txt", *TODAY),
        ("due", "--format", "xlsx", "-o", "out.xlsx", *TODAY),
        ("validate", "--report", "json=out.json"),
        ("validate", "--fix", "--diff"),
        ("validate", "--no-cache"),
        ("validate", "--help"),
        ("validate", "nobody-has-such-a-plan"),
        ("assignments",),
    ],
    ids=" ".join,
)
def test_what_writes_files_or_asks_for_no_cache_is_done_each_time(work, ask, question):
    assert ask(*question).ran
    assert ask(*question).ran


def test_an_answer_on_a_terminal_is_not_kept(work, ask, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(sys.stdout, "isatty", lambda: True)
        assert ask("validate").ran
        assert ask("validate").ran
    assert ask("validate").ran


def test_files_that_were_just_written_prove_nothing(work, ask, monkeypatch):
    monkeypatch.setattr(standing, "GRAIN", 2_000_000_000)
    assert ask("validate").ran
    assert ask("validate").ran


def test_a_clock_that_was_set_back_proves_nothing(work, ask, monkeypatch):
    # All files are younger.
    monkeypatch.setattr(standing, "time", SimpleNamespace(time_ns=lambda: 10**18))
    assert ask("validate").ran
    assert ask("validate").ran


def answer_file(work: Path) -> Path:
    (found,) = Path(cache_place.answers(str(work))).iterdir()
    return found


def test_whatever_is_altered_in_the_file_the_answer_is_right(work, ask, monkeypatch):
    monkeypatch.setattr(kept_answers, "PIECE", 1000)
    right = ask("validate")
    path = answer_file(work)
    raw = path.read_bytes()
    chance = random.Random(5)
    places = {0, 20, 63, 64, len(raw) - 1, *(chance.randrange(len(raw)) for _ in range(40))}
    for at in places:
        value = raw[at] ^ (1 << chance.randrange(8))
        if at < 64 and chr(raw[at]).isspace() and chr(value).isspace():
            continue
        path.write_bytes(raw[:at] + bytes([value]) + raw[at + 1 :])
        assert ask("validate") == right, at
        assert path.read_bytes() == raw  # and it is written anew


@pytest.mark.parametrize("keep", [0, 10, 64, 500, -1])
def test_a_truncated_file_is_no_answer(work, ask, keep):
    right = ask("validate")
    path = answer_file(work)
    path.write_bytes(path.read_bytes()[:keep])
    assert ask("validate") == right
    assert not ask("validate").ran


def test_a_file_of_another_format_is_no_answer(work, ask):
    right = ask("validate")
    path = answer_file(work)
    path.write_bytes(path.read_bytes().replace(b"answer-1", b"answer-0", 1))
    assert ask("validate") == right


@pytest.mark.parametrize(
    "evil", ["\x1b[2J", "\x07", "\x08", "\x9b2J", "\x00", "\x7f"], ids=ascii
)  # fmt: skip
def test_a_file_of_a_stranger_never_moves_the_cursor(work, ask, evil):
    right = ask("validate")
    question = asked.Asked(["validate"])
    writing = kept_answers.Writing(question.path, question.about)
    writing.add(f"nothing to report {evil}\n".encode())
    writing.keep(0)
    assert ask("validate") == right


def test_half_a_character_at_the_end_of_a_piece_hides_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_answers, "PIECE", 5)
    writing = kept_answers.Writing(str(tmp_path / "answer"), b"about")
    writing.add("1234\x9b2J\n".encode())
    writing.keep(0)
    with (tmp_path / "answer").open("rb", buffering=0) as file:
        pieces = kept_answers.Kept(file, b"about").pieces()
        assert next(pieces) == b"1234\xc2"
        with pytest.raises(kept_answers.UnsoundError):
            next(pieces)


def test_an_answer_that_is_broken_in_the_middle_goes_on_where_it_broke(work, ask, monkeypatch):
    monkeypatch.setattr(kept_answers, "PIECE", 500)
    question = ("due", "--year", "2026", *TODAY)
    right = ask(*question)
    path = answer_file(work)
    raw = path.read_bytes()
    at = len(raw) - len(right.out.encode()) // 2
    path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
    assert ask(*question) == right
    assert path.read_bytes() == raw


@pytest.mark.parametrize("call", ["open", "makedirs", "replace", "write"])
def test_a_full_disk_or_missing_rights_leave_the_answer_as_it_is(work, ask, call, monkeypatch):
    right = ask("validate", "--no-cache")

    def refuse(*_, **__):
        raise OSError(errno.ENOSPC, "the disk is full")

    if call == "open":
        monkeypatch.setattr(kept_answers, "open", refuse, raising=False)
    elif call == "write":
        monkeypatch.setattr(kept_answers, "_check", refuse)
    else:
        monkeypatch.setattr(kept_answers.os, call, refuse)
    for _ in range(2):
        assert ask("validate") == right
    monkeypatch.undo()
    folder = Path(cache_place.answers(str(work)))
    assert not folder.exists() or not list(folder.iterdir())


def test_two_runs_at_once_say_the_same_and_leave_a_good_answer(work, ask, tmp_path):
    code = "import cchc.read.standing as s; s.GRAIN = 0; from cchc.__main__ import main; main()"
    command = [sys.executable, "-c", code, "validate"]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
        for _ in range(2)
    ]
    first, second = ((*one.communicate(), one.returncode) for one in both)
    assert first == second
    assert first[1] == b""
    again = subprocess.run(command, capture_output=True, env=env, check=False)
    assert (again.stdout, again.stderr, again.returncode) == first


@pytest.mark.parametrize("known", [False, True])
def test_a_reader_that_has_read_enough_ends_the_answer_without_a_word(work, known):
    code = "import cchc.read.standing as s; s.GRAIN = 0; from cchc.__main__ import main; main()"
    command = [sys.executable, "-c", code, "due", "--year", "2026", *TODAY]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    whole = subprocess.run(command, capture_output=True, env=env, check=True).stdout
    if not known:
        cache_place.forget(work)
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE, env=env) as cut:
        os.close(writing)
        assert cut.communicate()[1] == b""
        assert cut.returncode == 0
    assert subprocess.run(command, capture_output=True, env=env, check=True).stdout == whole


def test_an_answer_that_nobody_read_to_its_end_is_not_kept(work, ask, monkeypatch):
    class Gone(Exception):
        pass

    monkeypatch.setattr("cchc.cli.judging.Counts.summary", lambda *_: (_ for _ in ()).throw(Gone()))
    assert ask("validate").code == 3
    folder = Path(cache_place.answers(str(work)))
    assert not list(folder.iterdir())


def test_the_oldest_answers_make_room(work, ask, monkeypatch):
    monkeypatch.setattr(kept_answers, "MOST", 3)
    when = 10**18
    for month in range(1, 6):
        ask("due", "--month", f"{month}", *TODAY)
        for path in Path(cache_place.answers(str(work))).iterdir():
            if path.stat().st_mtime_ns > 10**18 + 10**12:
                when += 10**9
                os.utime(path, ns=(when, when))
    assert [ask("due", "--month", f"{month}", *TODAY).ran for month in (5, 4, 3)] == [False] * 3
    assert ask("due", "--month", "2", *TODAY).ran


def test_answers_take_no_more_room_than_they_may(work, ask, monkeypatch):
    ask("due", "--year", "2026", *TODAY)
    size = answer_file(work).stat().st_size
    monkeypatch.setattr(kept_answers, "ALTOGETHER", size + 10)
    right = ask("validate")
    assert answer_file(work).stat().st_size < size
    monkeypatch.setattr(kept_answers, "LONGEST", 10)
    plan(work).unlink()
    assert ask("validate").ran
    assert ask("validate").ran
    assert ask("validate").out != right.out


def test_clearing_the_cache_deletes_the_answers(work, ask):
    ask("validate")
    folder = Path(cache_place.answers(str(work)))
    assert folder.exists()
    assert cache_place.forget(work) > 0
    assert not folder.exists()
    assert ask("validate").ran


def test_after_any_edit_the_answer_is_that_of_a_run_without_a_cache(work, ask):
    chance = random.Random(11)
    sound = MINIMAL.read_bytes()
    paths = [work / "plans" / name for name in ("a.yaml", "b.yaml")]
    for path in (work / "plans").rglob("*.yaml"):
        path.unlink()
    for path in paths:
        path.write_bytes(sound)
    again = 0
    for _ in range(80):
        path = chance.choice(paths)
        lines = (sound if chance.random() < 0.3 else path.read_bytes()).split(b"\n")
        if chance.random() < 0.7:
            at = chance.randrange(len(lines))
            lines[at] = lines[at].replace(b"2026", b"2025").replace(b"1", b"2") + b" "
        path.write_bytes(b"\n".join(lines))
        question = chance.choice([("validate",), ("due", "--year", "2026", *TODAY)])
        told = [ask(*question) for _ in range(2)]
        without = ask(*question, "--no-cache")
        assert {(one.code, one.out) for one in told} == {(without.code, without.out)}
        again += not told[1].ran
    assert again > 25

"""What commands print on a terminal, in a real one (a pseudo-terminal): all that is asked, no flood."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from benchmarks.generate import generate
from cchc.outputs.due.text import NEAREST, SHARES
from cchc.outputs.table import LONG

pty = pytest.importorskip("pty", reason="pseudo-terminals are for Unix")

PLANS = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a workspace of plans with some hundred things due in a quarter."""
    made = tmp_path_factory.mktemp("many")
    generate(made, PLANS)
    return made


@pytest.fixture
def terminal(folder, cache_folder):
    """Return a function that runs cchc on a terminal and gives what it showed."""

    def run(*arguments, columns=100):
        environ = {
            **os.environ, "COLUMNS": str(columns), "LINES": "40", "TERM": "xterm-256color",
            "CCHC_LANG": "en", "CCHC_CACHE_DIR": str(cache_folder),
        }  # fmt: skip
        environ.pop("NO_COLOR", None)
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "cchc", *arguments], cwd=folder, env=environ,
            stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
        assert process.wait() in (0, 1)
        return shown.decode().replace("\r\n", "\n")

    return run


@pytest.fixture
def piped(folder, cache_folder):
    """Return a function that runs cchc into a pipe and gives what came out."""

    def run(*arguments):
        environ = {**os.environ, "CCHC_LANG": "en", "CCHC_CACHE_DIR": str(cache_folder)}
        command = [sys.executable, "-m", "cchc", *arguments]
        return subprocess.run(
            command, cwd=folder, env=environ, capture_output=True, check=False, text=True
        ).stdout

    return run


def bare(shown):
    return re.sub("\x1b\\[[0-9;?]*[a-zA-Z]", "", shown)


def dated(shown):
    """Return how many rows begin with a day."""
    return len(re.findall(r"^\d\d/\d\d/\d{4}  ", bare(shown), re.M))


QUARTER = ("due", "--quarter", "2", "--today", "2026-05-10")


def test_a_long_answer_is_summed_up_and_says_how_to_see_the_rest(terminal, piped):
    whole = piped(*QUARTER)
    shown = terminal(*QUARTER)
    assert dated(whole) > 2 * LONG
    assert dated(shown) == NEAREST
    assert shown.count("\n") < 40 + 12 * (NEAREST + SHARES)
    (total,) = re.findall(r"^Total (\d+): .*$", whole, re.M)
    assert f"Total {total}: " in bare(shown)
    assert f"{total} rows in all: --all shows them, -o FILE writes them" in bare(shown)
    plans = re.findall(r"^\S+/\S+ +\d+ +\d*$", bare(shown), re.M)
    assert len(plans) == PLANS


def test_all_shows_every_row(terminal, piped):
    whole, shown = piped(*QUARTER), terminal(*QUARTER, "--all")
    assert dated(shown) == dated(whole)
    assert max(map(len, bare(shown).splitlines())) <= 100
    words = [re.sub(r"\W", "", bare(text)) for text in (whole, shown)]
    assert all(words[0].count(char) <= words[1].count(char) for char in "ạếộữ0123456789")


def test_colours_are_for_the_terminal_only(terminal, piped):
    assert "\x1b[31m" in terminal("due", "--overdue", "--today", "2026-05-10")
    assert "\x1b" not in piped("due", "--overdue", "--today", "2026-05-10")


@pytest.mark.parametrize("columns", [80, 200])
@pytest.mark.parametrize(
    "arguments",
    [
        QUARTER,
        (*QUARTER, "--group-by", "unit"),
        ("assignments",),
        ("status", "--today", "2026-05-10"),
        ("validate", "--statistics"),
        ("template", "list"),
    ],
)
def test_no_table_is_wider_than_the_terminal_or_longer_than_a_person_reads(
    terminal, arguments, columns
):
    lines = bare(terminal(*arguments, columns=columns)).splitlines()
    drawn = [line for line in lines if "/" not in line]  # a path stays whole, to be copied
    assert max(map(len, drawn)) <= columns
    assert len(lines) < 12 * LONG


@pytest.fixture
def faulty(folder):
    """Make every deadline unreadable, for as long as a test runs."""
    plans = sorted(folder.glob("plans/**/*.yaml"))
    sound = {path: path.read_bytes() for path in plans}
    for path, content in sound.items():
        path.write_bytes(re.sub(rb"deadline: [^,}\n]*", b"deadline: 31/13/2026", content))
    yield
    for path, content in sound.items():
        path.write_bytes(content)


def test_findings_beyond_the_first_are_counted_by_code(terminal, piped, faulty):
    whole, shown = piped("validate", "--every"), bare(terminal("validate", "--every"))
    found = re.compile(r"^plans/\S+:\d+:\d+: ", re.M)
    every = len(found.findall(whole))
    first = len(found.findall(shown))
    assert LONG <= first < every
    assert f"{every - first} more rows: --all shows them" in shown
    counted = re.findall(r"^(\d+) +[A-Z]\d{3} ", shown, re.M)
    assert sum(map(int, counted)) == every - first
    assert shown.splitlines()[-1] == whole.splitlines()[-1]
    assert len(found.findall(bare(terminal("validate", "--every", "--all")))) == every

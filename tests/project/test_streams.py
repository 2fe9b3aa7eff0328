"""Where answers go: a full disk, a closed stream and a reader that has enough are no bugs."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
POSIX = sys.platform.startswith("linux")
DUE = [sys.executable, "-m", "cchc", "due", "--year", "2026", "--no-cache", "--overdue"]


ENGLISH = {**os.environ, "CCHC_LANG": "en"}


def shell(command: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run `cchc due`, or what `words` say, with `command` behind it."""
    asked = [*DUE[:3], *words] if words else DUE
    return subprocess.run(
        ["sh", "-c", f'"$@" {command}', "sh", *asked], cwd=ROOT, capture_output=True, check=False,
        env=ENGLISH,
    )  # fmt: skip


if POSIX:

    def test_a_full_disk_behind_standard_output_is_told() -> None:
        ran = shell("> /dev/full")
        assert (ran.returncode, ran.stderr) == (
            2, b"cchc: the answer cannot be written: the disk is full\n",
        )  # fmt: skip

    def test_a_closed_standard_output_is_told() -> None:
        ran = shell(">&-")
        assert (ran.returncode, ran.stderr) == (
            2, b"cchc: the answer cannot be written: standard output is closed\n",
        )  # fmt: skip
        assert shell(">&- 2>&-").returncode == 2

    @pytest.mark.parametrize("broken", ["> /dev/full", ">&-"])
    def test_the_version_that_nobody_gets_is_told(broken: str) -> None:
        ran = shell(broken, "--version")
        assert ran.returncode == 2
        assert ran.stderr.startswith(b"cchc: the answer cannot be written: ")
        assert ran.stderr.count(b"\n") == 1

    @pytest.mark.parametrize("command", [("validate", "plans"), ("due", "-o", "/dev/null")])
    def test_too_few_open_files_are_told(command: tuple[str, ...]) -> None:
        ran = subprocess.run(
            ["sh", "-c", 'ulimit -n 6; exec "$@"', "sh", sys.executable, "-m", "cchc", *command],
            cwd=ROOT, capture_output=True, check=False, env=ENGLISH,
        )  # fmt: skip
        assert ran.returncode == 2
        assert ran.stderr.startswith(b"cchc: too many files are open at once\n")
        assert b"Traceback" not in ran.stderr

    def test_a_reader_who_has_enough_ends_it_quietly() -> None:
        ran = shell("| head -1")
        assert ran.stderr == b""
        assert ran.stdout.count(b"\n") == 1

    @pytest.mark.parametrize("broken", ["2>&1 | head -1", "2> /dev/full", "2>&-"])
    def test_a_workspace_is_whole_whoever_reads_what_is_told(tmp_path: Path, broken: str) -> None:
        whole, half = tmp_path / "whole", tmp_path / "half"
        shell("", "init", str(whole))
        shell(broken, "init", str(half))
        written = [sorted(one.relative_to(at) for one in at.rglob("*")) for at in (whole, half)]
        assert len(written[0]) > 10
        assert written[1] == written[0]

    def test_all_plans_are_mended_whoever_reads_what_is_told(tmp_path: Path) -> None:
        text = (ROOT / "tests/rules/minimal.yaml").read_text("utf-8")
        (tmp_path / "plans").mkdir()
        for n in range(3):
            spoiled = unicodedata.normalize("NFD", text)
            (tmp_path / "plans" / f"{n}.yaml").write_text(spoiled, "utf-8")
        shell("2> /dev/full", "validate", "--fix", str(tmp_path / "plans"))
        for n in range(3):
            mended = (tmp_path / "plans" / f"{n}.yaml").read_text("utf-8")
            assert unicodedata.is_normalized("NFC", mended)


INTERRUPTED = """
import sys
import unicodedata

class Interrupted:
    def __init__(self, count):
        self.left = count

    def find_spec(self, name, path=None, target=None):
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt
        return None

from cchc.__main__ import main
sys.argv = ["cchc", "due", "--no-cache"]
sys.meta_path.insert(0, Interrupted(int(sys.stdin.read())))
main()
"""


@pytest.mark.parametrize("count", [1, 2, 3, 5, 10, 20, 40, 80, 120])
def test_interrupted_while_modules_are_imported(count: int) -> None:
    """Ctrl-C before the command has begun: as at any other time, and no traceback."""
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], input=str(count).encode(), cwd=ROOT,
        capture_output=True, check=False, env=ENGLISH,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")

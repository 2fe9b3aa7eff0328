"""Where answers go: a full disk, a closed stream and a reader that has enough are no bugs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
POSIX = sys.platform.startswith("linux")
DUE = [sys.executable, "-m", "cchc", "due", "--year", "2026", "--no-cache", "--overdue"]


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run `cchc due` with what `command` says behind it."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {command}', "sh", *DUE], cwd=ROOT, capture_output=True, check=False,
        env={**os.environ, "CCHC_LANG": "en"},
    )  # fmt: skip


if POSIX:

    def test_a_full_disk_behind_standard_output_is_told() -> None:
        ran = shell("> /dev/full")
        assert (ran.returncode, ran.stderr) == (
            2, b"cchc: the answer cannot be written: the disk is full\n",
        )  # fmt: skip

    def test_closed_streams_are_nobody_to_tell() -> None:
        assert shell(">&- 2>&-").returncode == 0

    def test_a_reader_who_has_enough_ends_it_quietly() -> None:
        ran = shell("| head -1")
        assert ran.stderr == b""
        assert ran.stdout.count(b"\n") == 1

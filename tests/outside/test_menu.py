"""The menu in a process under a pseudo-terminal, from an empty folder to a printed plan."""

from __future__ import annotations

import os
import pty
import sys

from cchc.cli.app import run
from tests.cli.conftest import MINIMAL


def at_a_terminal(folder, typed: list[str]) -> tuple[str, int]:
    """Return what stands on the screen of a person who types all that, and the exit code."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, "-m", "cchc"])
    os.write(screen, "".join(f"{line}\n" for line in typed).encode())
    seen = b""
    try:
        while piece := os.read(screen, 65536):
            seen += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    return seen.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_from_an_empty_folder_to_a_printed_plan(tmp_path, monkeypatch):
    paper = tmp_path / "Kế hoạch 2026.docx"
    (tmp_path / "an-binh.yaml").write_bytes(MINIMAL.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert run(["render", "an-binh.yaml", "-o", str(paper)]) == 0
    here = tmp_path / "mới"
    here.mkdir()
    monkeypatch.setenv("CCHC_LANG", "vi")
    seen, code = at_a_terminal(here, ["1", "c", f"'{paper}'", "", "5", "", "0"])
    assert code == 0
    assert "1. Nhập kế hoạch từ một tệp Word" in seen
    assert [line for line in seen.splitlines() if line.startswith("> cchc ")] == [
        "> cchc init", f"> cchc import '{paper}'",
        f"> cchc render {next(here.glob('plans/*.yaml')).stem} --open",
    ]  # fmt: skip
    assert len(list(here.glob("out/*.docx"))) == 1

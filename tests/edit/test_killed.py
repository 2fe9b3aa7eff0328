"""Writers killed at any step of their work: what was there stays whole, and the next run sweeps.

What a killed run leaves is what its folder holds at that moment: a copy is taken before every step.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.edit.files import temporary
from cchc.edit.files.atomic import MARKER, atomic_folder
from cchc.edit.files.write import write_bytes

STEPS = ("mkdir", "replace", "unlink", "rmdir", "fsync")


def left_by_kills(folder: Path, act: Callable[[], object]) -> list[Path]:
    """Let `act` work in `folder`; return copies of it as kills before each step leave it."""
    copies: list[Path] = []

    def stepping(step: Callable[..., object]) -> Callable[..., object]:
        def taken(*words: object, **options: object) -> object:
            with pytest.MonkeyPatch.context() as plain:
                for name, own in originals.items():
                    plain.setattr(os, name, own)
                copies.append(folder.with_name(f"{folder.name}-{len(copies)}"))
                shutil.copytree(folder, copies[-1])
            return step(*words, **options)

        return taken

    originals = {name: getattr(os, name) for name in STEPS}
    with pytest.MonkeyPatch.context() as patched:
        for name, step in originals.items():
            patched.setattr(os, name, stepping(step))
        act()
    temporary._swept.clear()
    return copies


def one_folder(path: Path, word: str) -> None:
    with atomic_folder(path, {"word": word}) as folder:
        (folder / "a").write_text(word, "utf-8")


if sys.platform != "win32":  # there a locked file cannot be copied

    @pytest.fixture(autouse=True)
    def not_yet_swept(monkeypatch):
        monkeypatch.setattr(temporary, "_swept", set())

    def test_a_file_is_whole_after_a_kill_at_any_step(tmp_path):
        target = tmp_path / "x" / "a.yaml"
        write_bytes(target, b"old")
        copies = left_by_kills(target.parent, lambda: write_bytes(target, b"new"))
        found = [(copy / "a.yaml").read_bytes() for copy in copies]
        assert set(found) == {b"old", b"new"}
        for copy in copies:
            write_bytes(copy / "a.yaml", b"last")
            assert {one.name for one in copy.iterdir()} == {"a.yaml"}

    @pytest.mark.parametrize("before", [None, "old"])
    def test_a_folder_is_whole_once_the_next_run_has_swept(before, tmp_path):
        target = tmp_path / "x" / "table"
        target.parent.mkdir()
        if before:
            one_folder(target, before)
        copies = left_by_kills(tmp_path / "x", lambda: one_folder(target, "new"))
        assert len(copies) > 4
        found = set()
        for copy in copies:
            write_bytes(copy / "b.csv", b"x")
            left = {one.name for one in copy.iterdir()} - {"b.csv"}
            assert left <= {"table"}
            word = (copy / "table" / "a").read_text("utf-8") if left else None
            assert not word or word in (copy / "table" / MARKER).read_text("utf-8")
            found.add(word)
        assert found == {before, "new"}

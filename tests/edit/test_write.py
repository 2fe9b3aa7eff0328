"""Writing a file whole, or not at all."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from cchc.edit.growing import growing_file
from cchc.edit.write import write_bytes, write_text
from cchc.errors import UserError

POSIX = sys.platform != "win32"


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "mới" / "a.txt"
    write_bytes(target, b"one")
    write_bytes(target, b"two")
    assert target.read_bytes() == b"two"
    assert [one.name for one in target.parent.iterdir()] == ["a.txt"]


def test_a_folder_in_the_place_is_an_error_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write_bytes(tmp_path, b"x")


def test_a_text_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"cchc: 2\n")
    with pytest.raises(UserError):
        write_text(target, "cchc: 1\n", "cchc: 3\n")
    assert target.read_bytes() == b"cchc: 2\n"


if POSIX:

    def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
        real, link = tmp_path / "real.csv", tmp_path / "link.csv"
        real.write_bytes(b"old")
        link.symlink_to(real)
        write_bytes(link, b"new")
        assert link.is_symlink()
        assert real.read_bytes() == b"new"

    def test_a_pipe_gets_the_content_and_stays_a_pipe(tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        got: list[bytes] = []
        reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
        reader.start()
        write_bytes(pipe, b"through")
        reader.join(10)
        assert got == [b"through"]
        assert pipe.is_fifo()

    def test_a_growing_file_goes_through_links_and_into_devices(tmp_path: Path) -> None:
        real, link = tmp_path / "real.csv", tmp_path / "link.csv"
        link.symlink_to(real)
        with growing_file(link) as file:
            file.write(b"new")
        with growing_file(Path("/dev/null")) as file:
            file.write(b"gone")
        assert link.is_symlink()
        assert real.read_bytes() == b"new"
        assert Path("/dev/null").is_char_device()

    def test_a_device_is_never_replaced() -> None:
        write_bytes(Path("/dev/null"), b"gone")
        assert Path("/dev/null").is_char_device()

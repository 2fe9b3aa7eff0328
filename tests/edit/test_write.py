"""Writing a file whole, or not at all."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.output import deliver
from cchc.edit.files import attributes, temporary
from cchc.edit.files.atomic import atomic_file
from cchc.edit.files.write import NOW, write_bytes
from cchc.errors import UserError
from cchc.outputs.reports import read_reports

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


def during_fsync(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let `act` happen once, while the first file is being made safe on a slow disk."""
    fsync, left = os.fsync, [act]

    def slow(handle: int) -> None:
        fsync(handle)
        if left:
            left.pop()()

    monkeypatch.setattr(os, "fsync", slow)


@pytest.mark.parametrize("was", [b"old", NOW])
def test_what_an_editor_saves_while_the_disk_is_slow_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was: bytes
) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    during_fsync(monkeypatch, lambda: target.write_bytes(b"by hand"))
    with pytest.raises(UserError, match="has changed since it was read") as refusal:
        write_bytes(target, b"new", was)
    assert str(refusal.value.hint) == "run the command again"
    assert target.read_bytes() == b"by hand"
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_that_comes_up_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.yaml"
    during_fsync(monkeypatch, lambda: target.write_bytes(b"by hand"))
    with pytest.raises(UserError, match="has changed"):
        write_bytes(target, b"new", was=None)
    assert target.read_bytes() == b"by hand"


def test_a_file_that_goes_meanwhile_is_not_brought_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    during_fsync(monkeypatch, target.unlink)
    with pytest.raises(UserError, match="has changed"):
        write_bytes(target, b"new", b"old")
    assert not target.exists()


def test_an_atomic_file_is_compared_too(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")

    def write() -> None:
        with atomic_file(target) as file:
            file.write(b"new")
            target.write_bytes(b"by hand")

    with pytest.raises(UserError, match="has changed"):
        write()
    assert target.read_bytes() == b"by hand"


def test_what_killed_runs_left_is_swept_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(temporary, "_swept", set())
    dead = tmp_path / ".a.yaml.0123abcd.cchc-tmp"
    dead.write_bytes(b"half")
    others = [".a.yaml.0123abcd", "a.yaml.cchc-tmp", ".a.yaml.swp"]
    for name in others:
        (tmp_path / name).write_bytes(b"not ours")
    (tmp_path / ".folder.cchc-tmp").mkdir()
    with temporary.beside(tmp_path / "b.csv") as alive:
        write_bytes(tmp_path / "a.yaml", b"new")
        assert alive.path.exists()
    assert {one.name for one in tmp_path.iterdir()} == {*others, "a.yaml", ".folder.cchc-tmp"}


def test_a_very_long_name_has_room_for_its_temporary_file(tmp_path: Path) -> None:
    target = tmp_path / ("ă" * 125 + ".csv")
    write_bytes(target, b"x")
    assert target.read_bytes() == b"x"


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

    def test_an_atomic_file_goes_through_links_and_into_devices(tmp_path: Path) -> None:
        real, link = tmp_path / "real.csv", tmp_path / "link.csv"
        link.symlink_to(real)
        with atomic_file(link) as file:
            file.write(b"new")
        with atomic_file(Path("/dev/null")) as file:
            file.write(b"gone")
        assert link.is_symlink()
        assert real.read_bytes() == b"new"
        assert Path("/dev/null").is_char_device()

    def test_a_device_is_never_replaced() -> None:
        write_bytes(Path("/dev/null"), b"gone")
        assert Path("/dev/null").is_char_device()

    def test_a_second_name_of_the_file_is_not_cut_off(tmp_path: Path) -> None:
        target, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
        target.write_bytes(b"old")
        other.hardlink_to(target)
        with pytest.raises(UserError, match="second name"):
            write_bytes(target, b"new")
        assert (target.read_bytes(), other.read_bytes()) == (b"old", b"old")

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o2664, 0o444])
    def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
        target = tmp_path / "a.yaml"
        target.write_bytes(b"old")
        target.chmod(mode)
        write_bytes(target, b"new")
        assert target.stat().st_mode & 0o7777 == mode

    def test_a_mode_that_the_system_does_not_give_is_refused(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "a.yaml"
        target.write_bytes(b"old")
        target.chmod(0o2664)
        chmod = Path.chmod
        monkeypatch.setattr(Path, "chmod", lambda path, mode: chmod(path, mode & 0o777))
        with pytest.raises(UserError, match="its permissions would be lost"):
            write_bytes(target, b"new")
        assert target.read_bytes() == b"old"

    @pytest.mark.parametrize(("part", "said"), [("st_uid", "its owner"), ("st_gid", "its group")])
    def test_owner_and_group_stay_or_the_loss_is_refused(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, said: str
    ) -> None:
        target = tmp_path / "a.yaml"
        target.write_bytes(b"old")
        stat, asked = Path.stat, []

        class Foreign:
            def __init__(self, found: os.stat_result) -> None:
                self.found = found

            def __getattr__(self, name: str) -> int:
                return 4242 if name == part else getattr(self.found, name)

        monkeypatch.setattr(
            Path, "stat", lambda path: Foreign(stat(path)) if path == target else stat(path)
        )
        monkeypatch.setattr(os, "chown", lambda path, *ids: asked.append(ids))
        made = tmp_path / "new"
        made.write_bytes(b"new")
        attributes.keep(target, made, target)
        assert asked == [(4242, -1) if part == "st_uid" else (-1, 4242)]

        def refuse(path: Path, *ids: int) -> None:
            raise PermissionError(1, "not yours")

        monkeypatch.setattr(os, "chown", refuse)
        with pytest.raises(UserError, match=f"{said} would be lost"):
            attributes.keep(target, made, target)


if sys.platform == "linux":

    def attributes_of(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, bytes]]:
        """Stand in for a file system with extended attributes, by the name of the file."""
        held: dict[str, dict[str, bytes]] = {}
        at = lambda path: held.setdefault(Path(path).name.split(".")[-1], {})  # noqa: E731
        monkeypatch.setattr(os, "listxattr", lambda path: list(at(path)))
        monkeypatch.setattr(os, "getxattr", lambda path, name: at(path)[name])
        monkeypatch.setattr(
            os, "setxattr", lambda path, name, value: at(path).update({name: value})
        )
        monkeypatch.setattr(os, "removexattr", lambda path, name: at(path).pop(name))
        return held

    def test_access_lists_and_extended_attributes_stay(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        held = attributes_of(monkeypatch)
        held["yaml"] = {"user.office": b"vp", "system.posix_acl_access": b"list"}
        held["cchc-tmp"] = {"user.of_the_folder": b"x"}
        target = tmp_path / "a.yaml"
        target.write_bytes(b"old")
        write_bytes(target, b"new")
        assert held["cchc-tmp"] == held["yaml"]

    def test_an_extended_attribute_that_cannot_be_kept_is_refused(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        held = attributes_of(monkeypatch)
        held["yaml"] = {"user.office": b"vp"}

        def refuse(path: Path, name: str, value: bytes) -> None:
            raise PermissionError(1, "no")

        monkeypatch.setattr(os, "setxattr", refuse)
        target = tmp_path / "a.yaml"
        target.write_bytes(b"old")
        with pytest.raises(UserError, match=r"its attribute user\.office would be lost"):
            write_bytes(target, b"new")
        assert target.read_bytes() == b"old"


def test_a_dash_is_standard_output_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    with atomic_file(Path("-")) as file:
        file.write(b"grown ")
    deliver("given", Path("-"), "text")
    sys.stdout.flush()
    assert capsysbinary.readouterr().out == b"grown given"
    assert read_reports(["junit=-"]) == read_reports(["junit"])
    assert list(tmp_path.iterdir()) == []

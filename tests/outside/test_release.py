"""The wheel and the zip of a release: the same input gives the same bytes, and nothing is missing."""

from __future__ import annotations

import re
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from cchc import __version__

ROOT = Path(__file__).parent.parent.parent
windows = SimpleNamespace(**run_path(str(ROOT / ".ci" / "release" / "windows.py")))


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    return [windows.wheel(tmp_path_factory.mktemp(name)) for name in ("a", "b")]


def test_the_wheel_is_the_same_twice_and_holds_licence_and_changes(wheels):
    one, other = wheels
    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as held:
        names = {re.sub(r"^.*dist-info", "dist-info", name) for name in held.namelist()}
        metadata = held.read(f"cchc-{__version__}.dist-info/METADATA").decode()
        assert held.read("cchc/CHANGELOG.md") == (ROOT / "CHANGELOG.md").read_bytes()
    assert {"dist-info/licenses/LICENSE", "cchc/locale/vi/LC_MESSAGES/cchc.mo"} <= names
    assert f"Version: {__version__}\n" in metadata
    assert "License-Expression: MIT\n" in metadata


def test_the_zip_is_the_same_twice_and_starts_by_a_file_that_windows_reads(wheels, tmp_path):
    python = tmp_path / "python.zip"
    with ZipFile(python, "w") as made:
        made.writestr("python.exe", b"MZ")
        made.writestr(windows.PTH, b"python312.zip\n.\n")
    zips = []
    for n, wheel in enumerate(wheels):
        out = tmp_path / str(n)
        out.mkdir()
        zips.append(windows.assemble([wheel], python, out))
    assert zips[0].read_bytes() == zips[1].read_bytes()
    with ZipFile(zips[0]) as held:
        top = f"cchc-{__version__}/"
        assert {name.partition("/")[0] + "/" for name in held.namelist()} == {top}
        start = held.read(f"{top}cchc.cmd")
        assert start.count(b"\n") == start.count(b"\r\n") > 10
        assert b"python\\python.exe" in start
        assert held.read(f"{top}python/{windows.PTH}").split() == [
            b"python312.zip",
            b".",
            b"..\\app",
        ]
        assert held.read(f"{top}app/cchc/__main__.py") == (ROOT / "cchc/__main__.py").read_bytes()
        assert f"cchc=={__version__} --hash=sha256:" in held.read(f"{top}hashes.txt").decode()
        assert __version__ in held.read(f"{top}DOC-TRUOC.txt").decode()

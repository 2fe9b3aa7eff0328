"""Running cchc as its users do: arguments in; output, errors and exit code out."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc.cli.app import run

DUE = Path(__file__).parent.parent / "workspaces" / "due"
MINIMAL = Path(__file__).parent.parent / "rules" / "minimal.yaml"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def workspace(tmp_path, monkeypatch) -> Path:
    """Return a workspace that holds one sound plan, `an-binh`, and stand in it."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "an-binh.yaml").write_bytes(MINIMAL.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def office(tmp_path, monkeypatch) -> Path:
    """Return a workspace with two made-up plans, and stand in it."""
    shutil.copytree(DUE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def commit(folder: Path, at: str) -> None:
    """Put everything in `folder` into git, as of the moment `at`."""
    env = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_AUTHOR_DATE": at,
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": at,
    }  # fmt: skip
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(folder), *words], env=env, check=True)


@pytest.fixture
def cchc(capsys, monkeypatch) -> Callable[..., Ran]:
    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call

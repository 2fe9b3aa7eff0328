"""Running cchc as its users do: arguments in; output, errors and exit code out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc.cli.app import run

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
def cchc(capsys, monkeypatch) -> Callable[..., Ran]:
    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call

"""With PYTHONOPTIMIZE=2 Python has neither docstrings nor assertions: cchc says what it always says."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """What is compiled without docstrings, once for all tests, and not into the checkout."""
    return {"PYTHONOPTIMIZE": "2", "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}


def said(more: dict[str, str], *arguments: str) -> tuple[int, str, str]:
    own = {"PYTHONOPTIMIZE": "0", "PYTHONUTF8": "1", "CCHC_NO_CACHE": "1"} | more
    known = {name: word for name, word in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(
        [sys.executable, "-m", "cchc", *arguments], cwd=ROOT, capture_output=True, check=False,
        env=known | own,
    )  # fmt: skip
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [("explain",), ("explain", "C001"), ("explain", "--format", "json"), ("validate", "--every"),
     ("validate", "--report", "sarif"), ("due", "--today", "2026-05-04"), ("schema",),
     ("validate", "--help")],
    ids=" ".join,
)  # fmt: skip
def test_without_docstrings_the_answer_is_the_same(arguments, compiled):
    usual = said({}, *arguments)
    assert usual[0] in (0, 1)
    assert len(usual[1]) > 100
    assert said(compiled, *arguments) == usual

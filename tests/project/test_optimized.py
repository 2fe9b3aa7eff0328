"""With PYTHONOPTIMIZE=2 Python has neither docstrings nor assertions: cchc says what it always says."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


def said(level: str, *arguments: str) -> tuple[int, str, str]:
    ran = subprocess.run(
        [sys.executable, "-m", "cchc", *arguments], cwd=ROOT, capture_output=True, check=False,
        env=os.environ | {"PYTHONOPTIMIZE": level, "PYTHONUTF8": "1", "CCHC_NO_CACHE": "1",
                          "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [("explain",), ("explain", "C001"), ("explain", "--format", "json"), ("validate", "--every"),
     ("validate", "--report", "sarif"), ("due", "--today", "2026-05-04"), ("schema",),
     ("validate", "--help")],
    ids=" ".join,
)  # fmt: skip
def test_without_docstrings_the_answer_is_the_same(arguments):
    usual = said("0", *arguments)
    assert usual[0] in (0, 1)
    assert len(usual[1]) > 100
    assert said("2", *arguments) == usual

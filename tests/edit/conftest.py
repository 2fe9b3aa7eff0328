"""Every test of writing works in a folder of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

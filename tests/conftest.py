"""What all tests share: one language, no clock, the five plans."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    """Tests read English, so that maintainers can; Vietnamese is tested where it is the matter."""
    monkeypatch.setenv("CCHC_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session")
def plans() -> Path:
    """Return the folder of the five real plans."""
    return ROOT / "plans"

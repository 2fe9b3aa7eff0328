"""What all tests share: one language, no clock, the five plans."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.catalogue import MO, PO, mo_bytes

ROOT = Path(__file__).parent.parent

# Both sides are shown when a check of the shared helpers fails.
pytest.register_assert_rewrite("tests.rules.marked")

# Random tests draw the same on every machine, and none fails because a machine is slow.
settings.register_profile(
    "cchc", deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
settings.load_profile("cchc")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the texts as they are now, once for a run: they change more often than they install."""
    stale = not MO.exists() or MO.stat().st_mtime_ns < PO.stat().st_mtime_ns
    if stale and not hasattr(config, "workerinput"):
        MO.write_bytes(mo_bytes())


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory) -> Path:
    """Return the folder that takes the place of the user's cache."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, cache_folder):
    monkeypatch.setenv("CCHC_CACHE_DIR", str(cache_folder))
    monkeypatch.delenv("CCHC_NO_CACHE", raising=False)


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

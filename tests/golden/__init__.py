"""Outputs kept as files: what users see, to the letter.

After a wanted change: run the tests once with CCHC_GOLDEN=write, and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def assert_golden(name: str, text: str) -> None:
    """Compare `text` with the file `name` here."""
    path = FOLDER / name
    if os.environ.get("CCHC_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")

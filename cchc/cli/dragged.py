"""What a terminal writes when a file is dragged into it: quotes, backslashes, an address."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname


def dragged(text: str) -> str:
    """Return the path that was meant by `text`: the first reading that is there, else the plainest."""
    readings = list(_readings(text.strip()))
    return next((one for one in readings if _is_there(one)), readings[-1])


def _readings(text: str) -> Iterator[str]:
    yield text
    if text.startswith("file:"):
        yield url2pathname(unquote(urlsplit(text).path))
        return
    text = text.removeprefix("& ")  # PowerShell
    if os.name != "nt":
        with suppress(ValueError):
            words = shlex.split(text)
            yield " ".join(words)
        yield re.sub(r"\\(.)", r"\1", text)
    yield text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False

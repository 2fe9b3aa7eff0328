"""Where an answer goes: standard output, or the file of `-o`."""

from __future__ import annotations

import sys
from pathlib import Path

from cchc.messages import say


def deliver(content: str | bytes, to: Path | None) -> None:
    """Write `content` to the file `to`, whole or not at all; without a file, or
    with `-`, to standard output.

    Raises:
        UserError: the file cannot be written.
    """
    if to is None or str(to) == "-":
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        return
    from cchc.edit.write import write_bytes

    write_bytes(to, content if isinstance(content, bytes) else content.encode())
    written = say("written: {path}", path=to)
    sys.stderr.write(f"{written}\n")

"""Runs a command on a terminal (a pseudo-terminal of 120 columns), and throws away what it shows.

    python -I benchmarks/terminal.py COMMAND [ARGUMENT]...

What it costs itself is a bare Python and reading what was shown. Not for Windows.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys


def main() -> int:
    """Run the command and return its exit code."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    process = subprocess.Popen(
        sys.argv[1:], stdin=subprocess.DEVNULL, stdout=theirs, env=env
    )  # fmt: skip
    os.close(theirs)
    try:
        while os.read(ours, 1 << 16):
            pass
    except OSError:  # Linux: the command has ended
        pass
    return process.wait()


if __name__ == "__main__":
    sys.exit(main())

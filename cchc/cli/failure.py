"""How a request that cannot be met ends."""

from __future__ import annotations

import sys

from cchc.messages import Message


def fail(message: Message, hint: Message | None) -> int:
    """Tell on standard error why the request cannot be met, and return exit code 2."""
    sys.stderr.write(f"cchc: {message}\n")
    if hint:
        sys.stderr.write(f"  {hint}\n")
    return 2

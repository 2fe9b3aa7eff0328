"""What is kept of earlier runs in the workspace: where it is, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path

from cchc.errors import UserError, reason
from cchc.messages import say
from cchc.read.layout import find_root
from cchc.store.place import forget, place


def cache_place(cwd: Path) -> Path:
    """Return the file that holds the results of earlier runs; it need not exist."""
    return place(find_root(cwd))


def clear_cache(cwd: Path) -> int:
    """Delete the results of earlier runs, and return how many bytes that frees.

    Raises:
        UserError: they cannot be deleted.
    """
    try:
        return forget(find_root(cwd))
    except OSError as error:
        raise UserError(
            say("{path} cannot be deleted: {reason}", path=cache_place(cwd), reason=reason(error)),
            say("close what else uses it, or delete it yourself"),
        ) from None

"""The one exception that means "the request cannot be met, and here is what to do"."""

from __future__ import annotations

from collections.abc import Iterable
from errno import errorcode

from cchc.messages import Message, say

_OPEN_ELSEWHERE = (32, 33)
"""ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: how Windows says that Word has a file open."""


class UserError(Exception):
    """A request that cannot be met.

    The boundary in `cchc.cli.app` prints `message`, then `hint`, and leaves with `exit_code`.
    """

    exit_code = 2

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InternalError(UserError):
    """A request that cannot be met because cchc itself failed on the only plan it is about."""

    exit_code = 3


def closest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the one of `known` that is most like `word`; None when none is `alike` (0 to 1) enough."""
    from difflib import get_close_matches  # seldom needed

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=alike)), None)


def did_you_mean(near: str | None, otherwise: Message | None = None) -> Message | None:
    """Return the remedy for a wrong name: the near one that was meant, else `otherwise`."""
    return say("did you mean “{near}”?", near=near) if near else otherwise


def reason(error: OSError) -> Message | str:
    """Return why the system refused, in the user's language where the cause is a common one."""
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return say("it is open in another program")
    match errorcode.get(error.errno or 0):
        case "ENOENT":
            return say("no such file or folder")
        case "EACCES" | "EPERM":
            return say("no permission")
        case "EEXIST":
            return say("a file of that name is in the way")
        case "EISDIR":
            return say("it is a folder")
        case "ENOTDIR":
            return say("a part of the path is no folder")
        case "EMFILE" | "ENFILE":
            return say("too many files are open at once")
        case "ENOSPC" | "EDQUOT":
            return say("the disk is full")
        case "EROFS":
            return say("it can only be read")
        case "EBUSY" | "ETXTBSY":
            return say("it is in use")
        case "ENAMETOOLONG":
            return say("the name is too long")
        case "ELOOP":
            return say("its links lead in a circle")
    return error.strerror or str(error)

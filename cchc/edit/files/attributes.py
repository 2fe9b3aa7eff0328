"""What belongs to a file beside its content: kept when the file is replaced, or the loss refused."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import Message, say

_NOT_COPIED = frozenset({"security.ima", "security.evm"})
"""Digests of the content, which the kernel keeps itself."""


def keep(old: Path, new: Path, shown: Path) -> None:
    """Give the file `new` owner, group, mode, access list and extended attributes of `old`.

    Where there is no `old`, `new` gets the mode of a new file. `shown` is what messages call `old`.

    Raises:
        UserError: something of it cannot be kept, or `old` has a second name (a hard link).
    """
    try:
        was = old.stat()
    except FileNotFoundError:
        new.chmod(_new_mode())
        return
    if was.st_nlink > 1:
        raise UserError(
            say("{path} has a second name (a hard link), which would keep the old content",
                path=shown),
            say("make it a file of its own, or choose another place with -o"),
        )  # fmt: skip
    if sys.platform == "win32":  # the folder gives owner and access there
        new.chmod(stat.S_IMODE(was.st_mode))
        return
    is_now = new.stat()
    if is_now.st_uid != was.st_uid:
        _try(lambda: os.chown(new, was.st_uid, -1), shown, say("its owner"))
    if is_now.st_gid != was.st_gid:
        _try(lambda: os.chown(new, -1, was.st_gid), shown, say("its group"))
    _keep_extended(old, new, shown)
    mode = stat.S_IMODE(was.st_mode)
    _try(lambda: new.chmod(mode), shown, say("its permissions"))
    if stat.S_IMODE(new.stat().st_mode) != mode:
        raise _lost(shown, say("its permissions"))


if sys.platform == "linux":

    def _keep_extended(old: Path, new: Path, shown: Path) -> None:
        wanted, found = _extended(old), _extended(new)
        for name, value in wanted.items():
            if found.get(name) != value:
                put = partial(os.setxattr, new, name, value)
                _try(put, shown, say("its attribute {name}", name=name))
        for name in found.keys() - wanted.keys():  # an access list the folder gives to new files
            with suppress(OSError):
                os.removexattr(new, name)

    def _extended(path: Path) -> dict[str, bytes]:
        try:
            names = set(os.listxattr(path)) - _NOT_COPIED
        except OSError:  # a file system without them
            return {}
        return {name: os.getxattr(path, name) for name in sorted(names)}

else:

    def _keep_extended(old: Path, new: Path, shown: Path) -> None:
        """Python reads extended attributes on Linux only."""


def _try(change: Callable[[], None], shown: Path, what: Message) -> None:
    try:
        change()
    except OSError:
        raise _lost(shown, what) from None


def _lost(shown: Path, what: Message) -> UserError:
    return UserError(
        say("{path} is not written: {what} would be lost", path=shown, what=what),
        say("let the owner of the file run the command, or choose another place with -o"),
    )


def _new_mode() -> int:
    """Return the permissions a new file gets here."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""Writing files whole or not at all."""

from __future__ import annotations

import codecs
import os
import tempfile
from pathlib import Path

from cchc.errors import UserError
from cchc.messages import say


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` into `path`: a temporary file beside it, fsync, rename.

    Whoever is cut off half-way leaves the old file as it was. Missing folders are made.

    Raises:
        UserError: the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else _new_mode())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError(
            say("{path} cannot be written: {reason}", path=path, reason=error.strerror or error),
            say("close the file if it is open in Word, or choose another place with -o"),
        ) from None


def write_text(path: Path, old: str, new: str) -> None:
    """Put `new` into the UTF-8 file `path`, which holds `old`; a byte order mark stays.

    Raises:
        UserError: the file has changed since `old` was read, or cannot be written.
    """
    raw = path.read_bytes()
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    if raw != mark + old.encode():
        raise UserError(
            say("{path} has changed since it was read", path=path), say("run the command again")
        )
    write_bytes(path, mark + new.encode())


def _new_mode() -> int:
    """Return the permissions a new file gets here; mkstemp's own are for one user only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

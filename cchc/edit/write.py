"""Writing files whole or not at all."""

from __future__ import annotations

import codecs
import os
import tempfile
from pathlib import Path

from cchc.errors import UserError, reason
from cchc.messages import Message, say

_STREAMS = (Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd"))


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` into `path`: a temporary file beside it, fsync, rename.

    Whoever is cut off half-way leaves the old file as it was. Missing folders are made. A link
    stays, its target is written; into a device or pipe (`/dev/stdout`) the content goes as it is.

    Raises:
        UserError: the place cannot be written.
    """
    try:
        if is_stream(path):
            path.write_bytes(content)
            return
        path = path.resolve() if path.is_symlink() else path
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
            say("{path} cannot be written: {reason}", path=path, reason=reason(error)),
            _hint(path),
        ) from None


def _hint(path: Path) -> Message:
    if path.is_dir() or not path.parent.is_dir():
        return say("choose another place with -o, or ask whoever owns the folder for access")
    if path.suffix.casefold() in (".docx", ".pdf"):
        return say("close the file if it is open in Word, or choose another place with -o")
    if path.suffix.casefold() in (".xlsx", ".csv"):
        return say("close the file if it is open in Excel, or choose another place with -o")
    return say("check that you may write there, or choose another place with -o")


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


def is_stream(path: Path) -> bool:
    """Tell whether `path` is no file that could be replaced, but a way to somewhere else."""
    if path.parent in _STREAMS:
        return path.exists()  # /dev/stdout may lead to a file that the shell holds open
    return path.exists() and not path.is_file() and not path.is_dir()


def _new_mode() -> int:
    """Return the permissions a new file gets here; mkstemp's own are for one user only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

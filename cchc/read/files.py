"""From a path to text: bounded, UTF-8 only, and every refusal said once with its place."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from cchc.errors import reason
from cchc.messages import say
from cchc.model.finding import Finding, Span
from cchc.read import faults

MAX_BYTES = 1_000_000
"""Real plans have 15 to 60 KB; a file past this is not a plan, and reading it helps nobody."""

_unsaved: ContextVar[Mapping[str, bytes]] = ContextVar("unsaved", default={})  # noqa: B039  never written

NOT_FOUND = say("file not found")
_START = Span(1, 1, 1, 1, 0, 0)


def read_text(path: Path) -> str | Finding:
    """Return the text of the file, or the one finding that says why it cannot be read.

    A byte order mark at the start is dropped; line ends stay as they are.
    """
    raw = read_bytes(path)
    return raw if isinstance(raw, Finding) else decode(raw)


@contextmanager
def unsaved(texts: Mapping[Path, str]) -> Iterator[None]:
    """Let files be read as an editor has them: `texts` stand in place of what is on the disk."""
    held = {
        os.path.abspath(path): text.encode("utf-8", "surrogatepass")  # noqa: PTH100
        for path, text in texts.items()
    }
    before = _unsaved.set(held)
    try:
        yield
    finally:
        _unsaved.reset(before)


def unsaved_bytes(path: Path) -> bytes | None:
    """Return what an editor has of a file; None where the disk counts."""
    held = _unsaved.get()
    return held.get(os.path.abspath(path)) if held else None  # noqa: PTH100


def read_bytes(path: Path, at_most: int = MAX_BYTES) -> bytes | Finding:
    """Return what is in the file, or the one finding that says why it cannot be read."""
    if (held := unsaved_bytes(path)) is not None:
        return held
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return faults.UNREADABLE.at(
                say("“{path}” is a folder that cannot be opened", path=path.name),
                say("ask whoever owns it for access"),
                span=_START,
            )
        if not stat.S_ISREG(found.st_mode):
            return faults.UNREADABLE.at(
                say("“{path}” is not a file", path=path.name),
                say("name a plan file, or its folder"),
                span=_START,
            )
        if found.st_size > at_most:
            return too_large(found.st_size, at_most)
        return path.read_bytes()
    except FileNotFoundError:
        return faults.UNREADABLE.at(
            NOT_FOUND, say("check the name, or run the command from the workspace"),
            span=_START,
        )  # fmt: skip
    except PermissionError:
        return faults.UNREADABLE.at(
            say("no permission to read the file"), say("ask whoever owns it for access"),
            span=_START,
        )  # fmt: skip
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else say("the path has a NUL in it")
        return faults.UNREADABLE.at(
            say("the file cannot be read: {reason}", reason=why), span=_START
        )


def too_large(size: int, limit: int = MAX_BYTES) -> Finding:
    """Return the finding that a file of `size` bytes is no plan."""
    return faults.TOO_LARGE.at(
        say("the file has {size} bytes; a plan has at most {limit}", size=size, limit=limit),
        say("check that this is a plan; split a plan that really is this long"),
        span=_START,
    )


def decode(raw: bytes) -> str | Finding:
    """Return `raw` as text, or the finding that says where it is not the UTF-8 text of a plan."""
    if len(raw) > MAX_BYTES:
        return too_large(len(raw))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return faults.NOT_UTF8.at(
            say("the file is UTF-16, not UTF-8"), say("save it as UTF-8 in your editor"),
            span=_START,
        )  # fmt: skip
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        return faults.NOT_UTF8.at(
            say("byte 0x{byte:02x} is not UTF-8", byte=raw[error.start]),
            say("save the file as UTF-8; text in TCVN3 or VNI must be converted to Unicode first"),
            span=_point(before, len(before)),
        )
    text = text.removeprefix("\ufeff")
    # Most files show all they hold; that is told much faster than what exactly hides in one.
    if text.replace("\n", "").isprintable():
        return text
    from cchc.read.yaml.characters import CONTROL, named

    if found := CONTROL.search(text):
        return faults.CONTROL.at(
            say("control character {name}", name=named(found.group())),
            say("delete it; it often comes along when text is pasted from Word or a PDF"),
            span=_point(text, found.start()),
        )
    return text


def _point(text: str, index: int) -> Span:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Span(line, column, line, column + 1, index, index + 1)

"""Whole answers: what a run printed, for whoever asks the same while nothing has changed.

One file for each question: a line of numbers; everything the answer rests on, compared byte by
byte; what was printed; a check sum of each piece of it. It is written beside and put in place in
one piece. What is wrong with it is no answer, and the run finds its own.
"""

from __future__ import annotations

import os
import zlib

TYPE_CHECKING = False  # typing itself is imported by nobody at such a start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO
    from typing import BinaryIO

LONGEST = 64_000_000
"""Bytes of an answer that is worth keeping."""
MOST = 12
"""Answers that are kept for one workspace: those asked for last."""
ALTOGETHER = 2 * LONGEST
"""Bytes that they may take."""
PIECE = 1 << 18
"""Bytes that are checked together: about what a processor has at hand."""

_MARK = b"cchc-answer-1"
_HEAD = 64
_CHECK = 4
_CODES = (0, 1)
"""Exit codes of runs that answered."""
_PLAIN = bytes({*range(0x20, 0x100), *b"\t\n\r"} - {0x7F})
"""Bytes of printed text; all others could move the cursor of a terminal."""


class UnsoundError(Exception):
    """The file holds what no run of this tool has kept as this answer."""


class Kept:
    """The answer in a file, which must be opened without a buffer.

    Raises:
        OSError, UnsoundError: there is none about the same.
    """

    def __init__(self, file: FileIO, about: bytes) -> None:
        self._file = file
        try:
            mark, *numbers = file.read(_HEAD).split()
            self.code, before, length = map(int, numbers)
        except ValueError:
            raise UnsoundError from None
        count = -(-length // PIECE)
        whole = os.fstat(file.fileno()).st_size == _HEAD + before + length + _CHECK * count
        if mark != _MARK or self.code not in _CODES or not whole or not 0 <= length <= LONGEST:
            raise UnsoundError
        if before != len(about) or file.read(before) != about:
            raise UnsoundError
        file.seek(-_CHECK * count, os.SEEK_END)
        checks = file.read()
        self._checks = [checks[at : at + _CHECK] for at in range(0, len(checks), _CHECK)]
        file.seek(_HEAD + before)
        self._left = length

    def pieces(self) -> Iterator[bytes]:
        """Yield what was printed, piece by piece, each as sound as the ones before.

        Raises:
            OSError, UnsoundError: the next one is not.
        """
        half = b""
        for check in self._checks:
            piece = self._file.read(min(PIECE, self._left))
            plain = not piece.translate(None, _PLAIN)
            if _check(piece) != check or not plain or _controls(half + piece[:1], piece):
                raise UnsoundError
            self._left -= len(piece)
            half = piece[-1:]
            yield piece


class Writing:
    """An answer while it is printed. After any fault there is none, and nobody is told."""

    def __init__(self, path: str, about: bytes) -> None:
        self._path, self._about = path, about
        self._length = 0
        self._checks: list[bytes] = []
        self._waiting = bytearray()
        self._beside = f"{path}.{os.getpid()}"
        self._file: BinaryIO | None = None
        try:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            self._file = open(self._beside, "wb")  # noqa: SIM115
            self._file.write(b" " * _HEAD + about)
        except OSError:
            self.drop()

    def add(self, printed: bytes) -> None:
        """Take what was printed next."""
        self._length += len(printed)
        if self._length > LONGEST:
            self.drop()
        if self._file is not None:
            self._waiting += printed
            while len(self._waiting) >= PIECE:
                self._put(bytes(self._waiting[:PIECE]))
                del self._waiting[:PIECE]

    def _put(self, piece: bytes) -> None:
        try:
            if self._file is not None:
                self._file.write(piece)
                self._checks.append(_check(piece))
        except OSError:
            self.drop()

    def drop(self) -> None:
        """Keep nothing."""
        file, self._file = self._file, None
        try:
            if file is not None:
                os.unlink(self._beside)
                file.close()
        except OSError:
            return

    def keep(self, code: int) -> None:
        """Put the answer in place, with the exit code of the run; the oldest make room."""
        if self._waiting:
            self._put(bytes(self._waiting))
        if self._file is None or code not in _CODES:
            self.drop()
            return
        try:
            self._file.write(b"".join(self._checks))
            self._file.seek(0)
            self._file.write(b"%s %d %d %d" % (_MARK, code, len(self._about), self._length))
            self._file.close()
            os.replace(self._beside, self._path)
            _make_room(os.path.dirname(self._path))
        except OSError:
            self.drop()


def _make_room(folder: str) -> None:
    with os.scandir(folder) as entries:
        states = [(entry.stat(), entry.path) for entry in entries]
    room = ALTOGETHER
    newest = sorted(states, key=lambda one: one[0].st_mtime_ns, reverse=True)
    for number, (state, path) in enumerate(newest):
        room -= state.st_size
        if number >= MOST or room < 0:
            os.unlink(path)


def _check(piece: bytes) -> bytes:
    return zlib.crc32(piece).to_bytes(_CHECK, "big")


def _controls(*texts: bytes) -> bool:
    """Whether there is one of U+0080 to U+009F in one of them, as UTF-8."""
    for text in texts:
        at = text.find(b"\xc2")
        while at >= 0:
            if b"\x80" <= text[at + 1 : at + 2] < b"\xa0":
                return True
            at = text.find(b"\xc2", at + 1)
    return False

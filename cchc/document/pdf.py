"""Word documents to PDF through LibreOffice, many in one call.

Starting the office takes seconds and one document a third of one, hence batches. It gets a user
profile of its own, so that an office that is open on the screen neither disturbs nor is disturbed.
They are PDF/A-2b (ISO 19005-2), tagged, with all fonts in them and XMP from the properties of the
Word document; `pdf_bytes` makes two runs give the same bytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from cchc import programs
from cchc.document.file_properties import marked_pdf
from cchc.document.pdf_bytes import settled
from cchc.errors import UserError, reason
from cchc.messages import Words, say
from cchc.temporary_files import no_place, temporary_folder

BATCH = 500
"""Documents in one call: short enough for the longest command line that Windows takes."""
START_SECONDS = 120.0
EACH_SECONDS = 20.0
"""Time allowed for starting the office, and for one document; measured: 3 s and 0.3 s."""
POLL_SECONDS = 0.1
ROOM = 1_000_000
"""Bytes that the office needs at least: its profile, and one PDF."""
_NAMES = ("soffice", "libreoffice")
_USUAL = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": tuple(
        rf"{folder}\LibreOffice\program\soffice.exe"
        for folder in (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)"))
        if folder
    ),
}
_TASKKILL = str(Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32" / "taskkill.exe")
"""Whole: a bare name would be looked for in the current folder first."""
_FILTER = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},' + (
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_REMEDY = say(
    "Install LibreOffice (libreoffice.org), or open the Word document and save it as PDF there."
)


def find_office() -> str:
    """Return the program of LibreOffice: on PATH, or where it usually lies.

    Raises:
        UserError: there is none.
    """
    usual = (place for place in _USUAL.get(sys.platform, ()) if Path(place).is_file())
    if found := programs.found(*_NAMES) or next(usual, None):
        return found
    raise UserError(say("a PDF needs LibreOffice, which is not found here"), _REMEDY)


class PdfBatch:
    """Word documents collected on disk, then turned into PDF together; a context manager."""

    def __init__(self) -> None:
        """Look for the office before any work is done.

        Raises:
            UserError: there is none.
        """
        self._office = find_office()
        self._open = ExitStack()
        self._folder = self._open.enter_context(temporary_folder())
        self._names: list[str] = []

    def __enter__(self) -> PdfBatch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._open.close()

    def add(self, docx: bytes) -> None:
        """Take one more document.

        Raises:
            UserError: there is no room for it where temporary files are.
        """
        name = f"{len(self._names):04}"
        self._write(f"{name}.docx", docx)
        self._names.append(name)

    def convert(self, step: Callable[[], None] = lambda: None) -> Iterator[bytes | UserError]:
        """Yield the PDF of each document in the order they came, or why there is none.

        `step` is called as each of them appears.

        Raises:
            UserError: there is no room where temporary files are, so that the office cannot work.
        """
        for start in range(0, len(self._names), BATCH):
            names = self._names[start : start + BATCH]
            self._need_room()
            trouble = self._run(names, step)
            for name in names:
                made = self._folder / f"{name}.pdf"
                data = made.read_bytes() if made.is_file() else b""
                if data.startswith(b"%PDF") and b"%%EOF" in data[-64:]:
                    source = (self._folder / f"{name}.docx").read_bytes()
                    yield marked_pdf(settled(data, source))
                else:
                    self._need_room()
                    yield _failed(trouble)
                made.unlink(missing_ok=True)

    def _write(self, name: str, data: bytes) -> None:
        try:
            (self._folder / name).write_bytes(data)
        except OSError as error:
            raise no_place(error, self._folder.parent) from None

    def _need_room(self) -> None:
        """Refuse to go on where the office cannot write: it says so in words that help nobody."""
        self._write("room", bytes(ROOM))
        (self._folder / "room").unlink()

    def _run(self, names: list[str], step: Callable[[], None]) -> Words:
        """Let the office convert `names`; return what it says went wrong."""
        said = self._folder / "said.txt"
        command = [
            self._office, "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            "--convert-to", _FILTER, *(f"{name}.docx" for name in names),
        ]  # fmt: skip
        limit = START_SECONDS + EACH_SECONDS * len(names)
        with said.open("wb") as out:
            try:
                office = subprocess.Popen(
                    command, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                    start_new_session=True, env=self._environment(),
                )  # fmt: skip
            except OSError as error:
                return reason(error)
            try:
                in_time = self._wait(office, names, limit, step)
            finally:
                _stop(office)
        if not in_time:
            return say("it did not finish in {seconds} seconds", seconds=round(limit))
        lines = said.read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def _environment(self) -> dict[str, str]:
        """Return the environment of the office; its own temporary files lie where we can write."""
        own = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._folder))
        return {**os.environ, **own, "TZ": "UTC0"}

    def _wait(
        self, office: subprocess.Popen[bytes], names: list[str], limit: float,
        step: Callable[[], None],
    ) -> bool:  # fmt: skip
        until = time.monotonic() + limit
        seen = 0
        while True:
            ended = office.poll() is not None
            there = sum((self._folder / f"{name}.pdf").exists() for name in names)
            for _ in range(seen, there):
                step()
            seen = there
            if ended or time.monotonic() > until:
                return ended
            time.sleep(POLL_SECONDS)


def _stop(office: subprocess.Popen[bytes]) -> None:
    """End the office with everything it started, if it still runs."""
    if office.poll() is None:
        if sys.platform == "win32":
            subprocess.run([_TASKKILL, "/T", "/F", "/PID", str(office.pid)],
                           capture_output=True, check=False)  # fmt: skip
        else:
            import signal

            os.killpg(office.pid, signal.SIGKILL)
        office.wait()


def _failed(trouble: Words) -> UserError:
    message = (
        say("LibreOffice could not make a PDF of it: {reason}", reason=trouble)
        if trouble
        else say("LibreOffice could not make a PDF of it")
    )
    return UserError(message, _REMEDY)

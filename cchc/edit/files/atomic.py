"""Large results, written bit by bit and yet whole or not at all."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cchc.edit.files import temporary
from cchc.edit.files.lock import locked
from cchc.edit.files.write import STDOUT, is_stream, replacing, unwritable
from cchc.errors import UserError
from cchc.messages import say
from cchc.temporary_files import temporary_file

MARKER = "_cchc.json"
"""The file that tells a folder of cchc from one that holds somebody's work."""


@contextmanager
def atomic_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of `path` once all is written; of a device or pipe, itself;
    of `-`, standard output.

    Raises:
        UserError: the place cannot be written.
    """
    if path == STDOUT:
        with temporary_file() as file:
            yield file
            file.seek(0)
            sys.stdout.flush()
            shutil.copyfileobj(file, sys.stdout.buffer)
        return
    if is_stream(path):
        try:
            with temporary_file() as file, path.open("wb") as stream:
                yield file
                file.seek(0)
                shutil.copyfileobj(file, stream)
        except OSError as error:
            raise unwritable(path, error) from None
        return
    with replacing(path) as file:
        yield file


@contextmanager
def atomic_folder(path: Path, about: dict[str, object]) -> Iterator[Path]:
    """Give an empty folder that takes the place of `path` once all is written.

    `about` is kept in it as `MARKER`. An earlier folder of cchc is taken away as a whole, so that
    nothing of it is left over.

    Raises:
        UserError: `path` holds something else, or cannot be written.
    """
    if path == STDOUT:
        raise UserError(
            say("a folder of tables does not fit into standard output"),
            say("name a folder after -o"),
        )
    if (
        path.exists()
        and not (path / MARKER).is_file()
        and not (path.is_dir() and not any(path.iterdir()))
    ):
        raise UserError(
            say("{path} holds files that are not an export of cchc", path=path),
            say("name a new or empty folder with -o"),
        )
    path = path.absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.folder_beside(path) as made:
            yield made.path
            (made.path / MARKER).write_text(json.dumps(about, indent=2) + "\n", "utf-8")
            with locked(path.parent):
                temporary.sweep(path.parent)
                _take_the_place(made, path)
    except OSError as error:
        raise unwritable(path, error) from None


def _take_the_place(made: temporary.TemporaryFolder, path: Path) -> None:
    """Put the finished folder where `path` is; if that fails, what was there is there again."""
    if path.exists():
        path.replace(made.old)
    try:
        made.path.replace(path)
    except OSError:
        if made.old.exists():
            made.old.replace(path)
        raise

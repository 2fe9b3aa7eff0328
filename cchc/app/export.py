"""The tasks of all plans as one tidy table, in the formats of `cchc.outputs.export`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import cchc.outputs.export as room
from cchc import discover
from cchc.edit.atomic import atomic_file, atomic_folder
from cchc.read.load import load
from cchc.read.unread import Unread, failed, unread
from cchc.views.export import COLUMNS, PARTITIONS, SCHEMA_VERSION, Row, export_rows

DEFAULT = "csv"


class TaskRows:
    """The rows of the plans in `paths`, one plan in memory at a time; counts what went by.

    Raises:
        UserError: at the end, when none of the plans can be read.
    """

    def __init__(self, paths: list[Path], today: date) -> None:
        self.paths, self.today = paths, today
        self.tasks = self.plans = 0
        self.unread: list[Unread] = []

    def __iter__(self) -> Iterator[Row]:
        for path in self.paths:
            source = load(path)
            if source.plan is None:
                if (one := unread(source)) is not None:
                    self.unread.append(one)
                continue
            try:
                rows = list(export_rows(source.id, source.plan, path.as_posix(), self.today))
            except Exception as error:  # one plan never takes the others with it
                self.unread.append(failed(source.id, path, error))
                continue
            self.plans += 1
            for row in rows:
                self.tasks += 1
                yield row
        if self.unread and not self.plans:
            raise self.unread[0].refusal()


def format_for(output: Path | None) -> str:
    """Return the format that the name of a file asks for; CSV if it asks for none."""
    ending = output.suffix[1:] if output else ""
    return ending if ending in discover.names(room) else DEFAULT


def is_text(form: str) -> bool:
    """Tell whether a format can be written line by line."""
    return hasattr(_format(form), "lines")


def fills_folder(form: str) -> bool:
    """Tell whether a format needs a folder."""
    return hasattr(_format(form), "write_folder")


def export_lines(rows: TaskRows, form: str) -> Iterator[str]:
    """Yield the table in a format that is text."""
    lines: Iterator[str] = _format(form).lines(rows)
    return lines


def export_to(path: Path, rows: TaskRows, form: str) -> None:
    """Write the table to the file or the folder at `path`, whole or not at all.

    Raises:
        UserError: it cannot be written, a library for the format is missing, no plan can be read,
            or the table is too long for the format.
    """
    module = _format(form)
    if fills_folder(form):
        with atomic_folder(path, _about()) as folder:
            module.write_folder(rows, folder)
        return
    with atomic_file(path) as file:
        if is_text(form):
            file.write(module.MARK.encode())
            file.writelines(line.encode() for line in module.lines(rows))
        else:
            module.write(rows, rows.today, file)


def _format(name: str) -> ModuleType:
    return discover.module(room, name)


def _about() -> dict[str, object]:
    return {
        "kind": "export",
        "schema_version": SCHEMA_VERSION,
        "partitions": list(PARTITIONS),
        "columns": {column.name: column.type for column in COLUMNS},
    }

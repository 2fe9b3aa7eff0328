"""The tasks of all plans as one tidy table, in the formats of `cchc.outputs.export`; in a folder also
their records, criteria and findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import cchc.outputs.export as room
from cchc import __version__, discover
from cchc.app.out_file import check_place
from cchc.edit.files.atomic import atomic_file, atomic_folder
from cchc.edit.files.write import STDOUT
from cchc.read.folders import plan_id
from cchc.read.load import load
from cchc.read.unread import Unread, failed, unread
from cchc.views import export_beside as beside
from cchc.views.export import COLUMNS, SCHEMA_VERSION, ExportRow, ExportValue, export_rows, of_plan

DEFAULT = "csv"
TABLES = {
    "tasks": COLUMNS,
    "records": beside.RECORDS,
    "criteria": beside.CRITERIA,
    "findings": beside.FINDINGS,
}
"""The tables of a folder, and their columns."""


class TaskRows:
    """The rows of the plans in `paths`, one plan in memory at a time; counts what went by.

    Raises:
        UserError: at the end, when none of the plans can be read.
    """

    def __init__(self, paths: list[Path], today: date) -> None:
        self.paths, self.today = paths, today
        self.tasks = self.plans = 0
        self.unread: list[Unread] = []
        self.beside = dict.fromkeys(TABLES, 0)
        """How many rows of each table went by in `of_all_tables`."""

    def __iter__(self) -> Iterator[ExportRow]:
        return (row for _, row in self._rows(None))

    def of_all_tables(self) -> Iterator[tuple[str, ExportRow]]:
        """Yield the rows of all tables, each with the name of its table."""
        about: dict[str, dict[str, ExportValue]] = {}
        for table, row in self._rows(about):
            self.beside[table] += 1
            yield table, row
        for row in self._findings(about):
            self.beside["findings"] += 1
            yield "findings", row

    def _findings(self, about: dict[str, dict[str, ExportValue]]) -> Iterator[ExportRow]:
        from cchc.app.validation import Validation, by_workspace
        from cchc.read.configuration import read_configuration
        from cchc.rules._settings import settings

        for root, files in by_workspace(self.paths, Path.cwd()).items():
            chosen = settings(read_configuration(root))
            for file in Validation(files, chosen, whole=False, lasting=True, root=root).files():
                unknown: dict[str, ExportValue] = {
                    "plan": plan_id(Path(file.path)), "as_of": self.today, "cchc_version": __version__,
                }  # fmt: skip
                known = about.get(file.path, unknown)
                yield from beside.finding_rows(file.found, known)

    def _rows(
        self, about: dict[str, dict[str, ExportValue]] | None
    ) -> Iterator[tuple[str, ExportRow]]:
        for path in self.paths:
            source = load(path)
            if source.plan is None:
                if (one := unread(source)) is not None:
                    self.unread.append(one)
                continue
            try:
                asked = (source.id, source.plan, path.as_posix(), self.today)
                rows = list(export_rows(*asked))
                if about is not None:
                    about[str(path)] = of_plan(*asked)
                    records = list(beside.record_rows(*asked))
                    criteria = list(beside.criterion_rows(*asked))
            except Exception as error:  # one plan never takes the others with it
                self.unread.append(failed(source.id, path, error))
                continue
            self.plans += 1
            for row in rows:
                self.tasks += 1
                yield "tasks", row
            if about is not None:
                yield from (("records", row) for row in records)
                yield from (("criteria", row) for row in criteria)
        if self.unread and not self.plans:
            raise self.unread[0].refusal()


def format_for(output: Path | None) -> str:
    """Return the format that the name of a file asks for; CSV if it asks for none."""
    ending = output.suffix[1:].casefold() if output else ""
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
    check_place(path, form, discover.names(room))
    if fills_folder(form):
        with atomic_folder(path, _about()) as folder:
            module.write_folder(rows.of_all_tables(), TABLES, rows.today, folder)
        return
    with atomic_file(path) as file:
        if is_text(form):
            if path != STDOUT:  # what reads a pipe takes the mark for text
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
        "cchc_version": __version__,
        "partitions": ["province_key", "plan_year"],
        "tables": {
            table: {column.name: column.type for column in columns}
            for table, columns in TABLES.items()
        },
    }

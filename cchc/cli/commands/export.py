"""`cchc export`: the tasks of all plans as one tidy table."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import today_or
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.read.unread import Unread
    from cchc.views.export import Row

GROUP = "exchange"
HELP = say(
    "Write the tasks of all plans as one table: one row a task, the same columns for every plan.\n\n"
    "For DuckDB, Spark, Power BI and Excel. The columns are described in docs/export.md. A plan "
    "that cannot be read is left out and named, and the exit code is then 1. Parquet goes into a folder, "
    'in parts by province and year, and needs pyarrow: pip install "cchc[parquet]".\n\n'
    "Examples:\n\n"
    "  cchc export -o nhiem-vu.csv\n\n"
    "  cchc export plans/2027 --format jsonl | head\n\n"
    "  cchc export --format parquet -o kho-du-lieu/"
)


class ExportFormat(StrEnum):
    """How the table is written."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    PARQUET = "parquet"


def command(
    plans: Annotated[
        list[str] | None,
        typer.Argument(metavar="PLANS", help=_("Plan ids, files or folders (default: all plans).")),
    ] = None,
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", help=_("How to write the table (default: as -o ends, or csv).")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("The file; for parquet the folder.")),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help=_("Answer as if today were this day.")),
    ] = None,
) -> int:
    from cchc.cli.unread import told
    from cchc.read.workspace import choose

    now = today_or(today)
    chosen = _form(form, output)
    source = _Rows(choose(plans or [], Path.cwd()), now)
    if chosen is ExportFormat.PARQUET and output:
        _write_folder(source, output)
    elif output:
        _write_file(source, chosen, output)
    else:
        for line in _lines(source, chosen):
            sys.stdout.write(line)
    done = say("exported: {tasks} tasks of {plans} plans", tasks=source.tasks, plans=source.plans)
    typer.echo(str(done), err=True)
    return told(source.unread)


def _form(form: ExportFormat | None, output: Path | None) -> ExportFormat:
    if form is None:
        end = output.suffix[1:] if output else ""
        form = ExportFormat(end) if end in tuple(ExportFormat) else ExportFormat.CSV
    if output is None and form in (ExportFormat.XLSX, ExportFormat.PARQUET):
        raise UserError(
            say("--format {format} needs -o", format=form.value),
            say("name the folder with -o")
            if form is ExportFormat.PARQUET
            else say("name the file with -o"),
        )
    return form


class _Rows:
    """The rows of the plans in `paths`, one plan in memory at a time; counts what went by.

    Raises:
        UserError: at the end, when none of the plans can be read.
    """

    def __init__(self, paths: list[Path], today: date) -> None:
        self.paths, self.today = paths, today
        self.tasks = self.plans = 0
        self.unread: list[Unread] = []

    def __iter__(self) -> Iterator[Row]:
        from cchc.read.load import load
        from cchc.read.unread import failed, unread
        from cchc.views.export import export_rows

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


def _lines(rows: _Rows, form: ExportFormat) -> Iterator[str]:
    from cchc.outputs.export_text import csv_lines, json_lines

    return csv_lines(rows) if form is ExportFormat.CSV else json_lines(rows)


def _write_file(rows: _Rows, form: ExportFormat, path: Path) -> None:
    from cchc.edit.growing import growing_file

    with growing_file(path) as file:
        if form is ExportFormat.XLSX:
            from cchc.outputs.export_xlsx import write_xlsx

            write_xlsx(rows, rows.today, file)
        else:
            from cchc.outputs.csv import MARK

            file.write(MARK.encode() if form is ExportFormat.CSV else b"")
            file.writelines(line.encode() for line in _lines(rows, form))


def _write_folder(rows: _Rows, path: Path) -> None:
    from cchc.edit.growing import growing_folder
    from cchc.outputs.export_parquet import ParquetFolder
    from cchc.views.export import COLUMNS, PARTITIONS, SCHEMA_VERSION

    about = {
        "kind": "export",
        "schema_version": SCHEMA_VERSION,
        "partitions": list(PARTITIONS),
        "columns": {column.name: column.type for column in COLUMNS},
    }
    with growing_folder(path, about) as folder:
        ParquetFolder(folder).write(rows)

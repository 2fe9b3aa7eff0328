"""`cchc export`: the tasks of all plans as one tidy table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import cchc.outputs.export as room
from cchc.cli import options
from cchc.cli.options import format_option, today_or
from cchc.cli.output import tell
from cchc.errors import UserError
from cchc.messages import _, say

GROUP = "exchange"
HELP = say(
    "Write the tasks of all plans as one table: one row per task, the same columns for every "
    "plan.\n\n"
    "For DuckDB, Spark, Polars, pandas, Power BI and Excel. The columns are described in "
    "docs/export.md. Plans that cannot be read are left out and named, and the exit code is 1. "
    "Parquet is written to a folder, with tables of tasks, records and findings, partitioned by "
    'province and year, and needs pyarrow: pip install "cchc[parquet]".\n\n'
    "Examples:\n\n"
    "  cchc export -o nhiem-vu.csv\n\n"
    "  cchc export plans/2027 --format jsonl | head\n\n"
    "  cchc export --format parquet -o kho-du-lieu/"
)


def command(
    plans: Annotated[
        list[str] | None,
        typer.Argument(metavar="PLANS", help=_("Plan ids, files or folders (default: all plans).")),
    ] = None,
    form: Annotated[
        str | None,
        format_option(room, _("How to write the table (default: by the ending of -o, or csv).")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("The file; for parquet, the folder.")),
    ] = None,
    today: options.Today = None,
) -> int:
    from cchc.app.export import TaskRows, export_lines, export_to, fills_folder, format_for, is_text
    from cchc.cli.unread import report_unread
    from cchc.read.workspace import choose, refuse_twins

    now = today_or(today)
    chosen = form or format_for(output)
    if output is None and not is_text(chosen):
        raise UserError(
            say("--format {format} needs -o", format=chosen),
            say("name the folder with -o")
            if fills_folder(chosen)
            else say("name the file with -o"),
        )
    paths = choose(plans or [], Path.cwd())
    refuse_twins(paths)
    rows = TaskRows(paths, now)
    if output is None:
        sys.stdout.writelines(export_lines(rows, chosen))
    else:
        export_to(output, rows, chosen)
    done = say("exported: {tasks} tasks of {plans} plans", tasks=rows.tasks, plans=rows.plans)
    tell(done)
    if fills_folder(chosen):
        also = say("records: {records}, criteria: {criteria}, findings: {findings}", **rows.beside)
        tell(also)
    return report_unread(rows.unread)
